"""Which fields of a type are taken away: those of its schema and of its behaviours, in their order.

The stock factory writes the behaviours' fields into the schema's own list of fieldsets, again at every call.
"""

from collections.abc import Iterator
from collective.excelexport.exportables.base import BaseExportableFactory
from collective.excelexport.exportables.dexterityfields import get_exportable
from plone.autoform.interfaces import IFormFieldProvider
from plone.behavior.interfaces import IBehavior
from zope.component import getUtility
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import ICollection


def has_words(field) -> bool:
    """Whether the values can be told to a reader: a collection of anything is kept for the program alone."""
    return not ICollection.providedBy(field) or field.value_type is not None


class FieldsFactory(BaseExportableFactory):
    """The fields of one type as exportables."""

    weight = 100

    def get_exportables(self) -> list:
        """One for each field; nothing is changed by asking."""
        return [get_exportable(field, self.context, self.request) for _, field in self._fields() if has_words(field)]

    def _fields(self) -> Iterator[tuple]:
        yield from getFieldsInOrder(self.fti.lookupSchema())
        for name in self.fti.behaviors:
            schema = getUtility(IBehavior, name).interface
            if IFormFieldProvider.providedBy(schema):
                yield from getFieldsInOrder(schema)
