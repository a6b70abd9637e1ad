"""What must be kept: the trail, and documents with their checksums."""
