"""Administrators see Plone's toolbar, in Chinese and without what our pages do not have."""

from plone import api
from tests.builders import an_account
from tests.site.test_language import english
from tests.site.world import a_browser
from tests.site.world import WORLD
from unittest import TestCase

import transaction


class ToolbarTest(TestCase):
    layer = WORLD

    def test_the_toolbar_of_an_administrator_speaks_chinese(self):
        with api.env.adopt_roles(["Manager"]):
            an_account("keeper")
            api.user.grant_roles(username="keeper", roles=["Site Administrator"])
        transaction.commit()
        browser = a_browser(self.layer, "keeper")
        for path in ("@@desk", "newsroom", "contracts", "stations", "@@site-settings", "stations/zhongshan"):
            browser.open(f"{self.layer['portal'].absolute_url()}/{path}")
            self.assertIn('id="edit-bar"', browser.contents, path)
            self.assertEqual([], english(browser.contents), path)
            self.assertNotIn("portletmanager", browser.contents, path)
