"""Pictures inside the text of an article.

The editor uploads a picture to the section before the article exists; there it is *held*, to be seen by writers only.
When the article is saved it takes the pictures of its text over. They are shown by the article itself, so whoever may
not read the article sees none of them. Pictures pasted as `data:` addresses are taken the
same way (REST, old browsers).
"""

from base64 import b64decode
from binascii import Error as BadBase64
from datetime import timedelta
from hashlib import sha256
from persistent.mapping import PersistentMapping
from plone import api
from plone.namedfile.file import NamedBlobImage
from urllib.parse import unquote
from yidang import clock
from yidang.archive.place import section_of
from yidang.publicity.cleaning import cleaned
from yidang.publicity.cleaning import digest
from yidang.publicity.images import check_image
from yidang.publicity.photo_data import told_by
from yidang.publicity.photo_data import without
from zope.globalrequest import getRequest

import re


VIEW = "@@picture"
KEY = re.compile(r"/@@picture/([0-9a-f]{24}\.(?:jpg|png|gif|webp))(?:[?#].*)?$")
DATA = re.compile(r"^data:image/[a-z0-9.+-]+;base64,(.*)$", re.IGNORECASE | re.DOTALL)
ENDINGS = {"image/jpeg": "jpg", "image/png": "png", "image/gif": "gif", "image/webp": "webp"}
IMG = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
ALT = re.compile(r"""\balt\s*=\s*(?:"[^"]*[^"\s][^"]*"|'[^']*[^'\s][^']*')""", re.IGNORECASE)
HELD_FOR = timedelta(days=7)


def _shelf(obj, name: str) -> PersistentMapping:
    shelf = getattr(obj.aq_base, name, None)
    if shelf is None:
        shelf = PersistentMapping()
        setattr(obj, name, shelf)
    return shelf


def _picture(data: bytes, filename: str) -> tuple[str, NamedBlobImage]:
    """A checked picture and its key, which is made of its bytes: the same picture is kept once."""
    kind = check_image(data)
    data = without(data)
    key = f"{sha256(data).hexdigest()[:24]}.{ENDINGS[kind]}"
    picture = NamedBlobImage(data=data, contentType=kind, filename=filename or key)
    picture.bare = not told_by(data)
    return key, picture


def hold(section, data: bytes, filename: str = "") -> str:
    """Keep an uploaded picture until an article takes it; raises `Refused` for what is no picture. Returns its key."""
    key, picture = _picture(data, filename)
    held = _shelf(section, "held_pictures")
    limit = (clock.now() - HELD_FOR).timestamp()
    for old in [old for old, (_, since) in held.items() if since < limit]:
        del held[old]
    held[key] = (picture, clock.now().timestamp())
    return key


def picture_of(obj, key: str) -> NamedBlobImage | None:
    """A picture that an article owns or a section holds."""
    kept = getattr(obj.aq_base, "pictures", {}).get(key)
    if kept is None and key in getattr(obj.aq_base, "held_pictures", {}):
        kept = obj.aq_base.held_pictures[key][0]
    return kept


def _own(article, key: str, picture: NamedBlobImage) -> str:
    _shelf(article, "pictures").setdefault(key, picture)
    return f"resolveuid/{article.UID()}/{VIEW}/{key}"


def _of_another(place: str, key: str) -> NamedBlobImage | None:
    """A picture that was copied out of another article, if the one who saves may see that article."""
    named = re.search(r"resolveuid/([0-9a-f]{32})$", place)
    try:
        path = "/".join(getRequest().physicalPathFromURL(place)) if not named else ""
    except (AttributeError, ValueError):
        return None
    query = {"UID": named[1]} if named else {"path": {"query": path, "depth": 0}}
    brains = api.portal.get_tool("portal_catalog")(portal_type="Article", **query)
    return picture_of(brains[0].getObject(), key) if brains else None


def _take(article, address: str) -> str:
    """The address under which the article keeps a picture; others stay as they are, broken ones are dropped."""
    data = DATA.match(address)
    if data:
        try:
            return _own(article, *_picture(b64decode(unquote(data[1]), validate=False), ""))
        except BadBase64:
            return ""
    named = KEY.search(address)
    if not named:
        return address
    key = named[1]
    picture = picture_of(article, key) or picture_of(section_of(article), key)
    picture = picture or _of_another(address[: named.start()], key)
    return _own(article, key, picture) if picture is not None else ""


def tidy(article) -> None:
    """Clean the text that was saved and take its pictures over."""
    text = article.text
    if text is None or is_clean(article):
        return
    raw = cleaned(text.raw or "", lambda address: _take(article, address))
    if raw != text.raw:
        article.text = type(text)(raw, text.mimeType, text.outputMimeType)
    article.clean_text = digest(raw)


def is_clean(article) -> bool:
    """Whether the stored text is what was cleaned: not changed behind the back of the events."""
    return getattr(article.aq_base, "clean_text", None) == digest(article.text.raw or "")


def has_pictures(article) -> bool:
    """Whether a reader sees any picture."""
    return article.image is not None or bool(IMG.search(_raw(article)))


def pictures_without_alt(article) -> list[int]:
    """The pictures of the text that say nothing to those who cannot see them, counted from 1."""
    return [number for number, tag in enumerate(IMG.findall(_raw(article)), 1) if not ALT.search(tag)]


def _raw(article) -> str:
    return (article.text.raw if article.text is not None else "") or ""


def outside_pictures(article) -> list[str]:
    """Addresses of pictures in the text that lie on other hosts; they break, and they tell who reads."""
    return re.findall(r"""<img\b[^>]*\bsrc=["']?((?:https?:)?//[^"'\s>]+)""", _raw(article), re.IGNORECASE)
