"""A whole fund to look at, played through the actions and dated from today."""
