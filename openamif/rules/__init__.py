"""The law as pure functions over frozen facts: no framework, no clock, no database."""
