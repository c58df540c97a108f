"""Punctuation and numerals (GB/T 15834, GB/T 15835): what an editor would mark in the margin. Everything here warns."""

from collections.abc import Iterator
from yidang.proofreading.engine.findings import Finding
from yidang.proofreading.engine.findings import finding
from yidang.proofreading.engine.findings import Piece
from yidang.proofreading.engine.findings import WARN

import re


CJK = r"\u3400-\u9fff"
FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
PAIRS = {"（": "）", "《": "》", "“": "”", "‘": "’", "「": "」", "『": "』", "【": "】", "〈": "〉"}
CLOSING = {close: opening for opening, close in PAIRS.items()}

HALF_WIDTH = re.compile(rf"(?<=[{CJK}）》”])[,;:?!](?![0-9])|(?<=[{CJK}])[()]|(?<=[0-9])\)(?=[{CJK}，。；：、])")
REPEATED = re.compile(r"([，。；：、])\1+|[！？!?]{3,}")
DOTS = re.compile(r"(?<![.。])(?:\.{3,}|。{3,}|…(?!…)(?<!……))")
GAP = re.compile(rf"(?<=[{CJK}])[ \u3000]+(?=[{CJK}])")
WIDE_DIGITS = re.compile(r"[０-９]+")
_DIGIT = "[0-9零〇一二三四五六七八九]"
MIXED_NUMBER = re.compile(rf"(?={_DIGIT}*[0-9])(?={_DIGIT}*[零〇一二三四五六七八九]){_DIGIT}{{2,}}")
SHORT_YEAR = re.compile(r"(?<![0-9])[0-9]{2}年(?=[0-9]{1,2}月)")


def typography_findings(piece: Piece) -> list[Finding]:
    """Every slip of punctuation and numerals in a piece of prose."""
    return [*_patterns(piece), *_unpaired(piece)]


def _patterns(piece: Piece) -> Iterator[Finding]:
    for match in HALF_WIDTH.finditer(piece.text):
        yield _warn(piece, match.span(), "punctuation", f"中文里的“{match[0]}”应为全角", FULL[match[0]])
    for match in DOTS.finditer(piece.text):
        yield _warn(piece, match.span(), "punctuation", "省略号应为六连点", "……")
    for match in REPEATED.finditer(piece.text):
        if not match[0].startswith("。。。"):
            yield _warn(piece, match.span(), "punctuation", f"标点“{match[0]}”重复", match[0][0])
    for match in GAP.finditer(piece.text):
        yield _warn(piece, match.span(), "blank", "汉字之间有多余的空格")
    for match in WIDE_DIGITS.finditer(piece.text):
        half = match[0].translate({ord("０") + digit: str(digit) for digit in range(10)})
        yield _warn(piece, match.span(), "numeral", f"数字“{match[0]}”应为半角", half)
    for match in MIXED_NUMBER.finditer(piece.text):
        yield _warn(piece, match.span(), "numeral", f"“{match[0]}”混用了阿拉伯数字和汉字数字")
    for match in SHORT_YEAR.finditer(piece.text):
        yield _warn(piece, match.span(), "numeral", f"年份“{match[0]}”应写全四位数", "20" + match[0])


def _unpaired(piece: Piece) -> Iterator[Finding]:
    """Brackets and quotation marks that open and do not close, or the other way round."""
    opened: list[int] = []
    for place, sign in enumerate(piece.text):
        if sign in PAIRS:
            opened.append(place)
        elif sign in CLOSING:
            if opened and piece.text[opened[-1]] == CLOSING[sign]:
                opened.pop()
            else:
                yield _warn(piece, (place, place + 1), "pair", f"“{sign}”前面缺少“{CLOSING[sign]}”")
    for place in opened:
        sign = piece.text[place]
        yield _warn(piece, (place, place + 1), "pair", f"“{sign}”后面缺少“{PAIRS[sign]}”")


def _warn(piece: Piece, span: tuple[int, int], rule: str, message: str, suggestion: str = "") -> Finding:
    hint = f"，建议写成“{suggestion}”" if suggestion else ""
    return finding(piece, span, rule, WARN, f"{message}{hint}。", suggestion)
