"""Articles by REST: fields, placements, steps, refusals in the one shape."""

from datetime import date
from datetime import timedelta
from tests.publicity.web import a_row
from tests.publicity.web import an_image
from tests.publicity.web import NewsroomTest
from tests.publicity.web import TEXT


class ArticleRestTest(NewsroomTest):
    def test_placements_come_back_as_they_were_sent(self):
        rows = [a_row(), a_row(None, channel="newspaper", outlet="中山日报", level=None)]
        article = self.an_article(placements=rows, event_date="2026-01-05", origin="compiled", station_activity=True)
        data = self.author.rest("GET", article).json()
        self.assertEqual(data["placements"], rows)
        self.assertEqual(data["text"]["data"], TEXT["data"])
        self.assertEqual((data["origin"]["token"], data["station_activity"]), ("compiled", True))

    def test_placements_are_changed_by_patch(self):
        article = self.an_article(placements=[a_row()])
        rows = [a_row("https://news.example.cn/1", channel={"token": "website", "title": "网站"})]
        self.assertEqual(204, self.author.rest("PATCH", article, placements=rows).status_code)
        kept = self.author.rest("GET", article).json()["placements"]
        self.assertEqual([(row["channel"], row["url"]) for row in kept], [("website", "https://news.example.cn/1")])

    def test_bad_rows_are_refused_at_the_field(self):
        tomorrow = (date.today() + timedelta(days=1)).isoformat()
        bad = {
            "第 1 行：网址只能以 http:// 或 https:// 开头。": a_row("javascript:alert(1)"),
            "第 1 行：日期不能晚于今天。": a_row(date=tomorrow),
            "第 1 行：刊发日期的写法有误。": a_row(date="上周"),
            "第 1 行：渠道不在可选范围内。": a_row(channel="fax"),
            "第 1 行：没有“link”这一栏。": a_row(link="x"),
            "第 1 行：应当是一条刊发记录。": "x",
        }
        for sentence, row in bad.items():
            with self.subTest(sentence):
                answer = self.author.add(self.place, "Article", title="题", text=TEXT, placements=[row])
                self.assert_refused(answer, placements=sentence)

    def test_a_taken_address_is_a_conflict_that_names_the_holder(self):
        self.an_article("先登记的一篇", placements=[a_row()])
        answer = self.author.add(self.place, "Article", title="后来", text=TEXT, placements=[a_row()])
        self.assertEqual(409, answer.status_code, answer.text)
        self.assertEqual(["placements"], [error["field"] for error in answer.json()["errors"]])
        self.assertIn("先登记的一篇", answer.json()["message"])
        other = self.an_article("第三篇")
        self.assertEqual(409, self.author.rest("PATCH", other, placements=[a_row()]).status_code)
        self.assertEqual([], self.author.rest("GET", other).json()["placements"])

    def test_a_future_event_and_bad_pictures_are_refused_at_their_fields(self):
        tomorrow = (date.today() + timedelta(days=1)).isoformat()
        wrong = "图片只收 JPG、PNG、GIF、WebP，这个文件不是，或已损坏。"
        cases = (
            {"event_date": (tomorrow, "日期不能晚于今天。")},
            {"image": (an_image(b"<svg onload='alert(1)'></svg>", "a.svg"), wrong)},
            {"image": (an_image(b"GIF89a<script>alert(1)</script>", "a.gif"), wrong)},
        )
        for case in cases:
            for field, (value, sentence) in case.items():
                with self.subTest(field, value=str(value)[:40]):
                    answer = self.author.add(self.place, "Article", title="题", text=TEXT, **{field: value})
                    self.assert_refused(answer, **{field: sentence})

    def test_a_picture_above_the_limit_is_refused(self):
        from plone import api

        import transaction

        api.portal.set_registry_record("yidang.upload_limit_mb", 1)
        transaction.commit()
        answer = self.author.add(self.place, "Article", title="题", image=an_image(b"\x89PNG" + b"0" * 1_100_000))
        self.assert_refused(answer, image="图片有 1.0 MB，超过 1 MB 的上限，请缩小后再传。")

    def test_scripts_in_the_text_are_gone(self):
        evil = {
            "data": "<p onclick='x()'>字<script>x()</script><a href='javascript:x()'>y</a></p>",
            "content-type": "text/html",
        }
        answer = self.author.add(self.place, "Article", title="题", text=evil)
        self.assertEqual("<p>字y</p>", answer.json()["text"]["data"])

    def test_the_first_publishing_day_cannot_be_sent(self):
        article = self.an_article(published_on="2020-01-01")
        self.assertIsNone(self.author.rest("GET", article).json()["published_on"])

    def test_the_count_follows_the_steps(self):
        article = self.an_article(station_activity=True)
        self.assertEqual((self.value(), self.value("T-STATION")), (0, 0))
        self.publish(article)
        self.assertEqual((self.value(), self.value("T-STATION")), (1, 1))
        answer = self.step("third", article, "approve")
        self.assertEqual(403, answer.status_code, answer.text)
        self.assertEqual(self.value(), 1)
        self.assertEqual(200, self.step("author", article, "withdraw", "照片未经同意").status_code)
        self.assertEqual((self.value(), self.value("T-STATION")), (0, 0))

    def test_an_incomplete_article_names_all_that_is_missing(self):
        answer = self.author.add(self.place, "Article", title="题", image=an_image())
        refused = self.step("author", answer.json()["@id"], "submit")
        self.assertEqual((400, "Incomplete"), (refused.status_code, refused.json()["type"]))
        self.assertEqual(["text", "image_alt", "photo_consent"], [error["field"] for error in refused.json()["errors"]])

    def test_a_return_without_a_reason_is_refused_at_the_comment(self):
        article = self.an_article()
        self.step("author", article, "submit")
        self.assert_refused(self.step("first", article, "return", " "), comment="退回必须写明原因，方便补正。")

    def test_a_published_article_cannot_be_changed_or_removed(self):
        article = self.an_article()
        self.publish(article)
        for method in ("PATCH", "DELETE"):
            self.assertIn(self.author.rest(method, article, title="改").status_code, (400, 401, 403))
        self.assertEqual("社工走进菜市场", self.author.rest("GET", article).json()["title"])
