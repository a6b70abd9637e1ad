"""The public door: what anyone may see without a log-in."""
