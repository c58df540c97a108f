"""The keywords of an article (关键词): what readers look for across stations and genres."""

from collections.abc import Iterable
from unicodedata import normalize
from yidang import _
from yidang.archive.fields import Lines
from zope import schema

import re


MOST, LONGEST = 5, 12
# People write them as in a chat: #反家暴#, “反家暴”, 反家暴、.
AROUND = re.compile(r"^[\s#＃“”\"'、，,;；]+|[\s#＃“”\"'、，,;；]+$")


def keywords_field() -> Lines:
    """The field of an article: one keyword a line."""
    return Lines(
        title=_("关键词"),
        description=_("每行一个，最多 5 个，每个不超过 12 字，例如“反家暴”“亲子沟通”；读者可按关键词查看"),
        value_type=schema.TextLine(max_length=LONGEST),
        max_length=MOST,
        required=False,
        default=(),
        missing_value=(),
    )


def plain(keywords: Iterable[str]) -> tuple[str, ...]:
    """As they are kept in the catalog and shown: no signs around them, full-width letters as plain ones, each once."""
    found = (AROUND.sub("", normalize("NFKC", one)) for one in keywords)
    return tuple(dict.fromkeys(one for one in found if one))


def keywords_of(article) -> tuple[str, ...]:
    """Those of an article."""
    return plain(getattr(article.aq_base, "keywords", None) or ())
