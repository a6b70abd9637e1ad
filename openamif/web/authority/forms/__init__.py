"""The forms of the authorities' door."""
