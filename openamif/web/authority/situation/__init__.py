"""The live overview: where a programme stands, for the authorities that run it."""
