"""Is every kept capture still what was filed? Asked by `bin/yidang verify` and by the report of placements."""

from collections.abc import Iterator
from plone import api
from yidang.publicity.captures import Capture
from yidang.publicity.captures import CAPTURES
from yidang.publicity.captures import shelf
from ZODB.POSException import POSKeyError


SECTION = "publicity"


def held_in(contract) -> list[tuple[str, Capture]]:
    """Every capture of a contract with the UID of its article."""
    archive = contract.get("archive")
    section = archive.get(SECTION) if archive is not None else None
    return [(uid, one) for (uid, _), one in shelf(section, CAPTURES).items()] if section is not None else []


def capture_problems(contract) -> Iterator[str]:
    """Every file that is lost, changed, or of no article any more, as a sentence."""
    for uid, capture in held_in(contract):
        article = api.content.get(UID=uid)
        where = "/".join(article.getPhysicalPath()) if article is not None else f"合同 {contract.number}"
        if article is None:
            yield f"{where}：留存 {capture.id} 所属的稿件已不存在"
        if problem := _wrong_with(capture):
            yield f"{where}：留存 {capture.id} {problem}"


def _wrong_with(capture: Capture) -> str:
    try:
        return "" if capture.is_intact() else "与登记时的哈希值不符"
    except (POSKeyError, OSError):
        return "的文件已丢失"
