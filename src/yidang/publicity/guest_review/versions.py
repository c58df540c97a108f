"""Which text a decision is about."""

from hashlib import sha256
from yidang.archive.record import history_of


FIELDS = (
    "title",
    "description",
    "keywords",
    "image_alt",
    "image_caption",
    "origin",
    "station",
    "station_activity",
    "event_date",
)


def version_of(article) -> str:
    """A digest of everything that a reader sees; where it appeared elsewhere may be noted during the review."""
    text = article.text.raw if article.text is not None else ""
    picture = sha256(article.image.data).hexdigest() if article.image is not None else ""
    said = [*(f"{name}={getattr(article, name, None) or ''}" for name in FIELDS), picture, text or ""]
    return sha256("\0".join(said).encode("utf-8", "replace")).hexdigest()


def round_of(article) -> int:
    """How often it was sent to review: after a return begins another round."""
    return sum(step["action"] == "submit" for step in history_of(article))
