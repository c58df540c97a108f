"""The page of an article: for readers one lean template; for the people of the contract a working part around it."""

from AccessControl import getSecurityManager
from functools import cached_property
from markupsafe import Markup
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from yidang.archive.record import state_of
from yidang.pages.page import Page
from yidang.publicity.order import neighbours
from yidang.publicity.reading import Neighbour
from yidang.publicity.reading import Reading
from yidang.publicity.reading import reading
from yidang.publicity.related import latest_of
from yidang.publicity.reviewing.passages import numbered
from yidang.publicity.sharing import head_of
from yidang.publicity.workflow import PUBLISHED
from yidang.publicity.working import is_staff
from yidang.publicity.working import Working
from yidang.publicity.writing import SAVED
from yidang.publicity.writing import static_url


RELATED = 3


class ArticleView(Page):
    """`<article>`"""

    template = ViewPageTemplateFile("templates/article.pt")
    # Set by `@@step` when it was refused: why, and what was typed.
    refusal: tuple[str, ...] | list[str] = ()
    typed = ""
    # Set by the boxes for remarks, whose text is not the reason of a step.
    refused_box = False

    def __call__(self) -> str:
        return self.template()

    @property
    def page_title(self) -> str:
        """Title of the page."""
        return self.context.title

    @property
    def page_description(self) -> str:
        """Summary, for search engines."""
        return self.context.description or ""

    @cached_property
    def page(self) -> Reading:
        """What stands on the page, ready to be printed."""
        return reading(self.context, self.portal_url, self.url)

    @property
    def text(self) -> str:
        """The text; for the people of the contract with the numbers of its passages, so that words lead to remarks."""
        return numbered(self.page.text) if self.working is not None else self.page.text

    @cached_property
    def neighbours(self) -> tuple[Neighbour | None, Neighbour | None]:
        """The published articles before and after it."""
        return tuple(brain and Neighbour(brain.Title, brain.getURL()) for brain in neighbours(self.context))

    @property
    def forgets(self) -> str:
        """The script that throws a kept draft away, right after it was saved; "" otherwise."""
        return static_url(self.portal_url, "drafts.js") if SAVED in self.request.cookies else ""

    def head(self) -> Markup:
        """What chats and search engines read; drafts tell them nothing."""
        site = api.portal.get_registry_record("plone.site_title", default="") or "一档"
        return head_of(self.page, self.url, site, state_of(self.context) == PUBLISHED)

    @cached_property
    def related(self) -> list[Neighbour]:
        """The latest of the same station, without this one and its neighbours."""
        near = {self.url, *(one.url for one in self.neighbours if one)}
        return [one for one in latest_of(self.context.station or "", self.portal_url) if one.url not in near][:RELATED]

    @cached_property
    def working(self) -> Working | None:
        """What only the people of the contract see."""
        user = getSecurityManager().getUser()
        if user.getId() is None or not is_staff(user, self.context):
            return None
        return Working(self.context, self.request, self.refusal, self.typed, self.refused_box)
