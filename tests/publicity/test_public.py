"""What the public sees: what is published, and not a byte more."""

from tests.publicity.web import a_row
from tests.publicity.web import an_image
from tests.publicity.web import NewsroomTest

import json
import re


SECRET = "绝密稿件标题"


class PublicTest(NewsroomTest):
    def places(self, article: str) -> list[str]:
        tails = (
            "",
            "/view",
            "/@@view",
            "/@@images/image",
            "/@@images/image/large",
            "/edit",
            "/@@record-placement",
            "/@@step",
        )
        return [article + tail for tail in tails]

    def assert_hidden(self, article: str) -> None:
        for place in self.places(article):
            for api in (False, True):
                with self.subTest(place, api=api):
                    answer = self.anonymous(place, api=api)
                    self.assertIn(answer.status_code, (302, 401, 403, 404), answer.text[:200])
                    self.assertNotIn(SECRET, answer.text)

    def test_drafts_and_articles_in_review_are_hidden(self):
        article = self.an_article(SECRET, image=an_image(), image_alt="图")
        self.assert_hidden(article)
        self.step("author", article, "submit")
        self.assert_hidden(article)
        self.step("first", article, "approve")
        self.assert_hidden(article)

    def test_a_withdrawn_article_is_gone_from_page_list_neighbours_and_rest(self):
        before, article, after = (self.an_article(title) for title in ("前一篇", SECRET, "后一篇"))
        for one in (before, article, after):
            self.publish(one)
        self.assertIn(SECRET, self.anonymous(before).text)
        self.step("author", article, "withdraw", "有误")
        self.assert_hidden(article)
        for place in ("/newsroom", before, after, "/newsroom?kind=original"):
            self.assertNotIn(SECRET, self.anonymous(place).text)
        self.assertNotIn(SECRET, self.anonymous("/@search?portal_type=Article", api=True).text)
        self.assertIn("后一篇", self.anonymous(before).text)

    def test_a_published_article_shows_what_readers_need_and_nothing_of_the_work(self):
        article = self.an_article(
            image=an_image(),
            image_alt="红旗下的人们",
            photo_consent="given",
            image_caption="十一月 摄",
            keywords=["反家暴", "#普法#"],
            description="摘要在此",
            placements=[a_row()],
        )
        self.publish(article)
        answer = self.anonymous(article)
        self.assertEqual(200, answer.status_code)
        for words in (
            "社工走进菜市场",
            "摘要在此",
            'alt="红旗下的人们"',
            "十一月 摄",
            'newsroom?keyword=%E5%8F%8D%E5%AE%B6%E6%9A%B4"',
            ">普法</a>",
            '"keywords": "反家暴、普法"',
            "来源：某社会工作服务中心",
            "责编",
            "三审",
            "刊发情况",
            "中山妇联",
        ):
            self.assertIn(words, answer.text)
        for words in (
            "稿件办理",
            "计入哪些指标",
            "办理经过",
            "档号",
            "_authenticator",
            "tinymce",
            "<script src",
            "<script>",
        ):
            self.assertNotIn(words, answer.text)

    def test_the_public_gets_no_working_parts_by_rest(self):
        article = self.an_article()
        self.publish(article)
        self.assertEqual(200, self.anonymous(article, api=True).status_code)
        for service in ("/@counts", "/@history", "/@sharing"):
            self.assertIn(self.anonymous(article + service, api=True).status_code, (401, 403, 404), service)

    def test_the_public_does_not_read_the_reasons_of_a_return(self):
        article = self.an_article()
        self.step("author", article, "submit")
        self.step("first", article, "return", SECRET)
        self.publish(article)
        for place in ("/@workflow", "?expand=workflow,history,actions,types,breadcrumbs,navigation", ""):
            answer = self.anonymous(article + place, api=True)
            self.assertNotIn(SECRET, answer.text)
            self.assertNotIn('"actor"', answer.text)

    def test_neighbours_are_in_the_order_of_publication(self):
        articles = [self.an_article(title) for title in ("甲篇", "乙篇", "丙篇")]
        for article in articles:
            self.publish(article)
        text = self.anonymous(articles[1]).text
        self.assertRegex(text, r'rel="prev"[^>]*><small>上一篇</small>甲篇')
        self.assertRegex(text, r'rel="next"[^>]*><small>下一篇</small>丙篇')
        self.assertNotIn("下一篇", self.anonymous(articles[2]).text)

    def test_the_newsroom_filters_by_kind_station_and_month(self):
        for title, fields in {
            "活动稿": {"station_activity": True, "station": "zhongshan"},
            "转载稿": {"origin": "reprint", "source": "中山日报"},
        }.items():
            self.publish(self.an_article(title, **fields))
        found = {
            "": {"活动稿", "转载稿"},
            "?kind=activity": {"活动稿"},
            "?kind=reprint": {"转载稿"},
            "?kind=compiled": set(),
            "?station=zhongshan": {"活动稿"},
            "?month=2020-01": set(),
        }
        for query, titles in found.items():
            with self.subTest(query):
                text = self.anonymous("/newsroom" + query).text
                self.assertEqual(
                    set(re.findall("活动稿|转载稿", "".join(re.findall(r'<h2 class="yd-h3">.*?</h2>', text)))), titles
                )

    def test_odd_filters_are_refused_in_chinese(self):
        for query in ("?kind=x", "?station=../x", "?month=2026-13", "?b_start=x", "?month=%00"):
            with self.subTest(query):
                answer = self.anonymous("/newsroom" + query)
                self.assertEqual(400, answer.status_code)

    def test_a_page_of_the_list_beyond_the_end_is_no_error(self):
        self.publish(self.an_article())
        self.assertEqual(200, self.anonymous("/newsroom?b_start=500").status_code)

    def test_beside_each_choice_stands_how_many_it_gives(self):
        self.publish(self.an_article("活动稿", station_activity=True, station="zhongshan"))
        self.publish(self.an_article("另一篇", station="zhongshan"))
        self.publish(self.an_article("转载稿", origin="reprint", source="中山日报"))

        def counts(query):
            filters = self.anonymous("/newsroom" + query).text.partition("yd-filters")[2].partition("</dl>")[0]
            return dict(re.findall(r">([^<>]+) <small>(\d+)</small>", filters))

        self.assertLessEqual(
            {"本站活动": "1", "原创": "2", "转载": "1", "不限": "3"}.items(), {**counts(""), "不限": "3"}.items()
        )
        self.assertEqual("0", counts("?station=zhongshan")["转载"])
        self.assertEqual("1", counts("?kind=reprint")["不限"])
        self.assertEqual("1", counts("?q=转载稿")["全部"])

    def test_words_narrow_the_list_and_are_set_off(self):
        self.publish(self.an_article("反家暴讲座<i>进</i>社区"))
        self.publish(self.an_article("春节慰问"))
        text = self.anonymous("/newsroom?q=家暴").text
        self.assertIn("反<mark>家暴</mark>讲座&lt;i&gt;进&lt;/i&gt;社区", text)
        self.assertNotIn("春节慰问", text)
        self.assertIn("没有符合条件的新闻", self.anonymous("/newsroom?q=没有这个词").text)
        self.assertEqual(200, self.anonymous("/newsroom?q=%22%28*").status_code)

    def test_an_article_tells_programs_what_it_is_and_a_title_cannot_break_out(self):
        title = "社工</script><script>alert(1)</script>“活动”"
        article = self.an_article(
            title, description='摘要 & 引号"', image=an_image(), image_alt="图", photo_consent="given"
        )
        self.publish(article)
        text = self.anonymous(article).text
        self.assertEqual(1, text.count("<script"))
        told = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', text)[1])
        self.assertEqual(("NewsArticle", title, article), (told["@type"], told["headline"], told["url"]))
        self.assertRegex(told["datePublished"], r"^\d{4}-\d\d-\d\dT00:00:00\+08:00$")
        self.assertIn('<meta property="og:description" content="摘要 &amp; 引号&#34;" />', text)
        self.assertIn(f'<link rel="canonical" href="{article}" />', text)

    def test_a_draft_tells_programs_nothing(self):
        article = self.an_article()
        text = self.as_user("author").session.get(article).text
        self.assertNotIn("og:title", text)
        self.assertNotIn("ld+json", text)

    def test_under_an_article_stand_the_latest_of_its_station_until_they_are_taken_down(self):
        articles = [self.an_article(f"第{number}篇", station="zhongshan") for number in range(5)]
        for article in articles:
            self.publish(article)
        related = self.anonymous(articles[0]).text.partition("yd-related")[2].partition("</section>")[0]
        self.assertEqual(["第4篇", "第3篇", "第2篇"], re.findall(r">(第\d篇)</a>", related))
        self.step("author", articles[4], "withdraw", "有误")
        related = self.anonymous(articles[0]).text.partition("yd-related")[2].partition("</section>")[0]
        self.assertEqual(["第3篇", "第2篇"], re.findall(r">(第\d篇)</a>", related))
