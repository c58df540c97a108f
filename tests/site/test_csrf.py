"""Forged requests are refused, and pages of signed-in people are written as they are."""

from tests.builders import PASSWORD
from tests.site.world import a_browser
from tests.site.world import status_of
from tests.site.world import WORLD
from unittest import TestCase
from urllib.parse import urlencode
from yidang.site.csrf import lacks_tokens


FORM = '<form action="x" method="POST"></form>'
TOKEN = '<input type="hidden" name="_authenticator" value="1">'


class LacksTokensTest(TestCase):
    def test_a_page_without_forms_that_send_something_needs_nothing(self):
        self.assertFalse(lacks_tokens('<form action="search"><input name="q"></form>'))

    def test_a_form_with_its_token_needs_nothing(self):
        self.assertFalse(lacks_tokens(f"{FORM}{TOKEN}"))

    def test_a_form_without_a_token_needs_one(self):
        self.assertTrue(lacks_tokens(f"{FORM}{TOKEN}{FORM}"))

    def test_scripts_may_need_one(self):
        self.assertTrue(lacks_tokens("<script src='x'></script>"))

    def test_data_and_scripts_that_send_nothing_need_none(self):
        self.assertFalse(lacks_tokens('<script type="application/json">{}</script>'))
        self.assertFalse(lacks_tokens('<script src="charts.js" defer="defer" data-quiet="1"></script>'))
        self.assertTrue(lacks_tokens('<script data-quiet="1"></script><script>send()</script>'))


class ProtectionTest(TestCase):
    layer = WORLD

    def setUp(self):
        self.url = self.layer["portal"].absolute_url()
        self.browser = a_browser(self.layer, "worker")

    def test_chinese_is_not_written_as_numbers(self):
        for path in ("stations", "@@change-password"):
            self.browser.open(f"{self.url}/{path}")
            self.assertNotIn(b"&#", self.browser._response.body, path)

    def test_a_form_of_plone_gets_its_token(self):
        self.browser.open(f"{self.url}/@@change-password")
        self.assertIn('name="_authenticator"', self.browser.contents)

    def test_a_write_without_a_token_changes_nothing(self):
        fields = {"current_password": PASSWORD, "new_password": "Xin-Mima-2027", "new_password_ctl": "Xin-Mima-2027"}
        form = {f"form.widgets.{name}": value for name, value in fields.items()}
        self.browser.post(f"{self.url}/@@change-password", urlencode(form | {"form.buttons.reset_passwd": "1"}))
        self.assertEqual(403, status_of(self.browser))
        self.assertIn("退出登录", self.signed_in_again())

    def signed_in_again(self):
        browser = a_browser(self.layer, "worker")
        browser.open(f"{self.url}/stations")
        return browser.contents
