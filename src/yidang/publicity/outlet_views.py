"""`<contract>/@@outlets`: the registry of outlets, and the names that were typed without being in it."""

from functools import cached_property
from yidang.indicators.scoreboard import Scoreboard
from yidang.pages.posting import PostPage
from yidang.publicity.outlet_book import book
from yidang.publicity.outlet_book import enter
from yidang.publicity.outlet_book import strike
from yidang.publicity.outlets import an_outlet
from yidang.publicity.outlets import Outlet


FIELDS = ("name", "channel", "level", "aliases", "hosts")
KINDS = ["placement"]


class OutletsPage(PostPage):
    """The list with one form, which enters an outlet or writes one anew."""

    page_title = "媒体名录"

    @property
    def outlets(self) -> tuple[Outlet, ...]:
        """All of them by channel and name."""
        return book().outlets

    @cached_property
    def unknown(self) -> list[dict]:
        """Names in the placements of this contract that the registry lacks, with channel and level as typed."""
        board = Scoreboard(self.context)
        found: dict[str, dict] = {}
        for fact in board.ledger.facts(board.uid, KINDS):
            name = fact.attributes.get("outlet")
            if name and name not in found and book().named(name) is None:
                found[name] = {key: fact.attributes.get(key) or "" for key in ("channel", "level")} | {"name": name}
        return sorted(found.values(), key=lambda one: one["name"])

    @cached_property
    def form(self) -> dict[str, str]:
        """What stands in the form: typed before, or the outlet that is to be changed."""
        known = book().named(self.query_text("edit")) if self.request.method != "POST" else None
        if known is not None:
            texts = ("、".join(known.aliases), " ".join(known.hosts))
            return dict(zip(FIELDS, (*known[:3], *texts), strict=True)) | {"replaced": known.name}
        return {name: self.typed(name) for name in (*FIELDS, "replaced")}

    def act(self) -> str:
        """Enter, change or strike."""
        if self.query_text("do") == "strike":
            strike(self.context, self.query_text("name", 200))
            return "已从名录删去；登记过的刊发不变。"
        outlet = an_outlet(*(self.typed(name) for name in FIELDS))
        enter(self.context, outlet, self.typed("replaced"))
        return f"“{outlet.name}”已登入媒体名录。"

    def after_post(self) -> str:
        """The list."""
        return self.url + "/@@outlets"
