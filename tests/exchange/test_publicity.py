"""Articles and where they appeared, as a file."""

from datetime import timedelta
from plone.app.testing import login
from plone.app.testing import TEST_USER_NAME
from tests.builders import a_record
from tests.exchange.test_boards import by_heading
from tests.exchange.test_doors import TakingTest

import transaction


class PublicityTest(TakingTest):
    def an_article(self, title: str, **fields):
        """A draft of the publicist's."""
        login(self.portal, "publicist")
        fields = {"origin": "original", "station": "zhongshan", "event_date": self.contract.start, **fields}
        article = a_record(self.contract, "Article", title=title, **fields)
        login(self.portal, TEST_USER_NAME)
        transaction.commit()
        return article

    def a_placement(self, channel: str, days: int = 0, **more) -> dict:
        """One row."""
        day = self.contract.start + timedelta(days=days)
        return {"channel": channel, "outlet": None, "level": None, "url": None, "date": day, **more}

    def test_articles_placements_and_channels(self):
        rows = [
            self.a_placement("wechat", outlet="=站点公众号", url="https://example.org/1"),
            self.a_placement("newspaper", days=40, level="city"),
        ]
        self.an_article("社工走进菜市场", placements=rows, station_activity=True)
        self.an_article("妇女节义诊")
        book = self.book("publicist", self.path, policy="publicity")
        articles = {row["标题"]: row for row in by_heading(book["文章"])}
        self.assertEqual(
            {"社工走进菜市场": 2, "妇女节义诊": 0}, {key: row["刊发次数"] for key, row in articles.items()}
        )
        first = articles["社工走进菜市场"]
        self.assertEqual(("是", "草稿"), (first["本站活动新闻稿"], first["状态"]))
        self.assertEqual(self.contract.start, first["首次见刊"].date())
        placements = by_heading(book["刊发记录"])
        self.assertEqual(["=站点公众号", None], [row["媒体或账号"] for row in placements])
        self.assertEqual(2, len({row["渠道"] for row in placements}))
        self.assertEqual([1, 1], [row["合计"] for row in by_heading(book["渠道每月"])])
        self.assertIn("图表", book.sheetnames)

    def test_who_may_not_see_an_article_does_not_get_it(self):
        self.an_article("草稿", placements=[self.a_placement("wechat")])
        for sheet in ("文章", "刊发记录", "渠道每月"):
            self.assertEqual([], by_heading(self.book("evaluator", self.path, policy="publicity")[sheet]))
