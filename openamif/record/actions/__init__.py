"""One deed a file: append to the trail, make a move, note a reading, keep a document."""
