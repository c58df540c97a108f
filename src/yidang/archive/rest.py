"""Reading JSON into records: days, numbers and files that make no sense are refused in words, never with a 500."""

from base64 import b64decode
from datetime import date
from math import isfinite
from plone.dexterity.interfaces import IDexterityContent
from plone.namedfile.interfaces import INamedField
from plone.restapi.deserializer.dxcontent import DeserializeFromJson
from plone.restapi.deserializer.dxfields import ChoiceFieldDeserializer
from plone.restapi.deserializer.dxfields import CollectionFieldDeserializer
from plone.restapi.deserializer.dxfields import DefaultFieldDeserializer
from plone.restapi.deserializer.dxfields import NamedFieldDeserializer
from plone.restapi.interfaces import IDeserializeFromJson
from plone.restapi.interfaces import IFieldDeserializer
from yidang.archive.fields import ILines
from yidang.archive.fields import lines_in
from yidang.archive.uploads import BadUpload
from yidang.archive.wording import BadValue
from yidang.archive.wording import NOT_A_DAY
from yidang.archive.wording import NOT_A_NUMBER
from yidang.archive.wording import NOT_LISTED
from yidang.archive.wording import NOT_WHOLE
from yidang.archive.wording import sentence
from yidang.interfaces import IYidangLayer
from yidang.rows import IRows
from zExceptions import BadRequest
from zope.component import adapter
from zope.interface import implementer
from zope.schema import getFields
from zope.schema.interfaces import IBool
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import IDate
from zope.schema.interfaces import IFloat
from zope.schema.interfaces import IInt
from zope.schema.interfaces import IText


@implementer(IDeserializeFromJson)
@adapter(IDexterityContent, IYidangLayer)
class ReadContent(DeserializeFromJson):
    """The stock reader, whose errors speak Chinese and say what to do."""

    def __call__(self, validate_all=False, data=None, create=False, mask_validation_errors=True):
        """Read; an invariant that fails at one field names it."""
        try:
            return super().__call__(validate_all, data, create, mask_validation_errors=False)
        except BadRequest as refused:
            problems = refused.args[0]
            if not isinstance(problems, list):
                raise
            for problem in problems:
                problem.setdefault("field", getattr(problem.get("error"), "field", ""))
                problem["error"] = "ValidationError"
            raise

    def get_schema_data(self, data, validate_all, create=False):
        """The values by schema, and the errors."""
        schema_data, errors = super().get_schema_data(data, validate_all, create)
        fields = {name: field for schema in schema_data for name, field in getFields(schema).items()}
        for error in errors:
            field = fields.get(error["field"])
            problem = error.get("error")
            error["message"] = sentence(problem, field) if problem is not None else f"“{field.title}”不能为空。"
        return schema_data, errors


@implementer(IFieldDeserializer)
@adapter(IDate, IDexterityContent, IYidangLayer)
class ReadDay(DefaultFieldDeserializer):
    """A day as 2026-03-09."""

    def __call__(self, value):
        if isinstance(value, str):
            try:
                value = date.fromisoformat(value.strip())
            except ValueError:
                raise BadValue(NOT_A_DAY) from None
        self.field.validate(value)
        return value


class ReadNumber(DefaultFieldDeserializer):
    """A number, also as text; true and false are none."""

    read: type = int
    refusal = NOT_WHOLE

    def __call__(self, value):
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            raise BadValue(self.refusal)
        if isinstance(value, float) and self.read is int and not value.is_integer():
            raise BadValue(self.refusal)
        try:
            value = self.read(value)
        except (ValueError, OverflowError):
            raise BadValue(self.refusal) from None
        if not isfinite(value):
            raise BadValue(self.refusal)
        self.field.validate(value)
        return value


@implementer(IFieldDeserializer)
@adapter(IInt, IDexterityContent, IYidangLayer)
class ReadWholeNumber(ReadNumber):
    """A whole number."""


@implementer(IFieldDeserializer)
@adapter(IFloat, IDexterityContent, IYidangLayer)
class ReadFraction(ReadNumber):
    """A number with a fraction."""

    read = float
    refusal = NOT_A_NUMBER


@implementer(IFieldDeserializer)
@adapter(IText, IDexterityContent, IYidangLayer)
class ReadText(DefaultFieldDeserializer):
    """A text, without the line ends of another system and without what no text holds."""

    def __call__(self, value):
        if isinstance(value, str):
            value = value.replace("\r\n", "\n").strip() or self.field.missing_value
        self.field.validate(value)
        return value


@implementer(IFieldDeserializer)
@adapter(IBool, IDexterityContent, IYidangLayer)
class ReadTick(DefaultFieldDeserializer):
    """Yes or no; a word is neither."""

    def __call__(self, value):
        self.field.validate(value)
        return value


@implementer(IFieldDeserializer)
@adapter(ILines, IDexterityContent, IYidangLayer)
class ReadLines(CollectionFieldDeserializer):
    """Short texts without blank ones."""

    def __call__(self, value):
        texts = value if isinstance(value, list) else [] if value is None else [value]
        said = [one for one in texts if not isinstance(one, str) or one.strip()]
        return lines_in(super().__call__(said))


@implementer(IFieldDeserializer)
@adapter(IChoice, IDexterityContent, IYidangLayer)
class ReadChoice(ChoiceFieldDeserializer):
    """One of a list, by its token, which is its value."""

    def __call__(self, value):
        token = value.get("token") if isinstance(value, dict) else value
        if not isinstance(token, str | int | float):
            raise BadValue(NOT_LISTED)
        return super().__call__(token)


@implementer(IFieldDeserializer)
@adapter(IRows, IDexterityContent, IYidangLayer)
class ReadRows(DefaultFieldDeserializer):
    """Rows as a list of objects."""

    def __call__(self, value):
        if not isinstance(value, list):
            raise BadValue("须是一个列表。")
        rows = self.field.read(value)
        self.field.validate(rows)
        return rows


@implementer(IFieldDeserializer)
@adapter(INamedField, IDexterityContent, IYidangLayer)
class ReadFile(NamedFieldDeserializer):
    """A file as `{"data", "encoding": "base64", "filename"}`; an empty one is refused, not dropped."""

    def __call__(self, value):
        if isinstance(value, dict) and "data" in value:
            if not value["data"]:
                raise BadUpload(f"文件“{value.get('filename') or ''}”是空的，请重新选择。")
            value = {**value, "data": _decoded(value["data"], value.get("encoding"))}
            value.pop("encoding", None)
        elif isinstance(value, str | int | float | list):
            raise BadUpload("文件须写成 {data, encoding, filename} 的形式。")
        return super().__call__(value)


def _decoded(data, encoding) -> bytes:
    """The bytes of a file sent as base64, line breaks allowed, or as plain text; anything else is refused."""
    if not isinstance(data, str) or encoding not in (None, "base64"):
        raise BadUpload("文件内容须用 base64 编码，encoding 写 base64。")
    if encoding is None:
        return data.encode()
    try:
        content = b64decode("".join(data.split()), validate=True)
    except ValueError:
        raise BadUpload("文件内容不是正确的 base64。") from None
    if not content:
        raise BadUpload("文件是空的，请重新选择。")
    return content
