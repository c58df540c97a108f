"""The page shell: what it loads for whom, what it shows, what it leaves out."""

from plone import api
from plone.registry.interfaces import IRegistry
from Products.statusmessages.interfaces import IStatusMessage
from tests.site.world import a_browser
from tests.site.world import the_contract
from tests.site.world import WORLD
from unittest import TestCase
from zope.component import getUtility

import re
import transaction


STYLES = re.compile(r'<link rel="stylesheet" href="[^"]*/([\w.]+)(?:\?[^"]*)?"')


class ShellTest(TestCase):
    layer = WORLD

    def setUp(self):
        self.portal = self.layer["portal"]
        self.url = self.portal.absolute_url()
        self.contract = the_contract(self.portal)

    def page(self, path="", name=""):
        browser = a_browser(self.layer, name)
        browser.open(f"{self.url}/{path}")
        return browser.contents

    def test_a_public_page_loads_one_style_sheet_its_look_and_no_script(self):
        page = self.page("stations")
        self.assertEqual(["yidang.css", "look.css"], STYLES.findall(page))
        self.assertNotIn("<script", page)

    def test_a_page_of_the_desk_adds_its_sheet_and_keeps_the_session_alive(self):
        page = self.page("stations", "worker")
        self.assertEqual(["yidang.css", "desk.css", "look.css", "refresh"], STYLES.findall(page))
        self.assertEqual(["menus.js"], re.findall(r'<script src="[^"]*/([^"/?]+)', page))

    def test_a_form_adds_bootstrap_before_and_our_form_sheet_after(self):
        page = self.page("login")
        self.assertEqual(["barceloneta.min.css", "yidang.css", "forms.css", "look.css"], STYLES.findall(page))
        self.assertNotIn("<script", page)

    def test_a_form_with_a_text_editor_loads_the_scripts_of_plone(self):
        path = self.contract.absolute_url().removeprefix(self.url + "/")
        page = self.page(f"{path}/archive/publicity/++add++Article", "publicist")
        self.assertIn("bundle-plone", page)
        self.assertIn("data-pat-", page)

    def test_style_sheets_carry_a_version(self):
        self.assertRegex(self.page(), r"yidang\.css\?v=[0-9a-f]{8}")

    def test_the_title_is_the_page_and_the_site(self):
        self.assertIn("<title>站点 · ", self.page("stations"))

    def test_only_administrators_get_the_toolbar(self):
        self.assertNotIn("edit-zone", self.page("stations", "lead"))
        with api.env.adopt_roles(["Manager"]):
            api.user.grant_roles(username="lead", roles=["Site Administrator"])
        transaction.commit()
        self.assertIn("edit-zone", self.page("stations", "lead"))

    def test_the_public_bar_offers_to_sign_in_and_the_desk_bar_to_leave(self):
        self.assertIn("/login", self.page("stations"))
        page = self.page("stations", "worker")
        self.assertIn("/logout", page)
        self.assertIn("/@@change-password", page)
        self.assertIn("yd-tabbar", page)

    def test_the_home_page_is_the_same_for_a_signed_in_person_with_a_way_to_the_desk(self):
        page = self.page("", "worker")
        self.assertIn("yd-header", page)
        self.assertIn('/@@desk">工作台', page)

    def test_the_menu_offers_only_what_the_person_may_add(self):
        worker, publicist, purchaser = (self.page("stations", name) for name in ("worker", "publicist", "purchaser"))
        self.assertIn("what=visit", worker)
        self.assertNotIn("what=article", worker)
        self.assertIn("what=article", publicist)
        self.assertNotIn("what=visit", publicist)
        self.assertNotIn("what=visit", purchaser)

    def test_the_place_where_one_is_is_marked(self):
        self.assertRegex(self.page("stations/zhongshan"), r'aria-current="page"[^>]*>站点')

    def test_empty_slots_of_the_footer_are_hidden_and_filled_ones_shown_at_once(self):
        self.assertNotIn("备案", self.page())
        getUtility(IRegistry)["yidang.site.icp_record"] = "粤ICP备00000000号-1"
        transaction.commit()
        self.assertIn("粤ICP备00000000号-1", self.page())

    def test_names_in_the_shell_are_escaped(self):
        getUtility(IRegistry)["yidang.site.host"] = "<script>甲</script>"
        transaction.commit()
        self.assertIn("&lt;script&gt;甲", self.page())

    def test_pages_of_signed_in_people_stay_in_no_cache(self):
        browser = a_browser(self.layer, "worker")
        browser.open(f"{self.url}/stations")
        self.assertIn("no-store", browser.headers["Cache-Control"])

    def test_a_message_is_shown_once(self):
        browser = a_browser(self.layer)
        browser.open(f"{self.url}/contracts")
        self.assertIn("请先登录", browser.contents)
        browser.open(f"{self.url}/login")
        self.assertNotIn("请先登录", browser.contents)

    def test_a_message_of_unknown_kind_is_shown_as_a_hint(self):
        request = self.layer["request"]
        IStatusMessage(request).addStatusMessage("保存了", type="whatever")
        shell = api.content.get_view("main_template", self.portal, request).shell(None)
        self.assertEqual([("info", "保存了")], [(one["kind"], one["text"]) for one in shell.messages])

    def test_the_shell_itself_is_no_page(self):
        browser = a_browser(self.layer)
        browser.open(f"{self.url}/main_template")
        self.assertIn("没有找到", browser.contents)

    def test_a_dialog_gets_the_bare_page(self):
        page = self.page("login?ajax_load=1")
        self.assertIn("__ac_name", page)
        self.assertNotIn("yd-header", page)
