"""One deed a file: queue the letters that are owed, send those that are still true."""
