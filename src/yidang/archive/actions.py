"""The one way in which anything changes its state, whoever asks: a page, REST, a command or a script.

What must hold before a step is checked on `IBeforeTransitionEvent` in the room that owns the rule, so that firing the
workflow tool directly meets the same checks; this verb adds the plain Chinese refusal for a step that is not open.
"""

from plone import api
from Products.CMFCore.WorkflowCore import WorkflowException
from yidang.archive.record import state_of
from yidang.errors import NotAllowed
from yidang.errors import Refused


def open_steps(record) -> dict[str, str]:
    """The steps that the current user may take now: transition id -> Chinese title."""
    workflow = api.portal.get_tool("portal_workflow")
    return {step["id"]: step["title"] for step in workflow.getTransitionsFor(record)}


def state_title(record) -> str:
    """The Chinese name of the record's state."""
    workflow = api.portal.get_tool("portal_workflow")
    return workflow.getTitleForStateOnType(state_of(record), record.portal_type)


def step_titles(record) -> dict[str, str]:
    """Every step of the record's workflow, open or not: id -> Chinese title."""
    workflow = api.portal.get_tool("portal_workflow")
    return {step.getId(): step.title for flow in workflow.getWorkflowsFor(record) for step in flow.transitions.values()}


def fire(record, step: str, comment: str = "") -> str:
    """Take `step` and return the new state. `comment` is kept in the history for ever.

    Raises `Refused` for an unknown step or one that fails its checks, `NotAllowed` for one that is not open to this
    person in this state.
    """
    workflow = api.portal.get_tool("portal_workflow")
    if not any(step in flow.transitions for flow in workflow.getWorkflowsFor(record)):
        raise Refused(f"没有“{step}”这个步骤。")
    try:
        workflow.doActionFor(record, step, comment=comment)
    except WorkflowException:
        title = step_titles(record)[step]
        raise NotAllowed(f"“{record.title}”现在是“{state_title(record)}”状态，您不能{title}。") from None
    return state_of(record)
