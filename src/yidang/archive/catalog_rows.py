"""How the catalog's rows lie in the database: few together.

A row has fifty columns. Zope keeps up to sixty rows in one leaf of a tree, and whoever changes one row writes its whole
leaf: three fifths of all that publishing an article stored. Two people who publish at once write to one leaf as well.
"""

from BTrees.IOBTree import IOBTree


class Rows(IOBTree):
    """Number of the catalog -> row."""

    max_leaf_size = 12


def keep_few_together(catalog) -> None:
    """Let the rows of a catalog (the one inside the tool) lie so; again changes nothing.

    Whoever empties the catalog has to ask for it again.
    """
    if not isinstance(catalog.data, Rows):
        catalog.data = Rows(catalog.data)
