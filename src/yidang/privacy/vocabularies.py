"""Words about clients, and the clients of a contract."""

from yidang.archive.held import held
from yidang.vocabulary import terms


CLIENT_TIERS = (("general", "一般"), ("watch", "关注"), ("key", "重点"))
GENDERS = (("female", "女"), ("male", "男"), ("unknown", "未说明"))
CLIENT_CATEGORIES = (
    ("woman", "妇女"),
    ("child", "儿童"),
    ("left_behind", "留守儿童"),
    ("troubled_child", "困境儿童"),
    ("orphan", "孤儿"),
    ("single_parent", "单亲家庭"),
    ("elderly", "老年人"),
    ("disabled", "残障人士"),
    ("low_income", "低收入家庭"),
    ("subsistence", "低保对象"),
    ("destitute", "特困人员"),
    ("mental", "严重精神障碍患者"),
    ("migrant", "外来务工人员"),
    ("violence", "家暴受害人"),
    ("relative", "家庭成员"),
    ("other", "其他"),
)

client_tiers = terms(CLIENT_TIERS)
genders = terms(GENDERS)
client_categories = terms(CLIENT_CATEGORIES)
clients = held("Client", "client", "clients")
