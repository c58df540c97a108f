"""The forms of a service record ask only what its kind needs."""

from plone.dexterity.interfaces import IDexterityFTI
from Products.CMFCore.interfaces import IFolderish
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from yidang.archive.forms.add import AddForm
from yidang.archive.forms.add import AddView
from yidang.archive.forms.edit import EditForm
from yidang.archive.forms.edit import EditView
from yidang.archive.kinds import Kinds
from yidang.archive.place import contract_of
from yidang.indicators.scoreboard import Scoreboard
from yidang.interfaces import IYidangLayer
from zope.component import adapter
from zope.schema.vocabulary import SimpleVocabulary


COUNTED, OTHERS = "本合同计入指标的", "其他"
SERVED = frozenset({"clients", "mode", "topic", "hours", "place"})
GATHERED = frozenset({"participants", "hours", "place", "papers"})
TAUGHT = GATHERED | {"theme", "attendees"}
SUPERVISED = frozenset({"mode", "visited_station", "hours", "place", "signed_by", "papers"})
WRITTEN = frozenset({"problems", "next_steps", "advice"})
OF_ORGANISATION = frozenset({"organisation", "papers"})
IN_SYSTEM = frozenset({"system", "system_number"})
COUNTED_IN_DAYS = frozenset({"days", "hours"})
# The fields that only some kinds need, by kind; a kind of the portal's own is asked everything.
ASKED = {
    "visit": SERVED | {"households"},
    "consultation": SERVED,
    "referral": SERVED | {"organisation", "papers"},
    "activity": GATHERED | {"activity_type", "theme"},
    "outreach": GATHERED | {"theme"},
    "campaign": GATHERED | {"theme"},
    "policy_talk": GATHERED | {"theme"},
    "lecture": TAUGHT,
    "forum": GATHERED,
    "training": TAUGHT | {"supervised"},
    "talent": TAUGHT,
    "farm_training": TAUGHT | {"households"},
    "exam_pass": frozenset({"attendees", "papers"}),
    "recruitment": frozenset({"attendees", "papers"}),
    "volunteer": IN_SYSTEM | {"attendees", "real_name", "new", "papers"},
    "volunteer_activity": GATHERED | IN_SYSTEM | {"theme", "volunteer_hours"},
    "volunteer_work": GATHERED | IN_SYSTEM | {"volunteer_hours"},
    "volunteer_team": GATHERED | IN_SYSTEM | {"core_members", "attendees"},
    "volunteer_project": IN_SYSTEM | {"until", "volunteer_hours", "participants", "papers"},
    "meeting": GATHERED,
    "review_meeting": GATHERED,
    "supervision": SUPERVISED | WRITTEN | {"supervised"},
    "guidance": SUPERVISED | WRITTEN | {"participants"},
    "inspection": SUPERVISED | {"unannounced", "days", "problems", "advice"},
    "organisation": OF_ORGANISATION | IN_SYSTEM | {"until", "core_members"},
    "incubation": OF_ORGANISATION | {"hours", "problems", "next_steps"},
    "organisation_training": OF_ORGANISATION | {"hours", "participants", "attendees", "place"},
    "organisation_activity": OF_ORGANISATION | {"hours", "participants", "place", "theme"},
    "fund": OF_ORGANISATION | {"until", "income"},
    "resource": OF_ORGANISATION | {"income"},
    "harvest": frozenset({"households", "income", "area", "papers"}),
    "handout": frozenset({"copies", "theme", "papers"}),
    "publicity_day": COUNTED_IN_DAYS,
    "office_day": COUNTED_IN_DAYS,
}
OPTIONAL = frozenset().union(*ASKED.values())
# The papers that usually go with a kind; with a kind of the portal's own any may.
USUAL = ("plan", "sign_in", "photos", "summary", "record")
IN_REGISTER = ("screenshot", "roster", "photos", "record")
PAPERS = {
    **dict.fromkeys(ASKED, USUAL),
    **dict.fromkeys(("supervision", "guidance", "inspection"), ("sign_in", "photos", "record")),
    **dict.fromkeys(("volunteer", "volunteer_project", "exam_pass"), (*IN_REGISTER, "certificate")),
    **dict.fromkeys(("volunteer_work", "volunteer_activity", "volunteer_team"), (*USUAL, "screenshot", "roster")),
    **dict.fromkeys(("organisation", "fund", "resource", "referral"), ("agreement", "certificate", "photos", "record")),
    "recruitment": ("applications", "vetting", "interview", "physical_exam", "public_notice", "hiring"),
    "farm_training": (*USUAL, "roster", "handover"),
    "harvest": ("field_survey", "quotes", "handover", "agreement", "photos", "record"),
}


class AskedFields:
    """Mixin: leave out what this kind does not need, unless it was sent or is filled in already."""

    def updateFields(self) -> None:
        """Once the fields are known."""
        super().updateFields()
        self.fields = self.fields.omit(*(name for name in self.unasked() if not self._is_used(name)))

    def updateWidgets(self, prefix=None) -> None:
        """Of the papers only the usual ones, and those that are ticked already."""
        super().updateWidgets(prefix)
        if "papers" in self.widgets and self.kind() in PAPERS:
            offered = self.widgets["papers"].terms
            named = {*PAPERS[self.kind()], *(self.widgets["papers"].value or ())}
            offered.terms = SimpleVocabulary([term for term in offered.terms if term.value in named])

    def unasked(self) -> frozenset[str]:
        """The fields that the kind does not need."""
        return OPTIONAL - ASKED.get(self.kind(), OPTIONAL)

    def _is_used(self, name: str) -> bool:
        sent = f"{self.prefix}widgets.{name}"
        return sent in self.request.form or f"{sent}-empty-marker" in self.request.form


class AddService(AskedFields, AddForm):
    """The add form."""

    def kind(self) -> str:
        """The kind that the address or the form names."""
        sent = self.request.form.get(f"{self.prefix}widgets.kind") or self.request.form.get("kind") or ""
        return sent[0] if isinstance(sent, list) and sent else str(sent)


class EditService(AskedFields, EditForm):
    """The edit form."""

    def kind(self) -> str:
        """The kind of the record."""
        return self.context.kind

    def _is_used(self, name: str) -> bool:
        return super()._is_used(name) or getattr(self.context, name, None) not in (None, "", ())


@adapter(IFolderish, IYidangLayer, IDexterityFTI)
class AddServiceView(AddView):
    """`++add++ServiceRecord`; who does not say which kind chooses one first, for the form asks what the kind needs."""

    form = AddService
    choosing = ViewPageTemplateFile("templates/kinds.pt")

    def render(self) -> str:
        """The form, or the kinds to choose from."""
        asks = self.request.method == "GET" and not self.form_instance.kind()
        return self.choosing() if asks else super().render()

    def kinds(self) -> list[dict]:
        """Those that the contract counts, and all others."""
        counted, titles, here = kinds_counted(self.context), Kinds(self.context), self.request.URL
        groups: dict[str, list[dict]] = {COUNTED: [], OTHERS: []}
        for kind, title in titles.of("ServiceRecord").items():
            tile = {"title": title, "icon": titles.icon("ServiceRecord", kind), "url": f"{here}?kind={kind}"}
            groups[COUNTED if kind in counted else OTHERS].append(tile)
        return [{"title": title, "kinds": kinds} for title, kinds in groups.items() if kinds]


def kinds_counted(context) -> set[str]:
    """The kinds of fact that feed any line of the contract around `context`."""
    ruleset = Scoreboard(contract_of(context)).ruleset
    return ruleset.kinds([rule.code for rule in ruleset.rules]) if ruleset is not None else set()


class EditServiceView(EditView):
    """`@@edit`."""

    form = EditService
