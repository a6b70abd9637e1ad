"""One deed a file: begin, write, submit, examine, accept, return, ask, answer, correct."""
