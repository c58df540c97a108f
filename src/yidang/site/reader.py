"""Who made the request that failed. An error can come before anybody was recognised."""

from AccessControl import getSecurityManager
from AccessControl.SecurityManagement import newSecurityManager
from zope.component.hooks import getSite


def is_anonymous() -> bool:
    """Whether nobody is signed in."""
    return getSecurityManager().getUser().getUserName() == "Anonymous User"


def recognise(request) -> None:
    """Let the security manager know the signed-in person, when traversal failed before it came to that."""
    site = getSite()
    if site is None or not is_anonymous():
        return
    request.other["PUBLISHED"] = site
    user = site.acl_users.validate(request, roles=["Authenticated"])
    if user is not None:
        newSecurityManager(request, user)
