"""Reading old articles again after the word lists have changed (domain.md 6.4)."""

from collections.abc import Callable
from collections.abc import Iterable
from plone import api
from yidang.publicity.copies import note_copy
from yidang.publicity.proofs import is_stale
from yidang.publicity.proofs import keep
from yidang.publicity.workflow import PUBLISHED


# What one click may take; the command takes them all.
MOST = 500


def published(contract) -> list:
    """The catalog's entries of the published articles of a contract."""
    catalog = api.portal.get_tool("portal_catalog")
    path = "/".join(contract.getPhysicalPath())
    return list(catalog.unrestrictedSearchResults(portal_type="Article", review_state=PUBLISHED, path=path))


def reread(contract, most: int = MOST, watched: Callable[..., Iterable] = lambda items, *_: items) -> int:
    """Read over up to `most` published articles that were read by other lists; how many were."""
    done = 0
    brains = published(contract)
    for brain in watched(brains, len(brains), contract.number):
        article = brain._unrestrictedGetObject()
        if is_stale(article):
            keep(article)
            note_copy(article)
            done += 1
        if done >= most:
            break
    return done
