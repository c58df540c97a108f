"""The people of a contract's team, as a vocabulary with full names."""

from Acquisition import aq_base
from plone import api
from yidang.archive.place import contract_of
from yidang.people.team import members
from yidang.people.team import STATION_ROLE
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


# Those who do the work; a purchaser or an evaluator is never in charge of a record.
WORKING_ROLES = ("Worker", STATION_ROLE, "ProjectLead", "Supervisor", "Publicist")


def full_name(user_id: str) -> str:
    """The name of a user as people write it; the id where the account is gone or nameless."""
    user = api.user.get(userid=user_id) if user_id else None
    return (user.getProperty("fullname") if user is not None else "") or user_id


@provider(IVocabularyFactory)
def team(context) -> SimpleVocabulary:
    """Everyone who works for the contract around `context`, and those whom the record names already."""
    contract = contract_of(context) if context is not None else None
    if contract is None:
        return SimpleVocabulary([])
    users = {user for role in WORKING_ROLES for user in members(contract, role)}
    for named in ("workers", "supervised"):
        users.update(getattr(aq_base(context), named, None) or ())
    people = sorted((full_name(user), user) for user in users)
    return SimpleVocabulary([SimpleTerm(user, user, name) for name, user in people])
