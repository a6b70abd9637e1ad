"""A whole fund to look at, played through the actions."""
