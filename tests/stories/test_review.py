"""Purchasers: what awaits them, verify, return with a reason that is kept; submitted and verified side by side."""

from html import unescape
from tests.builders import a_record
from tests.stories.scene import as_user
from tests.stories.scene import Story
from tests.stories.scene import this_year
from yidang.archive.actions import fire


class VerificationStory(Story):
    lines = ("S0-I10", "S0-I11")

    def prepare(self):
        with as_user("shegong"):
            self.fair = self._activity("社区普法集市", 80)
            self.talk = self._activity("家庭教育讲座", 45)

    def _activity(self, title: str, participants: int):
        record = a_record(
            self.contract,
            "ServiceRecord",
            kind="activity",
            title=title,
            date=this_year(1, 10),
            participants=participants,
            hours=3.0,
            station="zhongshan",
            workers=("shegong",),
        )
        fire(record, "submit")
        return record

    def test_one_is_verified_and_one_returned_with_a_reason_that_stays(self):
        page = self.window("fulian")
        self.assertIn("社区普法集市", page.inner_text("main") + self._queue(page))
        self.assertIn("2/40场", self.number_on_board(page, "S0-I10"))
        self._verdict(page, self.fair)
        self.assertIn("已核定", page.inner_text("main"))
        self._verdict(page, self.talk, "请补交签到表，人次与照片不一致。")
        self.assertIn("请补交签到表", page.inner_text("main"))
        board = self.number_on_board(page, "S0-I10")
        self.assertIn("1/40场", board)
        self.assertIn("已核定1", board)
        self._worker_corrects_and_submits_again()
        page.goto(self.talk.absolute_url())
        self.assertIn("请补交签到表", page.inner_text("main"), "退回的原因永久保留")
        self.assertIn("2/40场", self.number_on_board(page, "S0-I10"))

    def test_a_return_without_a_reason_is_refused_in_words(self):
        page = self.window("fulian")
        page.goto(self.talk.absolute_url())
        token = page.locator("input[name=_authenticator]").first.input_value()
        answer = page.request.post(
            self.talk.absolute_url() + "/@@step",
            form={"transition": "return", "comment": "   ", "_authenticator": token},
        )
        self.assertEqual(400, answer.status)
        self.assertIn("必须写明原因", unescape(answer.text()))

    def _queue(self, page) -> str:
        page.goto(self.place("@@verification"))
        return page.inner_text("main")

    def _verdict(self, page, record, reason: str = ""):
        page.goto(record.absolute_url())
        if reason:
            page.fill("textarea[name=comment]", reason)
        page.click(f"button[name=transition][value={'return' if reason else 'verify'}]")
        page.wait_for_load_state()

    def _worker_corrects_and_submits_again(self):
        page = self.window("shegong")
        self.assertIn("家庭教育讲座", page.inner_text("main"), "被退回的材料应出现在工作台上")
        page.goto(self.talk.absolute_url())
        page.click("button:has-text('提交')")
        page.wait_for_load_state()
        self.assertIn("已提交", page.inner_text("main"))
