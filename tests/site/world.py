"""A small portal: one published article, one station, and a secret word in everything that is not for the public."""

from datetime import date
from plone import api
from plone.app.testing import FunctionalTesting
from plone.app.testing import login
from plone.app.testing import logout
from plone.app.testing import PloneSandboxLayer
from plone.app.textfield.value import RichTextValue
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobImage
from plone.testing.zope import Browser
from tests.builders import a_contract
from tests.builders import a_record
from tests.builders import a_station
from tests.builders import an_account
from tests.builders import PASSWORD
from tests.publicity.pictures import a_picture
from yidang.publicity.actions import approve
from yidang.publicity.actions import submit
from yidang.testing import YIDANG_FIXTURE

import transaction


SECRET = "zqxsecret"
PUBLISHED = "社工走进菜市场普法"
PEOPLE = {
    "publicist": "Publicist",
    "worker": "Worker",
    "lead": "ProjectLead",
    "purchaser": "Purchaser",
    "reviewer1": "Reviewer1",
    "reviewer2": "Reviewer2",
    "reviewer3": "Reviewer3",
}


def rich(text: str) -> RichTextValue:
    """A paragraph."""
    return RichTextValue(f"<p>{text}</p>", "text/html", "text/x-html-safe")


def an_article(portal, contract, title: str, **fields):
    """A draft by the publicist."""
    login(portal, "publicist")
    today = date.today()
    fields = {"text": rich("早上七点，社工把三张折叠桌摆在市场门口。"), "event_date": today, **fields}
    return a_record(contract, "Article", title=title, station="zhongshan", origin="original", **fields)


def publish(portal, article) -> None:
    """Through all the reviews."""
    submit(article)
    for name in ("reviewer1", "reviewer2", "reviewer3"):
        login(portal, name)
        approve(article)


def a_portal(portal):
    """The contract and all that is in it; nobody is logged in afterwards."""
    with api.env.adopt_roles(["Manager"]):
        a_station(portal, "zhongshan", title="中山站", address="民安路 8 号", introduction="来访不需要预约。")
        contract = a_contract(portal, title=f"合同{SECRET}", number=f"N-{SECRET}", purchaser=f"甲方{SECRET}")
        for name, role in PEOPLE.items():
            an_account(name, contract, role)
        secrets_in(contract)
        staff = {"name": f"员工{SECRET}", "started": date.today()}
        createContentInContainer(portal["stations"]["zhongshan"], "StaffMember", checkConstraints=False, **staff)
    cover = {"image": NamedBlobImage(a_picture(), filename="a.png"), "image_alt": "摊位", "photo_consent": "nobody"}
    said = {"description": "三张折叠桌，五位社工。", "genre": "case_story", "keywords": ("普法",)}
    publish(portal, an_article(portal, contract, PUBLISHED, **said, **cover))
    an_article(portal, contract, f"草稿{SECRET}", text=rich(f"草稿正文{SECRET}"))
    waiting = an_article(portal, contract, f"待审{SECRET}")
    submit(waiting)
    logout()
    return contract


class WorldLayer(PloneSandboxLayer):
    """The small portal, made once for all tests that only look at it."""

    defaultBases = (YIDANG_FIXTURE,)

    def setUpPloneSite(self, portal) -> None:
        """Fill it; commit while the site is set, for the catalog's queue needs it."""
        a_portal(portal)
        transaction.commit()


WORLD_FIXTURE = WorldLayer()
WORLD = FunctionalTesting(bases=(WORLD_FIXTURE,), name="Yidang:World")


def the_contract(portal):
    """Its contract."""
    return portal["contracts"].objectValues()[0]


def secrets_in(contract) -> None:
    """A record of every kind, with the word in its title and its text."""
    today, note = date.today(), f"过程{SECRET}"
    case = a_record(contract, "CaseFile", title=f"个案{SECRET}", opened=today, problem=note)
    session = {"title": f"会谈{SECRET}", "date": today, "minutes": 60, "process": note}
    createContentInContainer(case, "CaseSession", checkConstraints=False, **session)
    group = a_record(contract, "GroupWork", title=f"小组{SECRET}", opened=today, goal=note)
    createContentInContainer(group, "GroupSession", checkConstraints=False, **session)
    a_record(contract, "ServiceRecord", kind="visit", title=f"探访{SECRET}", date=today, content=note)
    a_record(contract, "Client", title=f"对象{SECRET}", recorded_on=today, name=f"真名{SECRET}", phone="13800000000")
    a_record(contract, "Report", kind="monthly", title=f"小结{SECRET}", submitted_on=today, summary=note)
    a_record(contract, "ArchiveDocument", title=f"制度{SECRET}")


def a_browser(layer, name: str = "") -> Browser:
    """A browser; with a name, signed in by the form."""
    browser = Browser(layer["app"])
    browser.raiseHttpErrors = False
    browser.followRedirects = True
    browser.addHeader("Accept", "text/html")
    browser.addHeader("Accept-Language", "zh-CN")
    if name:
        browser.open(layer["portal"].absolute_url() + "/login")
        browser.getControl(name="__ac_name").value = name
        browser.getControl(name="__ac_password").value = PASSWORD
        browser.getControl(name="buttons.login").click()
    return browser


def status_of(browser) -> int:
    """The HTTP status of the page."""
    return int(browser.headers["status"].split()[0])
