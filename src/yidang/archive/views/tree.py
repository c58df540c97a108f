"""The page of an archive: its sections, with what lies in them by state."""

from functools import cached_property
from yidang.archive.finding import find
from yidang.archive.finding import Found
from yidang.archive.place import contract_of
from yidang.archive.sections import SECTIONS
from yidang.pages.page import Page


# States as they follow each other, whatever the type.
STATES = {
    "draft": "草稿",
    "returned": "退回",
    "review1": "待一审",
    "review2": "待二审",
    "review3": "待三审",
    "submitted": "已提交",
    "verified": "已核定",
    "scheduled": "待发布",
    "published": "已发布",
    "withdrawn": "已撤回",
    "filed": "已归档",
    "sealed": "封存",
}
HINTS = {
    "regulations": "规章制度、管理办法",
    "plans": "年度计划、工作方案",
    "records": "服务对象、个案、小组、探访、咨询、活动、督导、培训、会议",
    "publicity": "新闻信息及其刊发情况",
    "reports": "工作小结、工作报告、典型案例、总结材料",
    "review": "采购方检查、整改、评估与满意度调查",
}


def section_contents(section) -> Found:
    """What lies directly in a section, as far as the person may see it."""
    return find(path={"query": "/".join(section.getPhysicalPath()), "depth": 1})


class ArchivePage(Page):
    """`<contract>/archive`."""

    page_title = "档案"

    @property
    def contract(self):
        """The contract of the archive."""
        return contract_of(self.context)

    @cached_property
    def sections(self) -> list[dict]:
        """The sections in the order of the paper box (S2-14)."""
        return [self._section(section) for section in SECTIONS if section.id in self.context]

    @property
    def total(self) -> int:
        """How many pieces the person may see."""
        return sum(section["total"] for section in self.sections)

    def _section(self, section) -> dict:
        found = section_contents(self.context[section.id])
        counts = found.count_by("review_state") if found else {}
        url = f"{self.url}/{section.id}"
        return {
            "title": section.title,
            "hint": HINTS[section.id],
            "url": url,
            "total": len(found),
            "states": [
                {"state": state, "title": title, "count": counts[state], "url": f"{url}?state={state}"}
                for state, title in STATES.items()
                if state in counts
            ],
        }
