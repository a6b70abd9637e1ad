"""The doors: what each kind of reader sees and may do."""
