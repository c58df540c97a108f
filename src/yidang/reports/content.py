"""Reports and case studies handed to the purchaser."""

from plone.autoform import directives
from plone.dexterity.content import Item
from yidang import _
from yidang.archive.fields import DayField
from yidang.archive.forms.pickers import HeldFieldWidget
from yidang.archive.interfaces import IRecord
from yidang.archive.uploads import UploadField
from zope import schema
from zope.interface import implementer
from zope.interface import Interface


class IReport(Interface):
    """A report. A case study (典型案例) names the case that it comes from (S0-09)."""

    title = schema.TextLine(title=_("题名"), max_length=200)
    kind = schema.Choice(title=_("报告种类"), vocabulary="yidang.report_kinds")
    period = schema.TextLine(title=_("所属期间"), description=_("例如 2026-03"), required=False, max_length=20)
    submitted_on = DayField(title=_("提交日期"))
    station = schema.Choice(title=_("站点"), vocabulary="yidang.contract_stations", required=False)
    workers = schema.Tuple(
        title=_("执笔人"),
        value_type=schema.Choice(vocabulary="yidang.team"),
        required=False,
        default=(),
        missing_value=(),
    )
    directives.widget("source_case", HeldFieldWidget)
    source_case = schema.Choice(title=_("来源个案"), vocabulary="yidang.cases", required=False)
    summary = schema.Text(title=_("摘要"), required=False)
    file = UploadField(title=_("文件"), required=False)


@implementer(IReport, IRecord)
class Report(Item):
    """One report."""
