"""The home page and the pages of stations."""

from plone import api
from plone.app.testing import login
from plone.app.testing import logout
from tests.builders import a_station
from tests.builders import an_account
from tests.site.world import a_browser
from tests.site.world import an_article
from tests.site.world import publish
from tests.site.world import PUBLISHED
from tests.site.world import the_contract
from tests.site.world import WORLD
from unittest import TestCase
from yidang.publicity.actions import withdraw

import transaction


class HomeTest(TestCase):
    layer = WORLD

    def setUp(self):
        self.portal = self.layer["portal"]
        self.url = self.portal.absolute_url()

    def page(self, path="", name=""):
        browser = a_browser(self.layer, name)
        browser.open(f"{self.url}/{path}")
        return browser.contents

    def published(self, title, **fields):
        article = an_article(self.portal, the_contract(self.portal), title, **fields)
        publish(self.portal, article)
        logout()
        transaction.commit()
        return article

    def test_the_newest_article_leads(self):
        self.published("最新的一篇")
        lead = self.page().partition('<article class="yd-lead"')[2].partition("</article>")[0]
        self.assertIn("最新的一篇", lead)

    def test_a_withdrawn_article_is_gone_at_once(self):
        article = self.published("后来撤下的一篇")
        self.assertIn("后来撤下的一篇", self.page())
        login(self.portal, "lead")
        withdraw(article, "事实有误")
        logout()
        transaction.commit()
        self.assertNotIn("后来撤下的一篇", self.page())

    def test_activities_stand_in_their_own_section_when_they_are_not_on_top(self):
        self.published("一次活动", station_activity=True)
        for number in range(6):
            self.published(f"新闻 {number}")
        section = self.page().partition("本站活动</h2>")[2]
        self.assertIn("一次活动", section)

    def test_the_hotline_and_the_stations_are_there(self):
        page = self.page()
        self.assertIn('href="tel:12338"', page)
        self.assertIn("中山站", page)

    def test_a_station_shows_its_articles_and_how_to_find_it(self):
        page = self.page("stations/zhongshan")
        for words in (PUBLISHED, "民安路 8 号", "来访不需要预约"):
            self.assertIn(words, page)

    def test_administrators_see_the_staff_of_a_station_and_workers_do_not(self):
        with api.env.adopt_roles(["Manager"]):
            an_account("keeper")
            api.user.grant_roles(username="keeper", roles=["Site Administrator"])
        transaction.commit()
        self.assertIn("工作人员", self.page("stations/zhongshan", "keeper"))
        self.assertNotIn("工作人员", self.page("stations/zhongshan", "worker"))

    def test_the_directory_lists_main_stations_first(self):
        with api.env.adopt_roles(["Manager"]):
            a_station(self.portal, "a-sub", title="甲分站", kind="substation")
        transaction.commit()
        page = self.page("stations")
        self.assertLess(page.index("中山站"), page.index("甲分站"))
        self.assertIn("1 个服务站，1 个镇街分站", page)
