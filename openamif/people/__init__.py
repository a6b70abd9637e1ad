"""Persons, organisations, and the roles they hold for a scope."""
