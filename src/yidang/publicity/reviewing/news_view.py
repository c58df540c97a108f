"""`@@article-news` (稿件消息): what others did with my articles; one or all are marked as read, without scripts."""

from functools import cached_property
from plone import api
from yidang import clock
from yidang.pages.posting import PostPage
from yidang.publicity.reviewing.news import mark_all_read
from yidang.publicity.reviewing.news import mark_read
from yidang.publicity.reviewing.news import Message
from yidang.publicity.reviewing.news import News


class NewsPage(PostPage):
    """The messages of who is signed in. `read` names one, `until` means all up to a moment, `back` is where to go."""

    page_title = "稿件消息"

    @cached_property
    def news(self) -> News:
        """Asked once for a page."""
        return News(api.user.get_current().getId())

    @cached_property
    def unread(self) -> list[Message]:
        """What is new."""
        return self.news.unread()

    @cached_property
    def seen(self) -> list[Message]:
        """What was read lately."""
        return self.news.read()

    def words(self, one: Message) -> list[str]:
        """`退回　李四　11-26 10:20`."""
        return [one.word, self.names.person(one.actor), clock.shown(one.time)[5:]]

    def act(self) -> str:
        """Mark one or all."""
        key = self.query_text("read")
        if key:
            mark_read(self.news.user, key)
            return "已标为已读。"
        number = mark_all_read(self.news.user, self.query_text("until"))
        return f"{number} 条消息已标为已读。"

    def after_post(self) -> str:
        """Where the button was."""
        return f"{self.portal_url}/@@{'desk' if self.query_text('back') == 'desk' else 'article-news'}"
