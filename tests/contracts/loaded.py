"""Contracts of the library, loaded once for all tests that begin with one of them: a large file takes a second."""

from .file_samples import LIBRARY
from plone.app.testing import IntegrationTesting
from plone.app.testing import PloneSandboxLayer
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from yidang.contracts.file import ContractFile
from yidang.contracts.file import read
from yidang.contracts.load import load
from yidang.testing import YIDANG_FIXTURE


S0 = read(LIBRARY / "zhongshan-women-2024.yaml")
PACKAGE = read(LIBRARY / "nanchuan-1-management-2024.yaml")
SUPERVISION = read(LIBRARY / "zhongshan-supervision-2022.yaml")


class LibraryLayer(PloneSandboxLayer):
    """Three drafts, as their files say."""

    defaultBases = (YIDANG_FIXTURE,)

    def setUpPloneSite(self, portal) -> None:
        """By whoever may do everything."""
        setRoles(portal, TEST_USER_ID, ["Manager"])
        for file in (S0, PACKAGE, SUPERVISION):
            load(portal, file)
        setRoles(portal, TEST_USER_ID, ["Member"])


LIBRARY_INTEGRATION = IntegrationTesting(bases=(LibraryLayer(),), name="Library:Integration")


def the_contract(portal, file: ContractFile):
    """The draft of the layer; another file is loaded now."""
    contract = portal["contracts"].get(file.data["id"])
    return load(portal, file) if contract is None else contract
