"""Reading reports, tallies and contributions."""
