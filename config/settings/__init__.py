"""Settings by place: base, and what dev, test and prod add."""
