"""Whether a search finds all that stands in the articles, and nothing else."""

from yidang.pages.words import query_of
from yidang.pages.words import words_of


def judged(catalog, queries: list[str]) -> dict[str, float]:
    """Recall and precision of the portal's queries against a scan of every text for the characters typed."""
    texts = _texts(catalog)
    hits = missed = wrong = 0
    for typed in queries:
        truth = {rid for rid, text in texts.items() if typed in text}
        query = query_of(words_of(typed))
        found = {brain.getRID() for brain in catalog.unrestrictedSearchResults(SearchableText=query)} & texts.keys()
        hits, missed, wrong = hits + len(truth & found), missed + len(truth - found), wrong + len(found - truth)
    return {"hits": hits, "recall": hits / (hits + missed), "precision": hits / (hits + wrong)}


def _texts(catalog) -> dict[int, str]:
    """Title, summary and text of every article, by its place in the catalog."""
    from yidang.publicity.prose import plain

    texts = {}
    for brain in catalog.unrestrictedSearchResults(portal_type="Article"):
        article = brain._unrestrictedGetObject()
        texts[brain.getRID()] = "\n".join((article.title, article.description, plain(article.text)))
        article._p_deactivate()
    return texts
