"""What can be taken away from the portal as a file: workbooks and comma-separated tables (docs/exports.md)."""
