"""One deed a file: enter, record, correct, import, erase."""
