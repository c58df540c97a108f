"""Invented Chinese text of a plausible length, the same in every run and on both sites."""

from random import Random


PHRASES = (
    "社工走进社区", "与居民围坐在一起", "讲解妇女权益保障的要点", "现场气氛热烈", "大家结合身边的例子谈了感受",
    "站点准备了图文并茂的资料", "志愿者协助登记", "参加者表示收获很大", "今后将继续提供咨询和陪伴", "为家庭送去支持",
    "反家庭暴力的知识", "婚姻家庭关系调适", "心理疏导", "亲子沟通的方法", "活动在笑声中结束",
)  # fmt: skip


def title(serial: int) -> str:
    """A headline."""
    chance = Random(serial)
    return f"{chance.choice(PHRASES)}：{chance.choice(PHRASES)}（{serial}）"


def html(serial: int, length: int = 600) -> str:
    """The text of an article, in paragraphs."""
    chance, text = Random(serial), ""
    while len(text) < length:
        text += "，".join(chance.choices(PHRASES, k=3)) + "。"
    return "".join(f"<p>{text[start : start + 150]}</p>" for start in range(0, length, 150))
