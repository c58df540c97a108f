"""Limits, papers, staff rules and media of a contract in the words of its page."""

from collections.abc import Mapping
from typing import Any
from yidang.contracts.consequences import Reached
from yidang.contracts.file.schema import word
from yidang.indicators.engine.comparisons import OPERATORS
from yidang.indicators.engine.comparisons import show
from yidang.indicators.engine.labels import LABELS


AGES = {"<=": "不超过 {} 周岁（含）", "<": "不满 {} 周岁", ">=": "满 {} 周岁", ">": "超过 {} 周岁", "=": "{} 周岁"}


def finding_tag(path: tuple, wrong: bool) -> str:
    """One word for a comparison: whether figures agree, a share is reached, a monthly figure suffices."""
    words = {"professional_share": ("低于", "达到"), "per_month": ("不够", "足够")}.get(path[-1], ("不符", "相符"))
    return words[0] if wrong else words[1]


def then_words(limit: Reached) -> str:
    """`责令限期整改，延长服务期 1 个月`."""
    words = [word(("thresholds", 0, "then", 0), one) for one in limit.then]
    return "，".join(f"{text} {limit.months} 个月" if "延长" in text else text for text in words)


def limit_now(limit: Reached) -> str:
    """What is known: `65 分（2024-06-20）`."""
    if limit.value is None:
        return "暂无"
    percent = limit.when.endswith("%")
    value = show(round(limit.value, 4), percent)
    return f"{value}（{limit.day}）" if limit.day else value


def limit_state(limit: Reached) -> tuple[str, str]:
    """State of the chip and its words."""
    if limit.value is None:
        return "none", "尚无结果"
    if limit.by:
        return "none", "触及，从严的一条优先"
    return ("failed", "已触及") if limit.reached else ("ok", "未触及")


def paper_words(paper: Mapping[str, Any]) -> dict[str, Any]:
    """The papers of one kind of record: those that must be there first."""
    needed = [one["title"] for one in paper["kinds"] if one.get("required", True)]
    more = [one["title"] for one in paper["kinds"] if not one.get("required", True)]
    return {
        "title": paper["title"],
        "needed": "、".join(needed),
        "more": "、".join(more),
        "note": paper.get("note", ""),
    }


def staff_words(rule: Mapping[str, Any]) -> dict[str, str]:
    """One rule of staff: whom it is about, and what it asks in one line."""
    return {
        "who": word(("staff", 0, "applies_to"), rule["applies_to"]),
        "title": rule["title"],
        "asks": "；".join(_asked(rule)),
        "note": rule.get("note", ""),
    }


def _asked(rule: Mapping[str, Any]) -> list[str]:
    training = rule.get("training", {})
    found = {
        "number": "不少于 {} 名",
        "share": "不低于 {}%",
        "years": "{} 年以上经验",
        "certified_within": "到岗 {} 个月内持证",
    }
    asked = [text.format(rule[key]) for key, text in found.items() if key in rule]
    if "age" in rule:
        operator = next(one for one in sorted(OPERATORS, key=len, reverse=True) if rule["age"].startswith(one))
        asked.append(AGES[operator].format(rule["age"].removeprefix(operator).strip()))
    if "degree" in rule:
        asked.append(f"{word(('staff', 0, 'degree'), rule['degree'])}及以上")
    if "majors" in rule:
        asked.append(f"专业：{'、'.join(rule['majors'])}")
    either = list(rule.get("any_of", ()))
    if training:
        either.append(f"近 {training.get('years', 1)} 年培训不少于 {training['hours']} 小时")
    return [*asked, f"具备其一：{'、'.join(either)}"] if either else asked


def media_words(media: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The ladder, the channels and the outlets, each with its heading."""
    rows = (
        ("级别", [LABELS.value("levels", one) for one in media.get("levels", ())], " < "),
        ("渠道", [LABELS.value("channels", one) for one in media.get("channels", ())], "、"),
        ("点名的媒体", media.get("outlets", ()), "、"),
        ("说明", [media["note"]] if media.get("note") else (), ""),
    )
    return [(title, between.join(terms)) for title, terms, between in rows if terms]


def workload_words(data: Mapping[str, Any]) -> str:
    """`14 人，每人 1960 小时，合计 27440 小时，其中专业化服务不少于 70%`."""
    workload = {**data.get("workload", {}), **data.get("settings", {}).get("hours", {})}
    found = {
        "workers": "{} 人",
        "per_worker_year": "每人全年 {} 小时",
        "total": "合计 {} 小时",
        "professional_share": "其中专业化服务不少于 {}%",
    }
    return "，".join(text.format(workload[key]) for key, text in found.items() if key in workload)
