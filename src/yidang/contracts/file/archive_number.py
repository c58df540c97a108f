"""Templates of archive numbers (档号), as DA/T 13-2022 builds them.

The standard joins a higher code to a lower one by `-` and codes of one level by `·`, and wants the number unique,
stable, extensible and short. So the default is `{contract}-{section}·{year}-{serial:04}`: the contract is the project
number, section and year are the class of the item, the serial is the item number inside them. Old schemes
(DA/T 13-1994) are literal text in the template.
"""

from collections.abc import Iterator
from string import Formatter
from yidang.indicators.engine.problems import did_you_mean


DEFAULT_TEMPLATE = "{contract}-{section}·{year}-{serial:04}"
PLACEHOLDERS = {
    "contract": "合同编号",
    "section": "档案类别代码",
    "year": "年度",
    "serial": "件号",
}
# Without the contract two contracts could give one number, without the serial one contract could give it twice.
OBLIGATORY = ("contract", "serial")


def template_problems(template: str) -> Iterator[str]:
    """Why the template cannot give good archive numbers, in Chinese."""
    try:
        fields = [(name, spec, mark) for _, name, spec, mark in Formatter().parse(template) if name is not None]
    except ValueError:
        yield "档号模板中的花括号没有成对"
        return
    unknown = [name for name, _, _ in fields if name not in PLACEHOLDERS]
    for name in unknown:
        yield f"档号模板中不认识的占位符“{{{name}}}”{did_you_mean(name, PLACEHOLDERS)}"
    for name, spec, mark in fields:
        if name in PLACEHOLDERS and (mark or not _spec_fits(name, spec or "")):
            yield f"档号模板中“{name}”的格式有误；只有件号可以写位数，如“{{serial:04}}”"
    yield from () if unknown else _missing([name for name, _, _ in fields])
    if any(character.isspace() or character in "/\\" for character in template):
        yield "档号模板中不能有空格或斜线"


def _missing(names: list[str]) -> Iterator[str]:
    for name in OBLIGATORY:
        if names.count(name) != 1:
            yield f"档号模板中“{{{name}}}”（{PLACEHOLDERS[name]}）必须出现一次，现在是 {names.count(name)} 次"


def _spec_fits(name: str, spec: str) -> bool:
    if not spec:
        return True
    return name == "serial" and len(spec) == 2 and spec[0] == "0" and spec[1] in "23456789"
