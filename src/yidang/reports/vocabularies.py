"""Kinds of reports (S0-16, S0-21, S0-09)."""

from yidang.vocabulary import terms


REPORT_KINDS = (
    ("monthly_summary", "每月工作小结"),
    ("monthly_brief", "月简报"),
    ("quarterly_report", "季度报告"),
    ("hotline_analysis", "12338服务热线数据统计分析报告"),
    ("midterm_evaluation", "项目中期评估报告"),
    ("final_evaluation", "项目末期评估报告"),
    ("substation_inspection", "分站工作检查报告"),
    ("project_progress", "家添能量项目进展报告"),
    ("case_study", "典型案例"),
    ("research", "调研报告"),
    ("other", "其他工作报告"),
)

report_kinds = terms(REPORT_KINDS)
