"""What the page shell asks about the page that it surrounds."""

from AccessControl import getSecurityManager
from Acquisition import aq_base
from functools import cached_property
from plone.registry.interfaces import IRegistry
from Products.CMFPlone.resources.browser.resource import ResourceView
from Products.statusmessages.interfaces import IStatusMessage
from yidang.site import navigation
from yidang.site.settings import ISiteSettings
from yidang.site.settings import PREFIX
from yidang.theme import charts
from yidang.theme import resources
from yidang.theme.parts import Facts
from yidang.theme.parts import part
from zope.component import getMultiAdapter
from zope.component import getUtility
from zope.component.hooks import getSite
from zope.i18n import translate


ADMINISTRATORS = frozenset({"Manager", "Site Administrator"})
MESSAGE_KINDS = {"info": "提示", "success": "完成", "warning": "注意", "error": "出错了"}
# An empty style sheet whose fetching renews the session, so that who works stays in (site/setup.py).
SESSION = "/acl_users/session/refresh?session_refresh=true&type=css"
SETTINGS = tuple((name, f"{PREFIX}.{name}") for name in ISiteSettings)


class Shell:
    """One page: its title, its resources, its navigation. Made once a page; reads no catalog and wakes no content."""

    def __init__(self, context, request, view):
        self.context, self.request, self.view = context, request, view
        self.registry = getUtility(IRegistry)
        self.portal = getSite()
        self.portal_url = self.portal.absolute_url()
        self.static = self.portal_url + "/++resource++yidang"
        self.user = getSecurityManager().getUser()
        self.signed_in = self.user.getId() is not None
        self.is_desk = self.signed_in and not getattr(view, "public_page", False)
        self.is_admin = self.signed_in and not ADMINISTRATORS.isdisjoint(self.user.getRoles())
        self.is_form = resources.has_form(view)
        self.has_scripts = self.is_admin or resources.needs_scripts(view, self.signed_in)
        self.has_bootstrap = self.is_form or self.has_scripts
        self.has_figures = getattr(view, "has_figures", False)
        self.mark = resources.MARK

    # What differs from page to page

    @cached_property
    def title(self) -> str:
        """Title of the page: what the view says, else the heading of its form, else the title of the context."""
        for source in (self.view, getattr(self.view, "form_instance", None)):
            for name in ("page_title", "label"):
                words = getattr(source, name, None)
                if words:
                    words = words() if callable(words) else words
                    return words if type(words) is str else translate(words, context=self.request)
        return self.context_title if aq_base(self.context) is not aq_base(self.portal) else ""

    @cached_property
    def context_title(self) -> str:
        """Title of the context; not to those who may not see it, for Plone has public pages on everything."""
        return self.context.Title() if self.may("View", self.context) else ""

    @property
    def context_description(self) -> str:
        """Description of the context, for the same readers."""
        return self.context.Description() if self.may("View", self.context) else ""

    @property
    def tab_title(self) -> str:
        """What the browser's tab shows."""
        return " · ".join(part for part in (self.title, self.facts.site_title) if part)

    @property
    def description(self) -> str:
        """One sentence for search engines; only what a view offers."""
        return getattr(self.view, "page_description", "") or ""

    @property
    def styles(self) -> list[str]:
        """Addresses of the style sheets, in order."""
        with_desk = self.signed_in or self.has_figures
        names = ["yidang.css", *["desk.css"] * with_desk, *["forms.css"] * self.has_bootstrap]
        names += ["board.css"] * self.has_figures
        ours = [f"{self.static}/{name}?v={resources.version()}" for name in names]
        ours.append(f"{self.portal_url}/look.css")
        if self.has_bootstrap:
            ours.insert(0, f"{self.portal_url}/{resources.BARCELONETA}")
        if self.signed_in:
            ours.append(self.portal_url + SESSION)
        return ours

    @property
    def scripts(self) -> list[str]:
        """Addresses of our own scripts: for the menus of the desk, and for charts where the library was built in."""
        found = [f"{self.static}/menus.js?v={resources.version()}"] if self.is_desk else []
        if getattr(self.view, "has_charts", False) and charts.version():
            library = f"{self.portal_url}/@@{charts.NAME}?v={charts.version()}"
            found += [library, f"{self.static}/charts.js?v={resources.version()}"]
        return found

    @property
    def bundles(self) -> str:
        """Tags of Plone's own scripts and of the styles that belong to them."""
        viewlet = ResourceView(self.context, self.request, self.view)
        viewlet.update()
        return viewlet.rendered["css"] + viewlet.rendered["js"]

    @property
    def body(self) -> dict[str, str]:
        """Attributes of <body>: ours, and what Plone's scripts read."""
        classes = ["yd-desk"] * self.is_desk
        if self.is_admin:
            classes.append(self.plone_view("plone_layout").bodyClass(None, self.view))
        settings = self.plone_view("plone_patterns_settings")() if self.has_scripts else {}
        return {"class": " ".join(classes) or None, **settings}

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

    # What is the same on many pages

    @cached_property
    def facts(self) -> Facts:
        """What header and footer show."""
        read = self.registry.get
        here = self.request.get("ACTUAL_URL", "")
        make_nav = navigation.desk_nav if self.is_desk else navigation.public_nav
        return Facts(
            portal_url=self.portal_url,
            site_title=read("plone.site_title") or "一档",
            settings=tuple((name, read(key) or "") for name, key in SETTINGS),
            signed_in=self.signed_in,
            is_admin=self.is_admin,
            person=self._person() if self.is_desk else "",
            nav=make_nav(self.portal_url, here),
            additions=navigation.additions(self.portal_url, self.user) if self.is_desk else (),
            tabs=navigation.tabs(self.portal_url, here) if self.is_desk else (),
        )

    def _person(self) -> str:
        return self.user.getProperty("fullname", "") or self.user.getUserName()

    @property
    def header(self) -> str:
        """The bar at the top."""
        return part("desk_header" if self.is_desk else "public_header", self.facts)

    @property
    def footer(self) -> str:
        """The end of a public page, or the bar at the bottom of a phone."""
        return part("tabbar" if self.is_desk else "footer", self.facts)

    @property
    def hotline(self) -> str:
        """The block with the number to call."""
        return part("hotline", self.facts)

    @property
    def site_title(self) -> str:
        """Name of the portal."""
        return self.facts.site_title

    def setting(self, name: str) -> str:
        """One of the site settings, "" when it is not set."""
        return self.registry.get(f"{PREFIX}.{name}") or ""

    # For templates

    def icon(self, name: str) -> str:
        """Markup of an icon."""
        return resources.icon(self.static, name)

    def plone_view(self, name: str):
        """A view that Plone's own templates expect as a variable; pages of ours do without."""
        return getMultiAdapter((self.context, self.request), name=name) if self.has_bootstrap else None

    def may(self, permission: str, obj) -> bool:
        """`checkPermission` for Plone's own templates."""
        return bool(getSecurityManager().checkPermission(permission, obj))
