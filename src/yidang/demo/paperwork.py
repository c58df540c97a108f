"""Regulations, plans, reports, monthly summaries — one of them overdue —, inspections and the mid-term evaluation."""

from collections.abc import Callable
from datetime import date
from datetime import timedelta
from random import Random
from yidang.demo.stage import Stage
from yidang.demo.texts import words
from yidang.demo.verdicts import Desk
from yidang.demo.year import last_day
from yidang.demo.year import Year


AUTHOR, PURCHASER = "lead", "purchaser"
OVERDUE = 9  # the month whose summary never came
STUDIES_DONE = 2


class Paperwork:
    """Files the papers of one contract."""

    def __init__(self, contract, stage: Stage, year: Year, chance: Random) -> None:
        self.archive, self.stage, self.year = contract["archive"], stage, year
        self.desk = Desk(stage, year, chance)

    def document(self, section: str, title: str, kind: str, day: date) -> None:
        """A regulation or a plan."""
        paper = self.stage.put(
            self.archive[section],
            "ArchiveDocument",
            AUTHOR,
            title=title,
            document_kind=kind,
            date=day,
            signed_by=("lead",),
        )
        self.desk.lay(self.desk.hand_in, paper, AUTHOR, day)

    def report(self, title: str, kind: str, day: date, summary: str, draft: bool = False, **fields) -> None:
        """A report, handed in or still a draft."""
        report = self.stage.put(
            self.archive["reports"],
            "Report",
            AUTHOR,
            title=title,
            kind=kind,
            submitted_on=day,
            summary=summary,
            workers=(AUTHOR,),
            **fields,
        )
        if draft:
            self.desk.lay(self.desk.keep, report, day)
        else:
            self.desk.lay(self.desk.hand_in, report, AUTHOR, day)

    def monthly(self) -> None:
        """A summary of every past month, a few days after its end; one is missing, the newest is a draft."""
        told = words("papers")["monthly"]
        past = [month for month in self.year.months() if last_day(month) < self.year.today]
        for index, month in enumerate(past):
            if index == OVERDUE:
                continue
            day = self.year.later(last_day(month), 3) or self.year.today
            self.report(
                told["title"].format(year=month.year, month=month.month),
                "monthly_summary",
                min(day, last_day(month)) if index != len(past) - 1 else day,
                told["summary"],
                period=f"{month:%Y-%m}",
            )

    def reviews(self) -> None:
        """What the purchaser filed: two spot checks, two demands, the mid-term evaluation, a survey."""
        put, year, section = self.stage.put, self.year, self.archive["review"]
        for share, findings in (
            (0.3, "档案齐全，登记及时；个别签到表缺少日期。"),
            (0.7, "会谈室隔音已改善；建议补充结案后的回访记录。"),
        ):
            day = year.at(share)
            check = put(
                section,
                "Inspection",
                PURCHASER,
                title=f"平时考核（{day.month}月）",
                date=day,
                announced=False,
                findings=findings,
            )
            self.stage.date_back(check, [day])
        day, late = year.at(0.32), year.at(0.93)
        met = {"answer": "已补齐日期并核对全部签到表。", "settled": year.at(0.36)}
        for on, title, more in ((day, "补齐活动签到表日期", met), (late, "加快个案结案并补充回访记录", {})):
            due = on + timedelta(days=15)
            demand = f"请在{due.month}月{due.day}日前完成并回复。"
            part = put(section, "Rectification", PURCHASER, title=title, date=on, due=due, demand=demand, **more)
            self.stage.date_back(part, [on])
        day = year.at(0.55)
        text = "目标进度总体良好，宣传与活动超前，结案率和分站督导需要加快。"
        part = put(
            section,
            "Evaluation",
            PURCHASER,
            title="项目中期评估",
            kind="midterm",
            date=day,
            score=88.0,
            conclusion=text,
        )
        self.stage.date_back(part, [day])
        part = put(section, "Survey", PURCHASER, title="服务满意度调查", date=year.at(0.8), answers=186, satisfied=179)
        self.stage.date_back(part, [year.at(0.8)])


def fill(contract, stage: Stage, year: Year, chance: Random, closed_cases: list, progress: Callable) -> None:
    """All papers."""
    told, room = words("papers"), Paperwork(contract, stage, year, chance)
    for index, title in enumerate(told["regulations"]):
        room.document("regulations", title, "regulation", year.at(0.01 + index * 0.004))
    for index, plan in enumerate(told["plans"]):
        room.document("plans", plan["title"], plan["kind"], year.at(0.03 + index * 0.02))
    for report in progress(told["reports"], len(told["reports"]), "报告"):
        room.report(report["title"], report["kind"], year.at(report["at"]), report["summary"])
    for index, study in enumerate(told["studies"]):
        case = closed_cases[index * 4]
        day, is_draft = year.at(0.62 + index * 0.15), index >= STUDIES_DONE
        room.report(
            study["title"], "case_study", max(day, case.closed), study["summary"], is_draft, source_case=case.UID()
        )
    room.monthly()
    room.reviews()
    room.desk.settle(progress, "提交和核定")
