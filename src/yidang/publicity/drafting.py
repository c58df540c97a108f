"""Templates of articles (模板): what belongs into each kind, as headings and prompts that the writer replaces.

A prompt stands in 【请写：…】. None may be published: `prompt_findings` stops every one that was left, also those that
stand for a picture that could not be pasted (`pasted.py`).
"""

from collections.abc import Iterable
from markupsafe import escape
from typing import NamedTuple
from yidang.proofreading.engine.findings import BLOCK
from yidang.proofreading.engine.findings import Finding
from yidang.proofreading.engine.findings import finding
from yidang.proofreading.engine.findings import Piece
from yidang.publicity.vocabularies import ACTIVITY_NEWS
from yidang.publicity.vocabularies import CASE_STORY
from yidang.publicity.vocabularies import POLICY
from yidang.publicity.vocabularies import WORK_NEWS

import re


PROMPT = re.compile(r"【\s*(?:请写|(请插入图片))\s*[：:][^【】]*】?")
LEFT = "这是模板的提示，请写成正文或删去。"
NO_PICTURE = "这里还缺一张图片，请插入图片并删去这句话。"


class Template(NamedTuple):
    """Paragraphs in order: a heading begins with "# ", all others are prompts."""

    title_hint: str
    parts: tuple[str, ...]

    def html(self) -> str:
        """The text that the editor starts with."""
        return "".join(
            f"<h2>{escape(part[2:])}</h2>" if part.startswith("# ") else f"<p>【请写：{escape(part)}】</p>"
            for part in self.parts
        )


TEMPLATES = {
    ACTIVITY_NEWS: Template(
        "谁在哪里做了什么，例如：某某社区开展春季普法活动",
        (
            "导语，一两句话：哪一天、在哪里、谁主办、做了什么、多少人次参加",
            "经过：怎样开场，有哪些环节，挑最有画面的一两处写细",
            "现场的声音：参加的人怎么说，不写真实姓名和住址",
            "效果与下一步：解决了什么问题，接下来还有什么活动、怎样参加",
        ),
    ),
    CASE_STORY: Template(
        "用化名，写出变化，例如：走出家门的第一步",
        (
            "# 基本情况",
            "化名、大致年龄和处境；已征得本人同意公开，能认出本人的细节都已改写",
            "# 需求与评估",
            "遇到的困难，社工怎样评估，确定了什么目标",
            "# 服务过程",
            "做了哪几次工作，每次做什么，有什么转折",
            "# 成效",
            "前后有哪些看得见的变化，本人怎么说",
            "# 反思",
            "可供同行借鉴的做法，还可以怎样改进",
        ),
    ),
    POLICY: Template(
        "说清哪项政策、对谁有用，例如：育儿补贴怎样申领",
        (
            "导语：哪个部门哪一天发布、从哪一天起实行、与谁有关",
            "# 谁可以享受",
            "条件，一条一条写",
            "# 怎样办理",
            "在哪里办、带什么材料、多久办好、要不要费用",
            "# 常见问题",
            "居民问得最多的两三个问题和回答",
            "政策全称、文号和出处，咨询电话",
        ),
    ),
    WORK_NEWS: Template(
        "说清谁做了什么工作，例如：项目组召开第三季度督导会",
        (
            "导语：哪一天、哪个单位或项目、做了什么工作",
            "做法：分几项写，每项先写做了什么，再写数字",
            "成效与下一步安排",
        ),
    ),
}


def prompt_findings(pieces: Iterable[Piece]) -> list[Finding]:
    """Every prompt that is left, wherever it stands; nobody can answer for one."""
    return [
        finding(piece, match.span(), "prompt", BLOCK, NO_PICTURE if match[1] else LEFT, clearable=False)
        for piece in pieces
        for match in PROMPT.finditer(piece.text)
    ]
