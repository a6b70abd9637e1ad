"""One deed a file: what a person does with her own account. Letting others in is `access/`."""
