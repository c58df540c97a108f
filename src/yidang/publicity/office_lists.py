"""The lists of Word and WPS: paragraphs with a style and a sign typed in front, turned into real lists. Pure."""

from lxml import html

import re


HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
STYLE_BREAK = re.compile(r"\s*;\s*")
LIST_LEVEL = re.compile(r"\blevel([1-9])\b", re.IGNORECASE)
# 1. 1） (1) a) iv. — Chinese numerals (一、) are headings of official papers and stay as they are written.
ORDINAL = re.compile(r"^[(（]?([0-9]{1,3}|[a-zA-Z]|[ivxIVX]{2,5})[.．)）、]$")


def style_of(element) -> dict[str, str]:
    """The inline style by property, names in small letters."""
    pairs = (part.partition(":") for part in STYLE_BREAK.split(element.get("style") or ""))
    return {name.strip().lower(): value.strip() for name, _, value in pairs if value}


def elements(tree) -> list:
    """Every element below the root, in the order of the text."""
    return [one for one in tree.iter() if isinstance(one.tag, str) and one is not tree]


def make_lists(tree) -> None:
    """Runs of list paragraphs become lists, deeper levels inside the item before them."""
    open_lists: list = []
    for paragraph in [one for one in elements(tree) if one.tag in ("p", "li", *HEADINGS)]:
        level = _list_level(paragraph)
        if not level or paragraph.tag != "p":
            open_lists = []
            continue
        if open_lists and not _follows(open_lists[0], paragraph):
            open_lists = []
        ordered, start = _take_sign(paragraph)
        if ordered is None:
            open_lists = []
            continue
        del open_lists[level:]
        if len(open_lists) == level and open_lists[-1].tag != ("ol" if ordered else "ul"):
            open_lists.pop()
        while len(open_lists) < level:
            open_lists.append(_new_list(open_lists, paragraph, ordered, start))
        paragraph.tag = "li"
        _move(paragraph, open_lists[-1])


def _list_level(paragraph) -> int:
    found = LIST_LEVEL.search(style_of(paragraph).get("mso-list", ""))
    return int(found[1]) if found else 0


def _follows(outer, paragraph) -> bool:
    return outer.getparent() is paragraph.getparent() and outer.getnext() is paragraph


def _new_list(open_lists: list, paragraph, ordered: bool, start: int):
    made = html.Element("ol" if ordered else "ul")
    if ordered and start > 1:
        made.set("start", str(start))
    if open_lists and len(open_lists[-1]):
        open_lists[-1][-1].append(made)
    elif open_lists:
        item = html.Element("li")
        open_lists[-1].append(item)
        item.append(made)
    else:
        paragraph.addprevious(made)
    return made


def _move(element, target) -> None:
    tail, element.tail = element.tail, None
    target.append(element)
    if tail and tail.strip():
        element.tail = tail


def _take_sign(paragraph) -> tuple[bool | None, int]:
    """Whether the list is numbered, and where it begins; the sign goes. (None, 0): the sign is part of the text."""
    for span in paragraph.iter("span"):
        if style_of(span).get("mso-list", "").lower() == "ignore":
            sign = re.sub(r"\s+", "", "".join(span.itertext()).replace("\xa0", ""))
            ordinal = ORDINAL.match(sign)
            if not ordinal and re.search(r"[一二三四五六七八九十]", sign):
                span.text = sign
                for child in list(span):
                    child.drop_tree()
                return None, 0
            span.drop_tree()
            return bool(ordinal), int(ordinal[1]) if ordinal and ordinal[1].isdecimal() else 1
    return False, 1
