"""Pages about the staff of a contract."""
