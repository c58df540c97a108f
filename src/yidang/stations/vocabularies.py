"""Stations, and the words for them and their staff."""

from plone import api
from yidang.tree import contract_of
from yidang.vocabulary import terms
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


# An office is where people of a contract belong who work at no station (S4-I01); it is no station to be served.
OFFICE = "office"
station_kinds = terms((("main", "服务站"), ("substation", "分站"), (OFFICE, "项目办公室")))
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
        ("local_social_worker", "地方认可的社会工作员"),
        ("counsellor_2", "心理咨询师二级"),
        ("counsellor_3", "心理咨询师三级"),
        ("family_counsellor", "婚姻家庭咨询师"),
        ("lawyer", "法律职业资格"),
        ("teacher", "教师资格"),
    )
)

# From the lowest to the highest; a rule may ask for one of them or above (专科及以上).
DEGREES = (
    ("secondary", "高中、中专"),
    ("college", "专科"),
    ("bachelor", "本科"),
    ("master", "硕士"),
    ("doctor", "博士"),
)
degrees = terms(DEGREES)
majors = terms(
    (
        ("social_work", "社会工作"),
        ("sociology", "社会学"),
        ("social_policy", "社会政策"),
        ("civil_affairs", "民政管理"),
        ("community_management", "社区管理"),
        ("anthropology", "人类学"),
        ("psychology", "心理学"),
        ("family_counselling", "婚姻家庭咨询"),
        ("law", "法学"),
        ("education", "教育学"),
        ("other", "其他"),
    )
)
# Who held a training: S3-15 takes the first three kinds and no other.
training_organisers = terms(
    (
        ("authority", "县级及以上民政部门"),
        ("incubator", "社会组织孵化基地"),
        ("association", "社会工作行业组织"),
        ("other", "其他"),
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
