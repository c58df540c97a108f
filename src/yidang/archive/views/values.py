"""Values of schema fields as people read them."""

from collections.abc import Iterable
from datetime import date
from plone import api
from typing import Any
from typing import NamedTuple
from zope.component import getUtility
from zope.i18n import translate
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import ICollection
from zope.schema.interfaces import IVocabularyFactory


class Row(NamedTuple):
    """One label and value of a page; `url` makes the value a link."""

    label: str
    value: str
    url: str = ""


def term_title(vocabulary: str, value: str, context) -> str:
    """The Chinese title of a term; the value itself when the list no longer has it."""
    try:
        return getUtility(IVocabularyFactory, vocabulary)(context).getTerm(value).title
    except LookupError:
        return value


def shown(field, value: Any, context) -> str:
    """One value in words; "" for an empty one."""
    if value is None or value == "" or value == ():
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if ICollection.providedBy(field):
        return "、".join(shown(field.value_type, one, context) for one in value)
    if IChoice.providedBy(field) and field.vocabularyName:
        return term_title(field.vocabularyName, value, context)
    if isinstance(value, date):
        return value.isoformat()
    return f"{value:g}" if isinstance(value, float) else str(value)


def label_of(field) -> str:
    """The field's title without its unit: 时长（小时） is 时长."""
    return translate(field.title).partition("（")[0]


def unit_of(field) -> str:
    """The unit in the field's title, with a space before it; "" when it names none."""
    unit = translate(field.title).partition("（")[2].rstrip("）")
    return f" {unit}" if unit else ""


def rows(record, schema, names: Iterable[str]) -> list[Row]:
    """The filled fields, in the given order."""
    found = []
    for name in names:
        field = schema[name]
        words = shown(field, getattr(record, name, None), record)
        if words:
            found.append(Row(label_of(field), words + unit_of(field)))
    return found


def texts(record, schema, names: Iterable[str]) -> list[tuple[str, list[str]]]:
    """The filled long texts: heading and paragraphs."""
    found = []
    for name in names:
        words = getattr(record, name, None)
        if words:
            found.append((translate(schema[name].title), [line for line in words.splitlines() if line.strip()]))
    return found


def file_row(record, schema, name: str) -> list[Row]:
    """A link to an uploaded file, when there is one."""
    upload = getattr(record, name, None)
    if upload is None:
        return []
    size = upload.getSize()
    words = f"{size / 1024 / 1024:.1f} MB" if size >= 1024 * 1024 else f"{max(size // 1024, 1)} KB"
    url = f"{record.absolute_url()}/@@download/{name}"
    return [Row(translate(schema[name].title), f"{upload.filename}（{words}）", url)]


def held_row(record, schema, name: str) -> list[Row]:
    """The client or case that a field names, as a link; without its title for those who may not see it."""
    uid = getattr(record, name, None)
    return [_held(schema[name], uid)] if uid else []


def held_rows(record, schema, name: str) -> list[Row]:
    """Those that a field names, one row each."""
    return [_held(schema[name], uid) for uid in getattr(record, name, None) or ()]


def _held(field, uid: str) -> Row:
    brain = next(iter(api.portal.get_tool("portal_catalog")(UID=uid)), None)
    label = translate(field.title)
    return Row(label, brain.Title, brain.getURL()) if brain is not None else Row(label, "（您不能查看）")
