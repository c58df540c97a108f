"""What the catalog keeps of the purchaser's papers, so that the list of their section is like the others."""

from plone.indexer import indexer
from yidang.archive.record import kind_of
from yidang.archive.record import record_date
from yidang.archive.record import station_of
from yidang.review.content import IReviewPaper


@indexer(IReviewPaper)
def record_day(paper):
    """The paper's own day."""
    return record_date(paper)


@indexer(IReviewPaper)
def record_kind(paper) -> str:
    """The kind of an evaluation."""
    return kind_of(paper)


@indexer(IReviewPaper)
def station_id(paper) -> str:
    """The station inspected."""
    return station_of(paper)


@indexer(IReviewPaper)
def record_workers(paper) -> tuple[str, ...]:
    """Who filed it."""
    return tuple(paper.listCreators()[:1])
