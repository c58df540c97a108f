"""What every record must say before it is submitted; each room adds its own."""

from collections.abc import Iterable
from yidang.errors import FieldError
from yidang.errors import Incomplete


def is_submit(event) -> bool:
    """Whether this event is the submitting of a record."""
    return event.transition is not None and event.transition.getId() == "submit"


def need_all(missing: Iterable[FieldError]) -> None:
    """Raise once, naming everything that is missing."""
    errors = list(missing)
    if errors:
        raise Incomplete("提交前还须补充：" + "".join(error.message for error in errors), errors)


def need_filled(record, **sentences: str) -> Iterable[FieldError]:
    """An error for each field that is empty: `need_filled(case, client="请选择服务对象。")`."""
    for name, message in sentences.items():
        if getattr(record, name, None) in (None, "", ()):
            yield FieldError(name, message)
