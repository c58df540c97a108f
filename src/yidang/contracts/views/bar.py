"""The bar above every page of a contract: number, state, tabs."""

from AccessControl import getSecurityManager
from yidang.archive.finding import find
from yidang.pages.page import Page


# Pages that belong to the tab of the board.
OF_THE_BOARD = ("indicator", "matrix", "grid", "publicity-board", "hours", "staff-rules", "exports")


class ContractBar(Page):
    """Called by the shell; `context` is the contract, the page shown may lie below it."""

    TABS = (
        ("概况", "", "zope2.View"),
        ("指标进度", "/@@scoreboard", "Yidang: View Scoreboard"),
        ("期限", "/@@deadlines", "Yidang: View Scoreboard"),
        ("档案", "/archive", "View"),
        ("待核定", "/@@verification", "Yidang: Add Review"),
        ("人员", "/@@team", "Yidang: Manage Team"),
    )

    @property
    def may_enter(self) -> bool:
        """Whether the person sees the contract at all."""
        return bool(getSecurityManager().checkPermission("View", self.context))

    @property
    def state(self) -> str:
        """State of the contract."""
        workflow = self.context.portal_workflow
        return workflow.getInfoFor(self.context, "review_state", "")

    @property
    def tabs(self) -> list[dict]:
        """The tabs that the person may open."""
        here = self.request["ACTUAL_URL"].rstrip("/")
        may = getSecurityManager().checkPermission
        shown = [
            (title, self.url + path)
            for title, path, right in self.TABS
            if right == "zope2.View" or may(right, self.context)
        ]
        current = max((url for _, url in shown if _lies_under(here, url, self.url)), key=len, default="")
        return [
            {
                "title": title,
                "url": url,
                "current": "page" if url == current else None,
                "hot": self.waiting if url.endswith("@@verification") else 0,
            }
            for title, url in shown
        ]

    @property
    def waiting(self) -> int:
        """How many records await the purchaser."""
        return len(find(review_state="submitted", path="/".join(self.context.getPhysicalPath())))


def _lies_under(here: str, url: str, contract: str) -> bool:
    """Whether the page at `here` belongs to the tab; lines belong to the board, what is filed to the archive."""
    here = here.replace("/@@", "/").replace("/indicators/", "/scoreboard/")
    if here in {contract + "/" + page for page in OF_THE_BOARD}:
        here = contract + "/scoreboard"
    url = url.replace("/@@", "/")
    return here == url or here == url + "/view" or (url != contract and here.startswith(url + "/"))
