"""The workflow of articles: `approve` is one step of review, whichever step it is (DESIGN § 6).

A transition of DCWorkflow has one target. Three transitions with three names would oblige every caller to know at which
step the article stands; so the target of `approve` is looked up from the state and the contract's number of steps.
"""

from Acquisition import aq_base
from copy import copy
from Products.DCWorkflow.DCWorkflow import DCWorkflowDefinition
from yidang.archive.place import contract_of


STEPS = ("review1", "review2", "review3")
PUBLISHED = "published"


def steps_of(article) -> int:
    """How many reviews the article's contract demands."""
    contract = contract_of(article)
    return getattr(contract, "review_steps", None) or len(STEPS)


def state_after(state: str, steps: int) -> str:
    """Where an approval leads from `state` when `steps` reviews are demanded."""
    done = STEPS.index(state) + 1
    return PUBLISHED if done >= steps else STEPS[done]


class ArticleWorkflow(DCWorkflowDefinition):
    """A DCWorkflow whose `approve` leads one step on."""

    meta_type = "Yidang Article Workflow"

    def _executeTransition(self, ob, tdef=None, kwargs=None):
        if tdef is not None and tdef.getId() == "approve":
            step = copy(aq_base(tdef))
            step.new_state_id = state_after(self._getWorkflowStateOf(ob).getId(), steps_of(ob))
            tdef = step.__of__(self.transitions)
        return super()._executeTransition(ob, tdef, kwargs)
