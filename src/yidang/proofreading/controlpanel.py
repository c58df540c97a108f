"""The form in which the word lists are kept."""

from plone.app.registry.browser.controlpanel import RegistryEditForm
from yidang.proofreading.settings import IProofreadingSettings
from yidang.proofreading.settings import PREFIX


class WordsForm(RegistryEditForm):
    """`/@@proofreading-words`."""

    schema = IProofreadingSettings
    schema_prefix = PREFIX
    label = "校对词表"
    description = (
        "送审和发布前，标题、摘要、正文、图注、图片说明和文件名都按这些词表检查。改动之后，"
        "已发布的稿件在“校对”页和 bin/yidang proofread 中重新检查。"
    )
    control_panel_view = "@@proofreading-words"

    def updateWidgets(self) -> None:
        """A list has many lines."""
        super().updateWidgets()
        for widget in self.widgets.values():
            widget.rows = 16
