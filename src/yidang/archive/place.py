"""Where something lies: its contract and its archive, found by walking up the tree.

There is no second pointer from a record to its contract that could disagree with the tree.
"""

from yidang.archive.content import IArchive
from yidang.archive.content import IArchiveSection
from yidang.tree import contract_of
from yidang.tree import nearest


__all__ = ("archive_of", "contract_of", "section_of")


def archive_of(obj):
    """The archive in which `obj` lies, or None."""
    return nearest(obj, IArchive)


def section_of(obj):
    """The section of the archive in which `obj` lies, or None."""
    return nearest(obj, IArchiveSection)
