"""What the profile cannot say in XML: how long a session lasts."""


IDLE = 4 * 60 * 60
REFRESH = 10 * 60


def set_sessions(tool) -> None:
    """Last step of the profile: who works stays in, who signs out is out on every machine.

    A page of a signed-in person renews the ticket (theme/shell.py); Plone alone counts from the moment of signing in.
    With a keyring of one's own, signing out makes every older ticket worthless.
    """
    session = tool.getParentNode().acl_users.session
    session.manage_changeProperties(timeout=IDLE, refresh_interval=REFRESH)
    session.per_user_keyring = True
