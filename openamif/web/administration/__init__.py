"""The administrator's door: persons, organisations, roles, and the trail of everything."""
