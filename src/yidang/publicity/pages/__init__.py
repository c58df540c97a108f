"""Pages that tell how the publicity of a contract stands."""
