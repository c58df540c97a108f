"""The page of a part of a record: it has no state of its own."""

from yidang.archive.views.frame import FramePage


class PartPage(FramePage):
    """A session of a case or of a group."""
