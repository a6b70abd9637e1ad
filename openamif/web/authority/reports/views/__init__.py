"""The views of progress reports."""
