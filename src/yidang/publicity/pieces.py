"""An article taken apart for proofreading: every text that a page or a file can show, with its place."""

from collections.abc import Iterator
from functools import lru_cache
from lxml import etree
from lxml import html
from yidang.proofreading.engine import Piece
from yidang.publicity.keywords import keywords_of
from yidang.publicity.photo_data import told_by
from yidang.publicity.pictures import KEY
from yidang.publicity.placements import rows_of


BLOCKS = frozenset(
    ("p", "h2", "h3", "h4", "li", "dt", "dd", "blockquote", "pre", "td", "th", "caption", "figcaption", "div", "table",
     "tr", "tbody", "thead", "tfoot", "ul", "ol", "dl", "figure", "hr", "br")
)  # fmt: skip
TOLD_BY = "的说明"
PLACES = {"td": "表格", "th": "表格", "caption": "表格标题", "figcaption": "图注"}
# The fields of one's own words, as people are told of them: findings, remarks and comparisons say the same.
WORDS = {"title": "标题", "description": "摘要", "image_alt": "题图说明", "image_caption": "题图图注"}
# Words that are facts about the article: read over, compared, never remarked on one by one.
SAID = {"event_place": "活动地点", "source": "来源"}
FIELDS = WORDS | SAID


def pieces_of(article) -> list[Piece]:
    """All of them: fields, paragraphs, table cells, texts of pictures, names of files, notes inside pictures."""
    found = [Piece(field, place, getattr(article, field, None) or "") for field, place in FIELDS.items()]
    found.append(Piece("keywords", "关键词", "、".join(keywords_of(article)), prose=False))
    found += _of_text(article)
    found += _of_cover(article)
    for number, row in enumerate(rows_of(article), 1):
        where = " ".join(filter(None, (row.get("outlet"), row.get("page"))))
        found.append(Piece("placements", f"第 {number} 条刊发记录", where, prose=False))
    return [piece for piece in found if piece.text.strip()]


def _of_text(article) -> Iterator[Piece]:
    for piece, picture in _taken_apart(getattr(article.text, "raw", None) or ""):
        yield piece
        if picture:
            yield from _of_picture(article, picture, piece.place.removesuffix(TOLD_BY))


@lru_cache(maxsize=16)
def _taken_apart(raw: str) -> tuple[tuple[Piece, str], ...]:
    """The pieces of a text, each with the address of the picture that it tells of ("" for none).

    A step of the review reads the same text three times over: before it, for its result, and for what others are told.
    """
    if not raw.strip():
        return ()
    tree = html.fragment_fromstring(raw, create_parent="div")
    found, paragraph = [], 0
    for tag, text in _blocks(tree):
        paragraph += tag not in PLACES
        found.append((Piece("text", PLACES.get(tag) or f"正文第 {paragraph} 段", text), ""))
    for number, picture in enumerate(tree.iter("img"), 1):
        told = Piece("text", f"正文第 {number} 张图{TOLD_BY}", picture.get("alt") or "")
        found.append((told, picture.get("src") or ""))
    found += [(Piece("text", "链接地址", link.get("href") or "", prose=False), "") for link in tree.iter("a")]
    found += [(Piece("text", "提示文字", one.get("title")), "") for one in tree.iterfind(".//*[@title]")]
    return tuple(found)


def _blocks(tree) -> Iterator[tuple[str, str]]:
    """The text of each block with the tag of the block; a block inside a block cuts it."""
    gathered: list[str] = []
    inside = ["p"]

    def flush() -> Iterator[tuple[str, str]]:
        text = "".join(gathered).strip()
        gathered.clear()
        if text:
            yield inside[-1], text

    for event, element in etree.iterwalk(tree, events=("start", "end")):
        block = element.tag in BLOCKS
        if event == "start":
            if block:
                yield from flush()
                inside.append(element.tag)
            gathered.append(element.text or "")
        else:
            if block:
                yield from flush()
                inside.pop()
            gathered.append(element.tail or "" if element is not tree else "")
    yield from flush()


def _of_picture(article, address: str, place: str) -> Iterator[Piece]:
    key = KEY.search(address)
    picture = getattr(article.aq_base, "pictures", {}).get(key[1]) if key else None
    if picture is not None:
        yield from _of_file(picture, "text", place)


def _of_cover(article) -> Iterator[Piece]:
    if article.image is not None:
        yield from _of_file(article.image, "image", "题图")


def _of_file(picture, field: str, place: str) -> Iterator[Piece]:
    yield Piece(field, f"{place}的文件名", picture.filename or "", prose=False)
    # A file that was found to tell nothing is not opened again.
    for name, text in () if getattr(picture, "bare", False) else told_by(picture.data):
        yield Piece(field, f"{place}文件中的{name}", text, prose=False)
