"""`/@@deadlines.ics?token=…` and the page on which a person makes, renews or ends its address."""

from email.utils import formatdate
from hashlib import sha256
from plone import api
from plone.protect import CheckAuthenticator
from yidang import clock
from yidang.deadlines.feed import calendar_of
from yidang.deadlines.person import owed_by
from yidang.deadlines.settings import workdays
from yidang.deadlines.tokens import has_token
from yidang.deadlines.tokens import new_token
from yidang.deadlines.tokens import owner_of
from yidang.deadlines.tokens import revoke
from yidang.errors import Refused
from yidang.pages.page import Page
from yidang.pages.posting import PostPage
from yidang.people.acting import acting_as
from zExceptions import NotFound


# A calendar of a person may be kept by their own machine only, and asked for again each time.
KEPT = "private, no-cache"


class Feed(Page):
    """The feed. Calendar programs cannot sign in, so the secret in the address stands for the person."""

    def __call__(self) -> bytes:
        name = owner_of(self.query_text("token"))
        account = api.portal.get_tool("acl_users").getUserById(name) if name else None
        if account is None:
            raise NotFound("deadlines.ics")
        with acting_as(account):
            body = self._body(account)
        return self._answer(body)

    def _body(self, account) -> bytes:
        today, table = clock.today(), workdays()
        return calendar_of(owed_by(account, today, table), today, table, self.names, self.portal_url)

    def _answer(self, body: bytes) -> bytes:
        etag = f'"{sha256(body).hexdigest()[:32]}"'
        response = self.request.response
        response.setHeader("ETag", etag)
        response.setHeader("Cache-Control", KEPT)
        response.setHeader("Last-Modified", formatdate(clock.stamp_at(clock.today()).timeTime(), usegmt=True))
        response.setHeader("X-Robots-Tag", "noindex")
        response.setHeader("Referrer-Policy", "no-referrer")
        if etag in self.request.get_header("If-None-Match", ""):
            response.setStatus(304)
            return b""
        response.setHeader("Content-Type", "text/calendar; charset=utf-8")
        response.setHeader("Content-Disposition", 'inline; filename="deadlines.ics"')
        return body


class FeedPage(PostPage):
    """`/@@my-calendar`: the address is shown once, when it is made."""

    page_title = "日历订阅"
    address = ""

    @property
    def user(self) -> str:
        """Who is signed in."""
        return api.user.get_current().getId()

    @property
    def has_address(self) -> bool:
        """Whether the person has an address already."""
        return has_token(self.user)

    def __call__(self, *args, **kwargs) -> str:
        if self.request.method != "POST" or self.query_text("do") != "make":
            return super().__call__(*args, **kwargs)
        CheckAuthenticator(self.request)
        # Shown in this answer only: no redirect, no message, no log carries the secret.
        self.address = f"{self.portal_url}/@@deadlines.ics?token={new_token(self.user)}"
        self.request.response.setHeader("Cache-Control", "no-store")
        return self.index()

    def act(self) -> str:
        """End the address that there is."""
        if self.query_text("do") != "end":
            raise Refused("没有这个操作。")
        revoke(self.user)
        return "订阅地址已停用，日历软件不再收到更新。"

    def after_post(self) -> str:
        """The page again."""
        return f"{self.portal_url}/@@my-calendar"
