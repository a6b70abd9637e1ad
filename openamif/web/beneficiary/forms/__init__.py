"""The forms of the beneficiary's pages."""
