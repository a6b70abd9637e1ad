"""The door for programs: a read-only interface in JSON."""
