"""Kinds of reports (S0-09, S0-16, S0-21; S2-I13, S2-I42, S2-07; S4-I11 … S4-I13)."""

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
    ("paper", "论文"),
    ("brand", "服务品牌材料"),
    ("research", "调研报告"),
    ("needs_list", "需求清单"),
    ("monitoring", "行政监测报告"),
    ("satisfaction_report", "满意度调查报告"),
    ("self_evaluation", "自评报告"),
    ("project_summary", "项目总结报告"),
    ("other", "其他工作报告"),
)

report_kinds = terms(REPORT_KINDS)
