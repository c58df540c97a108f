"""`@@open-progress`: the purchaser lets everybody see how far the work is, or nobody any more."""

from yidang.contracts.actions import open_progress
from yidang.pages.posting import PostPage


class OpenProgressPage(PostPage):
    """What the public would see, and the switch."""

    page_title = "公开进度"

    @property
    def public_url(self) -> str:
        """Address of the public page."""
        return f"{self.portal_url}/progress/{self.context.getId()}"

    def act(self) -> str:
        """Open or close."""
        is_open = self.typed("open") == "yes"
        open_progress(self.context, is_open)
        return "进度已向公众公开。" if is_open else "进度不再向公众公开。"
