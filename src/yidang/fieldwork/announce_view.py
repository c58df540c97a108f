"""`<record>/@@announce`: the form in which a project lead invites the public to an activity."""

from yidang.fieldwork.announcing import announce
from yidang.fieldwork.announcing import announcement_of
from yidang.fieldwork.announcing import take_back
from yidang.fieldwork.announcing import TITLES
from yidang.pages.posting import PostPage


class AnnouncePage(PostPage):
    """What is announced, or a first proposal from the record's day and place."""

    page_title = "活动预告"

    @property
    def announced(self) -> bool:
        """Whether it is announced now."""
        return announcement_of(self.context) is not None

    def value(self, name: str) -> str:
        """What stands in a field: what was typed, else what is announced, else what the record says."""
        if self.request.method == "POST":
            return self.typed(name)
        said = announcement_of(self.context)
        if said is not None:
            return str(getattr(said, name))
        return {"day": str(self.context.date or ""), "place": self.context.place or ""}.get(name, "")

    def act(self) -> str:
        """Announce it, or no more."""
        if self.typed("take_back"):
            take_back(self.context)
            return "活动预告已撤下。"
        announce(self.context, {name: self.typed(name) for name in TITLES})
        return "活动预告已发布，公众可以在活动日历中看到。"
