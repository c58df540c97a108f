"""What is wrong with a value, as a Chinese sentence that says what to do; the same for forms and REST."""

from collections.abc import Callable
from typing import Any
from yidang.archive.uploads import BadUpload
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.interface import Invalid
from zope.schema.interfaces import ConstraintNotSatisfied
from zope.schema.interfaces import IBool
from zope.schema.interfaces import ICollection
from zope.schema.interfaces import IDate
from zope.schema.interfaces import IFloat
from zope.schema.interfaces import IInt
from zope.schema.interfaces import IText
from zope.schema.interfaces import NotUnique
from zope.schema.interfaces import RequiredMissing
from zope.schema.interfaces import TooBig
from zope.schema.interfaces import TooLong
from zope.schema.interfaces import TooShort
from zope.schema.interfaces import TooSmall
from zope.schema.interfaces import ValidationError
from zope.schema.interfaces import WrongContainedType
from zope.schema.interfaces import WrongType


NOT_A_DAY = "请填写真实的日期，例如 2026-03-09。"
NOT_A_NUMBER = "请填写数字。"
NOT_WHOLE = "请填写整数，不带小数和单位。"
NOT_LISTED = "请从列出的选项中选择。"


class BadValue(ValidationError):
    """A value that cannot be read; the argument is the sentence for the person."""

    def doc(self) -> str:
        """The sentence."""
        return self.args[0]


def _required(error, field) -> str:
    return f"请填写“{field.title}”。" if field is not None and field.title else "此项必填。"


def _too_long(error, field) -> str:
    text = field.value_type if ICollection.providedBy(field) and isinstance(error.value, str) else field
    if IText.providedBy(text) and isinstance(error.value, str):
        return f"最多 {text.max_length} 字，现有 {len(error.value)} 字。"
    return "内容太长。"


def _bound(error) -> str:
    return f"{error.bound:g}" if isinstance(error.bound, float) else str(error.bound)


def _too_big(error, field) -> str:
    return f"不能大于 {_bound(error)}。"


def _too_small(error, field) -> str:
    return f"不能小于 {_bound(error)}。"


def _wrong_type(error, field) -> str:
    if IDate.providedBy(field):
        return NOT_A_DAY
    if IInt.providedBy(field):
        return NOT_WHOLE
    if IFloat.providedBy(field):
        return NOT_A_NUMBER
    if IBool.providedBy(field):
        return "请填写是（true）或否（false）。"
    return "这一项须是文字。" if IText.providedBy(field) else "这一项的格式不对。"


def _wrong_parts(error, field) -> str:
    parts = [sentence(one, getattr(field, "value_type", None)) for one in error.errors or ()]
    return parts[0] if parts else NOT_LISTED


SENTENCES: tuple[tuple[type, Callable[[Any, Any], str]], ...] = (
    (RequiredMissing, _required),
    (TooLong, _too_long),
    (TooShort, lambda error, field: "内容太短。"),
    (TooBig, _too_big),
    (TooSmall, _too_small),
    (NotUnique, lambda error, field: "有重复的项。"),
    (WrongContainedType, _wrong_parts),
    (WrongType, _wrong_type),
)
OWN = (BadUpload, BadValue)


def sentence(error: Exception, field=None) -> str:
    """The sentence for one error at one field."""
    for kind, words in SENTENCES:
        if isinstance(error, kind):
            return words(error, field)
    if isinstance(error, ConstraintNotSatisfied) and not isinstance(error, OWN):
        return NOT_LISTED if _has_choices(field) else "填写的内容不符合要求。"
    if isinstance(error, ValidationError):
        return _translated(error.doc())
    if isinstance(error, Invalid):
        return _translated(error.args[0] if error.args else "")
    if isinstance(error, ValueError):
        return _unreadable(field)
    return "填写的内容有误。"


def _has_choices(field) -> bool:
    inner = field.value_type if ICollection.providedBy(field) else field
    return hasattr(inner, "vocabularyName")


def _unreadable(field) -> str:
    if IDate.providedBy(field):
        return NOT_A_DAY
    if IInt.providedBy(field):
        return NOT_WHOLE
    return NOT_A_NUMBER if IFloat.providedBy(field) else "填写的内容有误。"


def _translated(words) -> str:
    return translate(words, context=getRequest()) or "填写的内容有误。"
