"""Kinds of papers (D-01, D-02, D-04, D-05 of the source contracts) and who signs them (S2-13)."""

from yidang.vocabulary import terms


DOCUMENT_KINDS = (
    ("regulation", "制度"),
    ("plan", "工作计划"),
    ("scheme", "工作方案"),
    ("intake_form", "接案登记表"),
    ("needs_assessment", "需求预估表"),
    ("service_plan", "服务计划书"),
    ("agreement", "服务协议"),
    ("session_notes", "会谈记录"),
    ("closing_report", "结案评估报告"),
    ("follow_up", "追踪记录"),
    ("referral", "转介表"),
    ("group_plan", "小组计划书"),
    ("group_process", "小组过程记录"),
    ("group_summary", "小组总结报告"),
    ("sign_in", "签到表"),
    ("certificate", "证书"),
    ("proof", "证明材料"),
    ("other", "其他"),
)

SIGNATORIES = (
    ("worker", "社工"),
    ("supervisor", "督导"),
    ("lead", "项目主管"),
    ("client", "服务对象"),
    ("purchaser", "采购方"),
)

document_kinds = terms(DOCUMENT_KINDS)
signatories = terms(SIGNATORIES)
