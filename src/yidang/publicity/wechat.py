"""An article as the editor of a public account (公众号) takes it. Pure.

That editor keeps structure and inline styles and drops classes, ids, style sheets and scripts; it fetches no picture
that it cannot reach and allows no link to another site. So every element carries its own style in px, pictures become
places to put them, in the order in which they are listed for upload, and a link becomes its words and its address.
"""

from collections.abc import Iterable
from html import escape
from lxml import etree
from lxml import html
from typing import NamedTuple
from urllib.parse import urljoin
from yidang.publicity.cleaning import KILLED


TITLE_MOST = 64
SUMMARY_MOST = 120
INK = "color:#333333;"
BODY = f"margin:0 0 16px 0;font-size:16px;line-height:28px;letter-spacing:1px;{INK}"
CELL = f"border:1px solid #cccccc;padding:6px 8px;font-size:14px;line-height:22px;{INK}"
STYLES = {
    "p": BODY,
    "h2": "margin:28px 0 14px 0;font-size:20px;line-height:30px;font-weight:bold;color:#8c2f39;",
    "h3": "margin:24px 0 12px 0;font-size:18px;line-height:28px;font-weight:bold;color:#333333;",
    "h4": "margin:20px 0 10px 0;font-size:16px;line-height:26px;font-weight:bold;color:#333333;",
    "blockquote": f"margin:0 0 16px 0;padding:8px 14px;border-left:3px solid #8c2f39;background-color:#f7f3ee;{INK}",
    "ul": "margin:0 0 16px 0;padding:0 0 0 24px;",
    "ol": "margin:0 0 16px 0;padding:0 0 0 24px;",
    "li": f"margin:0 0 6px 0;font-size:16px;line-height:28px;{INK}",
    "table": "margin:0 0 16px 0;border-collapse:collapse;",
    "th": f"{CELL}background-color:#f7f3ee;font-weight:bold;",
    "td": CELL,
    "strong": "font-weight:bold;",
    "em": "font-style:italic;",
    "u": "text-decoration:underline;",
    "s": "text-decoration:line-through;",
    "pre": f"margin:0 0 16px 0;padding:8px 14px;background-color:#f7f7f7;font-size:14px;line-height:22px;{INK}",
}
PLACE = "margin:0 0 16px 0;padding:14px;border:1px dashed #999999;font-size:14px;line-height:22px;color:#666666;"
CAPTION = "margin:0 0 16px 0;font-size:14px;line-height:22px;color:#888888;text-align:center;"
# Elements under another name; whatever is neither here nor in STYLES or PLAIN gives up its tag and keeps its words.
RENAMED = {"b": "strong", "i": "em", "h1": "h2", "dt": "p", "dd": "p", "figcaption": "p", "caption": "p", "h5": "h4"}
PLAIN = frozenset({"br", "hr", "tr", "thead", "tbody", "tfoot", "sub", "sup", "section"})
ALLOWED = frozenset(STYLES) | PLAIN
KEPT_ATTRIBUTES = ("colspan", "rowspan")


class Picture(NamedTuple):
    """A picture to upload: its number in the text, where it is fetched, what it shows."""

    number: int
    url: str
    alt: str

    @property
    def filename(self) -> str:
        """The name under which it is downloaded."""
        ending = self.url.rpartition(".")[2].lower()
        return f"picture-{self.number:02}.{ending if ending in ('jpg', 'png', 'gif', 'webp') else 'jpg'}"


class Exported(NamedTuple):
    """What is pasted, the pictures to upload in their order, and the addresses that were links."""

    html: str
    pictures: tuple[Picture, ...]
    links: tuple[str, ...]


def exported(text: str, base: str = "", notes: Iterable[str] = ()) -> Exported:
    """The text of an article (clean html) for the editor; `base` completes relative addresses, `notes` end it."""
    tree = html.fragment_fromstring(text or "", create_parent="section")
    pictures, links = _pictures(tree, base), _links(tree, base)
    for element in list(tree.iterdescendants()):
        _dress(element)
    for note in notes:
        tree.append(_paragraph(note, CAPTION))
    return Exported(etree.tostring(tree, encoding="unicode", method="html").strip(), pictures, links)


def _paragraph(words: str, style: str):
    return html.fromstring(f'<p style="{style}">{escape(words)}</p>')


def _pictures(tree, base: str) -> tuple[Picture, ...]:
    """Put a place for each picture; one that stands within a paragraph breaks it with a line."""
    found = []
    for number, element in enumerate(list(tree.iter("img")), 1):
        picture = Picture(number, urljoin(base, element.get("src", "")), (element.get("alt") or "").strip())
        found.append(picture)
        inside = any(one.tag in ("p", "li", "td", "th", "h2", "h3", "h4") for one in element.iterancestors())
        place = html.Element("strong" if inside else "p")
        place.text = f"【图片 {number}{'：' + picture.alt if picture.alt else ''}】"
        place.set("style", "font-weight:bold;color:#666666;" if inside else PLACE)
        place.tail = element.tail
        element.getparent().replace(element, place)
    return tuple(found)


def _links(tree, base: str) -> tuple[str, ...]:
    found = []
    for element in list(tree.iter("a")):
        address = element.get("href") or ""
        words = "".join(element.itertext()).strip()
        if address and not address.startswith("#"):
            url = urljoin(base, address)
            shown = url.removeprefix("mailto:").removeprefix("tel:")
            found.append(url)
            if shown not in words:
                _append(element, f"（{shown}）")
        element.drop_tag()
    return tuple(dict.fromkeys(found))


def _append(element, words: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words


def _dress(element) -> None:
    """One element: a tag that survives, a style of its own, nothing else."""
    if not isinstance(element.tag, str) or element.tag in KILLED:
        element.drop_tree()
        return
    style = CAPTION if element.tag in ("figcaption", "caption") else ""
    given = element.get("style") if element.tag in ("p", "strong") and "【图片" in (element.text or "")[:3] else ""
    element.tag = RENAMED.get(element.tag, element.tag)
    if element.tag not in ALLOWED:
        element.drop_tag()
        return
    kept = {name: element.get(name) for name in KEPT_ATTRIBUTES if (element.get(name) or "").isdigit()}
    element.attrib.clear()
    style = style or given or STYLES.get(element.tag, "")
    element.attrib.update({**kept, **({"style": style} if style else {})})


def too_long(title: str, summary: str) -> list[str]:
    """What the editor would cut off: one sentence each."""
    found = []
    for name, words, most in (("标题", title, TITLE_MOST), ("摘要", summary, SUMMARY_MOST)):
        if len(words or "") > most:
            found.append(f"{name}有 {len(words)} 个字，公众号最多 {most} 个，请在公众号后台缩短。")
    return found
