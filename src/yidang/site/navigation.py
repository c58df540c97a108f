"""Where one may go from every page. Called on every page: no catalog, no walk through the tree."""

from dataclasses import dataclass
from yidang.archive.place import contract_of
from zope.component import queryMultiAdapter


@dataclass(frozen=True)
class Link:
    """One entry of a menu."""

    title: str
    url: str
    icon: str = ""
    current: bool = False


@dataclass(frozen=True)
class Addition:
    """Something that one may add: the word in `@@new?what=…`, how it is called, and whose roles may add it."""

    what: str
    title: str
    icon: str
    roles: frozenset[str]


RECORDERS = frozenset({"Worker", "StationWorker", "ProjectLead", "Supervisor"})
WRITERS = frozenset({"Publicist", "ProjectLead"})
INSPECTORS = frozenset({"Purchaser"})
ADDITIONS = (
    Addition("article", "写新闻", "article", WRITERS),
    Addition("visit", "记探访", "visit", RECORDERS),
    Addition("consultation", "记咨询", "consult", RECORDERS),
    Addition("case", "开个案", "case", RECORDERS),
    Addition("group", "开小组", "group", RECORDERS),
    Addition("activity", "记活动", "activity", RECORDERS),
    Addition("supervision", "记督导", "supervise", RECORDERS),
    Addition("report", "写报告", "report", RECORDERS),
    Addition("inspection", "记检查", "check", INSPECTORS),
    Addition("rectification", "提整改", "warning", INSPECTORS),
)
PUBLIC = (("首页", ""), ("新闻", "/newsroom"), ("活动", "/activities"), ("站点", "/stations"))
DESK = (("工作台", "/@@desk"), ("合同", "/contracts"), ("新闻", "/newsroom"))
TABS = (
    ("工作台", "/@@desk", "home"),
    ("合同", "/contracts", "board"),
    ("新建", "/@@new", "plus"),
    ("搜索", "/search", "search"),
    ("我的", "/@@me", "person"),
)


def _is_current(url: str, portal_url: str, here: str) -> bool:
    here = here.rstrip("/").replace("/@@", "/")
    url = url.replace("/@@", "/")
    return here == url or (url != portal_url and here.startswith(url + "/"))


def _links(entries, portal_url: str, here: str) -> tuple[Link, ...]:
    return tuple(
        Link(title, portal_url + path, *icon, current=_is_current(portal_url + path, portal_url, here))
        for title, path, *icon in entries
    )


def public_nav(portal_url: str, here: str) -> tuple[Link, ...]:
    """Main navigation of the public pages; `here` is the address of the page."""
    return _links(PUBLIC, portal_url, here)


def desk_nav(portal_url: str, here: str) -> tuple[Link, ...]:
    """Main navigation of signed-in people."""
    return _links(DESK, portal_url, here)


def tabs(portal_url: str, here: str) -> tuple[Link, ...]:
    """The bar at the bottom of a phone."""
    return _links(TABS, portal_url, here)


def team_roles(user) -> frozenset[str]:
    """Roles that `user` holds in any contract, read from the names of the team groups (people/team.py)."""
    return frozenset(group.rpartition("--")[2] for group in user.getGroups() if "--" in group)


def additions(portal_url: str, user) -> tuple[Link, ...]:
    """What `user` may add in some contract; the page behind finds the contract."""
    roles = team_roles(user)
    return tuple(
        Link(addition.title, f"{portal_url}/@@new?what={addition.what}", addition.icon)
        for addition in ADDITIONS
        if addition.roles & roles
    )


def contract_bar(context, request) -> str:
    """The bar of the contract in which `context` lies; "" outside, or where the contract offers none."""
    contract = contract_of(context)
    bar = queryMultiAdapter((contract, request), name="contract-bar") if contract is not None else None
    return bar() if bar is not None else ""
