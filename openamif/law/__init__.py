"""The figures and code lists of both periods, dated, each with its article."""
