"""Tools for whoever develops the program; nothing here runs on a server."""
