"""The desk: who sees what, and that its numbers are those of the scoreboard."""

from tests.builders import a_contract
from tests.builders import a_record
from tests.builders import an_account
from tests.builders import an_indicator
from tests.desk.world import DeskTest
from tests.desk.world import PEOPLE

import transaction


ARTICLES = {
    "code": "T-07",
    "title": "发布信息",
    "unit": "篇",
    "target": ">= 300",
    "count": {"kinds": ["article"], "measure": "count"},
}


class DeskPageTest(DeskTest):
    def test_whoever_is_signed_in_has_a_desk(self):
        self.assert_may("/@@desk", *PEOPLE, "siteadmin", "outsider")

    def test_somebody_without_an_account_is_sent_to_sign_in(self):
        visitor = self.reader("worker")
        visitor.session.auth = None
        self.assertIn("/login", visitor.page("/@@desk").url)

    def test_publicity_staff_see_how_far_the_articles_are(self):
        an_indicator(self.contract, ARTICLES)
        transaction.commit()
        page = " ".join(self.text("publicist", "/@@desk").split())
        self.assertIn("第 <b>0</b>/ 300 篇", page)
        self.assertIn("@@new?what=article", page)

    def test_a_worker_sees_what_came_back_with_the_reason_and_what_drafts_lack(self):
        self.a_meeting("submit", "return", title="被退回的会")
        self.a_meeting(title="缺经办人的会", workers=())
        page = self.text("worker", "/@@desk")
        for words in ("被退回的会", "时长写的是 0 分钟。", "缺经办人的会", "请填写经办社工。", "@@new?what=visit"):
            self.assertIn(words, page)

    def test_a_case_in_draft_names_its_missing_papers(self):
        record = a_record(self.contract, "CaseFile", title="个案甲", opened=self.contract.start, workers=("worker",))
        record.reindexObject()
        transaction.commit()
        self.assertIn("还缺：需求预估表、服务计划书、会谈记录、结案评估报告", self.text("worker", "/@@desk"))

    def test_the_lead_sees_what_the_team_has_not_submitted_and_the_lines_behind(self):
        self.a_meeting(title="未提交的会")
        page = self.text("projectlead", "/@@desk")
        self.assertIn("团队待提交", page)
        self.assertIn("未提交的会", page)
        self.assertIn("落后的指标", page)

    def test_who_has_several_contracts_sees_to_which_each_list_belongs(self):
        self.assertNotIn("yd-cut", self.text("projectlead", "/@@desk"))
        other = a_contract(self.portal, title="另一个项目")
        an_account("projectlead", other, "ProjectLead")
        transaction.commit()
        page = self.text("projectlead", "/@@desk")
        for title in ("另一个项目", self.contract.title):
            self.assertIn(f'title="{title}">{title}</span>', page)

    def test_the_purchaser_sees_what_waits_by_kind(self):
        self.a_meeting("submit", title="待核定的会")
        page = self.text("purchaser", "/@@desk")
        self.assertIn("待核定的会", page)
        self.assertIn("工作会议 1", page)
        self.assertNotIn("@@new?what=visit", page)

    def test_a_reviewer_sees_the_articles_of_his_step_only(self):
        self.assertIn("没有等待审核的稿件", self.text("reviewer1", "/@@desk"))

    def test_supervisor_and_evaluator_see_what_was_submitted_last(self):
        self.a_meeting("submit", title="督导要看的会")
        self.a_meeting(title="别人的草稿")
        for name in ("supervisor", "evaluator"):
            page = self.text(name, "/@@desk")
            self.assertIn("督导要看的会", page)
            self.assertNotIn("别人的草稿", page)

    def test_nothing_of_a_contract_reaches_somebody_outside_it(self):
        self.a_meeting("submit", title="内部的会")
        page = self.text("outsider", "/@@desk")
        self.assertNotIn("内部的会", page)
        self.assertIn("您还没有加入任何执行中的合同", page)

    def test_the_administrator_sees_contracts_and_accounts(self):
        page = self.text("siteadmin", "/@@desk")
        for words in ("/contracts", "账号", "@@usergroup-userprefs"):
            self.assertIn(words, page)
