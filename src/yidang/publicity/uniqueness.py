"""An address of a placement belongs to one article of a contract, so that nothing is counted twice (domain.md 6.11)."""

from collections.abc import Iterable
from plone import api
from yidang.archive.place import contract_of
from yidang.errors import Conflict
from yidang.errors import FieldError
from yidang.publicity.links import normalised
from yidang.publicity.placements import FIELD
from yidang.publicity.placements import rows_of


def taken_message(contract, urls: Iterable[str], own_uid: str | None) -> str:
    """Which article of the contract holds one of the addresses already, as a sentence; "" when none does."""
    wanted = {normalised(url): url for url in urls if url}
    if contract is None or not wanted:
        return ""
    catalog = api.portal.get_tool("portal_catalog")
    query = {"placement_urls": list(wanted), "path": "/".join(contract.getPhysicalPath())}
    for brain in catalog.unrestrictedSearchResults(**query):
        if own_uid != brain.UID:
            held = set(catalog.getIndexDataForRID(brain.getRID())["placement_urls"]) & set(wanted)
            return f"网址 {wanted[held.pop()]} 已登记在本合同的另一篇稿件“{brain.Title}”中。"
    return ""


def refuse_taken_links(article) -> None:
    """Raise `Conflict` at the field when another article holds an address."""
    urls = [row["url"] for row in rows_of(article) if row.get("url")]
    message = taken_message(contract_of(article), urls, article.UID())
    if message:
        raise Conflict(message, [FieldError(FIELD, message)])
