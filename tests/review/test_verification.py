"""The purchaser's desk: what waits, one verdict, many at once."""

from html import unescape
from plone import api
from tests.builders import a_contract
from tests.builders import a_record
from tests.builders import an_account
from tests.desk.world import DeskTest
from tests.visitors import token_of

import transaction


class VerificationTest(DeskTest):
    def setUp(self):
        super().setUp()
        self.page = self.path + "/@@verification"

    def state(self, record) -> str:
        transaction.begin()
        return api.content.get_state(record)

    def test_only_the_purchaser_may_open_it(self):
        self.assert_may(self.page, "purchaser")

    def test_it_counts_by_kind_and_the_longest_waiting_comes_first(self):
        first, second = self.a_meeting("submit", title="先到"), self.a_meeting("submit", title="后到")
        for record, days in ((first, 9), (second, 1)):
            steps = record.workflow_history["yidang_record"]
            record.workflow_history["yidang_record"] = tuple({**one, "time": one["time"] - days} for one in steps)
            record.reindexObject()
        transaction.commit()
        page = self.text("purchaser", self.page)
        self.assertLess(page.index("先到"), page.index("后到"))
        self.assertIn("2 件，最久的一件等了 9 天", page)

    def test_a_record_is_verified(self):
        record = self.a_meeting("submit")
        answer = self.post("purchaser", self.page, uid=record.UID(), verdict="verify")
        self.assertEqual(302, answer.status_code)
        self.assertEqual("verified", self.state(record))

    def test_a_return_needs_a_reason_which_is_kept(self):
        record = self.a_meeting("submit")
        answer = self.post("purchaser", self.page, uid=record.UID(), verdict="return", comment="   ")
        self.assertEqual(400, answer.status_code)
        self.assertIn("退回必须写明原因", answer.text)
        self.assertEqual("submitted", self.state(record))
        self.post("purchaser", self.page, uid=record.UID(), verdict="return", comment="缺签到表")
        self.assertEqual("returned", self.state(record))
        self.assertIn("缺签到表", self.text("worker", "/@@desk"))

    def test_a_reason_that_is_too_long_is_refused_and_stays_typed(self):
        record = self.a_meeting("submit")
        answer = self.post("purchaser", self.page, uid=record.UID(), verdict="return", comment="长" * 2001)
        self.assertEqual(400, answer.status_code)
        self.assertIn("长" * 2001, answer.text)

    def test_many_are_verified_at_once_and_one_refused_does_not_stop_the_others(self):
        good = [self.a_meeting("submit", title=f"好{number}") for number in range(2)]
        gone = self.a_meeting("submit", "verify", title="已核定过")
        uids = [record.UID() for record in (good[0], gone, good[1])]
        answer = self.post("purchaser", self.page, do="many", **{"uids:list": uids})
        self.assertEqual(302, answer.status_code)
        self.assertEqual(["verified", "verified"], [self.state(record) for record in good])

    def test_the_summary_names_what_was_refused(self):
        good, gone = self.a_meeting("submit", title="好的"), self.a_meeting("submit", "verify", title="已核定过")
        visitor = self.reader("purchaser")
        token = token_of(visitor.page(self.page).text)
        sent = {"_authenticator": token, "do": "many", "uids:list": [good.UID(), gone.UID()]}
        page = unescape(visitor.session.post(visitor.base + self.page, data=sent).text)
        self.assertIn("已核定 1 件，1 件没有核定", page)
        self.assertIn("已核定过", page)

    def test_nothing_ticked_is_said(self):
        self.a_meeting("submit")
        answer = self.post("purchaser", self.page, do="many")
        self.assertEqual(400, answer.status_code)
        self.assertIn("还没有勾选", answer.text)

    def test_records_of_another_contract_are_out_of_reach(self):
        other = a_contract(self.portal, title="另一份")
        an_account("purchaser", other, "Purchaser")
        an_account("worker", other, "Worker")
        record = a_record(other, "ServiceRecord", kind="meeting", title="别处", date=other.start, workers=("worker",))
        api.content.transition(record, "submit")
        transaction.commit()
        self.a_meeting("submit")
        self.assertEqual(400, self.post("purchaser", self.page, uid=record.UID(), verdict="verify").status_code)
        self.post("purchaser", self.page, do="many", **{"uids:list": [record.UID()]})
        self.assertEqual("submitted", self.state(record))

    def test_an_unknown_verdict_or_record_is_refused(self):
        record = self.a_meeting("submit")
        self.assertEqual(400, self.post("purchaser", self.page, uid=record.UID(), verdict="foo").status_code)
        self.assertEqual(400, self.post("purchaser", self.page, uid="foo", verdict="verify").status_code)

    def test_without_the_token_of_the_page_nothing_happens(self):
        record = self.a_meeting("submit")
        answer = self.post("purchaser", self.page, token=False, uid=record.UID(), verdict="verify")
        self.assertEqual(403, answer.status_code)
        self.assertEqual("submitted", self.state(record))

    def test_bad_words_in_the_address_break_nothing(self):
        self.a_meeting("submit")
        self.assertEqual(400, self.status("purchaser", self.page + "?b_start=abc"))
        for query in ("?type=Foo", "?station=mars", "?uid=foo", "?b_start=500"):
            self.assertEqual(200, self.status("purchaser", self.page + query), query)
