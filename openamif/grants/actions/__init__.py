"""One deed a file: enter, change, sign and end a grant, import many."""
