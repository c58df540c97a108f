"""A guest as the security machinery knows persons: for one step, with the role of that step and nothing else."""

from AccessControl.users import SimpleUser
from plone import api
from yidang.publicity.guest_review.links import GuestLink
from yidang.publicity.workflow import STEPS


def guest_user(link: GuestLink):
    """A person named as in the link, in the user folder of the portal."""
    role = f"Reviewer{STEPS.index(link.step) + 1}"
    user = SimpleUser(link.guest.actor, "", (role, "Authenticated"), [])
    return user.__of__(api.portal.get_tool("acl_users"))
