"""`<article>/@@review-links`: give out a one-time review link, see what became of those given out, take one back."""

from functools import cached_property
from typing import NamedTuple
from yidang import clock
from yidang.archive.record import state_of
from yidang.pages.posting import PostPage
from yidang.publicity.guest_review.actions import DECISIONS
from yidang.publicity.guest_review.actions import invite
from yidang.publicity.guest_review.actions import revoke
from yidang.publicity.guest_review.links import Guest
from yidang.publicity.guest_review.links import links_of
from yidang.publicity.guest_review.settings import MOST_HOURS
from yidang.publicity.guest_review.settings import usual_hours
from yidang.publicity.guest_review.standing import OPEN
from yidang.publicity.guest_review.standing import standing
from yidang.publicity.guest_review.standing import WORDS
from yidang.publicity.pages.guest_review import HEADERS
from yidang.publicity.pages.guest_review import NAME
from yidang.publicity.schedule.moments import shown
from yidang.publicity.signature import TITLES


HOURS = (24, 72, MOST_HOURS)


class Given(NamedTuple):
    """One link as it is listed."""

    id: str
    actor: str
    step: str
    state: str
    word: str
    told: tuple[str, ...]
    reason: str


class GuestLinksPage(PostPage):
    """The form, the list, and once the address itself."""

    page_title = "领导审签链接"
    sent = ""

    def __call__(self, *args, **kwargs) -> str:
        for name, value in HEADERS.items():
            self.request.response.setHeader(name, value)
        return super().__call__(*args, **kwargs)

    def answered(self, message: str) -> str:
        """The address is shown now and never again: there is no other page to go to."""
        return self.index() if self.sent else super().answered(message)

    def act(self) -> str:
        """Give one out, or take one back."""
        if self.query_text("do") == "revoke":
            link = revoke(self.context, self.query_text("id"))
            return f"已收回发给{link.guest.actor}的链接。"
        guest = Guest(self.typed("name"), self.typed("post"))
        link, token = invite(self.context, guest, self._hours())
        self.sent = (
            f"{guest.name}：请审签稿件《{self.context.title}》。点开即可查看，无需登录，"
            f"{shown(link.moment('expires'))} 前有效，只能办理一次：\n{self.portal_url}/{NAME}/{token}"
        )
        return ""

    def after_post(self) -> str:
        """The same page."""
        return self.url + "/@@review-links"

    def _hours(self) -> int:
        text = self.query_text("hours")
        return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else 0

    @cached_property
    def step(self) -> str:
        """The step for which a link would be."""
        return TITLES.get(state_of(self.context), "")

    @property
    def hours(self) -> list[tuple[int, str, str | None]]:
        """How long it may last: hours, words, whether it is chosen."""
        chosen = self._hours() or usual_hours()
        return [
            (one, f"{one // 24} 天" if one % 24 == 0 else f"{one} 小时", "selected" if one == chosen else None)
            for one in sorted({*HOURS, usual_hours()})
        ]

    @cached_property
    def given(self) -> list[Given]:
        """All links of the article, the newest first."""
        now = clock.now()
        return [self._given(link, standing(link, self.context, now)) for link in links_of(self.context)]

    @property
    def has_open(self) -> bool:
        """Whether one is out already."""
        return any(one.state == OPEN for one in self.given)

    def _given(self, link, state: str) -> Given:
        told = [
            f"{self.names.person(link.maker)} {shown(link.moment('made'))} 发出",
            f"{shown(link.moment('expires'))} 前有效",
        ]
        if link.used is not None:
            told.append(f"{shown(link.moment('used'))} {DECISIONS[link.decision]}")
        if link.revoked is not None:
            told.append(f"{self.names.person(link.revoked_by)} {shown(link.moment('revoked'))} 收回")
        return Given(link.id, link.guest.actor, TITLES[link.step], state, WORDS[state], tuple(told), link.reason)
