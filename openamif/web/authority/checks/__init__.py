"""Checks on the spot: how far a programme is, one check with its sample, findings written on a phone."""
