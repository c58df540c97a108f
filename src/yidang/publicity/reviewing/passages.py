"""An article in passages: what a reviewer points at and what two versions are compared by.

A passage is a field, a paragraph (heading, list item, table cell, caption) or a picture of the text. On the page of its
people every block carries the number of its passage, so that selected words lead to their place.
"""

from collections.abc import Iterator
from lxml import etree
from lxml import html
from typing import NamedTuple
from yidang.indicators.engine.labels import LABELS
from yidang.pages.names import Names
from yidang.publicity.pieces import BLOCKS
from yidang.publicity.pieces import PLACES
from yidang.publicity.pieces import SAID
from yidang.publicity.pieces import WORDS

import re


TEXT = "text"
# A line break ends no paragraph: a reviewer means the paragraph.
CUTS = BLOCKS - {"br"}
FACTS = {
    "origin": "稿件来源",
    "source": SAID["source"],
    "event_date": "活动日期",
    "event_place": SAID["event_place"],
    "event_participants": "活动人次",
    "station": "站点",
}
BLANK = re.compile(r"\s+")
NUMBER = "data-passage"


class Passage(NamedTuple):
    """`key` names it in this version (`title`, `text-3`); `picture` is the address of a picture, "" for words."""

    key: str
    label: str
    text: str
    picture: str = ""

    @property
    def field(self) -> str:
        """The field that it stands in."""
        return self.key.partition("-")[0]

    @property
    def number(self) -> int:
        """Its place in the text, from 1; 0 for another field."""
        return int(self.key.partition("-")[2] or 0)


def folded(text: str) -> str:
    """One line, blanks folded."""
    return BLANK.sub(" ", text or "").strip()


def passages_of(article) -> list[Passage]:
    """The fields with words, then the text block by block."""
    found = [Passage(field, label, folded(getattr(article, field, None) or "")) for field, label in WORDS.items()]
    return [one for one in found if one.text] + text_passages(raw_of(article))


def facts_of(article) -> list[Passage]:
    """What else a version says of itself, for comparing: origin, day, station, file of the cover picture."""
    said = {field: getattr(article, field, None) or "" for field in FACTS}
    said["origin"] = LABELS.value("origin", said["origin"]) if said["origin"] else ""
    said["station"] = Names().station(said["station"])
    found = [Passage(field, label, str(said[field])) for field, label in FACTS.items()]
    image = getattr(article, "image", None)
    cover = f"{image.filename or '未命名'}（{'×'.join(map(str, image.getImageSize()))}）" if image is not None else ""
    found.append(Passage("image", "题图", cover))
    return [one for one in found if one.text]


def raw_of(article) -> str:
    """The html of the text."""
    return getattr(getattr(article, "text", None), "raw", None) or ""


def text_passages(raw: str) -> list[Passage]:
    """The blocks and pictures of a text in their order."""
    return [passage for _, passage in _walk(_tree(raw))] if raw.strip() else []


def numbered(raw: str) -> str:
    """The html with the number of its passage on every block."""
    if not raw.strip():
        return raw
    tree = _tree(raw)
    for element, passage in _walk(tree):
        if element is not tree and element.get(NUMBER) is None:
            element.set(NUMBER, str(passage.number))
            element.set("id", passage.key)
    inner = etree.tostring(tree, encoding="unicode", method="html")
    return inner.removeprefix("<div>").removesuffix("</div>")


def _tree(raw: str):
    return html.fragment_fromstring(raw, create_parent="div")


def _walk(tree) -> Iterator[tuple[object, Passage]]:
    """Each passage with the element that holds it."""
    for number, (element, text, picture) in enumerate(list(_blocks(tree)), 1):
        kind = "图片" if picture else PLACES.get(element.tag, "")
        label = f"正文第 {number} 段" + (f"（{kind}）" if kind else "")
        yield element, Passage(f"{TEXT}-{number}", label, text, picture)


def _blocks(tree) -> Iterator[tuple[object, str, str]]:
    """Element, words, address of a picture. A block inside a block, and a picture, cut the words around them."""
    gathered: list[str] = []
    inside = [tree]

    def flush() -> Iterator[tuple[object, str, str]]:
        text = folded("".join(gathered))
        gathered.clear()
        if text:
            yield inside[-1], text, ""

    for event, element in etree.iterwalk(tree, events=("start", "end")):
        block = element.tag in CUTS and element is not tree
        if event == "start":
            if block or element.tag == "img":
                yield from flush()
            if block:
                inside.append(element)
            if element.tag == "img":
                yield element, folded(element.get("alt") or "（没有说明）"), element.get("src") or "?"
            gathered.append(" " if element.tag == "br" else element.text or "")
        else:
            if block:
                yield from flush()
                inside.pop()
            gathered.append(element.tail or "" if element is not tree else "")
    yield from flush()
