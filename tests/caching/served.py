"""The small portal, answering HTTP as a server does."""

from plone.app.testing import FunctionalTesting
from plone.testing import zope
from tests.site.world import WORLD_FIXTURE


SERVED = FunctionalTesting(bases=(WORLD_FIXTURE, zope.WSGI_SERVER_FIXTURE), name="Yidang:Served")
