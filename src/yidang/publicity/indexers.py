"""What the catalog keeps of an article, for lists and for the uniqueness of addresses."""

from plone.indexer import indexer
from yidang.archive.record import record_date
from yidang.archive.record import state_of
from yidang.publicity import proofs
from yidang.publicity.captures import marks_of
from yidang.publicity.content import first_appeared
from yidang.publicity.content import IArticle
from yidang.publicity.keywords import keywords_of
from yidang.publicity.order import order_key
from yidang.publicity.placements import urls_of
from yidang.publicity.prose import plain
from yidang.publicity.workflow import PUBLISHED


@indexer(IArticle)
def placement_urls(article) -> list[str]:
    """Normalised addresses."""
    return urls_of(article)


@indexer(IArticle)
def placement_marks(article) -> list[str]:
    """Channel, level and what is kept of each placement."""
    return marks_of(article)


@indexer(IArticle)
def record_day(article):
    """The day on which it counts; before it appears, the day that stands on it."""
    return first_appeared(article) or record_date(article)


@indexer(IArticle)
def SearchableText(article) -> str:
    """Title, summary, keywords and words of the text."""
    return " ".join((article.title or "", article.description or "", *keywords_of(article), plain(article.text)))


@indexer(IArticle)
def keywords(article) -> tuple[str, ...]:
    """What readers may choose by."""
    return keywords_of(article)


@indexer(IArticle)
def proof_state(article) -> str:
    """What reading it over has found: `block`, `warn`, `clean`; nothing before the first time."""
    return proofs.proof_state(article)


@indexer(IArticle)
def news_order(article) -> str:
    """Only what is published has a place in the order."""
    if state_of(article) != PUBLISHED or article.effective_date is None:
        raise AttributeError("news_order")
    return order_key(article)
