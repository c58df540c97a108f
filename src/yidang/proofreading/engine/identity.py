"""Numbers and addresses that tell who somebody is: ID cards (GB 11643), telephones, exact addresses, bank cards.

Written with blanks, dashes, full-width or Chinese digits they are the same numbers.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date
from yidang.proofreading.engine.findings import BLOCK
from yidang.proofreading.engine.findings import Finding
from yidang.proofreading.engine.findings import finding
from yidang.proofreading.engine.findings import Piece
from yidang.proofreading.engine.folding import fold
from yidang.proofreading.engine.folding import Folded

import re


# 零 to 九 as people write numbers out; folding has made half-width digits of the others.
CHINESE_DIGITS = str.maketrans("零〇○一二三四五六七八九幺", "0001234567891")
DASHES = re.compile(r"(?<=[0-9])[-‐-―_.·*)]{1,2}(?=[0-9xX])")
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_DIGITS = "10x98765432"

ID_CARD = re.compile(r"(?<![0-9a-z])[1-9][0-9]{16}[0-9x](?![0-9a-z])")
OLD_ID_CARD = re.compile(r"(?<![0-9])[1-9][0-9]{14}(?![0-9x])")
MOBILE = re.compile(r"(?<![0-9])(?:\+?0{0,2}86)?(1[3-9][0-9]{9})(?![0-9])")
LANDLINE = re.compile(r"(?<![0-9])(0(?:10|2[0-9]|[3-9][0-9]{2}))([2-8][0-9]{6,7})(?![0-9])")
BANK_CARD = re.compile(r"(?<![0-9])[1-9][0-9]{15,18}(?![0-9x])")
# A street with a number, or a compound with a building: enough to find a door. A street alone is no address.
_NUMBER = r"[0-9a-z零〇一二三四五六七八九十百]{1,6}"
_ROOM = rf"{_NUMBER}(?:栋|幢|座|号楼)(?:{_NUMBER}(?:单元|层|楼))?(?:{_NUMBER}(?:室|房|号))?"
ADDRESS = re.compile(
    rf"[\u4e00-\u9fff]{{1,8}}(?:路|街|大道|巷|胡同|里|弄|道)(?:[东南西北中]段)?{_NUMBER}(?:号|弄)(?:{_ROOM})?"
    rf"|[\u4e00-\u9fff]{{1,8}}(?:小区|花园|苑|公寓|新村|大厦|村|社区|组)(?:{_ROOM}|{_NUMBER}(?:单元|组|号))"
    rf"|{_NUMBER}(?:栋|幢|座|号楼)(?:{_NUMBER}(?:单元|层|楼))?{_NUMBER}(?:室|房|号)"
)

OF_ADDRESS = "疑似具体住址，公开稿件请写到镇街或社区为止"


def identity_findings(piece: Piece, folded: Folded, known: frozenset[str]) -> list[Finding]:
    """Everything in the piece that tells who somebody is; `known` numbers and addresses are public."""
    digits = _with_digits(folded)
    found = [*_numbers(piece, digits, known), *_addresses(piece, folded, known)]
    return _without_inner(found)


def public_forms(known: Iterable[str]) -> frozenset[str]:
    """Public numbers and addresses in the form in which they are compared."""
    return frozenset(_with_digits(fold(one)).text for one in known if fold(one).text)


def _with_digits(folded: Folded) -> Folded:
    """The text with Chinese digits as digits and without dashes inside numbers."""
    text = folded.text.translate(CHINESE_DIGITS)
    kept, last = [], 0
    for dash in DASHES.finditer(text):
        kept += range(last, dash.start())
        last = dash.end()
    kept += range(last, len(text))
    return Folded("".join(text[place] for place in kept), tuple(folded.places[place] for place in kept))


def _numbers(piece: Piece, digits: Folded, known: frozenset[str]) -> Iterator[Finding]:
    for match in ID_CARD.finditer(digits.text):
        if is_id_number(match[0]):
            yield _of(piece, digits, match, "id_number", "身份证号码不能出现在稿件中", clearable=False)
    for match in OLD_ID_CARD.finditer(digits.text):
        if _is_day("19" + match[0][6:12]) and _is_region(match[0]):
            yield _of(piece, digits, match, "id_number", "疑似 15 位身份证号码")
    for pattern in (MOBILE, LANDLINE):
        for match in pattern.finditer(digits.text):
            number = match[1] if pattern is MOBILE else match[0]
            if number not in known:
                yield _of(piece, digits, match, "phone", "电话号码会暴露个人，请删除或改用服务热线")
    for match in BANK_CARD.finditer(digits.text):
        if _luhn(match[0]) and not is_id_number(match[0]):
            yield _of(piece, digits, match, "bank_card", "疑似银行卡号")


def _addresses(piece: Piece, folded: Folded, known: frozenset[str]) -> Iterator[Finding]:
    for match in ADDRESS.finditer(folded.text):
        if not any(one in match[0] for one in known):
            yield _of(piece, folded, match, "address", OF_ADDRESS)


def _of(piece: Piece, folded: Folded, match: re.Match, rule: str, message: str, clearable: bool = True) -> Finding:
    span = folded.span(*match.span())
    written = piece.text[slice(*span)]
    return finding(piece, span, rule, BLOCK, f"{message}：“{written}”。", clearable=clearable)


def _without_inner(found: list[Finding]) -> list[Finding]:
    """A telephone number inside an ID number is not told twice."""
    kept: list[Finding] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not any(other.start <= one.start and one.end <= other.end for other in kept):
            kept.append(one)
    return kept


def is_id_number(text: str) -> bool:
    """Whether 18 signs are an ID number: region, day of birth and check digit (GB 11643)."""
    text = text.lower()
    if not re.fullmatch(r"[1-9][0-9]{16}[0-9x]", text) or not _is_region(text) or not _is_day(text[6:14]):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(text, WEIGHTS, strict=False))
    return CHECK_DIGITS[total % 11] == text[17]


def _is_region(text: str) -> bool:
    return 11 <= int(text[:2]) <= 83


def _is_day(text: str) -> bool:
    try:
        day = date(int(text[:4]), int(text[4:6]), int(text[6:8]))
    except ValueError:
        return False
    return date(1900, 1, 1) <= day <= date.today()


def _luhn(text: str) -> bool:
    total = 0
    for place, digit in enumerate(reversed(text)):
        number = int(digit) * (1 + place % 2)
        total += number - 9 * (number > 9)
    return total % 10 == 0
