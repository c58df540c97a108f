"""What the profile cannot say in XML: users have our roles, how long a session lasts, what versions hold,
how words are found, how rows lie."""

from yidang.archive.catalog_rows import keep_few_together
from yidang.pages.text_index import weigh_only_what_is_found
from yidang.publicity.version_pictures import keep_pictures


IDLE = 4 * 60 * 60
REFRESH = 10 * 60


def set_up_users(tool) -> None:
    """Last step of the profile; again changes nothing."""
    users = tool.getParentNode().acl_users
    # Plone would do this when the list of users is first looked at, and take that for a forged request.
    users.portal_role_manager.updateRolesList()
    set_sessions(users.session)
    keep_pictures(tool.getParentNode().portal_modifier)
    catalog = tool.getParentNode().portal_catalog._catalog
    weigh_only_what_is_found(catalog.getIndex("SearchableText"))
    keep_few_together(catalog)


def set_sessions(session) -> None:
    """Who works stays in, who signs out is out on every machine.

    A page of a signed-in person renews the ticket (theme/shell.py); Plone alone counts from the moment of signing in.
    With a keyring of one's own, signing out makes every older ticket worthless.
    """
    session.manage_changeProperties(timeout=IDLE, refresh_interval=REFRESH)
    session.per_user_keyring = True
