"""Writing in a browser's form: errors at the fields, status 400, nothing typed is lost."""

from datetime import date
from datetime import timedelta
from tests.publicity.pictures import a_picture
from tests.publicity.web import a_row
from tests.publicity.web import NewsroomTest


BASIC = {"title": "社工走进菜市场", "text": "<p>早上七点。</p>", "origin:list": "original"}


def rows(*given: dict) -> dict:
    """Placements as the grid sends them."""
    sent = {"placements.count": str(len(given))}
    for at, row in enumerate(given):
        prefix = f"placements.{at}"
        sent[f"{prefix}-empty-marker"] = "1"
        for name in ("outlet", "url", "date"):
            sent[f"{prefix}.widgets.{name}"] = row.get(name) or ""
        for name in ("channel", "level"):
            sent[f"{prefix}.widgets.{name}:list"] = row.get(name) or "--NOVALUE--"
    return sent


class FormTest(NewsroomTest):
    def setUp(self):
        super().setUp()
        self.form = self.place + "/++add++Article"

    def test_an_article_is_written_with_picture_and_placements(self):
        files = {"image": ("a.png", a_picture(), "image/png")}
        answer = self.author.send(self.form, files=files, image_alt="摊位", **BASIC, **rows(a_row()))
        self.assertEqual(302, answer.status_code, answer.text[:3000])
        data = self.author.rest("GET", answer.headers["Location"]).json()
        self.assertEqual(([a_row()], "摊位"), (data["placements"], data["image_alt"]))
        self.assertEqual("image/png", data["image"]["content-type"])

    def test_keywords_are_written_one_a_line_and_too_many_or_too_long_ones_are_refused(self):
        answer = self.author.send(self.form, **BASIC, keywords="反家暴\r\n\r\n 普法 \r\n")
        self.assertEqual(302, answer.status_code, answer.text[:3000])
        self.assertEqual(["反家暴", "普法"], self.author.rest("GET", answer.headers["Location"]).json()["keywords"])
        for wrong in ("甲\n乙\n丙\n丁\n戊\n己", "很长很长很长很长很长很长的词"):
            answer = self.author.send(self.form, **BASIC, keywords=wrong)
            self.assertEqual((400, 1), (answer.status_code, answer.text.count("invalid-feedback")))
            self.assertIn(wrong.split("\n")[0], answer.text)

    def test_the_names_of_the_registry_are_offered_in_every_row(self):
        page = self.author.page(self.form).text
        self.assertRegex(page, r'<input name="[^"]*outlet"[^>]*list="yd-outlets"')
        self.assertRegex(page, r'<option[^>]*data-channel="newspaper"[^>]*value="江西日报"')
        self.assertIn("outlets.js", page)

    def test_blank_rows_are_no_placements(self):
        answer = self.author.send(self.form, **BASIC, **rows({}, {}))
        self.assertEqual([], self.author.rest("GET", answer.headers["Location"]).json()["placements"])

    def test_all_that_is_wrong_is_said_and_all_that_was_typed_is_there(self):
        tomorrow = (date.today() + timedelta(days=1)).isoformat()
        fields = {**BASIC, "event_date": tomorrow, "image_alt": "打好的说明", **rows(a_row("javascript:alert(1)"))}
        files = {"image": ("evil.svg", b"<svg onload='alert(1)'/>", "image/svg+xml")}
        answer = self.author.send(self.form, files=files, **fields)
        self.assert_form_refused(
            answer,
            event_date="日期不能晚于今天。",
            image="图片只收 JPG、PNG、GIF、WebP，这个文件不是，或已损坏。",
            placements="第 1 行：网址只能以 http:// 或 https:// 开头。",
        )
        for typed in ("社工走进菜市场", "打好的说明", "javascript:alert(1)", "中山妇联", "早上七点", tomorrow):
            self.assertIn(typed, answer.text)

    def test_an_empty_file_is_refused(self):
        answer = self.author.send(self.form, files={"image": ("a.png", b"", "image/png")}, image_alt="图", **BASIC)
        self.assert_form_refused(answer, image="图片是空文件。")

    def test_a_picture_without_words_is_refused_at_the_words(self):
        answer = self.author.send(self.form, files={"image": ("a.png", a_picture(), "image/png")}, **BASIC)
        self.assert_form_refused(answer, image_alt="有题图就要写题图说明，看不到图片的读者靠它了解内容。")

    def test_a_taken_address_is_refused_at_the_rows_by_name(self):
        self.an_article("先登记的一篇", placements=[a_row()])
        answer = self.author.send(self.form, **BASIC, **rows(a_row()))
        self.assertEqual(400, answer.status_code)
        self.assertIn("先登记的一篇", answer.text)

    def test_a_title_is_needed(self):
        answer = self.author.send(self.form, **{**BASIC, "title": ""})
        self.assert_form_refused(answer, title="请填写“标题”。")

    def test_an_article_is_edited_and_keeps_its_own_address_and_picture(self):
        files = {"image": ("a.png", a_picture(), "image/png")}
        article = self.author.send(self.form, files=files, image_alt="摊位", **BASIC, **rows(a_row())).headers[
            "Location"
        ]
        fields = {**BASIC, "title": "改过的标题", "image_alt": "摊位", "image.action": "nochange", **rows(a_row())}
        answer = self.author.send(article + "/edit", **fields)
        self.assertEqual(302, answer.status_code)
        data = self.author.rest("GET", article).json()
        self.assertEqual(("改过的标题", "a.png"), (data["title"], data["image"]["filename"]))

    def test_versions_are_kept_on_edit(self):
        article = self.author.send(self.form, **BASIC).headers["Location"]
        self.author.send(article + "/edit", **{**BASIC, "title": "第二版"})
        self.author.send(article + "/edit", **{**BASIC, "title": "第三版"})
        entries = self.as_user("lead").rest("GET", article + "/@history").json()
        self.assertEqual([2, 1, 0], [entry["version"] for entry in entries if entry["type"] == "versioning"])

    def test_an_article_is_written_and_sent_to_review_in_one_step(self):
        answer = self.author.send(self.form, "submit", **BASIC)
        self.assertIn("已保存并送审。", self.author.page(answer.headers["Location"]).text)

    def test_an_unfinished_article_stays_a_draft_and_says_why(self):
        answer = self.author.send(self.form, "submit", **{**BASIC, "text": ""})
        page = self.author.page(answer.headers["Location"]).text
        self.assertIn("已保存，但还没有送审。稿件还不能送审：请写正文。", page)

    def test_a_reviewer_may_not_write(self):
        self.assertEqual(403, self.as_user("first").page(self.form).status_code)


class WorkingPageTest(NewsroomTest):
    def test_the_page_shows_state_progress_steps_and_counts_to_staff(self):
        article = self.an_article(station_activity=True)
        self.publish(article)
        page = self.author.page(article).text
        for words in ("稿件办理", "已发布", "档号", "第 1 / 300 篇", "第 1 / 60 篇", "办理经过", "记录刊发", "撤下"):
            self.assertIn(words, page)

    def test_buttons_lead_through_the_reviews(self):
        article = self.an_article()
        self.author.step(article, "submit")
        for name in ("first", "second", "third"):
            self.as_user(name).step(article, "approve")
        self.assertEqual(200, self.anonymous(article).status_code)

    def test_a_return_without_a_reason_shows_the_page_again(self):
        article = self.an_article()
        self.author.step(article, "submit")
        answer = self.as_user("first").step(article, "return")
        self.assertEqual(400, answer.status_code)
        self.assertIn("退回必须写明原因，方便补正。", answer.text)

    def test_a_return_shows_its_reason_to_the_author(self):
        article = self.an_article()
        self.author.step(article, "submit")
        self.as_user("first").step(article, "return", "人次与签到表不符")
        self.assertIn("人次与签到表不符", self.author.page(article).text)

    def record(self, article: str, **fields):
        from tests.visitors import token_of

        page = f"{article}/@@record-placement"
        token = token_of(self.author.page(page).text)
        return self.author._post(page, {"_authenticator": token, **a_row(), **fields}, {})

    def test_a_placement_is_recorded_on_a_published_article(self):
        article = self.an_article()
        self.publish(article)
        self.assertEqual(302, self.record(article).status_code)
        self.assertIn("https://mp.weixin.qq.com/s/abc", self.anonymous(article).text)

    def test_a_bad_placement_is_refused_and_what_was_typed_stays(self):
        article = self.an_article()
        self.publish(article)
        self.an_article("先登记的一篇", placements=[a_row()])
        for status, sentence, fields in (
            (400, "网址只能以 http:// 或 https:// 开头", {"url": "javascript:alert(1)"}),
            (400, "不是日期", {"date": "昨天"}),
            (409, "先登记的一篇", {}),
        ):
            with self.subTest(sentence):
                answer = self.record(article, outlet="打好的媒体", **fields)
                self.assertEqual(status, answer.status_code)
                self.assertIn(sentence, answer.text)
                self.assertIn('value="打好的媒体"', answer.text)
