"""Someone at the other end of the wire: by REST, or by the forms of a browser."""

from html import unescape
from plone.app.testing import FunctionalTesting
from plone.app.testing import PloneSandboxLayer
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.testing import zope as zope_testing
from tests.builders import a_contract
from tests.builders import an_account
from tests.builders import PASSWORD
from unittest import TestCase
from yidang.testing import YIDANG_FIXTURE

import re
import requests


PEOPLE = (("worker", "Worker"), ("lead", "ProjectLead"), ("purchaser", "Purchaser"))


class ContractLayer(PloneSandboxLayer):
    """A contract in force with a worker, a project lead and a purchaser; made once for all these tests."""

    defaultBases = (YIDANG_FIXTURE,)

    def setUpPloneSite(self, portal) -> None:
        """The contract and its people."""
        setRoles(portal, TEST_USER_ID, ["Manager"])
        contract = a_contract(portal)
        for name, role in PEOPLE:
            an_account(name, contract, role)
        setRoles(portal, TEST_USER_ID, ["Member"])


CONTRACT_FUNCTIONAL = FunctionalTesting(
    bases=(ContractLayer(), zope_testing.WSGI_SERVER_FIXTURE), name="Contract:Functional"
)


class WebTest(TestCase):
    """Over HTTP, as the people of the contract."""

    layer = CONTRACT_FUNCTIONAL

    def setUp(self):
        self.portal = self.layer["portal"]
        self.contract = self.portal["contracts"].objectValues()[0]
        self.path = "/contracts/" + self.contract.getId()

    def as_user(self, name: str) -> "Visitor":
        """A visitor who is signed in."""
        visitor = Visitor(self.portal.absolute_url(), name)
        self.addCleanup(visitor.session.close)
        return visitor

    def section(self, name: str) -> str:
        """Path of a section of the archive."""
        return f"{self.path}/archive/{name}"

    def assert_refused(self, answer, **sentences: str) -> None:
        """400 in the one shape, with these sentences at these fields and no others."""
        self.assertEqual(400, answer.status_code, answer.text)
        data = answer.json()
        self.assertEqual({"type", "message", "errors"}, set(data))
        self.assertEqual(sentences, {error["field"]: error["message"] for error in data["errors"]})

    def assert_form_refused(self, answer, **sentences: str) -> None:
        """400, with these sentences at these fields of the page and no others."""
        self.assertEqual(400, answer.status_code)
        self.assertEqual(sentences, errors_on(answer.text))


class Visitor:
    """A user with an HTTP session."""

    def __init__(self, base: str, name: str) -> None:
        self.base = base
        self.session = requests.Session()
        self.session.auth = (name, PASSWORD)

    def rest(self, method: str, path: str, **json):
        """One request to the API; `path` is an address or begins at the site."""
        place = path.removeprefix(self.base)
        headers = {"Accept": "application/json"}
        return self.session.request(method, f"{self.base}/++api++{place}", json=json, headers=headers)

    def add(self, path: str, portal_type: str, **fields):
        """POST a new thing."""
        return self.rest("POST", path, **{"@type": portal_type, **fields})

    def added(self, path: str, portal_type: str, **fields) -> str:
        """The address of a new thing."""
        return self.add(path, portal_type, **fields).json()["@id"]

    def page(self, path: str):
        """One page, with the characters that its markup escapes."""
        answer = self.session.get(self.base + path.removeprefix(self.base))
        answer._content = unescape(answer.text).encode()
        answer.encoding = "utf-8"
        return answer

    def send(self, path: str, button: str = "save", files: dict | None = None, beside: dict | None = None, **fields):
        """Fill in the form at `path` and press a button of it; `beside` is sent besides the fields."""
        page = self.page(path)
        named = {f"form.widgets.{name}": value for name, value in fields.items()}
        pressed = {f"form.buttons.{button}": "1", "_authenticator": token_of(page.text)}
        sent = {f"form.widgets.{name}": upload for name, upload in (files or {}).items()}
        return self._post(path.partition("?")[0], {**named, **pressed, **(beside or {})}, sent)

    def step(self, url: str, transition: str, comment: str = ""):
        """Press a button of a record's page."""
        token = token_of(self.page(url).text)
        sent = {"transition": transition, "comment": comment, "_authenticator": token}
        return self._post(f"{url}/@@step", sent, {})

    def _post(self, path: str, data: dict, files: dict):
        address = self.base + path.removeprefix(self.base)
        answer = self.session.post(address, data=data, files=files, allow_redirects=False)
        answer._content = unescape(answer.text).encode()
        answer.encoding = "utf-8"
        return answer


def token_of(markup: str) -> str:
    """The token of the first form that has one."""
    found = next(tag for tag in re.findall(r"<input[^>]*>", markup) if 'name="_authenticator"' in tag)
    return re.search(r'value="([^"]*)"', found).group(1)


def errors_on(markup: str) -> dict[str, str]:
    """The sentences at the fields of a form page."""
    return {
        name: sentence.strip() for name, sentence in re.findall(r'id="form-widgets-(\w+)-error"[^>]*>([^<]*)<', markup)
    }
