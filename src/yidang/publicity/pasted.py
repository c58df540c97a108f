"""What Word, WPS and WeChat leave in a text, turned into plain structure before the styles go (cleaning.py). Pure.

Word and WPS write lists as paragraphs with a style (`mso-list:l0 level1 lfo1`) and the sign typed in front; WeChat
nests `section`s, and its pictures lie on its own host under `data-src`. The browser does the same when something is
pasted (`static/pasting.js`); here it is done for every road on which a text may come.
"""

from lxml import etree
from lxml import html
from yidang.publicity.office_lists import elements
from yidang.publicity.office_lists import HEADINGS
from yidang.publicity.office_lists import make_lists
from yidang.publicity.office_lists import style_of

import re


OFFICE = re.compile(r"^(?:o|w|v|m|st1|x):|^xml$|^!\[", re.IGNORECASE)
OUTLINE = re.compile(r"^[1-9]$")
HIDDEN = re.compile(r"^none$", re.IGNORECASE)
BOLD = re.compile(r"^(?:bold|bolder|[6-9]00)$", re.IGNORECASE)
# Names that cameras, WeChat and word processors give to pictures tell a blind reader nothing.
MACHINE_ALT = re.compile(
    r"^(?:(?:图片|图像|图(?=[ _-]?[0-9])|照片|截图|微信图片|微信截图|说明|qq图片|wps图片"
    r"|img|image|picture|pic|photo|wps|dsc|clip_image|mmexport)"
    r"[\s_\-()（）]*[0-9a-z_\-.() ]*|[0-9a-f_\-]{6,}|.*\.(?:jpe?g|png|gif|webp|bmp|tiff?|heic))$",
    re.IGNORECASE,
)
LONGEST_NAME = 80
# Addresses that only the writer's own machine can open.
LOCAL = re.compile(r"^(?:file|blob|cid|webkit-fake-url|about|x-apple-content-cid):", re.IGNORECASE)
MISSING_PICTURE = "【请插入图片：原稿中的一张图片没有带过来】"
BLOCKS = frozenset(
    ("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "blockquote", "pre", "figure", "div",
     "section", "article", "hr", "img")
)  # fmt: skip
WRAPPERS = ("section", "article", "main", "header", "footer", "center", "div")
CELLS = ("td", "th")


def untangle(tree) -> None:
    """Change the tree in place; what it keeps is plain html with no need of a style."""
    _drop_office(tree)
    _drop_hidden(tree)
    _show_pictures(tree)
    make_lists(tree)
    _make_headings(tree)
    _keep_bold(tree)
    _flatten(tree)
    _bare_tables(tree)


def unwrap_spans(tree) -> None:
    """Spans that say nothing any more; those that name another language stay."""
    for span in list(tree.iter("span")):
        language = span.get("lang", "").lower()
        if set(span.attrib) <= {"lang"} and (not language or language.startswith(("en", "zh"))):
            span.drop_tag()
    for link in list(tree.iter("a")):
        if not link.attrib.get("href"):
            link.drop_tag()


def _drop_office(tree) -> None:
    for one in list(tree.iter()):
        if one is tree:
            continue
        if isinstance(one, etree._ProcessingInstruction):
            one.drop_tree()
        elif isinstance(one.tag, str) and OFFICE.match(one.tag):
            holder = one.getparent()
            one.drop_tree() if one.tag.lower() == "xml" else one.drop_tag()
            _drop_if_empty(holder)


def _drop_if_empty(paragraph) -> None:
    """A blank line of Word is a paragraph with nothing but an `o:p`."""
    while paragraph is not None and paragraph.tag == "span" and not _says(paragraph):
        inner, paragraph = paragraph, paragraph.getparent()
        inner.drop_tree()
    if paragraph is not None and paragraph.tag == "p" and paragraph.getparent() is not None and not _says(paragraph):
        paragraph.drop_tree()


def _says(element) -> bool:
    return bool("".join(element.itertext()).strip("\xa0 \t\r\n\u3000")) or element.find(".//img") is not None


def _drop_hidden(tree) -> None:
    for one in elements(tree):
        style = style_of(one)
        hidden = HIDDEN.match(style.get("display", "")) or style.get("mso-hide", "").lower() == "all"
        if hidden or style.get("mso-element", "").startswith("comment"):
            one.drop_tree()


def _show_pictures(tree) -> None:
    for picture in list(tree.iter("img")):
        late = (picture.get("data-src") or "").strip()
        if late:
            picture.set("src", late)
        alt = (picture.get("alt") or "").strip()
        if len(alt) <= LONGEST_NAME and MACHINE_ALT.match(alt):
            picture.set("alt", "")
        if LOCAL.match((picture.get("src") or "").strip()):
            replace_by_prompt(picture)


def replace_by_prompt(picture) -> None:
    """Let words say that a picture is missing here; the proof finds them (drafting.py)."""
    words = html.Element("span")
    words.text, words.tail, picture.tail = MISSING_PICTURE, picture.tail, None
    picture.getparent().replace(picture, words)


def _make_headings(tree) -> None:
    for paragraph in list(tree.iter("p")):
        level = style_of(paragraph).get("mso-outline-level", "")
        if OUTLINE.match(level) and paragraph.getparent().tag not in ("li", *CELLS):
            paragraph.tag = f"h{min(int(level) + 1, 4)}"
    for heading in list(tree.iter("h5", "h6")):
        heading.tag = "h4"


def _keep_bold(tree) -> None:
    for span in list(tree.iter("span")):
        if BOLD.match(style_of(span).get("font-weight", "")) and not _inside_heading(span):
            span.tag = "strong"


def _inside_heading(element) -> bool:
    return any(one.tag in (*HEADINGS, "strong", "b", "th") for one in element.iterancestors())


def _flatten(tree) -> None:
    """A wrapper around blocks goes, one around words is a paragraph; the innermost first."""
    for one in reversed(elements(tree)):
        if one.tag not in WRAPPERS:
            continue
        inside = any(child.tag in BLOCKS for child in one if isinstance(child.tag, str))
        alone = one.getparent().tag in ("p", "span", "a", "strong", "em", "b", "i", *HEADINGS)
        if inside or alone or not _says(one):
            _unwrap(one)
        else:
            one.tag = "p"


def _unwrap(element) -> None:
    """Words beside blocks become paragraphs, so that none runs into another."""
    if (element.text or "").strip():
        words = html.Element("p")
        words.text, element.text = element.text, None
        element.insert(0, words)
    for child in list(element):
        if (child.tail or "").strip() and child.tag in BLOCKS:
            words = html.Element("p")
            words.text, child.tail = child.tail, None
            child.addnext(words)
    element.drop_tag()


def _bare_tables(tree) -> None:
    """Cells keep what they span; widths are styles, and a single paragraph in a cell is its words."""
    for one in elements(tree):
        if one.tag != "img":
            one.attrib.pop("width", None)
            one.attrib.pop("height", None)
        if one.tag in CELLS:
            for name in ("colspan", "rowspan"):
                if one.get(name) == "1":
                    del one.attrib[name]
            if len(one) == 1 and one[0].tag == "p" and not (one.text or "").strip() and not (one[0].tail or "").strip():
                one[0].drop_tag()
