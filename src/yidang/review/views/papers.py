"""Pages of what the purchaser files: inspections, rectifications, evaluations, surveys; and complaints."""

from yidang import clock
from yidang.archive.views.frame import FramePage
from yidang.archive.views.values import file_row
from yidang.archive.views.values import Row
from yidang.archive.views.values import rows
from yidang.archive.views.values import term_title
from yidang.archive.views.values import texts
from yidang.review.content import IComplaint
from yidang.review.content import IEvaluation
from yidang.review.content import IInspection
from yidang.review.content import IRectification
from yidang.review.content import ISurvey


class InspectionPage(FramePage):
    """A spot check."""

    def facts(self) -> list[Row]:
        """The short fields."""
        return rows(self.context, IInspection, ("date", "station", "announced")) + file_row(
            self.context, IInspection, "file"
        )

    def texts(self) -> list[tuple[str, list[str]]]:
        """What was found."""
        return texts(self.context, IInspection, ("findings",))


class RectificationPage(FramePage):
    """A demand, and how it ended."""

    def meta(self) -> list[str]:
        """The line under the title says how it stands."""
        return [self.kind_title(), self.standing]

    @property
    def standing(self) -> str:
        """Settled, running, or overdue by so many days."""
        if self.context.settled:
            return "已完成"
        late = (clock.today() - self.context.due).days
        return f"已逾期 {late} 天" if late > 0 else f"还有 {-late} 天到期"

    def facts(self) -> list[Row]:
        """The short fields."""
        return rows(self.context, IRectification, ("date", "due", "settled"))

    def texts(self) -> list[tuple[str, list[str]]]:
        """Demand and answer."""
        return texts(self.context, IRectification, ("demand", "answer"))


class EvaluationPage(FramePage):
    """An evaluation."""

    def kind_title(self) -> str:
        """Which evaluation this is."""
        return term_title("yidang.evaluation_kinds", self.context.kind, self.context)

    def facts(self) -> list[Row]:
        """The short fields."""
        return rows(self.context, IEvaluation, ("date", "score")) + file_row(self.context, IEvaluation, "file")

    def texts(self) -> list[tuple[str, list[str]]]:
        """The conclusion."""
        return texts(self.context, IEvaluation, ("conclusion",))


class SurveyPage(FramePage):
    """A survey with its rate."""

    def facts(self) -> list[Row]:
        """The short fields and the rate; no answers, no rate."""
        survey = self.context
        rate = [Row("满意率", f"{100 * survey.satisfied / survey.answers:.1f}%")] if survey.answers else []
        return rows(survey, ISurvey, ("date", "answers", "satisfied")) + rate + file_row(survey, ISurvey, "file")


class ComplaintPage(FramePage):
    """A complaint, and how it ended."""

    def meta(self) -> list[str]:
        """The line under the number says how it stands."""
        return [self.kind_title(), "已办结" if self.context.settled else "待办理"]

    def facts(self) -> list[Row]:
        """The short fields; how to reach the person, where that was given."""
        return rows(self.context, IComplaint, ("date", "station", "kind", "contact", "settled"))

    def texts(self) -> list[tuple[str, list[str]]]:
        """Complaint and outcome."""
        return texts(self.context, IComplaint, ("text", "answer"))
