"""One deed a file: plan a check, write its findings, close it."""
