"""What a group must say before it is submitted. Missing papers do not bar it (S1-17)."""

from yidang.archive.checks import is_submit
from yidang.archive.checks import need_all
from yidang.archive.checks import need_filled


def ready_to_submit(group, event) -> None:
    """Someone leads it, and there are members."""
    if is_submit(event):
        need_all(need_filled(group, workers="请填写带领社工。", members="请填写组员名单。"))
