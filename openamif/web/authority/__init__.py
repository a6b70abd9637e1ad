"""The door of the authorities: plan, follow, check."""
