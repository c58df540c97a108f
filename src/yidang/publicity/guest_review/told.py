"""What a guest is told of what reading over has found: where and what kind, and nothing about a client."""

from typing import NamedTuple
from yidang.publicity.proofs import answers
from yidang.publicity.proofs import findings_of


# Their sentences quote words of the lists or signs of the text, never a person.
PLAIN = frozenset(("sensitive", "fixed", "misspelt", "punctuation", "blank", "numeral", "pair"))
KINDS = {
    "client_name": "可能有服务对象的姓名。",
    "id_number": "有身份证号码。",
    "phone": "有电话号码。",
    "bank_card": "有银行卡号。",
    "address": "有详细住址。",
    "twin": "与本合同的另一篇稿件雷同。",
}
OTHER = "有需要核对的内容。"


class Told(NamedTuple):
    """One line."""

    place: str
    words: str
    blocks: bool


def told_to_guest(article) -> list[Told]:
    """What nobody has answered for, what blocks first."""
    said = answers(article)
    found = [one for one in findings_of(article) if one.key not in said]
    lines = [
        Told(one.place, one.message if one.rule in PLAIN else KINDS.get(one.rule, OTHER), one.blocks) for one in found
    ]
    return sorted(dict.fromkeys(lines), key=lambda line: not line.blocks)
