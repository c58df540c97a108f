"""Speaking REST as one of the cast."""

from contextlib import contextmanager
from tests.builders import PASSWORD
from tests.roles.cast import ANONYMOUS

import requests


REFUSED = (401, 403, 404)


class Speaker:
    """One person's REST session; addresses are portal paths as in `layer["things"]`."""

    def __init__(self, portal, person: str) -> None:
        self.portal = portal
        self.session = requests.Session()
        self.session.headers["Accept"] = "application/json"
        if person != ANONYMOUS:
            self.session.auth = (person, PASSWORD)

    def url(self, path: str) -> str:
        """`/plone/contracts/…` as an address of the API."""
        inner = path.removeprefix("/" + self.portal.getId())
        return f"{self.portal.absolute_url()}/++api++{inner}"

    def ask(self, method: str, path: str, **more):
        """One request."""
        return self.session.request(method, self.url(path), timeout=60, **more)


@contextmanager
def speaking(portal, person: str):
    """A session that is closed at the end."""
    speaker = Speaker(portal, person)
    try:
        yield speaker
    finally:
        speaker.session.close()
