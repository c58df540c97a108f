"""The word lists as settings: one text each, a word a line (engine/wordbook.py says how a line is written)."""

from collections.abc import Callable
from yidang import _
from yidang.proofreading.engine.findings import BLOCK
from yidang.proofreading.engine.findings import WARN
from yidang.proofreading.engine.wordbook import read_entries
from zope import schema
from zope.interface import Interface
from zope.interface import Invalid


PREFIX = "yidang.proofreading"
# The lists, the level of a line that names none, and what findings call them.
LISTS = {
    "sensitive": (BLOCK, "敏感词"),
    "fixed": (BLOCK, "规范表述"),
    "misspelt": (WARN, "错别字"),
}
SHOWN_PROBLEMS = 5
HOW = _(
    "每行一条：词语 => 建议 | 拦截或提醒 # 说明；“=>”“|”“#”之后的部分都可不写。"
    "以 + 开头的一行是例外：在这个更长的词里不算错。"
)


def well_written(level: str) -> Callable[[str], bool]:
    """Constraint of a list: every line can be read; the first lines that cannot are named."""

    def constraint(value: str) -> bool:
        problems = read_entries(value or "", level)[1]
        if problems:
            said = "".join(f"第 {one.line} 行：{one.message}" for one in problems[:SHOWN_PROBLEMS])
            more = f"另有 {len(problems) - SHOWN_PROBLEMS} 行有误。" if len(problems) > SHOWN_PROBLEMS else ""
            raise Invalid(said + more)
        return True

    return constraint


class IProofreadingSettings(Interface):
    """Registry records `yidang.proofreading.*`."""

    sensitive = schema.Text(
        title=_("敏感词（未写明的按拦截）"),
        description=HOW,
        required=False,
        default="",
        constraint=well_written(LISTS["sensitive"][0]),
    )
    fixed = schema.Text(
        title=_("规范表述（未写明的按拦截）"),
        description=HOW,
        required=False,
        default="",
        constraint=well_written(LISTS["fixed"][0]),
    )
    misspelt = schema.Text(
        title=_("常见错别字（未写明的按提醒）"),
        description=HOW,
        required=False,
        default="",
        constraint=well_written(LISTS["misspelt"][0]),
    )
