"""What may stand in the text of an article: structure, links and pictures; nothing that runs, nothing that styles.

Cleaned when it is saved, so that a reader's page costs no parsing; `is_clean` tells the page whether what is stored is
what was cleaned. Pure.
"""

from collections.abc import Callable
from hashlib import sha256
from lxml import etree
from lxml import html
from lxml_html_clean import Cleaner
from yidang.publicity.pasted import replace_by_prompt
from yidang.publicity.pasted import untangle
from yidang.publicity.pasted import unwrap_spans

import re


TAGS = [
    "p", "br", "hr", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "strong", "b", "em", "i", "u",
    "s", "sub", "sup", "a", "img", "figure", "figcaption", "span", "div", "pre", "code", "table", "caption", "colgroup",
    "col", "thead", "tbody", "tfoot", "tr", "th", "td",
]  # fmt: skip
ATTRIBUTES = {"href", "src", "alt", "title", "width", "height", "colspan", "rowspan", "scope", "lang", "start"}
KILLED = [
    "script", "style", "iframe", "object", "embed", "form", "input", "button", "select", "textarea", "svg", "math",
    "link", "meta", "base", "template", "noscript", "video", "audio", "frame", "frameset", "applet",
]  # fmt: skip
SCHEMES = ("http:", "https:", "mailto:", "tel:")
UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\ufeff]")
SCHEME = re.compile(r"^[a-z][a-z0-9+.\-]*:", re.IGNORECASE)
INVALID_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

CLEANER = Cleaner(
    scripts=True,
    javascript=True,
    comments=True,
    style=True,
    inline_style=True,
    links=False,
    meta=True,
    page_structure=False,
    processing_instructions=True,
    embedded=False,
    frames=True,
    forms=True,
    annoying_tags=True,
    kill_tags=KILLED,
    allow_tags=TAGS,
    remove_unknown_tags=False,
    safe_attrs_only=True,
    safe_attrs=ATTRIBUTES,
)

Rewrite = Callable[[str], str]


def may_link(address: str) -> bool:
    """Whether an address may stand in a link or picture: http(s), mail, telephone, or relative."""
    bare = UNSEEN.sub("", address).lower()
    return not SCHEME.match(bare) or bare.startswith(SCHEMES)


def _lower_headings(tree) -> None:
    """The title is the page's only first heading."""
    for heading in tree.iter("h1"):
        heading.tag = "h2"


def _check_addresses(tree, rewrite: Rewrite) -> None:
    for picture in list(tree.iter("img")):
        given = picture.get("src", "").strip()
        address = rewrite(given)
        if address and may_link(address):
            picture.set("src", address)
            picture.set("alt", picture.get("alt", ""))
        elif given and may_link(given):
            replace_by_prompt(picture)
        else:
            picture.drop_tree()
    for link in list(tree.iter("a")):
        if not may_link(link.get("href", "")):
            del link.attrib["href"]


def cleaned(raw: str, rewrite: Rewrite = str) -> str:
    """Safe html of `raw`; `rewrite` turns the address of a picture into the one to keep, "" for one
    that is not to be found any more: a prompt takes its place."""
    raw = INVALID_XML.sub("", raw)
    if not raw.strip():
        return ""
    tree = html.fragment_fromstring(raw, create_parent="div", parser=html.HTMLParser(encoding="utf-8"))
    untangle(tree)
    _lower_headings(tree)
    _check_addresses(tree, rewrite)
    CLEANER(tree)
    _check_addresses(tree, str)
    unwrap_spans(tree)
    inner = etree.tostring(tree, encoding="unicode", method="html").strip()
    return inner.removeprefix("<div>").removesuffix("</div>").strip()


def digest(text: str) -> str:
    """What tells one text from another."""
    return sha256(text.encode()).hexdigest()
