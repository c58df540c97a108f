"""Reports and case studies handed to the purchaser."""

from plone.autoform import directives
from yidang import _
from yidang.archive.fields import AtField
from yidang.archive.fields import DayField
from yidang.archive.fields import several
from yidang.archive.forms.pickers import HeldFieldWidget
from yidang.archive.interfaces import IRecord
from yidang.archive.leaf import Leaf
from yidang.archive.uploads import UploadField
from yidang.reports.periods import period_problem
from zope import schema
from zope.interface import implementer
from zope.interface import Interface
from zope.interface import invariant


class IReport(Interface):
    """A report. A case study (典型案例) names the case that it comes from (S0-09)."""

    title = schema.TextLine(title=_("题名"), max_length=200)
    kind = schema.Choice(title=_("报告种类"), vocabulary="yidang.report_kinds")
    period = schema.TextLine(
        title=_("所属期间"), description=_("月份写 2026-03，季度写 2026-Q1"), required=False, max_length=20
    )
    submitted_on = DayField(title=_("提交日期"))
    station = schema.Choice(title=_("站点"), vocabulary="yidang.contract_stations", required=False)
    workers = several(_("执笔人"), "yidang.team")
    directives.widget("source_case", HeldFieldWidget)
    source_case = schema.Choice(title=_("来源个案"), vocabulary="yidang.cases", required=False)
    copies = schema.Int(title=_("份数（份）"), min=0, max=1_000_000, required=False)
    summary = schema.Text(title=_("摘要"), required=False)
    file = UploadField(title=_("文件"), required=False)

    @invariant
    def period_of_its_kind(data) -> None:
        """A monthly report names a month, a quarterly one a quarter."""
        problem = period_problem(data.kind, data.period)
        if problem:
            raise AtField(_(problem), "period")


@implementer(IReport, IRecord)
class Report(Leaf):
    """One report."""
