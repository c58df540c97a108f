"""Amending a line in a form that a project lead understands: state of the form, conditions as rows, preview, pages."""
