"""The documents of the Commission's system SFC, read into frozen dataclasses and written back."""
