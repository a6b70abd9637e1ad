"""The tests of letters."""
