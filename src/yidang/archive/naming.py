"""Ids of filed things: the day and a short random part.

Titles of visits repeat by the thousand; asking the folder for "the next free name" would get slower with every one of
them, and two writers would choose the same.
"""

from plone.app.content.interfaces import INameFromTitle
from yidang import clock
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface

import secrets


ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"


def short_code(length: int = 6) -> str:
    """A random code without the letters and digits that people confuse."""
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


class IRecordId(INameFromTitle):
    """Behaviour: the id does not come from the title."""


@implementer(IRecordId)
@adapter(Interface)
class RecordId:
    """Offers `<type>-<yyyymmdd>-<code>` to the name chooser."""

    def __init__(self, context):
        self.context = context

    @property
    def title(self) -> str:
        """What the name chooser makes the id from."""
        kind = self.context.portal_type.lower()
        return f"{kind}-{clock.today():%Y%m%d}-{short_code()}"
