"""Two people who change one article by REST: the second is told, and overwrites nothing unseen."""

from tests.builders import an_account
from tests.publicity.web import NewsroomTest
from tests.publicity.web import TEXT

import transaction


class OverwritingTest(NewsroomTest):
    def setUp(self):
        super().setUp()
        self.article = self.an_article()
        an_account("colleague", self.contract, "Publicist")
        transaction.commit()
        self.colleague = self.as_user("colleague")

    def patch(self, visitor, tag: str | None, prefer: str = "", **fields):
        """A change that names what was read."""
        place = self.article.removeprefix(visitor.base)
        headers = {"Accept": "application/json", **({"If-Match": tag} if tag is not None else {})}
        headers |= {"Prefer": prefer} if prefer else {}
        return visitor.session.patch(f"{visitor.base}/++api++{place}", json=fields, headers=headers)

    def tag(self, visitor) -> str:
        return visitor.rest("GET", self.article).headers["ETag"]

    def title(self) -> str:
        return self.author.rest("GET", self.article).json()["title"]

    def test_the_second_of_two_changes_is_refused_in_words_and_the_first_stays(self):
        mine, theirs = self.tag(self.author), self.tag(self.colleague)
        self.assertEqual(mine, theirs)
        self.assertEqual(204, self.patch(self.author, mine, title="先存的标题").status_code)
        refused = self.patch(self.colleague, theirs, title="后存的标题")
        self.assertEqual((412, "Outdated"), (refused.status_code, refused.json()["type"]))
        for words in ("author", "修改过", "请重新读取"):
            self.assertIn(words, refused.json()["message"])
        self.assertEqual("先存的标题", self.title())
        self.assertEqual(204, self.patch(self.colleague, self.tag(self.colleague), title="后存的标题").status_code)
        self.assertEqual("后存的标题", self.title())

    def test_a_change_tells_the_tag_for_the_next_one(self):
        first = self.patch(self.author, self.tag(self.author), title="第一次")
        second = self.patch(self.author, first.headers["ETag"], "return=representation", title="第二次")
        self.assertEqual((200, "第二次"), (second.status_code, second.json()["title"]))
        self.assertEqual(self.tag(self.author), second.headers["ETag"])
        self.assertNotEqual(first.headers["ETag"], second.headers["ETag"])

    def test_one_s_own_change_in_another_window_is_a_change_too(self):
        tag = self.tag(self.author)
        self.patch(self.author, tag, text={**TEXT, "data": "<p>改过的正文。</p>"})
        self.assertIn("您自己在另一个窗口", self.patch(self.author, tag, title="改").json()["message"])

    def test_one_of_several_tags_and_the_star_match_weak_and_broken_ones_do_not(self):
        tag = self.tag(self.author)
        for header, status in (
            (f'"x", {tag}', 204),
            ("*", 204),
            ("", 204),
            (None, 204),
            (f"W/{tag}", 412),
            (tag.strip('"'), 412),
            ('"x"', 412),
        ):
            with self.subTest(header):
                self.assertEqual(status, self.patch(self.author, header, title="社工走进菜市场").status_code)

    def test_a_refused_change_gives_no_tag_and_a_reader_needs_none(self):
        refused = self.patch(self.author, self.tag(self.author), origin="gossip")
        self.assertEqual((400, None), (refused.status_code, refused.headers.get("ETag")))
        self.publish(self.article)
        for name in ("author", "buyer"):
            self.assertNotIn("ETag", self.as_user(name).rest("GET", self.article).headers)
        self.assertNotIn("ETag", self.anonymous(self.article, api=True).headers)

    def test_who_may_not_change_it_learns_nothing_from_a_tag(self):
        self.assertIn(self.patch(self.as_user("buyer"), "*", title="改").status_code, (401, 403))
        self.assertIn(self.patch(self.as_user("buyer"), '"x"', title="改").status_code, (401, 403))
