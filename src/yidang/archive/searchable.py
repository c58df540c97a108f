"""The words by which a record is found: its texts, and nothing that a permission hides (a client's name and phone)."""

from collections.abc import Iterator
from plone.autoform.interfaces import READ_PERMISSIONS_KEY
from plone.dexterity.utils import iterSchemata
from plone.indexer import indexer
from plone.supermodel.utils import mergedTaggedValueDict
from yidang.archive.interfaces import IRecord
from yidang.archive.interfaces import IRecordPart
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import IText


def open_texts(content) -> Iterator[str]:
    """The filled text fields that everyone who sees the content may read."""
    for schema in iterSchemata(content):
        hidden = mergedTaggedValueDict(schema, READ_PERMISSIONS_KEY)
        for name, field in getFieldsInOrder(schema):
            value = getattr(content, name, None) if IText.providedBy(field) and name not in hidden else None
            if isinstance(value, str):
                yield value


def searchable(content) -> str:
    """All of it, with the archive number."""
    return " ".join([*open_texts(content), getattr(content, "archive_number", None) or ""]).strip()


@indexer(IRecord)
def record_text(record) -> str:
    """For records."""
    return searchable(record)


@indexer(IRecordPart)
def part_text(part) -> str:
    """For sessions."""
    return searchable(part)
