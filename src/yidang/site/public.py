"""Small public pages in place of Plone's: site map, contact, accessibility. They show nothing of their context."""

from plone import api
from yidang.pages.page import Page
from zExceptions import NotFound


RUNNING = ("active", "closing")


class Gone(Page):
    """A page of Plone's that our sites do not have."""

    def __call__(self) -> str:
        raise NotFound(self.request.get("ACTUAL_URL", ""))


class PublicPage(Page):
    """A page with the public header for everyone."""

    public_page = True


class SitemapPage(PublicPage):
    """Every public page that is not an article; articles have the newsroom."""

    page_title = "网站地图"

    def stations(self) -> list[dict[str, str]]:
        """All stations."""
        folder = api.portal.get().get("stations")
        stations = sorted(folder.objectValues(), key=lambda one: (one.kind != "main", one.getId())) if folder else []
        return [{"title": one.title, "url": one.absolute_url()} for one in stations]


class ContactPage(PublicPage):
    """Whom to call and where to go."""

    page_title = "联系我们"

    def projects(self) -> list[tuple[str, str]]:
        """Contracts in force that say how to reach them: title and words."""
        running = (one for one in api.portal.get()["contracts"].objectValues() if one.public_contact)
        return [(one.title, one.public_contact) for one in running if api.content.get_state(one) in RUNNING]


class AccessibilityPage(PublicPage):
    """How the pages can be used by everyone."""

    page_title = "无障碍说明"
