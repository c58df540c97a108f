"""The page on which an article is written: templates, the activity, two people at one article, kept drafts."""

from datetime import date
from plone import api
from tests.builders import a_record
from tests.publicity.test_forms import BASIC
from tests.publicity.web import NewsroomTest
from tests.publicity.web import TEXT
from unittest import TestCase
from yidang.archive.actions import fire
from yidang.proofreading.engine.findings import Piece
from yidang.publicity.drafting import PROMPT
from yidang.publicity.drafting import prompt_findings
from yidang.publicity.drafting import TEMPLATES
from yidang.publicity.pasted import MISSING_PICTURE
from yidang.publicity.prose import words
from yidang.publicity.vocabularies import GENRES

import re
import transaction


REVISION = re.compile(r'name="revision"[^>]*value="(\w+)"|value="(\w+)"[^>]*name="revision"')


class CountingTest(TestCase):
    def test_words_are_counted_as_a_chinese_word_processor_counts_them(self):
        for raw, number in (
            ("<p>社工站</p>", 3),
            ("<p>2026年3月8日，86人次。</p>", 11),
            ("<p>WPS Office 与 Word</p>", 4),
            ("<p>he<b>llo</b> world</p><p>“好”……</p>", 7),
            ("<ul><li>a</li><li>b</li></ul>", 2),
            ("<p>&nbsp;\u3000\u200b</p>", 0),
            ("<p>𠮷野家</p>", 3),
            ("", 0),
        ):
            self.assertEqual(number, words(raw), raw)


class TemplateTest(TestCase):
    def test_every_genre_has_a_template_with_prompts_that_the_proof_knows(self):
        self.assertEqual([name for name, _ in GENRES], list(TEMPLATES))
        for name, template in TEMPLATES.items():
            prompts = [part for part in template.parts if not part.startswith("# ")]
            self.assertEqual(len(prompts), len(PROMPT.findall(template.html())), name)

    def test_a_prompt_is_found_wherever_it_is_left_and_cannot_be_answered_for(self):
        pieces = [
            Piece("title", "标题", "【请写：标题】"),
            Piece("text", "表格", "甲【 请写: 数字】乙"),
            Piece("text", "正", "【请写】"),
        ]
        found = prompt_findings(pieces)
        self.assertEqual(["标题", "表格"], [one.place for one in found])
        self.assertTrue(all(one.blocks and not one.clearable for one in found))

    def test_a_picture_that_did_not_come_along_is_asked_for(self):
        [found] = prompt_findings([Piece("text", "正文", MISSING_PICTURE)])
        self.assertIn("缺一张图片", found.message)


class FormPageTest(NewsroomTest):
    def setUp(self):
        super().setUp()
        self.form = self.place + "/++add++Article"

    def test_a_template_is_in_the_form_without_any_script(self):
        page = self.author.page(self.form + "?genre=case_story").text
        self.assertIn("【请写：化名、大致年龄和处境", page)
        self.assertRegex(page, r'<option[^>]*value="case_story"[^>]*selected|selected[^>]*value="case_story"')

    def test_an_unknown_template_is_an_empty_article(self):
        for genre in ("x", "<script>alert(1)</script>"):
            page = self.author.page(f"{self.form}?genre={genre}")
            self.assertEqual(200, page.status_code)
            self.assertNotIn("<script>alert(1)", page.text)

    def test_a_template_that_was_not_filled_in_does_not_go_to_review(self):
        fields = {**BASIC, "text": TEMPLATES["policy"].html(), "genre:list": "policy"}
        answer = self.author.send(self.form, "submit", **fields)
        page = self.author.page(answer.headers["Location"]).text
        self.assertIn("已保存，但还没有送审", page)
        self.assertIn("这是模板的提示，请写成正文或删去。", page)

    def test_the_name_of_the_kept_draft_comes_back_only_after_saving(self):
        kept = {"draft": "abcd1234"}
        refused = self.author.send(self.form, beside=kept, **{**BASIC, "title": ""})
        self.assertNotIn("yd_saved", refused.headers.get("Set-Cookie", ""))
        self.assertRegex(refused.text, r'value="abcd1234"')
        saved = self.author.send(self.form, beside=kept, **BASIC)
        self.assertIn("yd_saved=abcd1234; ", saved.headers["Set-Cookie"])

    def test_a_name_that_no_script_of_ours_gives_is_not_sent_back(self):
        for name in ("x", "a b", '"><script>', "../../etc", "A" * 8, "a" * 60):
            answer = self.author.send(self.form, beside={"draft": name}, **BASIC)
            self.assertEqual(302, answer.status_code)
            self.assertNotIn("yd_saved", answer.headers.get("Set-Cookie", ""))

    def test_after_saving_the_next_page_lets_the_browser_forget_once(self):
        article = self.author.send(self.form, beside={"draft": "abcd1234"}, **BASIC).headers["Location"]
        self.assertIn("drafts.js", self.author.page(article).text)
        self.author.session.cookies.pop("yd_saved", None)
        self.assertNotIn("drafts.js", self.author.page(article).text)

    def test_signing_out_lets_the_browser_forget_everything(self):
        address = self.author.session.get(f"{self.portal.absolute_url()}/logout")
        self.assertIn("data-forget-drafts", address.text)
        self.assertIn("drafts.js", address.text)
        self.assertIn("no-store", address.headers["Cache-Control"])


class ActivityTest(NewsroomTest):
    def setUp(self):
        super().setUp()
        with api.env.adopt_user(username="lead"):
            self.record = a_record(
                self.contract,
                "ServiceRecord",
                kind="activity",
                title="新年普法集市",
                date=date(date.today().year, 1, 1),
                participants=86,
                place="石岐社区广场",
                workers=("lead",),
            )
            fire(self.record, "submit")
        transaction.commit()
        self.label = f"新年普法集市〔{self.record.date.isoformat()} {self.record.archive_number}〕"

    def ask(self, name: str, label: str, place: str = ""):
        visitor = self.as_user(name)
        address = f"{self.portal.absolute_url()}{place or self.place}/@@reported-activity"
        return visitor.session.get(address, params={"label": label}, allow_redirects=False)

    def test_the_form_learns_what_the_record_says(self):
        answer = self.ask("author", self.label)
        self.assertEqual(
            {
                "event_date": self.record.date.isoformat(),
                "event_place": "石岐社区广场",
                "event_participants": "86",
                "station": "",
            },
            answer.json()["fields"],
        )
        self.assertIn("no-store", answer.headers["Cache-Control"])

    def test_what_names_nothing_is_refused_in_a_sentence(self):
        for label in ("", "没有这个活动", "x" * 5000, "〔〕"):
            answer = self.ask("author", label)
            self.assertEqual(400, answer.status_code)
            self.assertIn("请先建档，或从提示中选择", answer.json()["message"])

    def test_who_does_not_write_learns_nothing(self):
        for name in ("first", "buyer"):
            self.assertNotEqual(200, self.ask(name, self.label).status_code)

    def test_the_form_fills_in_what_was_left_empty(self):
        answer = self.author.send(self.place + "/++add++Article", **BASIC, activity=self.label)
        data = self.author.rest("GET", answer.headers["Location"]).json()
        self.assertEqual((86, "石岐社区广场"), (data["event_participants"], data["event_place"]))

    def test_an_activity_that_is_not_there_is_refused_at_the_field(self):
        answer = self.author.send(self.place + "/++add++Article", **BASIC, activity="别的活动")
        self.assert_form_refused(answer, activity="本合同的档案中没有“别的活动”，请先建档，或从提示中选择。")

    def test_rest_takes_only_what_the_form_would_take(self):
        for uid in ("0" * 32, "x", "<b>"):
            answer = self.author.add(self.place, "Article", title="稿件", text=TEXT, activity=uid)
            self.assertEqual(400, answer.status_code, answer.text)
            self.assertEqual(["activity"], [one["field"] for one in answer.json()["errors"]])
            self.assertRegex(answer.json()["errors"][0]["message"], "[\u4e00-\u9fff]")

    def test_the_public_does_not_learn_which_record_it_was(self):
        article = self.an_article(activity=self.record.UID())
        self.publish(article)
        self.assertNotIn(self.record.UID(), self.anonymous(article, api=True).text)
        self.assertEqual(self.record.UID(), self.author.rest("GET", article).json()["activity"]["token"])


class TwoWritersTest(NewsroomTest):
    def setUp(self):
        super().setUp()
        self.article = self.an_article("原来的标题")

    def revision(self) -> str:
        page = self.author.page(self.article + "/edit").text
        return next(filter(None, REVISION.search(page).groups()))

    def save(self, title: str, revision: str, **more):
        beside = {"revision": revision, **more}
        return self.author.send(self.article + "/edit", beside=beside, **{**BASIC, "title": title})

    def title(self) -> str:
        return self.author.rest("GET", self.article).json()["title"]

    def test_who_is_alone_saves(self):
        self.assertEqual(302, self.save("新的标题", self.revision()).status_code)
        self.assertEqual("新的标题", self.title())

    def test_what_somebody_else_saved_meanwhile_is_not_overwritten(self):
        opened = self.revision()
        self.author.rest("PATCH", self.article, title="别人改的标题")
        answer = self.save("我的标题", opened)
        self.assertEqual(409, answer.status_code)
        self.assertEqual("别人改的标题", self.title())
        self.assertIn("我的标题", answer.text)
        self.assertIn("修改过", answer.text)

    def test_who_has_looked_may_say_so_for_that_text_only(self):
        opened = self.revision()
        self.author.rest("PATCH", self.article, title="别人改的标题")
        refused = self.save("我的标题", opened).text
        seen = re.search(r'name="overwrite"[^>]*value="(\w{16})"', refused)[1]
        self.author.rest("PATCH", self.article, title="又改了一次")
        self.assertEqual(409, self.save("我的标题", opened, overwrite=seen).status_code)
        now = self.revision()
        self.assertEqual(302, self.save("我的标题", opened, overwrite=now).status_code)
        self.assertEqual("我的标题", self.title())

    def test_a_step_of_review_is_no_change_of_the_text(self):
        opened = self.revision()
        self.author.step(self.article, "submit")
        self.step("first", self.article, "return", "请补数字")
        self.assertEqual(302, self.save("新的标题", opened).status_code)

    def test_forged_revisions_overwrite_nothing(self):
        for revision in ("x", "0" * 16, "<b>"):
            self.assertEqual(409, self.save("我的标题", revision, overwrite=revision).status_code)
        self.assertEqual("原来的标题", self.title())
