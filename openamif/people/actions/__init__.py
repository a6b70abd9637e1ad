"""One deed a file: enter and close persons, give and end roles, choose a language."""
