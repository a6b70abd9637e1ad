"""The tags by what they show; `templatetags/components.py` gathers them into one library."""
