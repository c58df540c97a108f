"""What is filed, and where."""

from zope.interface import Interface


class IRecord(Interface):
    """Anything filed in an archive that passes submission and verification; it exists only inside an archive."""


class IFixed(Interface):
    """A part of the tree that nobody adds, moves, renames, copies or removes by hand: the archive and its sections."""


class IRecordPart(Interface):
    """Something that may lie inside a record and changes what that record states: a session, a paper."""
