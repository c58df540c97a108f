"""Answering for a finding; the list of articles of a contract in which something was found."""

from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView
from yidang.archive.record import state_of
from yidang.errors import Refused
from yidang.pages.batch import Pager
from yidang.pages.posting import PostPage
from yidang.publicity.answering import answer
from yidang.publicity.proofs import is_stale
from yidang.publicity.proofs import kept
from yidang.publicity.rereading import reread

import transaction


SIZE = 50
STATES = ("block", "warn")


class AnswerFinding(BrowserView):
    """`POST <article>/@@answer-finding` with `key` and `reason`."""

    def __call__(self) -> str:
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            self._answer()
        self.request.response.redirect(self.context.absolute_url() + "#proof")
        return ""

    def _answer(self) -> None:
        key, reason = (str(self.request.form.get(name, "")) for name in ("key", "reason"))
        try:
            answer(self.context, key, reason)
        except Refused as refused:
            transaction.abort()
            api.portal.show_message(refused.message, self.request, "error")
        else:
            api.portal.show_message("已确认，审核人会看到您写的原因。", self.request, "success")


class ProofreadingPage(PostPage):
    """`<contract>/@@proofreading`: what was found in the articles of the contract, and reading them again."""

    page_title = "校对"

    @cached_property
    def state(self) -> str:
        """`block`, `warn` or both."""
        state = self.query_text("state")
        return state if state in STATES else ""

    @cached_property
    def brains(self) -> list:
        """The articles with findings that the person may see, the newest first."""
        catalog = api.portal.get_tool("portal_catalog")
        path = "/".join(self.context.getPhysicalPath())
        return catalog.searchResults(
            portal_type="Article",
            proof_state=self.state or list(STATES),
            path=path,
            sort_on="record_day",
            sort_order="descending",
        )

    @cached_property
    def pager(self) -> Pager:
        """The pages of the list."""
        query = {"state": self.state}
        return Pager(len(self.brains), self.query_number(), self.url + "/@@proofreading", query, SIZE, "篇")

    @property
    def articles(self) -> list[dict]:
        """Title, address, state and findings of each on this page."""
        start = self.query_number()
        return [self._article(brain.getObject()) for brain in self.brains[start : start + SIZE]]

    def _article(self, article) -> dict:
        proof = kept(article)
        return {
            "title": article.title,
            "url": article.absolute_url(),
            "state": state_of(article),
            "state_title": self.state_title("Article", state_of(article)),
            "findings": [one for one in proof["findings"] if one["level"] in (self.state or STATES)],
            "stale": is_stale(article),
        }

    def act(self) -> str:
        """Read the published articles of the contract again whose lists are old."""
        done = reread(self.context)
        return f"已重新检查 {done} 篇稿件。" if done else "所有已发布稿件都已按现在的词表检查过。"

    def after_post(self) -> str:
        """The list."""
        return self.url + "/@@proofreading"
