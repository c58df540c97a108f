"""`@@new?what=visit`: from "I want to add a visit" to the add form in the right archive."""

from functools import cached_property
from plone import api
from urllib.parse import urlencode
from yidang.archive.sections import section_for
from yidang.pages.names import Names
from yidang.pages.page import Page
from yidang.people.team import ROLES
from yidang.people.team import STATION_ROLE
from yidang.site import navigation
from zExceptions import NotFound


# What is added, and with which values preset. A kind of service record is its own word.
TYPES = {
    "article": ("Article", {}),
    "case": ("CaseFile", {}),
    "group": ("GroupWork", {}),
    "client": ("Client", {}),
    "report": ("Report", {}),
    "inspection": ("Inspection", {}),
    "rectification": ("Rectification", {}),
}
OPEN_STATES = ("active", "closing")


def add_url(contract, what: str) -> str:
    """Address of the add form of `what` in the archive of `contract`."""
    portal_type, preset = TYPES.get(what, ("ServiceRecord", {"kind": what}))
    section = contract["archive"][section_for(portal_type)].absolute_url()
    return f"{section}/++add++{portal_type}" + (f"?{urlencode(preset)}" if preset else "")


def contracts_of(user) -> list:
    """The contracts in whose teams `user` is and which still take records, the newest first."""
    known = {*ROLES, STATION_ROLE}
    uids = {group.partition("--")[0] for group in user.getGroups() if group.rpartition("--")[2] in known}
    if not uids:
        return []
    catalog = api.portal.get_tool("portal_catalog")
    query = {"UID": list(uids), "portal_type": "Contract", "review_state": OPEN_STATES}
    brains = catalog(**query, sort_on="created", sort_order="descending")
    return [brain.getObject() for brain in brains]


class NewPage(Page):
    """Choose what to add, and where there are several contracts, in which."""

    page_title = "新建"

    def __call__(self) -> str:
        if self.addition and len(self.contracts) == 1:
            return self.request.response.redirect(add_url(self.contracts[0], self.addition.what))
        return self.index()

    @cached_property
    def contracts(self) -> list:
        """The contracts of the person."""
        return contracts_of(api.user.get_current().getUser())

    @property
    def addition(self) -> navigation.Addition | None:
        """What was chosen; an unknown word is an address that does not exist."""
        what = self.query_text("what")
        if not what:
            return None
        found = next((one for one in navigation.ADDITIONS if one.what == what), None)
        if found is None:
            raise NotFound(what)
        return found

    def choices(self) -> tuple[navigation.Link, ...]:
        """What the person may add; after a choice, the contracts to add it to."""
        if self.addition is None:
            return navigation.additions(self.portal_url, api.user.get_current().getUser())
        return tuple(
            navigation.Link(f"{contract.number} {contract.title}", add_url(contract, self.addition.what), "archive")
            for contract in self.contracts
        )


class MePage(Page):
    """`@@me`: the person's own page, for the last entry of the phone's bar."""

    page_title = "我的"

    @property
    def fullname(self) -> str:
        """The name of the person."""
        return Names().person(api.user.get_current().getId())

    def teams(self) -> list[dict[str, str]]:
        """Contract and role, for every team the person is in."""
        groups = [group for group in api.user.get_current().getUser().getGroups() if "--" in group]
        pairs = sorted({(group.partition("--")[0], group.rpartition("--")[2]) for group in groups})
        found = []
        for uid, role in pairs:
            contract = api.content.get(UID=uid)
            if contract is not None:
                role_title = ROLES.get(role, "驻站社工")
                found.append({"title": contract.title, "url": contract.absolute_url(), "role": role_title})
        return found
