"""What the articles of the demonstration are written as, and their keywords, told from their words. Pure."""

from yidang.demo.articles import Draft
from yidang.demo.texts import words
from yidang.publicity.vocabularies import ACTIVITY_NEWS
from yidang.publicity.vocabularies import CASE_STORY
from yidang.publicity.vocabularies import POLICY
from yidang.publicity.vocabularies import WORK_NEWS


# A keyword, and the words that call for it.
CALLED = (
    ("反家暴", ("家庭暴力", "反家暴", "告诫书")),
    ("婚姻家庭", ("婚姻", "离婚", "彩礼", "抚养")),
    ("亲子沟通", ("亲子", "青春期", "孩子顶嘴")),
    ("心理健康", ("心理", "情绪")),
    ("儿童安全", ("防溺水", "儿童安全", "陌生人")),
    ("女性就业", ("就业", "家政", "培训班")),
    ("志愿服务", ("志愿者", "志愿服务")),
    ("单亲家庭", ("单亲",)),
)
MOST = 3


def genre_of(draft: Draft, is_activity: bool) -> str:
    """By the text that it was made from."""
    lead = draft.paragraphs[0]
    if is_activity:
        return ACTIVITY_NEWS
    if lead in words("articles_story")["leads"]:
        return CASE_STORY
    return POLICY if lead in words("articles_hotline")["leads"] else WORK_NEWS


def keywords_of(draft: Draft) -> tuple[str, ...]:
    """At most three."""
    text = draft.title + "".join(draft.paragraphs[:3])
    return tuple(keyword for keyword, calls in CALLED if any(call in text for call in calls))[:MOST]
