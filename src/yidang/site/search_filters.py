"""What narrows a search besides its words: kind, station, period. Every choice is a link, so it can be passed on."""

from collections.abc import Mapping
from datetime import date
from datetime import timedelta
from typing import Any
from typing import NamedTuple


KINDS = {
    "article": ("新闻", ("Article",)),
    "station": ("站点", ("Station",)),
    "case": ("个案", ("CaseFile", "CaseSession")),
    "group": ("小组", ("GroupWork", "GroupSession")),
    "service": ("服务记录", ("ServiceRecord",)),
    "client": ("服务对象", ("Client",)),
    "document": ("文档与报告", ("ArchiveDocument", "Report")),
    "review": ("检查评估", ("Inspection", "Rectification", "Evaluation", "Survey", "Complaint")),
    "contract": ("合同", ("Contract",)),
}
PUBLIC = ("article", "station")
PERIODS = {"week": ("近一周", 7), "month": ("近一月", 31), "quarter": ("近三月", 92), "year": ("近一年", 366)}
ORDERS = {"": "按相关程度", "new": "按时间"}
# What an advice says of a filter that it takes away.
TITLES = {"kind": "类别", "station": "站点", "period": "时间"}


class Choice(NamedTuple):
    """One value of a filter."""

    value: str
    title: str
    url: str
    current: bool


class Advice(NamedTuple):
    """Another search that does find something: what to do, where, and how many it finds."""

    title: str
    url: str
    count: int


def query_of_filters(chosen: Mapping[str, str], kinds: Mapping[str, str], today: date) -> dict[str, Any]:
    """The filters as the catalog reads them; `kinds` are those that the person may meet.

    A period is one of the days on which records happened; stations and contracts have none, and are in no period.
    """
    keys = [chosen["kind"]] if chosen["kind"] else list(kinds)
    found: dict[str, Any] = {"portal_type": [name for key in keys for name in KINDS[key][1]]}
    if chosen["station"]:
        found["station_id"] = chosen["station"]
    if chosen["period"]:
        first = today - timedelta(days=PERIODS[chosen["period"]][1])
        found["record_day"] = {"query": first, "range": "min"}
    return found
