"""Django looks here for the tags."""
