"""The media and accounts that a portal knows (媒体名录): what a line of the registry says, which one is meant. Pure.

A line reads `名称 | 渠道 | 级别 | 别名、别名 | 域名 域名`. A row of a placement keeps the words that were true when it
was filed: a level corrected here later changes no number that was counted before (a fact never changes by itself).
"""

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from functools import cached_property
from typing import Any
from typing import NamedTuple
from unicodedata import normalize
from urllib.parse import urlsplit
from yidang.publicity.vocabularies import CHANNELS
from yidang.publicity.vocabularies import LEVELS

import re


# Hosts on which everybody has an account: the host does not say who wrote.
SHARED_HOSTS = ("mp.weixin.qq.com", "weibo.com", "douyin.com", "toutiao.com", "qq.com", "163.com", "sohu.com")
HOST = re.compile(r"^(?!-)[a-z0-9-]{1,63}(?:\.(?!-)[a-z0-9-]{1,63})+$")
LONGEST = 100
SPLIT = re.compile(r"[、,，;；\s]+")
ALIASES = re.compile(r"[、,，;；]+")


class Outlet(NamedTuple):
    """One medium or account."""

    name: str
    channel: str = ""
    level: str = ""
    aliases: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()


def folded(name: str | None) -> str:
    """The form in which two spellings of a name are equal: 《江西日报》 is 江西日报."""
    return re.sub(r"[\s《》〈〉“”\"]", "", normalize("NFKC", name or "")).casefold()


def an_outlet(name: str, channel: str, level: str, aliases: str, hosts: str) -> Outlet:
    """From what was typed."""
    spelt = tuple(one.strip() for one in ALIASES.split(aliases) if one.strip())
    places = tuple(one.lower().removeprefix("www.") for one in SPLIT.split(hosts) if one)
    return Outlet(name.strip(), channel.strip(), level.strip(), spelt, places)


def read(lines: Iterable[str]) -> tuple[Outlet, ...]:
    """The outlets of the registry; a line without a name is none."""
    cells = ([*line.split("|"), "", "", "", ""][:5] for line in lines or ())
    return tuple(found for found in (an_outlet(*one) for one in cells) if found.name)


def written(outlet: Outlet) -> str:
    """The line of an outlet."""
    cells = (outlet.name, outlet.channel, outlet.level, "、".join(outlet.aliases), " ".join(outlet.hosts))
    return " | ".join(cells)


def own_problems(outlet: Outlet) -> list[tuple[str, str]]:
    """Field and sentence of everything that is wrong with an outlet by itself."""
    found = []
    texts = (outlet.name, *outlet.aliases)
    if not folded(outlet.name):
        found.append(("name", "请填写名称。"))
    if any("|" in one or "\n" in one or len(one) > LONGEST for one in texts):
        found.append(("name", f"名称和别名最多 {LONGEST} 个字符，不能有竖线和换行。"))
    if outlet.channel not in CHANNELS:
        found.append(("channel", "请选择渠道。"))
    if outlet.level and outlet.level not in LEVELS:
        found.append(("level", "级别不在可选范围内。"))
    for host in outlet.hosts:
        if not HOST.match(host):
            found.append(("hosts", f"“{host[:60]}”不是域名，请写成 jxnews.com.cn 这样。"))
        elif host in SHARED_HOSTS:
            found.append(("hosts", f"{host} 上人人都有账号，不能认作一家媒体的域名。"))
    return found


class OutletBook:
    """All outlets, ready to be asked."""

    def __init__(self, outlets: Sequence[Outlet]) -> None:
        self.outlets = tuple(sorted(outlets, key=lambda one: (one.channel, one.name)))

    @cached_property
    def _by_name(self) -> dict[str, Outlet]:
        return {folded(name): one for one in self.outlets for name in (one.name, *one.aliases)}

    @cached_property
    def _by_host(self) -> dict[str, Outlet]:
        return {host: one for one in self.outlets for host in one.hosts}

    def named(self, name: str | None) -> Outlet | None:
        """The outlet of this name or alias."""
        return self._by_name.get(folded(name)) if name else None

    def at(self, url: str | None) -> Outlet | None:
        """The outlet on whose host an address lies; `news.jxnews.com.cn` belongs to `jxnews.com.cn`."""
        try:
            host = urlsplit(url or "").hostname or ""
        except ValueError:
            return None
        parts = host.split(".")
        ends = (".".join(parts[at:]) for at in range(len(parts)))
        return next((self._by_host[end] for end in ends if end in self._by_host), None)

    def completed(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """A row with what its outlet tells: the full name always, channel and level where none were chosen."""
        name, url = row.get("outlet"), row.get("url")
        texts = all(one is None or isinstance(one, str) for one in (name, url))
        found = (self.named(name) if name else self.at(url)) if texts else None
        if found is None:
            return dict(row)
        filled = {"channel": row.get("channel") or found.channel, "level": row.get("level") or found.level or None}
        return {**row, "outlet": found.name, **filled}

    def problems(self, outlet: Outlet, replaced: str = "") -> list[tuple[str, str]]:
        """What is wrong with an outlet that is to be entered, in the place of the one named `replaced`."""
        found = own_problems(outlet)
        others = OutletBook([one for one in self.outlets if one.name != replaced])
        for field, names in (("name", (outlet.name,)), ("aliases", outlet.aliases)):
            for name in names:
                holder = others.named(name)
                if holder is not None:
                    found.append((field, f"“{name}”已经是“{holder.name}”的名称或别名。"))
        for host in outlet.hosts:
            if host in others._by_host:
                found.append(("hosts", f"{host} 已登记为“{others._by_host[host].name}”的域名。"))
        return found
