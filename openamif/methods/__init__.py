"""The mathematics, pure: pseudonyms and linkage, sampling, suppression of small numbers."""
