"""Written when the site is made."""
