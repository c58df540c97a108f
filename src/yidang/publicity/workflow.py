"""The workflow of articles: `approve` is one step of review, whichever step it is (DESIGN § 6).

A transition of DCWorkflow has one target. Three transitions with three names would oblige every caller to know at which
step the article stands; so the target of `approve` is looked up from the state, the contract's number of steps and the
moment at which the article is to appear. `unschedule` leads back to the last of these steps.
"""

from AccessControl import getSecurityManager
from AccessControl.Permission import Permission
from Acquisition import aq_base
from copy import copy
from Products.DCWorkflow.DCWorkflow import DCWorkflowDefinition
from Products.DCWorkflow.utils import modifyRolesForPermission
from yidang import clock
from yidang.archive.place import contract_of
from yidang.publicity.schedule.plan import is_ahead


STEPS = ("review1", "review2", "review3")
PUBLISHED, SCHEDULED = "published", "scheduled"
# Steps that only the reviewer of the last step takes, whichever that is.
LAST_REVIEWERS = ("release", "unschedule")


def steps_of(article) -> int:
    """How many reviews the article's contract demands."""
    contract = contract_of(article)
    return getattr(contract, "review_steps", None) or len(STEPS)


def state_after(state: str, steps: int) -> str:
    """Where an approval leads from `state` when `steps` reviews are demanded."""
    done = STEPS.index(state) + 1
    return PUBLISHED if done >= steps else STEPS[done]


def last_step(article) -> str:
    """The state of the last review that the contract demands."""
    return STEPS[steps_of(article) - 1]


def is_last_reviewer(article) -> bool:
    """Whether the current user has the role of the last review in the article's contract."""
    role = f"Reviewer{steps_of(article)}"
    return role in getSecurityManager().getUser().getRolesInContext(article)


class ArticleWorkflow(DCWorkflowDefinition):
    """A DCWorkflow whose `approve` leads one step on."""

    meta_type = "Yidang Article Workflow"

    def _checkTransitionGuard(self, t, ob, **kw):
        allowed = super()._checkTransitionGuard(t, ob, **kw)
        return allowed and (t.getId() not in LAST_REVIEWERS or is_last_reviewer(ob))

    def updateRoleMappingsFor(self, ob):
        """Who may do what in the new state. Most of the fifteen permissions stay as they were, and the workflow gathers
        all permissions of the article's class before it sees that."""
        given, changed = self._getWorkflowStateOf(ob).permission_roles, 0
        for name in self.permissions:
            roles = given.get(name, [])
            if Permission(name, (), ob).getRoles() != roles:
                changed |= modifyRolesForPermission(ob, name, roles)
        return changed

    def _executeTransition(self, ob, tdef=None, kwargs=None):
        target = self._target(ob, tdef)
        if target:
            step = copy(aq_base(tdef))
            step.new_state_id = target
            tdef = step.__of__(self.transitions)
        return super()._executeTransition(ob, tdef, kwargs)

    def _target(self, ob, tdef) -> str:
        """Where a step leads when the definition alone does not tell; "" when it does."""
        name = tdef.getId() if tdef is not None else ""
        if name == "unschedule":
            return last_step(ob)
        if name != "approve":
            return ""
        target = state_after(self._getWorkflowStateOf(ob).getId(), steps_of(ob))
        return SCHEDULED if target == PUBLISHED and is_ahead(ob, clock.now()) else target
