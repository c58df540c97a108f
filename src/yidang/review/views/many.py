"""Several verifications at once: each is checked for itself, one that is refused does not stop the others."""

from collections.abc import Iterable
from Products.statusmessages.interfaces import IStatusMessage
from yidang.errors import Refused
from yidang.review.actions import verify

import transaction


def verify_all(records: Iterable, request) -> str:
    """Verify each; the summary of what was done. What was refused is told one by one."""
    done, refused = 0, []
    for record in records:
        savepoint = transaction.savepoint()
        try:
            verify(record)
            done += 1
        except Refused as error:
            savepoint.rollback()
            refused.append(f"“{record.title}”：{error.message}")
    for sentence in refused:
        IStatusMessage(request).add(f"没有核定{sentence}", type="warning")
    return f"已核定 {done} 件" + (f"，{len(refused)} 件没有核定。" if refused else "。") if done else ""
