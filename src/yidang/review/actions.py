"""The purchaser's verbs: verify (核定), return (退回), unverify (撤销核定)."""

from yidang.archive.actions import fire
from yidang.errors import FieldError
from yidang.errors import Refused


VERDICTS = {"verify": "核定", "return": "退回", "unverify": "撤销核定"}


def verify(record, comment: str = "") -> str:
    """Accept the record as it stands; from now on it counts as verified."""
    return fire(record, "verify", comment)


def return_record(record, reason: str) -> str:
    """Send the record back; the reason is obligatory and kept for ever."""
    return fire(record, "return", reason)


def unverify(record, reason: str) -> str:
    """Take a verification back; the reason is obligatory."""
    return fire(record, "unverify", reason)


def give_verdict(record, verdict: str, reason: str = "") -> str:
    """Any of the three by its name."""
    if verdict not in VERDICTS:
        known = "、".join(VERDICTS)
        raise Refused(f"没有“{verdict}”这种意见。", [FieldError("verdict", f"可用：{known}。")])
    return fire(record, verdict, reason)
