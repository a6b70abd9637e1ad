"""The register of a grant as an officer sees it: under pseudonyms, to read."""
