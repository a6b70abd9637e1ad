"""The grants in the authorities' door: lists, a grant's pages, entering by hand and by workbook."""
