"""An accepted contract: nothing in its archive moves, but a page that does harm can still be taken down."""

from plone import api
from plone.app.textfield.value import RichTextValue
from tests.builders import a_contract
from tests.builders import a_record
from tests.roles.cast import ARTICLE_ROADS
from tests.roles.cast import CAST_INTEGRATION
from tests.roles.cast import CONTRACT_ROADS
from tests.roles.cast import HOME
from tests.roles.cast import record_fields
from tests.roles.cast import RECORD_ROADS
from tests.roles.cast import TEAM
from tests.roles.cast import TODAY
from tests.roles.cast import walk
from unittest import TestCase
from yidang.archive.actions import fire
from yidang.archive.record import state_of
from yidang.errors import Protected
from yidang.people.team import join
from yidang.publicity.actions import record_placement


class AfterAcceptanceTest(TestCase):
    layer = CAST_INTEGRATION

    def setUp(self):
        with api.env.adopt_roles(["Manager"]):
            self.contract = a_contract(self.layer["portal"], state="draft", number="Z-1", stations=(HOME,))
            for name, (role, *stations) in TEAM.items():
                join(self.contract, name, role, stations)
        walk(self.contract, CONTRACT_ROADS["active"])
        self.record = self._file("author", "GroupWork", record_fields("GroupWork", "", ""))
        walk(self.record, RECORD_ROADS["verified"])
        text = RichTextValue("<p>早上七点，社工到了市场门口。</p>", "text/html", "text/x-html-safe")
        self.articles = [self._file("writer", "Article", {"title": title, "text": text}) for title in ("一", "二")]
        walk(self.articles[0], ARTICLE_ROADS["published"])
        walk(self.articles[1], ARTICLE_ROADS["withdrawn"])
        self.inspection = self._file("purchaser", "Inspection", {"title": "季度检查", "date": TODAY})
        walk(self.contract, (("lead", "close"), ("purchaser", "accept")))

    def _file(self, person: str, portal_type: str, fields: dict):
        with api.env.adopt_user(username=person):
            return a_record(self.contract, portal_type, **fields)

    def test_records_and_reviews_are_sealed(self):
        self.assertEqual(("sealed", "sealed"), (state_of(self.record), state_of(self.inspection)))

    def test_no_placement_is_noted(self):
        with api.env.adopt_user(username="publicist"), self.assertRaises(Protected):
            record_placement(self.articles[0], "wechat", TODAY)

    def test_a_withdrawn_article_does_not_come_back(self):
        with api.env.adopt_user(username="publicist"), self.assertRaises(Protected):
            fire(self.articles[1], "submit")

    def test_a_published_article_can_be_taken_down(self):
        walk(self.articles[0], (("purchaser", "withdraw"),))
        self.assertEqual("withdrawn", state_of(self.articles[0]))
