"""Which addresses are allowed, and which are the same page."""

from yidang.publicity.links import link_problem
from yidang.publicity.links import normalised

import unittest


class TestLinks(unittest.TestCase):
    def test_web_addresses_are_allowed(self):
        for url in ("https://mp.weixin.qq.com/s/abc", "HTTP://News.Example.cn:8080/a?b=1", "http://[2001:db8::1]/a"):
            self.assertEqual(link_problem(url), "", url)

    def test_what_runs_or_hides_is_refused(self):
        refused = (
            "javascript:alert(1)", "JaVaScript:alert(1)", "data:text/html,<b>x</b>", "vbscript:x", "file:///etc/passwd",
            "//example.cn/a", "example.cn/a", "/a", "https://", "https:///a", "http://[", "https://a.cn:99999/",
            "https://user:pw@example.cn/", "https://example.cn/a b", "java\nscript:alert(1)", "https://nodots/a",
        )  # fmt: skip
        for url in refused:
            self.assertTrue(link_problem(url), url)

    def test_hosts_that_deceive_or_cannot_be_are_refused(self):
        for url in (
            "https://@evil.example.cn/", "https://a.cn\\@evil.cn/", "https://a%2ecn.com/", "https://-a.cn/",
            "https://a..cn/", "https://" + "a" * 64 + ".cn/", "https://a\u200b.cn/", "https://a\u202ecn.moc/",
        ):  # fmt: skip
            self.assertTrue(link_problem(url), url)

    def test_a_chinese_host_is_allowed_and_the_same_in_both_spellings(self):
        pages = ("https://例子.中国/1", "https://xn--fsqu00a.xn--fiqs8s/1", "https://例子.中国./1")
        self.assertEqual([""] * 3, [link_problem(url) for url in pages])
        self.assertEqual(1, len({normalised(url) for url in pages}))

    def test_an_endless_address_is_refused(self):
        self.assertIn("1000", link_problem("https://example.cn/" + "a" * 1000))

    def test_spellings_of_one_page_are_equal(self):
        same = (
            "https://www.Example.cn/a/b?x=1&y=2",
            "http://example.cn:80/a/b/?y=2&x=1#top",
            "https://example.cn/a/b?utm_source=wechat&x=1&y=2",
        )
        self.assertEqual(len({normalised(url) for url in same}), 1)

    def test_a_shared_wechat_article_is_known_again(self):
        plain = "https://mp.weixin.qq.com/s?__biz=MzA&mid=22&idx=1&sn=ab"
        shared = plain.replace("?", "?chksm=ff&scene=27&") + "#wechat_redirect"
        self.assertEqual(normalised(plain), normalised(shared))

    def test_different_pages_differ(self):
        pages = (
            "https://a.cn/1", "https://a.cn/2", "https://a.cn/1?id=1", "https://b.cn/1", "https://a.cn:8080/1",
            "https://a.cn/1#/route", "https://mp.weixin.qq.com/s/abc", "https://mp.weixin.qq.com/s/abd",
        )  # fmt: skip
        self.assertEqual(len({normalised(url) for url in pages}), len(pages))
