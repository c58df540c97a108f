"""`@@remove`: take a draft, or a part of one, out of the archive again."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from yidang.archive.interfaces import IRecord
from yidang.errors import NotAllowed
from yidang.pages.posting import PostPage


class Remove(PostPage):
    """Asks once; what has an archive number stays (`guard.py`)."""

    index = ViewPageTemplateFile("templates/remove.pt")

    def __init__(self, context, request) -> None:
        super().__init__(context, request)
        self.holder = aq_parent(aq_inner(context))

    @property
    def page_title(self) -> str:
        """删除：题名."""
        return f"删除：{self.context.title}"

    def contents(self) -> int:
        """How many sessions and papers go with it."""
        return len(self.context.objectIds()) if hasattr(self.context, "objectIds") else 0

    def act(self) -> str:
        """Remove it, by the person's own right."""
        if not self.may("Delete objects"):
            raise NotAllowed("您不能删除这件材料。")
        title = self.context.title
        self.holder.manage_delObjects([self.context.getId()])
        return f"已删除“{title}”。"

    def after_post(self) -> str:
        """The record around a part, the section around a record."""
        return self.holder.absolute_url()

    def place(self) -> str:
        """Where it lies, in words."""
        return f"“{self.holder.title}”" if IRecord.providedBy(self.holder) else "档案"
