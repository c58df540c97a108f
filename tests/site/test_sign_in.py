"""Signing in and out, sessions, new passwords, where one lands."""

from plone.registry.interfaces import IRegistry
from Products.CMFPlone.tests.utils import MockMailHost
from Products.MailHost.interfaces import IMailHost
from tests.builders import PASSWORD
from tests.site.test_language import english
from tests.site.world import a_browser
from tests.site.world import the_contract
from tests.site.world import WORLD
from unittest import TestCase
from yidang.site.login import ToTheDesk
from yidang.site.setup import IDLE
from zope.component import getSiteManager
from zope.component import getUtility

import email
import email.policy
import re
import transaction


class SignInTest(TestCase):
    layer = WORLD

    def setUp(self):
        self.portal = self.layer["portal"]
        self.url = self.portal.absolute_url()

    def test_who_asked_for_a_page_gets_it_after_signing_in(self):
        browser = a_browser(self.layer)
        wanted = the_contract(self.portal).absolute_url()
        browser.open(wanted)
        browser.getControl(name="__ac_name").value = "worker"
        browser.getControl(name="__ac_password").value = PASSWORD
        browser.getControl(name="buttons.login").click()
        self.assertEqual(wanted, browser.url)

    def test_who_came_from_the_home_page_lands_on_the_desk(self):
        land = ToTheDesk(self.portal, self.layer["request"])
        for came_from in (None, "", self.url, self.url + "/"):
            self.assertEqual(f"{self.url}/@@desk", land(came_from))
        self.assertEqual(f"{self.url}/stations", land(f"{self.url}/stations"))

    def test_nobody_is_sent_to_another_site(self):
        browser = a_browser(self.layer)
        browser.open(f"{self.url}/login?came_from=https://evil.example.org/")
        browser.getControl(name="__ac_name").value = "worker"
        browser.getControl(name="__ac_password").value = PASSWORD
        browser.getControl(name="buttons.login").click()
        self.assertTrue(browser.url.startswith(self.url))

    def test_a_stolen_cookie_is_worth_nothing_after_signing_out(self):
        browser = a_browser(self.layer, "worker")
        cookie = browser.cookies.forURL(self.url)["__ac"]
        thief = a_browser(self.layer)
        thief.addHeader("Cookie", f"__ac={cookie}")
        thief.open(f"{self.url}/stations")
        self.assertIn("退出登录", thief.contents)
        browser.open(f"{self.url}/logout")
        thief.open(f"{self.url}/stations")
        self.assertNotIn("退出登录", thief.contents)

    def test_who_works_gets_a_fresh_ticket_from_every_page(self):
        browser = a_browser(self.layer, "worker")
        browser.open(f"{self.url}/acl_users/session/refresh?session_refresh=true&type=css")
        self.assertIn("__ac", browser.headers.get("Set-Cookie", ""))
        self.assertEqual(IDLE, self.portal.acl_users.session.timeout)

    def test_nobody_can_register(self):
        browser = a_browser(self.layer)
        browser.open(f"{self.url}/@@register")
        self.assertNotIn("form.widgets.username", browser.contents)

    def test_a_new_password_is_asked_for_and_set_in_chinese(self):
        letter = self.ask_for_password("worker")
        message = email.message_from_bytes(letter, policy=email.policy.default)
        text = message.get_content()
        self.assertEqual([], [line for line in text.splitlines() if english(line)])
        self.assertEqual([], english(str(message["Subject"])))
        link = re.search(r"http\S+/passwordreset/[0-9a-f]+\?\S+|http\S+/passwordreset/[0-9a-f]+", text).group()
        browser = a_browser(self.layer)
        browser.open(link)
        self.assertEqual([], english(browser.contents))
        browser.getControl(name="userid").value = "worker"
        browser.getControl(name="password").value = "Xin-Mima-2027"
        browser.getControl(name="password2").value = "Xin-Mima-2027"
        browser.getForm(action="passwordreset").submit()
        self.assertEqual([], english(browser.contents))

    def test_who_asks_for_the_password_of_nobody_learns_nothing(self):
        with self.assertRaises(IndexError):
            self.ask_for_password("nobody-of-this-name")

    def ask_for_password(self, name):
        getUtility(IRegistry)["plone.email_from_address"] = "portal@example.org"
        self.portal.MailHost = box = MockMailHost("MailHost")
        getSiteManager(self.portal).registerUtility(box, IMailHost)
        transaction.commit()
        browser = a_browser(self.layer)
        browser.open(f"{self.url}/login-help")
        browser.getControl(name="form.widgets.reset_password").value = name
        browser.getControl(name="form.buttons.reset").click()
        self.assertEqual([], english(browser.contents))
        transaction.begin()
        return self.portal.MailHost.messages[0]


class UsersFolderTest(TestCase):
    layer = WORLD

    def test_our_roles_are_known_without_a_write_on_reading(self):
        manager = self.layer["portal"].acl_users.portal_role_manager
        self.assertLessEqual({"Worker", "Publicist", "ProjectLead", "Purchaser"}, set(manager.listRoleIds()))
