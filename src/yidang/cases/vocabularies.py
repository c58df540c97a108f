"""Stages of a case, and the cases of a contract."""

from yidang.archive.held import held
from yidang.vocabulary import terms


# The six stages of MZ/T 094-2017, with the gathering of facts, the agreement and the follow-up that S1-16 adds.
CASE_STAGES = (
    ("intake", "接案"),
    ("assessment", "预估"),
    ("planning", "制定计划"),
    ("agreement", "签订协议"),
    ("intervention", "开展服务"),
    ("closing", "结案"),
    ("evaluation", "评估"),
    ("follow_up", "追踪"),
)

case_stages = terms(CASE_STAGES)
cases = held("CaseFile", "source_case")
