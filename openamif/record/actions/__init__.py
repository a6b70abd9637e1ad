"""One deed a file: append to the trail, make a move, keep a document."""
