"""What a case must say before it is submitted. Missing papers do not bar it; they are shown on its page (S1-16)."""

from yidang.archive.checks import is_submit
from yidang.archive.checks import need_all
from yidang.archive.checks import need_filled


def ready_to_submit(case, event) -> None:
    """Someone is in charge of it, and someone is served."""
    if is_submit(event):
        need_all(need_filled(case, workers="请填写负责社工。", client="请填写服务对象。"))
