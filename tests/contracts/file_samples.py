"""The smallest contract file, and ways to spoil it."""

from pathlib import Path
from yidang.contracts.file import ContractFileError
from yidang.contracts.file import read

import yidang.contracts


LIBRARY = Path(yidang.contracts.__file__).parent / "library"
ZHONGSHAN = LIBRARY / "zhongshan-women-2024.yaml"

SMALL = """\
format: 1
id: small
number: XS2024
title: 小合同
purchaser: 某市妇联
provider: 某社工中心
term: {start: 2024-01-01, end: 2024-12-31}
stations:
  - {code: main, title: 总站, kind: main}
  - {code: east, title: 东区分站, kind: substation}
indicators:
  - code: A-1
    title: 个案
    unit: 个
    target: ">= 3"
    count: {kinds: [case], measure: count}
"""


def spoiled(old: str, new: str) -> str:
    """The small file with one piece replaced; the piece must be there."""
    assert SMALL.count(old) == 1, old
    return SMALL.replace(old, new)


def problems_of(source: str | bytes | Path) -> list[tuple[int, str, str]]:
    """What reading complains about: (line, path, message)."""
    try:
        read(source)
    except ContractFileError as error:
        return [(problem.line, problem.path, problem.message) for problem in error.problems]
    return []
