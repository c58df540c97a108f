"""Pages of the purchaser: what awaits verification, and what the purchaser files."""
