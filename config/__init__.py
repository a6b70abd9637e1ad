"""The site: its settings, its addresses, its server entry."""
