"""`/complain`: the services are free of charge; whoever was charged or treated badly says so here (S2-04)."""

from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from yidang.errors import TooMany
from yidang.pages.posting import PublicPostPage
from yidang.review.complaints import complain
from yidang.review.complaints import LONGEST
from yidang.review.complaints import LONGEST_CONTACT
from yidang.review.complaints import places
from yidang.review.vocabularies import COMPLAINT_KINDS
from yidang.site.complaint_mail import tell_purchaser
from yidang.site.limits import Limit


FIELDS = ("place", "kind", "text", "contact")
# A field that no person sees; programs that fill in forms fill it in, too.
TRAP = "website"
OFTEN = "您在短时间内提交了多次。请一小时后再试，或拨打服务热线。"
HOURLY = Limit("complaints", most=5, seconds=3600)


class ComplainPage(PublicPostPage):
    """The notice and the form. The same page for everybody, so that it can be cached; nobody has to sign in."""

    page_title = "公益免费与投诉"
    page_description = "全部服务免费；遇到收费或其他问题，可以在这里投诉"
    index = ViewPageTemplateFile("templates/complain.pt")
    done = ViewPageTemplateFile("templates/complained.pt")
    longest, longest_contact = LONGEST, LONGEST_CONTACT
    number = ""

    def answered(self, message: str) -> str:
        """The page itself says it."""
        return self.done()

    def act(self) -> str:
        """File it. A program that fell into the trap is told the same as a person, and nothing is kept."""
        said = {name: self.typed(name) for name in FIELDS}
        if not HOURLY.take(self.request.getClientAddr()):
            raise TooMany(OFTEN)
        if self.typed(TRAP):
            self.number = "已收到"
            return ""
        complaint = complain(said)
        self.number = complaint.title
        tell_purchaser(complaint)
        return ""

    def places(self) -> list[dict]:
        """The stations that may be named, the typed one chosen; `?station=` names one."""
        chosen = self.typed("place") or self.query_text("station")
        return [
            {"value": key, "title": place.title, "chosen": "selected" if key == chosen else None}
            for key, place in places().items()
        ]

    def kinds(self) -> list[dict]:
        """What it may be about."""
        chosen = self.typed("kind")
        return [
            {"value": value, "title": title, "checked": "checked" if value == chosen else None}
            for value, title in COMPLAINT_KINDS
        ]
