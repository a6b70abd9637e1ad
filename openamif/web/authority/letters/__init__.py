"""Letters as the authorities and the administrator read them: what was said to whom, and what was not and why."""
