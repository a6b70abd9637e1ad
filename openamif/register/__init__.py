"""What happened to whom, counted once: participants under pseudonyms, activities, events, things delivered."""
