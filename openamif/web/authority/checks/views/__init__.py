"""The pages of checks on the spot."""
