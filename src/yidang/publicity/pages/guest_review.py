"""`/guest-review/<secret>`: the article as it will look, and two buttons; for a leader without an account.

Looking changes nothing, for chats look at every address that is sent through them. The decision is a POST that carries
the secret itself, so that no other site can make one.
"""

from functools import cached_property
from plone.protect.interfaces import IDisableCSRFProtection
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from yidang import clock
from yidang.archive.record import state_of
from yidang.errors import Incomplete
from yidang.errors import Refused
from yidang.errors import TooMany
from yidang.pages.page import Page
from yidang.publicity.covers import VIEW
from yidang.publicity.guest_review.actions import decide
from yidang.publicity.guest_review.actions import Gone
from yidang.publicity.guest_review.actions import LONGEST
from yidang.publicity.guest_review.actions import NoLink
from yidang.publicity.guest_review.actions import opened
from yidang.publicity.guest_review.told import Told
from yidang.publicity.guest_review.told import told_to_guest
from yidang.publicity.picture_views import Picture
from yidang.publicity.reading import Reading
from yidang.publicity.reading import reading
from yidang.publicity.schedule.moments import shown
from yidang.publicity.schedule.moments import until
from yidang.publicity.schedule.plan import plan_of
from yidang.publicity.signature import signature_of
from yidang.publicity.signature import TITLES
from yidang.publicity.workflow import PUBLISHED
from yidang.publicity.workflow import SCHEDULED
from yidang.site.limits import Limit
from zExceptions import NotFound
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse

import transaction


NAME, PICTURES = "guest-review", "picture"
# Only secrets that are none are counted: looking with the right one writes nothing.
GUESSES = Limit("guest-review", most=30, seconds=600)
TOO_OFTEN = "打开了太多无效的链接，请十分钟后再试。"
BLOCKED = "校对发现的问题还没有处理，现在不能通过。请退回修改。"
HEADERS = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "X-Frame-Options": "DENY",
}


@implementer(IPublishTraverse)
class GuestReviewPage(Page):
    """The page, its pictures, and the decision."""

    page_title = "审签稿件"
    public_page = True
    needs_scripts = False
    template = ViewPageTemplateFile("templates/guest_review.pt")
    closed = ViewPageTemplateFile("templates/guest_closed.pt")
    longest = LONGEST
    refused: Refused | None = None
    message = ""
    article = link = None

    def __init__(self, context, request) -> None:
        super().__init__(context, request)
        self.parts: list[str] = []

    def publishTraverse(self, request, name: str):
        """The secret, then perhaps a picture of the article."""
        if len(self.parts) > 3:
            raise NotFound(name)
        self.parts.append(name)
        return self

    def __call__(self):
        for name, value in HEADERS.items():
            self.request.response.setHeader(name, value)
        if self.request.method == "POST":
            return self._decided()
        try:
            self._open()
        except Refused as refused:
            return self._closed(refused)
        return self._picture() if self.parts[1:] else self.template()

    @cached_property
    def secret(self) -> str:
        """From the address; of a decision, from the form."""
        form = self.request.form.get("secret", "") if self.request.method == "POST" else ""
        return form if isinstance(form, str) and form else "".join(self.parts[:1])

    @property
    def address(self) -> str:
        """Where the form is sent; it says the secret in a field."""
        return f"{self.portal_url}/{NAME}"

    @cached_property
    def now(self):
        """This moment."""
        return clock.now()

    def _open(self) -> None:
        """Find the article; `Refused` in the words of the page."""
        try:
            self.article, self.link = opened(self.secret, self.now)
        except NoLink:
            if not GUESSES.take(self.request.getClientAddr()):
                raise TooMany(TOO_OFTEN) from None
            raise

    def _closed(self, refused: Refused) -> str:
        self.request.response.setStatus(refused.status)
        self.message = refused.message
        return self.closed()

    def _picture(self):
        if self.parts[1] != PICTURES or len(self.parts) < 3:
            raise NotFound("/".join(self.parts[1:]))
        view = Picture(self.article, self.request)
        for name in self.parts[2:]:
            view = view.publishTraverse(self.request, name)
        answer = view()
        self.request.response.setHeader("Cache-Control", HEADERS["Cache-Control"])
        return answer

    def _decided(self) -> str:
        """Take the step; when it is refused, the page again with what was written."""
        # Nothing is done in the name of whoever is signed in; the secret in the form is what counts.
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            self._open()
            self.article, self.link = decide(self.secret, self._word("decision"), self._word("reason"), self.now)
        except (NoLink, Gone, TooMany) as refused:
            transaction.abort()
            return self._closed(refused)
        except Refused as refused:
            transaction.abort()
            self.refused = Refused(BLOCKED) if isinstance(refused, Incomplete) else refused
            self.request.response.setStatus(refused.status)
            return self.template()
        self.message = self._done()
        return self.closed()

    def _word(self, name: str) -> str:
        return self.query_text(name, longest=LONGEST + 1)

    def _done(self) -> str:
        if self.link.decision == "return":
            return "已退回，您的意见会交给作者。谢谢！"
        state = state_of(self.article)
        if state == PUBLISHED:
            return "已通过，稿件现在发布了。谢谢！"
        if state == SCHEDULED:
            return f"已通过，稿件将在 {shown(plan_of(self.article).publish_at)} 自动发布。谢谢！"
        return f"已通过，稿件进入{TITLES.get(state, '下一级')}。谢谢！"

    # What the template prints

    @property
    def step(self) -> str:
        """一审, 二审 or 三审."""
        return TITLES[self.link.step]

    @property
    def maker(self) -> str:
        """Who sent it."""
        return self.names.person(self.link.maker)

    @property
    def lasts(self) -> str:
        """Until when it can be used."""
        moment = self.link.moment("expires")
        return f"{shown(moment)} 前有效，{until(moment, self.now)}"

    @cached_property
    def page(self) -> Reading:
        """The article as its readers will see it; pictures come by way of the secret."""
        base = f"{self.address}/{self.secret}"
        found = reading(self.article, self.portal_url, base)
        cover = found.cover
        if cover is not None:
            cover = cover._replace(url=_by_secret(cover.url, base), srcset=_by_secret(cover.srcset, base))
        return found._replace(text=_by_secret(found.text, base), cover=cover, signed=signature_of(self.article))

    @cached_property
    def findings(self) -> list[Told]:
        """What reading over has found."""
        return told_to_guest(self.article)

    def error_at(self, name: str) -> str:
        """What is wrong with one field."""
        errors = self.refused.errors if self.refused else ()
        return "".join(error.message for error in errors if error.field == name)


def _by_secret(text: str, base: str) -> str:
    """Addresses of the article's pictures without the sign of a view, which Zope would look up by itself."""
    return text.replace(f"{base}/{VIEW}/", f"{base}/{PICTURES}/")
