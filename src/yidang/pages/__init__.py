"""What the pages of every room share: title, address of the icons, batches, what is read from a query."""
