"""Letters: because something happened or is due, in the reader's language, true at the moment they leave."""
