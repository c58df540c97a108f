"""Test layers: a portal made by our own distribution, the way a customer's is made."""

from plone.app.testing import applyProfile
from plone.app.testing import FunctionalTesting
from plone.app.testing import IntegrationTesting
from plone.app.testing import PLONE_FIXTURE
from plone.app.testing import PloneSandboxLayer
from plone.testing import zope as zope_testing


class YidangLayer(PloneSandboxLayer):
    """The test fixture's site with our profile and folders."""

    defaultBases = (PLONE_FIXTURE,)

    def setUpZope(self, app, configurationContext) -> None:
        """Load our ZCML and what it needs."""
        import plone.restapi
        import yidang

        self.loadZCML(package=plone.restapi)
        self.loadZCML(package=yidang)

    def setUpPloneSite(self, portal) -> None:
        """Install the profile; add the folders that the distribution's handler adds."""
        from yidang.site.create import add_folders

        portal.setLanguage("zh-cn")
        applyProfile(portal, "plone.app.contenttypes:default")
        applyProfile(portal, "yidang:default")
        add_folders(portal)


YIDANG_FIXTURE = YidangLayer()
YIDANG_INTEGRATION = IntegrationTesting(bases=(YIDANG_FIXTURE,), name="Yidang:Integration")
YIDANG_FUNCTIONAL = FunctionalTesting(
    bases=(YIDANG_FIXTURE, zope_testing.WSGI_SERVER_FIXTURE), name="Yidang:Functional"
)
