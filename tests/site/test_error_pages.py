"""What a browser is shown when something does not work."""

from Products.Five import BrowserView
from tests.site.world import a_browser
from tests.site.world import status_of
from tests.site.world import the_contract
from tests.site.world import WORLD
from unittest import TestCase
from yidang.errors import Conflict
from yidang.errors import FieldError
from yidang.errors import NotAllowed
from yidang.interfaces import IYidangLayer
from zExceptions import BadRequest
from zExceptions import Forbidden
from zope.component import getGlobalSiteManager
from zope.interface import Interface


class FailingViewMixin:
    """Registers a view that raises what a test wants to see."""

    def failing(self, error: Exception) -> str:
        class Failing(BrowserView):
            """Fails."""

            def __call__(self):
                """Fail."""
                raise error

        sites = getGlobalSiteManager()
        sites.registerAdapter(Failing, (Interface, IYidangLayer), Interface, "test-failing")
        self.addCleanup(sites.unregisterAdapter, Failing, (Interface, IYidangLayer), Interface, "test-failing")
        self.browser.open(f"{self.url}/@@test-failing")
        return self.browser.contents


class ErrorPagesTest(FailingViewMixin, TestCase):
    layer = WORLD

    def setUp(self):
        self.url = self.layer["portal"].absolute_url()
        self.browser = a_browser(self.layer)

    def test_an_unknown_address_is_404_with_a_search_box(self):
        self.browser.open(f"{self.url}/nothing-here")
        self.assertEqual(404, status_of(self.browser))
        self.assertIn("没有找到这个页面", self.browser.contents)
        self.assertIn('name="SearchableText"', self.browser.contents)

    def test_a_stranger_is_asked_to_sign_in_and_comes_back_to_the_page(self):
        wanted = the_contract(self.layer["portal"]).absolute_url()
        self.browser.open(wanted)
        self.assertIn("请先登录", self.browser.contents)
        self.assertEqual(wanted, self.browser.getControl(name="came_from").value)

    def test_who_may_not_is_told_so_with_403(self):
        browser = a_browser(self.layer, "worker")
        browser.open(f"{self.url}/@@overview-controlpanel")
        self.assertEqual(403, status_of(browser))
        self.assertIn("您没有权限打开这一页", browser.contents)
        self.assertIn("回到工作台", browser.contents)

    def test_an_add_form_that_is_not_for_the_person_is_403_too(self):
        browser = a_browser(self.layer, "purchaser")
        section = the_contract(self.layer["portal"])["archive"]["records"].absolute_url()
        browser.open(f"{section}/++add++CaseFile")
        self.assertEqual(403, status_of(browser))

    def test_a_signed_in_person_is_recognised_on_the_page_of_an_unknown_address(self):
        browser = a_browser(self.layer, "worker")
        browser.open(f"{self.url}/nothing-here")
        self.assertIn("回到工作台", browser.contents)

    def test_a_refusal_shows_its_sentence_its_fields_and_its_status(self):
        page = self.failing(Conflict("合同编号已被使用。", [FieldError("number", "换一个编号。")]))
        self.assertEqual(409, status_of(self.browser))
        self.assertIn("合同编号已被使用。", page)
        self.assertIn("换一个编号。", page)

    def test_what_is_not_allowed_is_403(self):
        self.assertIn("作者不能审自己的稿件。", self.failing(NotAllowed("作者不能审自己的稿件。")))
        self.assertEqual(403, status_of(self.browser))

    def test_a_failed_protection_token_is_403(self):
        self.failing(Forbidden("Form authenticator is invalid."))
        self.assertEqual(403, status_of(self.browser))
        self.assertNotIn("authenticator", self.browser.contents)

    def test_a_bad_request_shows_its_words_only_when_they_are_chinese(self):
        self.assertIn("不是日期", self.failing(BadRequest("“x”不是日期。")))
        self.assertNotIn("expired", self.failing(BadRequest("The data might be expired")))
        self.assertEqual(400, status_of(self.browser))

    def test_a_mistake_of_ours_is_500_without_a_traceback(self):
        page = self.failing(KeyError("internal detail"))
        self.assertEqual(500, status_of(self.browser))
        self.assertIn("服务器出错了", page)
        for word in ("Traceback", "KeyError", "internal detail", "File "):
            self.assertNotIn(word, page)

    def test_words_of_an_error_are_escaped(self):
        self.assertIn("&lt;b&gt;不行", self.failing(Conflict("<b>不行</b>")))
