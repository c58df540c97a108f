"""Sections of the archive as files: every field with its type, for those who may read it."""

from datetime import timedelta
from plone.app.testing import login
from plone.app.testing import TEST_USER_NAME
from plone.dexterity.utils import createContentInContainer
from tests.builders import a_record
from tests.exchange.test_boards import by_heading
from tests.exchange.test_doors import TakingTest
from tests.exchange.written import values_of
from yidang.archive.actions import fire

import transaction


NAME, PHONE = "欧阳芳芳", "13912345678"
LONG = "社工陪同到社区居委会，了解低保申请的材料和时间。" * 40


class SectionTest(TakingTest):
    def setUp(self):
        super().setUp()
        self.place = self.section("records")

    def a_client(self, submitted: bool = True):
        """A client's file by the worker, handed in or still a draft."""
        login(self.portal, "worker")
        fields = {"title": "阿芳", "recorded_on": self.contract.start, "station": "zhongshan", "situation": LONG}
        client = a_record(
            self.contract, "Client", name=NAME, phone=PHONE, categories=("woman", "violence"), birth_year=1990, **fields
        )
        if submitted:
            fire(client, "submit", "")
        login(self.portal, TEST_USER_NAME)
        transaction.commit()
        return client

    def rows(self, name: str, title: str, **query) -> list[dict]:
        """The rows of one sheet."""
        return by_heading(self.book(name, self.place, policy="section", **query)[title])

    def test_every_type_has_its_sheet_and_every_field_its_column(self):
        self.a_client()
        self.a_meeting("submit", title="例会", content=LONG, participants=12)
        book = self.book("worker", self.place, policy="section")
        self.assertEqual({"服务对象", "服务记录"}, set(book.sheetnames) - {"说明"})
        row = by_heading(book["服务记录"])[0]
        self.assertEqual(LONG, row["内容"])
        self.assertEqual((1, 12), (row["时长（小时）"], row["服务人次"]))
        self.assertEqual(self.contract.start, row["日期"].date())
        self.assertEqual(("会议", "zhongshan站"), (row["种类"][-2:], row["站点"]))
        self.assertEqual(("已提交", "worker"), (row["状态"], row["建立人"]))
        words = "".join(str(cell.value) for sheet in book for cell in sheet[1])
        self.assertNotRegex(words, "[A-Za-z]{3}")

    def test_name_and_telephone_are_for_those_who_may_read_them(self):
        self.a_client()
        seen = {name: self.rows(name, "服务对象")[0] for name in ("worker", "purchaser", "siteadmin")}
        self.assertEqual((NAME, PHONE), (seen["worker"]["真实姓名"], seen["worker"]["联系电话"]))
        for name in ("purchaser", "siteadmin"):
            self.assertEqual({"（无权查看）"}, {seen[name]["真实姓名"], seen[name]["联系电话"]})
        text = self.file("purchaser", self.place, view="@@collective.excelexportcsv", policy="section").text
        self.assertNotIn(NAME, text)
        self.assertNotIn(PHONE, text)
        self.assertIn("阿芳", text)

    def test_several_values_come_with_their_titles_in_order(self):
        self.a_client()
        self.assertEqual("妇女、家暴受害人", self.rows("worker", "服务对象")[0]["对象类别"])

    def test_a_client_whom_the_reader_may_not_view_is_not_named_by_a_record(self):
        client = self.a_client(submitted=False)
        self.a_meeting("submit", title="与阿芳谈", clients=(client.UID(),))
        self.assertEqual("阿芳", self.rows("worker", "服务记录")[0]["服务对象"])
        self.assertEqual("（无权查看）", self.rows("purchaser", "服务记录")[0]["服务对象"])

    def test_drafts_of_others_are_not_in_the_file(self):
        self.a_meeting(title="草稿")
        self.a_meeting("submit", title="交了的")
        self.assertEqual(["交了的"], [row["名称"] for row in self.rows("purchaser", "服务记录")])
        self.assertEqual(403, self.file("outsider", self.place, policy="section").status_code)

    def test_the_filters_of_the_list_hold_for_the_file(self):
        self.a_meeting("submit", title="交了的")
        self.a_meeting(title="草稿")
        self.assertEqual(["草稿"], [row["名称"] for row in self.rows("worker", "服务记录", state="draft")])
        self.assertEqual(["草稿"], [row["名称"] for row in self.rows("worker", "服务记录", q="草稿")])
        book = self.book("worker", self.place, policy="section", state="verified")
        self.assertEqual([["没有符合条件的材料"]], values_of(book["记录"]))
        self.assertEqual(400, self.file("worker", self.place, policy="section", month="foo").status_code)

    def test_records_come_by_day(self):
        for days in (4, 0, 2):
            self.a_meeting(title=str(days), date=self.contract.start + timedelta(days=days))
        self.assertEqual(["0", "2", "4"], [row["名称"] for row in self.rows("worker", "服务记录")])

    def test_a_portal_type_with_versions_shows_no_field_of_plone_s(self):
        login(self.portal, "publicist")
        a_record(self.contract, "Article", title="社工走进菜市场", origin="original")
        transaction.commit()
        book = self.book("publicist", self.section("publicity"), policy="section")
        heading = [cell.value for cell in book["新闻"][1]]
        self.assertIn("正文", heading)
        self.assertEqual([], [one for one in heading if one.isascii()])

    def test_a_file_is_named_and_not_carried(self):
        login(self.portal, "worker")
        case = a_record(self.contract, "CaseFile", title="个案一", opened=self.contract.start, professional=True)
        createContentInContainer(case, "CaseSession", checkConstraints=False, title="会谈", date=self.contract.start)
        transaction.commit()
        row = self.rows("worker", "个案")[0]
        self.assertEqual(("个案一", "是"), (row["个案名称"], row["专业个案"]))
