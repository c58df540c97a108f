"""What would be said if a step were taken now: the same checks, without the step."""

from plone import api
from Products.DCWorkflow.events import BeforeTransitionEvent
from yidang.archive.record import state_of
from yidang.errors import Refused
from zope.event import notify


def refusal_of(record, step: str) -> Refused | None:
    """Why the step would be refused, None when nothing speaks against it.

    Checks hang on `IBeforeTransitionEvent` and change nothing, so announcing the event is a rehearsal.
    """
    workflow = api.portal.get_tool("portal_workflow").getWorkflowsFor(record)[0]
    old, transition = workflow.states[state_of(record)], workflow.transitions[step]
    new = workflow.states.get(transition.new_state_id, old)
    try:
        notify(BeforeTransitionEvent(record, workflow, old, new, transition, {}, {"comment": ""}))
    except Refused as refused:
        return refused
    return None
