"""One deed a file: begin a programme or a version, revise it, validate it, send it, and the moves of the Commission."""
