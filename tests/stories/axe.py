"""axe-core in a page: what it objects to (WCAG 2.2 AA and good practice)."""

from pathlib import Path
from playwright.sync_api import Page


# instance/charts/build.py fetches it; without a network the tests that need it are skipped.
CHECKER = Path(__file__).parents[2] / "parts" / "testing" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def objections(page: Page, part: str = "html") -> list[tuple]:
    """Rule, place and advice for all that is wrong in the part of the page (a CSS selector); frames are left out."""
    page.evaluate(CHECKER.read_text("utf-8"))
    asked = "([part, rules]) => axe.run(part, {iframes: false, runOnly: rules})"
    found = page.evaluate(asked, [part, RULES])["violations"]
    return [(one["id"], node["target"], node["failureSummary"]) for one in found for node in one["nodes"]]
