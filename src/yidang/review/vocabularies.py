"""Kinds of evaluations (S2-07, S2-09) and of complaints (S2-04)."""

from yidang.vocabulary import terms


evaluation_kinds = terms((("midterm", "中期评估"), ("final", "末期评估"), ("third_party", "第三方评估")))

COMPLAINT_KINDS = (
    ("charged", "收了费用"),
    ("attitude", "服务态度"),
    ("refused", "不予受理或拖延"),
    ("privacy", "泄露隐私"),
    ("other", "其他意见"),
)
complaint_kinds = terms(COMPLAINT_KINDS)
