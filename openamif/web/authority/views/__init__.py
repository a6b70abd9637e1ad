"""The pages of the authorities' door, one module a subject."""
