"""What the page shell asks about the page that it surrounds."""

from AccessControl import getSecurityManager
from Acquisition import aq_base
from plone.registry.interfaces import IRegistry
from Products.CMFCore.utils import getToolByName
from Products.CMFPlone.resources.browser.resource import ResourceView
from Products.statusmessages.interfaces import IStatusMessage
from yidang.site import navigation
from yidang.site.settings import PREFIX
from yidang.site.settings import RECORDS
from yidang.theme import resources
from zope.component import getMultiAdapter
from zope.component import getUtility
from zope.i18n import translate


ADMINISTRATORS = frozenset({"Manager", "Site Administrator"})
MESSAGE_KINDS = {"info": "提示", "success": "完成", "warning": "注意", "error": "出错了"}


class Shell:
    """One page: its title, its resources, its navigation. Made once a page; reads no catalog."""

    def __init__(self, context, request, view):
        self.context, self.request, self.view = context, request, view
        self.registry = getUtility(IRegistry)
        self.portal = getToolByName(context, "portal_url").getPortalObject()
        self.portal_url = self.portal.absolute_url()
        self.static = self.portal_url + "/++resource++yidang"
        self.user = getSecurityManager().getUser()
        self.signed_in = self.user.getId() is not None
        self.is_desk = self.signed_in and not getattr(view, "public_page", False)
        self.is_admin = self.signed_in and not ADMINISTRATORS.isdisjoint(self.user.getRoles())
        self.has_form = self.is_admin or resources.has_form(view)
        self.has_scripts = self.is_admin or resources.needs_scripts(view, self.signed_in)

    mark = resources.MARK

    def setting(self, name: str) -> str:
        """One of the site settings, "" when it is not set."""
        return self.registry.get(f"{PREFIX}.{name}") or ""

    @property
    def site_title(self) -> str:
        """Name of the portal."""
        return self.registry.get("plone.site_title") or "一档"

    @property
    def title(self) -> str:
        """Title of the page: what the view says, else the heading of its form, else the title of the context."""
        for source in (self.view, getattr(self.view, "form_instance", None)):
            for name in ("page_title", "label"):
                words = getattr(source, name, None)
                if words:
                    return translate(words() if callable(words) else words, context=self.request)
        return self.context.Title() if aq_base(self.context) is not aq_base(self.portal) else ""

    @property
    def tab_title(self) -> str:
        """What the browser's tab shows."""
        return " · ".join(part for part in (self.title, self.site_title) if part)

    @property
    def description(self) -> str:
        """One sentence for search engines; only what a view offers."""
        return getattr(self.view, "page_description", "") or ""

    @property
    def styles(self) -> list[str]:
        """Addresses of the style sheets, in order."""
        names = ["yidang.css", *["desk.css"] * self.signed_in, *["forms.css"] * self.has_form]
        ours = [f"{self.static}/{name}?v={resources.version()}" for name in names]
        return [f"{self.portal_url}/{resources.BARCELONETA}", *ours] if self.has_form else ours

    @property
    def bundles(self) -> str:
        """Tags of Plone's own scripts and of the styles that belong to them."""
        viewlet = ResourceView(self.context, self.request, self.view)
        viewlet.update()
        return viewlet.rendered["css"] + viewlet.rendered["js"]

    def icon(self, name: str) -> str:
        """Markup of an icon."""
        return resources.icon(self.static, name)

    @property
    def nav(self) -> list[navigation.Link]:
        """The main navigation."""
        make = navigation.desk_nav if self.is_desk else navigation.public_nav
        return make(self.portal_url, self.request["ACTUAL_URL"])

    @property
    def tabs(self) -> list[navigation.Link]:
        """The bar at the bottom of a phone."""
        return navigation.tabs(self.portal_url, self.request["ACTUAL_URL"])

    @property
    def records(self) -> list[str]:
        """Numbers under which the site is registered; those that are set."""
        return [words for name in RECORDS if (words := self.setting(name))]

    @property
    def additions(self) -> list[navigation.Link]:
        """Entries of the menu 新建."""
        return navigation.additions(self.portal_url, self.user)

    @property
    def person(self) -> str:
        """Name of the person who is signed in."""
        member = getToolByName(self.context, "portal_membership").getAuthenticatedMember()
        return member.getProperty("fullname", "") or self.user.getUserName()

    @property
    def messages(self) -> list[dict[str, str]]:
        """What the last action left to say; each is shown once."""
        shown = IStatusMessage(self.request).show()
        return [
            {"kind": kind, "word": MESSAGE_KINDS[kind], "text": translate(message.message, context=self.request)}
            for message in shown
            for kind in (message.type if message.type in MESSAGE_KINDS else "info",)
        ]

    @property
    def contract_bar(self) -> str:
        """Number, state and tabs of the contract around the page: view `contract-bar` of the contract room."""
        return navigation.contract_bar(self.context, self.request) if self.is_desk else ""

    def plone_view(self, name: str):
        """A view that Plone's own templates expect as a variable."""
        return getMultiAdapter((self.context, self.request), name=name)

    def may(self, permission: str, obj) -> bool:
        """`checkPermission` for Plone's own templates."""
        return bool(getSecurityManager().checkPermission(permission, obj))
