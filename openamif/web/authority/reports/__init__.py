"""Progress reports as the authority looks at them: the queue, a report examined, its decisions."""
