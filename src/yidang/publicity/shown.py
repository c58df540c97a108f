"""The pictures within a text as readers get them: in sizes to choose from, with width and height, so that nothing moves
while the page loads, and fetched when they are reached."""

from collections.abc import Mapping
from html import escape
from html import unescape
from yidang.publicity.covers import at
from yidang.publicity.covers import VIEW
from yidang.publicity.rendered import rendered_keys
from yidang.publicity.renditions import height_at
from yidang.publicity.renditions import WIDTHS

import re


# What `cleaning.py` writes: attributes in double quotes. Text that was cleaned holds no other tag of this name.
IMG = re.compile(r"<img\b[^>]*>")
ATTRIBUTE = re.compile(r'\b(src|alt|title|width)="([^"]*)"')
KEY = re.compile(r"([0-9a-f]{24})\.[a-z]+$")
SIZES = "(max-width: 46rem) 100vw, 44rem"


def with_sizes(article, text: str, url: str) -> str:
    """The text (clean html) with the pictures of this article in their sizes; the first one at once where no cover
    stands above it. Kept in memory with the article until one of the two changes."""
    if "<img" not in text:
        return text
    known = getattr(article, "_v_shown", None)
    if known is None or known[0] != (text, url, article.image is None):
        made = rendered_keys(article)
        known = article._v_shown = (
            (text, url, article.image is None),
            replaced(text, f"{url}/{VIEW}/", getattr(article.aq_base, "pictures", {}), made, article.image is None),
        )
    return known[1]


def replaced(text: str, base: str, pictures: Mapping, made: set[str], first_at_once: bool = True) -> str:
    """The same, of plain values: addresses begin with `base`, `made` are the pictures that have sizes."""
    count = 0

    def one(found: re.Match) -> str:
        nonlocal count
        count += 1
        said = {name: unescape(value) for name, value in ATTRIBUTE.findall(found[0])}
        loading = {"fetchpriority": "high"} if first_at_once and count == 1 else {"loading": "lazy"}
        return _tag(said, said.get("src", ""), base, pictures, made, {**loading, "decoding": "async"})

    return IMG.sub(one, text)


def _tag(said: dict[str, str], address: str, base: str, pictures: Mapping, made: set[str], rest: dict[str, str]) -> str:
    key = address.removeprefix(base) if address.startswith(base) else ""
    picture = pictures.get(key)
    told = {name: said[name] for name in ("alt", "title") if name in said}
    if picture is None:
        return _element("img", {"src": address, **told, **rest})
    width, height = picture.getImageSize()
    if width < 1 or height < 1:
        return _element("img", {"src": address, **told, **rest})
    shown = _width(said.get("width", ""), min(width, WIDTHS[-1]))
    size = {"width": str(shown), "height": str(height_at(shown, (width, height)))}
    if not KEY.search(key) or key[:24] not in made:
        return _element("img", {"src": address, **told, **size, **rest})
    offered = at(address, width, height)
    image = _element("img", {"src": offered.url, **told, **size, **rest})
    source = _element("source", {"type": "image/webp", "srcset": offered.srcset, "sizes": _sizes(shown)})
    return f"<picture>{source}{image}</picture>"


def _width(said: str, most: int) -> int:
    """What the writer chose, in pixels; never more than there are."""
    return min(int(said), most) if said.isascii() and said.isdigit() and 0 < int(said[:6]) else most


def _sizes(shown: int) -> str:
    """How wide the column or the picture is, whichever is less."""
    return SIZES if shown >= 704 else f"(max-width: {shown}px) 100vw, {shown}px"


def _element(tag: str, attributes: dict[str, str]) -> str:
    told = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    return f"<{tag}{told}>"
