"""What may be kept of the public pages, by whom, and how it is made new within a second (docs/deployment.md)."""
