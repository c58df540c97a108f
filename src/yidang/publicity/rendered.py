"""The sizes of an article's pictures: made when it is saved, so that no reader waits for them and no reading writes.

They lie beside the articles in a list of the section, by UID, picture and size. Whatever is not there (a picture that
moves, an old version that came back) is answered with the picture itself.
"""

from hashlib import sha256
from plone.namedfile.file import NamedBlobImage
from yidang.archive.place import section_of
from yidang.publicity.captures import shelf
from yidang.publicity.covers import COVER
from yidang.publicity.renditions import is_moving
from yidang.publicity.renditions import renditions

import logging


LOG = logging.getLogger(__name__)
RENDITIONS = "yidang.renditions"
LAST = "\uffff"
# What Pillow raises for bytes that it cannot draw.
UNDRAWN = (OSError, ValueError, SyntaxError, MemoryError)


def render(article) -> None:
    """Make what is missing."""
    article._v_shown = None
    image = article.image
    if image is not None:
        _make(article, _mark(image), image, moving_too=True)
    for key, picture in getattr(article.aq_base, "pictures", {}).items():
        _make(article, key[:24], picture)


def rendition_of(article, key: str, name: str) -> NamedBlobImage | None:
    """One size (`800`, `800.webp`) of the cover (key `cover`) or of a picture of the text; None where there is none."""
    if key == COVER:
        key = getattr(article.image, "mark", "")
    return _held(article).get((article.UID(), f"{key[:24]}/{name}"))


def rendered_keys(article) -> set[str]:
    """The pictures of which there are sizes, by the first 24 characters of their keys."""
    uid = article.UID()
    return {key.partition("/")[0] for _, key in _held(article).keys(min=(uid, ""), max=(uid, LAST))}


def forget(article, event) -> None:
    """The sizes of an article that goes, go with it."""
    section = section_of(event.oldParent) if event.oldParent is not None else None
    if section is None:
        return
    held, uid = shelf(section, RENDITIONS), article.UID()
    for key in list(held.keys(min=(uid, ""), max=(uid, LAST))):
        del held[key]


def _held(article, make: bool = False):
    section = section_of(article)
    return shelf(section, RENDITIONS, make) if section is not None else {}


def _mark(image) -> str:
    """What tells one cover from another; reckoned once for a file."""
    mark = getattr(image, "mark", None)
    if mark is None:
        mark = image.mark = sha256(image.data).hexdigest()[:24]
    return mark


def _make(article, key: str, picture, moving_too: bool = False) -> None:
    uid, held = article.UID(), _held(article, make=True)
    if next(iter(held.keys(min=(uid, f"{key}/"), max=(uid, f"{key}/{LAST}"))), None) is not None:
        return
    data = picture.data
    try:
        found = renditions(data) if moving_too or not is_moving(data) else {}
    except UNDRAWN:
        LOG.warning("%s 的一张图片画不出来，页面将直接使用原图。", "/".join(article.getPhysicalPath()))
        return
    for name, made in found.items():
        held[(uid, f"{key}/{name}")] = NamedBlobImage(data=made.data, contentType=made.content_type, filename=name)
