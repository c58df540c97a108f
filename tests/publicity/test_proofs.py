"""What may not be published is found wherever it stands; a copy counts once; somebody answers for exceptions."""

from plone import api
from plone.app.testing import login
from plone.app.textfield.value import RichTextValue
from plone.namedfile.file import NamedBlobImage
from tests.builders import a_record
from tests.proofreading.numbers import an_id_number
from tests.publicity.pictures import a_photo
from tests.publicity.stories import a_newsroom
from tests.publicity.stories import an_article
from tests.publicity.stories import NEWSROOM_INTEGRATION
from tests.publicity.stories import STATION
from tests.publicity.stories import the_newsroom
from unittest import TestCase
from yidang.archive.place import section_of
from yidang.archive.record import state_of
from yidang.errors import Incomplete
from yidang.errors import NotAllowed
from yidang.errors import Refused
from yidang.indicators.scoreboard import Scoreboard
from yidang.proofreading.settings import PREFIX
from yidang.publicity.actions import approve
from yidang.publicity.actions import submit
from yidang.publicity.actions import withdraw
from yidang.publicity.answering import answer
from yidang.publicity.photo_data import told_by
from yidang.publicity.pictures import hold
from yidang.publicity.proofs import findings_of
from yidang.publicity.proofs import is_stale
from yidang.publicity.proofs import kept
from yidang.publicity.proofs import proof_state
from yidang.publicity.rereading import reread

import random


PHONE = "13800138000"
NAME = "欧阳晓梅"


def rich(raw: str) -> RichTextValue:
    """A text."""
    return RichTextValue(raw, "text/html", "text/x-html-safe")


def a_long_text(seed: int = 1) -> str:
    """Six hundred characters like no other's."""
    chance = random.Random(seed)
    return "".join(chr(0x4E00 + chance.randrange(1500)) for _ in range(600))


class ProofTest(TestCase):
    layer = NEWSROOM_INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        self.contract = the_newsroom(self.portal)

    def found(self, article, rule: str) -> list[str]:
        return [one.place for one in findings_of(article) if one.rule == rule]

    def publish(self, article) -> None:
        login(self.portal, "author")
        submit(article)
        for name in ("first", "second", "third"):
            login(self.portal, name)
            approve(article)

    def set_list(self, name: str, text: str) -> None:
        api.portal.set_registry_record(f"{PREFIX}.{name}", text)


class IdentityTest(ProofTest):
    def test_a_telephone_is_found_in_every_place_that_readers_see(self):
        raw = f"""<p>第一段</p><p>联系<b>{PHONE[:3]}</b> {PHONE[3:]}</p><table><tr><td>{PHONE}</td></tr></table>
        <figure><img src="data:image/png;base64,x" alt="电话{PHONE}"><figcaption>{PHONE}摄</figcaption></figure>
        <p><a href="tel:{PHONE}">来电</a></p>"""
        image = NamedBlobImage(a_photo(), filename=f"王家{PHONE}.jpg")
        fields = {
            "description": f"来电{PHONE}",
            "image_alt": PHONE,
            "image_caption": PHONE,
            "image": image,
        }
        article = an_article(self.contract, title=f"拨打{PHONE}", keywords=(PHONE,), **fields)
        article.text = rich(raw)
        places = self.found(article, "phone")
        wanted = {
            "标题",
            "摘要",
            "关键词",
            "题图说明",
            "题图图注",
            "图注",
            "正文第 2 段",
            "表格",
            "正文第 1 张图的说明",
            "链接地址",
            "题图的文件名",
        }
        self.assertEqual(set(), wanted - set(places))
        self.assertEqual((1, 1), (places.count("图注"), places.count("题图图注")))

    def test_names_of_pictures_in_the_text_are_found(self):
        key = hold(section_of(an_article(self.contract)), a_photo(), f"王家{PHONE}.jpg")
        article = an_article(self.contract, text=rich(f'<p>图</p><img src="x/@@picture/{key}" alt="摊位">'))
        article.text = rich(article.text.raw)
        self.assertEqual(["正文第 1 张图的文件名"], self.found(article, "phone"))

    def test_notes_inside_a_picture_file_are_found_where_they_remain(self):
        article = an_article(self.contract)
        article.image = NamedBlobImage(a_photo(f"电话{PHONE}"), filename="a.jpg")
        self.assertEqual(["题图文件中的备注"], self.found(article, "phone"))

    def test_saving_takes_notes_and_place_out_of_every_picture(self):
        from base64 import b64encode

        data = "data:image/jpeg;base64," + b64encode(a_photo(PHONE)).decode()
        image = NamedBlobImage(a_photo(PHONE), filename="a.jpg")
        article = an_article(self.contract, image=image, text=rich(f'<p>图</p><p><img src="{data}" alt="摊位"></p>'))
        self.assertEqual([], told_by(article.image.data))
        self.assertEqual(("备注", "拍摄地点"), tuple(sorted(article.taken_out)))
        self.assertEqual([[]], [told_by(picture.data) for picture in article.pictures.values()])

    def test_a_client_s_name_is_found_though_the_writer_may_not_see_the_file(self):
        with api.env.adopt_roles(["Manager"]):
            a_record(self.contract, "Client", title="梅姨", name=NAME)
        article = an_article(self.contract, text=rich(f"<p>居民{NAME[:2]} {NAME[2:]}说好</p>"))
        self.assertEqual(["正文第 1 段"], self.found(article, "client_name"))
        self.assertNotIn("梅姨", str(findings_of(article)))

    def test_the_name_of_another_contract_s_client_is_not_known_here(self):
        from tests.builders import a_contract

        with api.env.adopt_roles(["Manager"]):
            a_record(a_contract(self.portal), "Client", title="梅姨", name=NAME)
        self.assertEqual([], self.found(an_article(self.contract, text=rich(f"<p>{NAME}</p>")), "client_name"))

    def test_what_blocks_keeps_the_article_a_draft_and_names_field_and_place(self):
        article = an_article(self.contract, text=rich(f"<p>证件{an_id_number()}</p>"))
        with self.assertRaises(Incomplete) as caught:
            submit(article)
        self.assertEqual(["text"], [error.field for error in caught.exception.errors])
        self.assertIn("正文第 1 段：身份证号码不能出现在稿件中", caught.exception.message)
        self.assertEqual("draft", state_of(article))

    def test_the_number_of_the_station_may_be_printed(self):
        with api.env.adopt_roles(["Manager"]):
            self.portal["stations"]["zhongshan"].phone = "0760-88881234"
        article = an_article(self.contract, text=rich("<p>咨询 0760 8888 1234</p>"))
        self.assertEqual([], self.found(article, "phone"))


class AnswerTest(ProofTest):
    def setUp(self):
        super().setUp()
        self.article = an_article(self.contract, text=rich(f"<p>报名电话{PHONE}。</p>"))
        self.key = next(one.key for one in findings_of(self.article) if one.rule == "phone")

    def test_an_answer_with_a_reason_lets_it_pass_and_stays_for_the_reviewers(self):
        answer(self.article, self.key, "社工站工作手机，已公示")
        submit(self.article)
        self.assertEqual("review1", state_of(self.article))
        self.assertEqual([self.key], kept(self.article)["answered"])
        self.assertEqual("clean", proof_state(self.article))

    def test_an_answer_needs_a_reason_and_a_person_who_may(self):
        with self.assertRaises(Refused):
            answer(self.article, self.key, " ")
        login(self.portal, "buyer")
        with self.assertRaises(NotAllowed):
            answer(self.article, self.key, "可以")

    def test_an_answer_holds_for_this_number_only(self):
        answer(self.article, self.key, "工作手机")
        self.article.text = rich("<p>报名电话13900139000。</p>")
        with self.assertRaises(Incomplete):
            submit(self.article)

    def test_nobody_answers_for_an_id_number(self):
        article = an_article(self.contract, text=rich(f"<p>{an_id_number()}</p>"))
        with self.assertRaises(Refused):
            answer(article, findings_of(article)[0].key, "本人同意")

    def test_a_finding_that_is_gone_cannot_be_answered_for(self):
        with self.assertRaises(Refused):
            answer(self.article, "0" * 16, "可以")


class TwinTest(ProofTest):
    def test_a_near_copy_is_refused_and_counts_once(self):
        text = a_long_text()
        first = an_article(self.contract, title="原稿", text=rich(f"<p>{text}</p>"))
        self.publish(first)
        login(self.portal, "author")
        copy = an_article(self.contract, title="另一个题目", text=rich(f"<p>{text[:300]}社工{text[304:]}</p>"))
        with self.assertRaises(Incomplete) as caught:
            submit(copy)
        self.assertIn("几乎相同，同一篇稿件只计一次", caught.exception.message)
        self.assertEqual(1, Scoreboard(self.contract).tallies()["T-ALL"].value)

    def test_half_a_copy_warns_and_passes(self):
        text = a_long_text()
        an_article(self.contract, title="原稿", text=rich(f"<p>{text}</p>"))
        copy = an_article(self.contract, title="续", text=rich(f"<p>{text[:450]}{a_long_text(2)[:150]}</p>"))
        self.assertEqual(["warn"], [one.level for one in findings_of(copy) if one.rule == "twin"])
        submit(copy)

    def test_the_same_text_in_another_contract_is_that_contract_s_business(self):
        text = a_long_text()
        an_article(self.contract, text=rich(f"<p>{text}</p>"))
        other = a_newsroom(self.portal)
        self.assertEqual([], self.found(an_article(other, text=rich(f"<p>{text}</p>")), "twin"))

    def test_a_copy_may_pass_with_a_reason(self):
        text = a_long_text()
        an_article(self.contract, title="原稿", text=rich(f"<p>{text}</p>"))
        copy = an_article(self.contract, title="再发", text=rich(f"<p>{text}</p>"))
        answer(copy, next(one.key for one in findings_of(copy) if one.rule == "twin"), "上一稿已作废，以此稿为准")
        submit(copy)
        self.assertEqual("review1", state_of(copy))


class ListTest(ProofTest):
    def test_a_word_of_the_lists_blocks_or_warns_as_its_line_says(self):
        self.set_list("sensitive", "甲乙丙")
        self.set_list("misspelt", "帐号 => 账号")
        article = an_article(self.contract, text=rich("<p>甲乙丙的帐号</p>"))
        self.assertEqual(
            {"sensitive": "block", "misspelt": "warn"}, {one.rule: one.level for one in findings_of(article)}
        )

    def test_old_articles_are_read_again_when_the_lists_have_changed(self):
        article = an_article(self.contract, text=rich("<p>昔日的说法。</p>"))
        self.publish(article)
        self.assertEqual(("clean", False), (proof_state(article), is_stale(article)))
        self.set_list("fixed", "昔日的说法 => 今日的说法")
        self.assertTrue(is_stale(article))
        self.assertEqual(1, reread(self.contract))
        self.assertEqual(0, reread(self.contract))
        catalog = api.portal.get_tool("portal_catalog")
        self.assertEqual(["block"], [proof_state(brain.getObject()) for brain in catalog(proof_state="block")])
        self.assertEqual("published", state_of(article))

    def test_a_list_that_grew_during_review_stops_the_next_step(self):
        article = an_article(self.contract, text=rich("<p>昔日的说法。</p>"))
        submit(article)
        self.set_list("fixed", "昔日的说法")
        login(self.portal, "first")
        with self.assertRaises(Incomplete):
            approve(article)
        self.assertEqual("review1", state_of(article))

    def test_reading_over_again_after_withdrawing_keeps_the_count_right(self):
        article = an_article(self.contract, station_activity=True)
        self.publish(article)
        withdraw(article, "照片未经同意")
        self.assertEqual(0, Scoreboard(self.contract).tallies()[STATION["code"]].value)
