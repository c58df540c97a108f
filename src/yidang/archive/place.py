"""Where something lies: its contract and its archive, found by walking up the tree.

There is no second pointer from a record to its contract that could disagree with the tree.
"""

from Acquisition import aq_chain
from Acquisition import aq_inner
from yidang.archive.content import IArchive
from yidang.archive.content import IArchiveSection
from yidang.interfaces import IServesContract


def _nearest(obj, interface):
    for parent in aq_chain(aq_inner(obj)):
        if interface.providedBy(parent):
            return parent
    return None


def contract_of(obj):
    """The contract in whose tree `obj` lies, or None."""
    return _nearest(obj, IServesContract)


def archive_of(obj):
    """The archive in which `obj` lies, or None."""
    return _nearest(obj, IArchive)


def section_of(obj):
    """The section of the archive in which `obj` lies, or None."""
    return _nearest(obj, IArchiveSection)
