"""The pages of the beneficiary."""
