"""The benchmarks of the house, with their data."""
