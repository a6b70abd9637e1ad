"""One deed a file: enter a person or an organisation, close and open an account, give and end a role."""
