"""Comma-separated tables: UTF-8 with a mark that tells Excel so, guarded against formulas, written row by row."""

from collections.abc import Iterable
from datetime import date
from datetime import datetime
from typing import Any
from typing import BinaryIO
from yidang import clock
from yidang.exchange.safe import clean
from yidang.exchange.safe import guarded
from yidang.exchange.table import Percent
from yidang.exchange.table import Short

import csv
import io


def text_of(value: Any) -> str:
    """A cell in words: days and moments as ISO 8601 (Beijing), rates in percent, yes and no in Chinese."""
    value = value.value if isinstance(value, Short) else value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Percent):
        return f"{round(value * 100, 2):g}%"
    if isinstance(value, float):
        return repr(round(value, 6))
    if isinstance(value, datetime):
        moment = value.astimezone(clock.BEIJING) if value.tzinfo else value
        return moment.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    return guarded(clean(value)) if isinstance(value, str) else str(value)


def write(tables: Iterable, file: BinaryIO) -> None:
    """The tables one below the other; with more than one, each has its title above and an empty line before it."""
    tables = list(tables)
    stream = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    writer = csv.writer(stream)
    for place, table in enumerate(tables):
        if len(tables) > 1:
            writer.writerows([[]] * bool(place) + [[text_of(table["title"])]])
        _write_table(writer, table)
    stream.flush()
    stream.detach()


def _write_table(writer, table) -> None:
    exportables = table["exportables"]
    writer.writerow([text_of(one.render_header()) for one in exportables])
    for row in table["objects"]:
        writer.writerow([text_of(one.render_value(row)) for one in exportables])
    for row in table["foot"]:
        writer.writerow([text_of(one.render_value(row)) for one in exportables])
