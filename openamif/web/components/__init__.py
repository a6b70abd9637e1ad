"""The pieces pages are made of: each formats, explains or asks for one thing, and has its place in the gallery."""
