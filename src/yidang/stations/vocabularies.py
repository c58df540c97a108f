"""Stations, and the words for them and their staff."""

from plone import api
from yidang.tree import contract_of
from yidang.vocabulary import terms
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


station_kinds = terms((("main", "服务站"), ("substation", "分站")))
staff_roles = terms(
    (
        ("lead", "项目主管"),
        ("head", "站长"),
        ("worker", "社工"),
        ("supervisor", "督导"),
        ("publicist", "宣传人员"),
        ("clerk", "行政人员"),
    )
)
certificates = terms(
    (
        ("social_worker_assistant", "助理社会工作师"),
        ("social_worker", "社会工作师（中级）"),
        ("social_worker_senior", "高级社会工作师"),
        ("counsellor_2", "心理咨询师二级"),
        ("counsellor_3", "心理咨询师三级"),
        ("family_counsellor", "婚姻家庭咨询师"),
        ("lawyer", "法律职业资格"),
        ("teacher", "教师资格"),
    )
)


def _all() -> dict[str, str]:
    folder = api.portal.get().get("stations")
    return {id_: station.title for id_, station in folder.objectItems()} if folder is not None else {}


def _vocabulary(titles: dict[str, str]) -> SimpleVocabulary:
    return SimpleVocabulary([SimpleTerm(id_, id_, title) for id_, title in titles.items()])


@provider(IVocabularyFactory)
def all_stations(context) -> SimpleVocabulary:
    """Every station of the portal."""
    return _vocabulary(_all())


@provider(IVocabularyFactory)
def contract_stations(context) -> SimpleVocabulary:
    """The stations that the contract around `context` serves; all of them outside a contract."""
    contract = contract_of(context) if context is not None else None
    titles = _all()
    if contract is None:
        return _vocabulary(titles)
    return _vocabulary({id_: titles[id_] for id_ in contract.stations or () if id_ in titles})
