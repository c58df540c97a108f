"""What the schema found wrong, as a sentence that tells the author of the file what to change."""

from .problems import Path
from collections.abc import Callable
from collections.abc import Iterator
from jsonschema import ValidationError
from typing import Any
from yidang.indicators.engine.problems import did_you_mean

import json


TYPES = {
    "string": "文字", "integer": "整数", "number": "数字", "boolean": "“true”或“false”",
    "array": "列表", "object": "一组“键: 值”", "null": "空",
}  # fmt: skip

PATTERNS = {
    "^[a-z]": "只能用小写字母、数字和连接号，并以字母开头",
    "^[A-Za-z0-9": "只能用字母、数字、“-”、“.”和“_”",
    "^\\S": "首尾不能有空格，也不能换行",
    "^[^\\n]": "不能是空白，也不能换行",
    "^(<=": "应写成“<= 80”这样的比较",
}


def sentences(error: ValidationError, label: Callable[[Path], str]) -> Iterator[tuple[Path, str]]:
    """The path and the Chinese sentence (several for several keys) of one schema error; `label` names a path."""
    path = tuple(error.absolute_path)
    if error.validator == "additionalProperties":
        yield from _unknown_keys(error, path)
    elif error.validator == "required":
        yield path, _missing_key(error, path, label)
    else:
        say = MESSAGES.get(error.validator)
        yield path, f"“{label(path)}”{say(error) if say else '的写法不符合格式'}"


def shown(value: Any) -> str:
    """A value as it may stand in a sentence, never longer than a line."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    text = " ".join(text.split())
    return text if len(text) <= 40 else text[:39] + "…"


def _unknown_keys(error: ValidationError, path: Path) -> Iterator[tuple[Path, str]]:
    allowed = list(error.schema.get("properties", {}))
    for key in error.instance:
        if key not in allowed:
            yield (*path, key), f"不认识的键“{shown(key)}”{did_you_mean(key, allowed)}"


def _missing_key(error: ValidationError, path: Path, label: Callable[[Path], str]) -> str:
    # jsonschema reports every missing key on its own, but keeps only the whole list: the key is in its message.
    key = next(key for key in error.validator_value if error.message.startswith(repr(key)))
    return f"“{label(path)}”缺少“{key}”（{label((*path, key))}）"


def _type(error: ValidationError) -> str:
    wanted = error.validator_value if isinstance(error.validator_value, list) else [error.validator_value]
    names = "或".join(TYPES[name] for name in wanted)
    if error.instance is None:
        return f"没有填写，应是{names}"
    if "string" in wanted and isinstance(error.instance, (bool, int, float)):
        return f"应是文字，请给“{shown(error.instance)}”加上引号"
    return f"应是{names}，现在是“{shown(error.instance)}”"


def _pattern(error: ValidationError) -> str:
    rule = next(text for start, text in PATTERNS.items() if error.validator_value.startswith(start))
    return f"{rule}，现在是“{shown(error.instance)}”"


def _enum(error: ValidationError) -> str:
    allowed = [str(value) for value in error.validator_value]
    return f"不认识“{shown(error.instance)}”{did_you_mean(shown(error.instance), allowed)}"


MESSAGES: dict[str, Callable[[ValidationError], str]] = {
    "type": _type,
    "pattern": _pattern,
    "enum": _enum,
    "const": lambda error: f"只能是 {error.validator_value}，现在是“{shown(error.instance)}”",
    "format": lambda error: f"“{shown(error.instance)}”不是存在的日期，应写成 2024-01-31 的样子",
    "minLength": lambda error: "不能为空",
    "minItems": lambda error: f"至少要有 {error.validator_value} 项",
    "minProperties": lambda error: "没有内容",
    "maxProperties": lambda error: f"只能写 {error.validator_value} 项，现在有 {len(error.instance)} 项",
    "maxLength": lambda error: f"太长，最多 {error.validator_value} 个字，现在有 {len(error.instance)} 个",
    "maxItems": lambda error: f"太多，最多 {error.validator_value} 项",
    "minimum": lambda error: f"不能小于 {error.validator_value}，现在是 {error.instance}",
    "maximum": lambda error: f"不能大于 {error.validator_value}，现在是 {error.instance}",
    "exclusiveMinimum": lambda error: f"必须大于 {error.validator_value}，现在是 {error.instance}",
    "uniqueItems": lambda error: "中有重复的项",
}
