"""Fields of records as cells: with their types, whole, by the names people know, and only for those who may read them.

Adapters of (field, context, request of our layer); each stands in for the stock one of the same field interface.
"""

from AccessControl import getSecurityManager
from collections.abc import Mapping
from collections.abc import Sized
from collective.excelexport.exportables.dexterityfields import BaseFieldRenderer
from collective.excelexport.interfaces import IExportable
from functools import cached_property
from plone import api
from plone.autoform.interfaces import READ_PERMISSIONS_KEY
from plone.supermodel.utils import mergedTaggedValueDict
from typing import Any
from yidang.archive.held import Held
from yidang.indicators.evidence import HIDDEN
from yidang.publicity.prose import plain
from zope.component import getMultiAdapter
from zope.component import getUtility
from zope.component import queryUtility
from zope.i18n import translate
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import IContextSourceBinder
from zope.schema.interfaces import IVocabularyFactory
from zope.security.interfaces import IPermission


SEPARATOR = "、"


class FieldCell(BaseFieldRenderer):
    """Any field: numbers, days and moments keep their types; what has no words of its own is left out."""

    width = 14.0

    @cached_property
    def permission(self) -> str:
        """What one must hold to read the field; "" when seeing the record is enough."""
        name = mergedTaggedValueDict(self.field.interface, READ_PERMISSIONS_KEY).get(self.field.__name__)
        permission = queryUtility(IPermission, name) if name else None
        return permission.title if permission is not None else ""

    def may_read(self, obj) -> bool:
        """Whether the current user may read the field of this record."""
        return not self.permission or bool(getSecurityManager().checkPermission(self.permission, obj))

    def render_header(self) -> str:
        """The field's title."""
        return translate(self.field.title, context=self.request)

    def render_value(self, obj) -> Any:
        """The value as a cell; a filled field that the user may not read is said to be hidden."""
        value = getattr(obj.aq_base, self.field.__name__, None)
        if value is None or (isinstance(value, Sized) and not len(value)):
            return None
        return self.cell(obj, value) if self.may_read(obj) else HIDDEN

    def cell(self, obj, value: Any) -> Any:
        """The value as a cell, for those who may read it."""
        return value

    def render_collection_entry(self, obj, value: Any) -> str:
        """One value of several, in words."""
        cell = self.cell(obj, value)
        return "" if cell is None else str(cell)


class TextCell(FieldCell):
    """A text as it is, however long."""

    width = 30.0

    def cell(self, obj, value: str) -> str:
        """The whole text."""
        return value


class RichTextCell(FieldCell):
    """A formatted text without its formats."""

    width = 50.0

    def cell(self, obj, value: Any) -> str:
        """The words."""
        return plain(value)


class ChoiceCell(FieldCell):
    """A value by its title. Titles are looked up once: a column has few values and many rows."""

    @cached_property
    def _titles(self) -> dict[Any, str]:
        return {}

    def cell(self, obj, value: Any) -> str:
        """The title; the value itself when the list no longer has it."""
        if value not in self._titles:
            self._titles[value] = self._title(obj, value)
        return self._titles[value]

    def _title(self, obj, value: Any) -> str:
        vocabulary = self.field.vocabulary
        if IContextSourceBinder.providedBy(vocabulary):
            vocabulary = vocabulary(obj)
        if vocabulary is None:
            vocabulary = getUtility(IVocabularyFactory, self.field.vocabularyName)(obj)
        if isinstance(vocabulary, Held):  # it names what the record holds to everyone; a file must not
            brain = next(iter(api.portal.get_tool("portal_catalog")(UID=value)), None)
            return brain.Title if brain is not None else HIDDEN
        try:
            title = vocabulary.getTerm(value).title
        except LookupError:
            return str(value)
        return translate(title, context=self.request) if title else str(value)


class CollectionCell(FieldCell):
    """Several values in a row. A set has no order of its own; its words get one, so that files can be compared."""

    width = 24.0

    @cached_property
    def entry(self):
        """The exportable of one value, made once: it remembers titles."""
        return getMultiAdapter((self.field.value_type, self.context, self.request), IExportable)

    def cell(self, obj, value: Any) -> str:
        """The values."""
        words = [self.entry.render_collection_entry(obj, one) for one in value]
        return SEPARATOR.join(sorted(words) if isinstance(value, (set, frozenset)) else words)


class RowCell(FieldCell):
    """One row of a table inside a record."""

    @cached_property
    def entries(self) -> dict[str, Any]:
        """The exportables of its columns."""
        return {
            name: getMultiAdapter((field, self.context, self.request), IExportable)
            for name, field in getFieldsInOrder(self.field.schema)
        }

    def cell(self, obj, value: Mapping) -> str:
        """`渠道 微信，刊发日期 2024-05-31`: what is filled in."""
        return "，".join(
            f"{entry.render_header()} {entry.render_collection_entry(obj, value[name])}"
            for name, entry in self.entries.items()
            if value.get(name) not in (None, "")
        )


class FileCell(FieldCell):
    """The name of an uploaded file."""

    width = 24.0

    def cell(self, obj, value: Any) -> str:
        """Its name."""
        return value.filename or "（有文件）"


class RelationCell(FieldCell):
    """The title of what a relation leads to."""

    def cell(self, obj, value: Any) -> str | None:
        """For those who may view it."""
        target = value.to_object
        if target is None:
            return None
        return target.Title() if getSecurityManager().checkPermission("View", target) else HIDDEN
