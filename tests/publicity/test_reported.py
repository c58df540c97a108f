"""The activity that an article reports: who may name which, what it fills in, and where the two disagree."""

from datetime import date
from plone import api
from plone.app.testing import login
from plone.app.testing import logout
from plone.restapi.interfaces import ISerializeToJson
from Products.CMFCore.indexing import processQueue
from tests.builders import a_contract
from tests.builders import a_record
from tests.builders import an_account
from tests.publicity.stories import an_article
from tests.publicity.stories import NEWSROOM_INTEGRATION
from tests.publicity.stories import publish
from tests.publicity.stories import review
from tests.publicity.stories import the_newsroom
from tests.publicity.test_proofs import rich
from unittest import TestCase
from yidang.archive.actions import fire
from yidang.archive.record import state_of
from yidang.indicators.audit import contract_problems
from yidang.pages.names import Names
from yidang.publicity.actions import submit
from yidang.publicity.proof_panel import ProofPanel
from yidang.publicity.proofs import findings_of
from yidang.publicity.reported import Reportable
from zope.component import getMultiAdapter
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


DAY = date(date.today().year, 1, 1)
AGREED = "<p>1月1日，社工在石岐社区广场摆开展台，86人次参加。</p>"


class ReportedTest(TestCase):
    layer = NEWSROOM_INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        self.contract = the_newsroom(self.portal)
        self.record = self.an_activity()

    def an_activity(self, contract=None, submitted: bool = True, **fields):
        fields = {
            "kind": "activity",
            "title": "新年普法集市",
            "date": DAY,
            "participants": 86,
            "place": "石岐社区广场",
            "station": "zhongshan",
            "topic": "law",
            "workers": ("lead",),
            **fields,
        }
        with api.env.adopt_roles(["Manager"]) if contract else api.env.adopt_user(username="lead"):
            record = a_record(contract or self.contract, "ServiceRecord", **fields)
            if submitted:
                fire(record, "submit")
        return record

    def another_contract(self):
        with api.env.adopt_roles(["Manager"]):
            return a_contract(self.portal)

    def a_report(self, text: str = AGREED, **fields):
        return an_article(self.contract, text=rich(text), activity=self.record.UID(), **fields)

    def found(self, article) -> dict[str, str]:
        return {one.field: one.message for one in findings_of(article) if one.rule == "activity"}

    def offered(self, context=None) -> list[str]:
        return Reportable(context or self.contract["archive"]["publicity"]).recent()


class CountingTest(ReportedTest):
    def test_the_ledger_knows_the_day_on_which_a_report_was_published(self):
        article = self.a_report()
        submit(article)
        for person in ("first", "second", "third"):
            processQueue()  # as at the end of each request
            review(self.portal, article, person)
        self.assertEqual("published", state_of(article))
        self.assertEqual([], list(contract_problems(self.contract)))


class NamingTest(ReportedTest):
    def test_publicity_staff_are_offered_activities_that_were_handed_in(self):
        self.an_activity(title="还没有提交的活动", submitted=False)
        self.an_activity(title="项目例会", kind="meeting")
        self.assertEqual([f"新年普法集市〔{DAY.isoformat()} {self.record.archive_number}〕"], self.offered())

    def test_an_activity_of_another_contract_is_not_offered_and_not_taken(self):
        other = self.an_activity(self.another_contract(), title="别家的活动")
        self.assertNotIn("别家的活动", "".join(self.offered()))
        self.assertNotIn(other.UID(), Reportable(self.contract["archive"]["publicity"]))

    def test_who_may_not_write_is_offered_only_what_they_see(self):
        login(self.portal, "first")
        self.assertEqual([], self.offered())
        with api.env.adopt_roles(["Manager"]):
            an_account("shegong", self.contract, "Worker")
        login(self.portal, "shegong")
        self.an_activity(title="项目例会", kind="meeting")
        self.assertEqual(2, len(self.offered()))

    def test_a_visit_cannot_be_named_by_who_does_not_see_it(self):
        visit = self.an_activity(title="项目例会", kind="meeting")
        self.assertNotIn(visit.UID(), Reportable(self.contract["archive"]["publicity"]))

    def test_what_is_named_stays_valid_for_the_next_writer(self):
        visit = self.an_activity(title="项目例会", kind="meeting")
        article = an_article(self.contract)
        article.activity = visit.UID()
        self.assertIn(visit.UID(), Reportable(article))

    def test_rest_names_it_to_the_team_and_tells_the_public_nothing(self):
        article = an_article(self.contract, activity=self.record.UID())

        def told() -> dict:
            return getMultiAdapter((article, self.layer["request"]), ISerializeToJson)()

        self.assertEqual(self.record.UID(), told()["activity"]["token"])
        self.assertIn("新年普法集市", told()["activity"]["title"])
        publish(self.portal, article)
        logout()
        self.assertEqual((article.title, False), (told()["title"], "activity" in told()))

    def test_the_label_names_one_record(self):
        [label] = self.offered()
        self.assertEqual([self.record.UID()], Reportable(self.contract["archive"]["publicity"]).named(label))


class FillingTest(ReportedTest):
    def test_what_is_empty_takes_the_words_of_the_record(self):
        article = self.a_report()
        self.assertEqual(
            (DAY, "石岐社区广场", 86, "zhongshan"),
            (article.event_date, article.event_place, article.event_participants, article.station),
        )

    def test_what_was_written_stays(self):
        article = self.a_report(event_place="社区广场", event_participants=80)
        self.assertEqual(("社区广场", 80), (article.event_place, article.event_participants))

    def test_what_was_emptied_again_stays_empty(self):
        article = self.a_report()
        article.event_participants = None
        notify(ObjectModifiedEvent(article))
        self.assertIsNone(article.event_participants)

    def test_a_group_fills_in_its_last_session(self):
        from tests.builders import a_record as make

        with api.env.adopt_roles(["Manager"]):
            group = make(self.contract, "GroupWork", title="向阳小组", opened=DAY, members=("甲", "乙", "丙"))
            api.content.create(group, "GroupSession", title="第一节", date=DAY, attendance=("甲", "乙"))
        article = an_article(self.contract, activity=group.UID())
        self.assertEqual((DAY, 2), (article.event_date, article.event_participants))


class AgreementTest(ReportedTest):
    def test_an_article_that_agrees_is_left_in_peace(self):
        self.assertEqual({}, self.found(self.a_report()))

    def test_another_day_number_or_place_in_the_text_is_pointed_out_where_it_stands(self):
        article = self.a_report("<p>前言</p><p>1月2日，社工在文化宫摆开展台，96人次参加。</p>")
        found = [(one.place, one.text, one.level) for one in findings_of(article) if one.rule == "activity"]
        self.assertEqual(
            [("正文第 2 段", "1月2日", "warn"), ("正文第 2 段", "96人次", "warn"), ("全文", "石岐社区广场", "warn")],
            found,
        )

    def test_round_words_agree_with_exact_numbers(self):
        for words in ("80余人次", "近90人次", "约90人次", "八十六人次"):
            text = AGREED.replace("86人次", words)
            self.assertEqual({}, self.found(self.a_report(text)), words)

    def test_other_days_may_stand_beside_the_right_one(self):
        self.assertEqual({}, self.found(self.a_report(AGREED + "<p>下一场在2月1日。</p>")))

    def test_a_wrong_year_is_pointed_out(self):
        text = AGREED.replace("1月1日", f"{DAY.year - 1}年1月1日")
        self.assertIn("稿件写的日期与活动记录", self.found(self.a_report(text))["text"])

    def test_fields_that_differ_are_pointed_out_at_the_field(self):
        found = self.found(self.a_report(event_participants=90, event_place="文化宫"))
        self.assertEqual({"event_participants", "event_place"}, set(found))
        self.assertIn("86 人次", found["event_participants"])

    def test_a_record_that_is_corrected_later_is_noticed(self):
        article = self.a_report()
        self.assertEqual({}, self.found(article))
        self.record.participants = 68
        self.assertEqual({"event_participants", "text"}, set(self.found(article)))

    def test_a_record_that_is_gone_is_pointed_out(self):
        article = self.a_report()
        article.activity = "0" * 32
        self.assertEqual(["activity"], list(self.found(article)))

    def test_whoever_reads_the_text_sees_what_the_record_says(self):
        article = self.a_report()
        panel = ProofPanel(article, Names())
        self.assertEqual(f"{DAY.isoformat()}，石岐社区广场，86 人次", panel.reported)
        self.assertEqual("", ProofPanel(an_article(self.contract), Names()).reported)

    def test_disagreement_warns_and_keeps_nobody_from_review(self):
        article = self.a_report(event_participants=90)
        submit(article)
        self.assertEqual("review1", api.content.get_state(article))
