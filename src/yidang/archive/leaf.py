"""What is filed and holds nothing: an article, a visit, a report, a paper; and what it says of an empty field."""

from collections.abc import Callable
from plone.dexterity.content import Item
from zope.interface.interface import InterfaceClass
from zope.schema import getFieldsInOrder


UNCHANGEABLE = (type(None), bool, int, float, str, tuple)


class Leaf(Item):
    """A record in which nothing lies."""

    # A thing of the portal factory of old would answer; here the whole way up to the portal is asked in vain, each time
    # that an index is to be brought up to date.
    isTemporary = None

    def reindexObjectSecurity(self, skip_self: bool = False) -> None:
        """Only its own entry.

        A step changes who may see it. Plone then asks the catalog for all that lies below, which is nothing, and that
        question costs as much as all the rest of the change.
        """
        if not skip_self:
            self.reindexObject(idxs=list(self._cmf_security_indexes))


def with_defaults(schema: InterfaceClass) -> Callable[[type], type]:
    """Give a class the defaults of its schema, so that a field that was never filled in is read like any other.

    Dexterity looks through the schemas of the type and copies the default whenever such a field is read; the twenty of
    an article are read some eighty times while it is published. Defaults that can change stay with Dexterity.
    """

    def complete(kind: type) -> type:
        for name, field in getFieldsInOrder(schema):
            fixed = field.defaultFactory is None and isinstance(field.default, UNCHANGEABLE)
            if fixed and not hasattr(kind, name):
                setattr(kind, name, field.default)
        return kind

    return complete
