"""What the purchaser and the evaluators file: inspections, rectifications, evaluations, surveys (S2-05 … S2-10);
and what the public complains of (S2-04)."""

from plone.autoform import directives
from plone.namedfile.field import NamedBlobFile
from yidang import _
from yidang.archive.fields import AtField
from yidang.archive.fields import DayField
from yidang.archive.leaf import Leaf
from zope import schema
from zope.interface import implementer
from zope.interface import Interface
from zope.interface import invariant


# The demand stays the purchaser's, though the lead may edit the answer.
DEMAND = "yidang.AddReview"


class IReviewPaper(Interface):
    """Marks what the purchaser and the evaluators file; in force as soon as it is filed."""


class IInspection(Interface):
    """A spot check (平时考核, S2-06)."""

    title = schema.TextLine(title=_("名称"), max_length=120)
    date = DayField(title=_("检查日期"))
    station = schema.Choice(title=_("被检查站点"), vocabulary="yidang.contract_stations", required=False)
    announced = schema.Bool(title=_("事先通知"), default=True, required=False)
    findings = schema.Text(title=_("检查情况"), required=False)
    file = NamedBlobFile(title=_("附件"), required=False)


class IRectification(Interface):
    """A demand to put something right, and how it ended (整改). The purchaser demands and settles, the lead answers."""

    directives.write_permission(title=DEMAND, date=DEMAND, due=DEMAND, demand=DEMAND, settled=DEMAND)
    title = schema.TextLine(title=_("整改事项"), max_length=120)
    date = DayField(title=_("通知日期"))
    due = schema.Date(title=_("整改期限"))
    demand = schema.Text(title=_("整改要求"))
    answer = schema.Text(title=_("整改情况"), required=False)
    settled = DayField(title=_("完成日期"), required=False)


class IEvaluation(Interface):
    """A mid-term, final or third-party evaluation (S2-07, S2-09)."""

    title = schema.TextLine(title=_("名称"), max_length=120)
    kind = schema.Choice(title=_("评估种类"), vocabulary="yidang.evaluation_kinds")
    date = DayField(title=_("评估日期"))
    score = schema.Float(title=_("得分"), min=0.0, max=100.0, required=False)
    conclusion = schema.Text(title=_("评估结论"), required=False)
    file = NamedBlobFile(title=_("评估报告"), required=False)


class ISurvey(Interface):
    """A satisfaction survey (S2-10)."""

    title = schema.TextLine(title=_("名称"), max_length=120)
    date = DayField(title=_("调查日期"))
    answers = schema.Int(title=_("有效问卷（份）"), min=0)
    satisfied = schema.Int(title=_("满意（份）"), min=0)
    file = NamedBlobFile(title=_("附件"), required=False)

    @invariant
    def no_more_than_all(data) -> None:
        """Nobody is satisfied who did not answer."""
        if data.answers is not None and data.satisfied is not None and data.satisfied > data.answers:
            raise AtField(_("满意的份数多于有效问卷。"), "satisfied")


class IComplaint(Interface):
    """What a visitor of the site complains of (S2-04). What the visitor wrote stays; the purchaser adds the outcome."""

    title = schema.TextLine(title=_("受理编号"), readonly=True)
    date = schema.Date(title=_("收到日期"), readonly=True)
    station = schema.Choice(title=_("站点"), vocabulary="yidang.contract_stations", readonly=True)
    kind = schema.Choice(title=_("问题类别"), vocabulary="yidang.complaint_kinds", readonly=True)
    text = schema.Text(title=_("投诉内容"), readonly=True)
    contact = schema.TextLine(title=_("联系方式"), required=False, readonly=True)
    answer = schema.Text(title=_("办理情况"), description=_("怎样核实、怎样处理、怎样答复"), required=False)
    settled = DayField(title=_("办结日期"), required=False)


@implementer(IInspection, IReviewPaper)
class Inspection(Leaf):
    """One spot check."""


@implementer(IRectification, IReviewPaper)
class Rectification(Leaf):
    """One demand for correction."""


@implementer(IEvaluation, IReviewPaper)
class Evaluation(Leaf):
    """One evaluation."""


@implementer(ISurvey, IReviewPaper)
class Survey(Leaf):
    """One survey."""


@implementer(IComplaint, IReviewPaper)
class Complaint(Leaf):
    """One complaint of the public."""
