"""Our portal with the S0 contract and people, and the commands that fill it."""

from bench import s0_year
from bench import searching
from bench import varied
from bench import words
from datetime import date
from datetime import timedelta


BATCH = 100
PASSWORD = "Ceshi-Mima-2026"
PEOPLE = {"worker": "Worker", "lead": "ProjectLead", "purchaser": "Purchaser", "publicist": "Publicist"}


class Site:
    """The commands."""

    def __init__(self, app) -> None:
        self.app = app
        self.serial = 0

    def make(self) -> None:
        """The portal, the S0 contract in force, and a second contract that stays small."""
        from yidang.site.create import create_portal

        import transaction

        self.portal = create_portal(self.app)
        self._enter()
        self.contract = self._contract("zhongshan-women-2024", "ZSWQ2024")
        self.small = self._contract("small", "SMALL")
        transaction.commit()

    def _enter(self) -> None:
        from yidang.interfaces import IYidangLayer
        from zope.component.hooks import setSite
        from zope.interface import alsoProvides

        setSite(self.portal)
        alsoProvides(self.portal.REQUEST, IYidangLayer)

    def _contract(self, id_: str, number: str):
        from dataclasses import replace
        from plone import api
        from yidang.contracts.load import load
        from yidang.people.team import join

        file = s0_year.contract_file()
        review = {**file.data["settings"]["review"], "steps": 1, "distinct_persons": False}
        settings = {**file.data["settings"], "review": review}
        data = {**file.data, "id": id_, "number": number, "settings": settings}
        contract = load(self.portal, replace(file, data=data))
        api.content.transition(contract, "activate")
        for person, role in PEOPLE.items():
            name = f"{person}-{number.lower()}"
            api.user.create(username=name, email=f"{name}@example.org", password=PASSWORD)
            join(contract, name, role)
        return contract

    def create_records(self, number: int, where: str = "contract") -> str:
        """Service records, each submitted, committed by the hundred; the path of the last."""
        import transaction

        contract = getattr(self, where)
        for count in range(1, number + 1):
            record = self._record(contract)
            if count % BATCH == 0 or count == number:
                transaction.commit()
        return "/".join(record.getPhysicalPath())

    def _record(self, contract):
        from plone.dexterity.utils import createContentInContainer
        from yidang.archive.actions import fire

        self.serial += 1
        places = contract.stations
        record = createContentInContainer(
            contract["archive"]["records"],
            "ServiceRecord",
            kind=("visit", "consultation", "supervision", "meeting")[self.serial % 4],
            title=words.title(self.serial),
            date=date(2024, 1, 1) + timedelta(days=self.serial % 366),
            station=places[self.serial % len(places)],
            workers=(f"worker-{contract.number.lower()}",),
            hours=2.0,
            clients=(self._client(contract),),
            content=words.html(self.serial),
        )
        fire(record, "submit")
        return record

    def _client(self, contract) -> str:
        """One client for all visits of a contract."""
        from plone.dexterity.utils import createContentInContainer

        records = contract["archive"]["records"]
        if "client" not in records:
            createContentInContainer(records, "Client", id="client", name="某女士", recorded_on=date(2024, 1, 1))
        return records["client"].UID()

    def create_articles(self, number: int, where: str = "contract") -> str:
        """Articles, each submitted and published; the path of the last."""
        import transaction

        contract = getattr(self, where)
        for _ in range(number):
            article = self._article(contract)
        transaction.commit()
        return "/".join(article.getPhysicalPath())

    def fill_varied(self, number: int) -> None:
        """Published articles of which no two are alike, in one commit."""
        import transaction

        for _ in range(number):
            self._article(self.contract, varied)
        transaction.commit()

    def write_varied(self, number: int) -> None:
        """Drafts, each its own commit."""
        import transaction

        self.drafts = []
        for _ in range(number):
            self.drafts.append(self._draft(self.contract, varied))
            transaction.commit()

    def submit_varied(self) -> None:
        """Send each draft to review, with all checks, each its own commit."""
        self._step("submit")

    def publish_varied(self) -> None:
        """Approve each, with all checks, each its own commit."""
        self._step("approve")

    def _step(self, name: str) -> None:
        from yidang.archive.actions import fire

        import transaction

        for article in self.drafts:
            fire(article, name)
            transaction.commit()

    def recall(self, queries: list[str]) -> dict[str, float]:
        """How much of what stands in the articles the search finds."""
        return searching.judged(self.portal.portal_catalog, queries)

    def _article(self, contract, source=words):
        from yidang.archive.actions import fire

        article = self._draft(contract, source)
        fire(article, "submit")
        fire(article, "approve")
        return article

    def _draft(self, contract, source):
        from plone.app.textfield import RichTextValue
        from plone.dexterity.utils import createContentInContainer

        self.serial += 1
        return createContentInContainer(
            contract["archive"]["publicity"],
            "Article",
            title=source.title(self.serial),
            description=source.title(self.serial),
            text=RichTextValue(source.html(self.serial), "text/html", "text/x-html-safe"),
            station=contract.stations[self.serial % len(contract.stations)],
            station_activity=True,
            placements=[{"channel": "website", "outlet": "某网", "level": None, "url": None, "date": date(2024, 5, 1)}],
        )

    def fill(self, many: int, few: int) -> dict[str, dict[str, str]]:
        """Bring the contracts to many and few records, the large one to 300 articles; the paths of pages."""
        places = {}
        for where, amount, records, articles in (("contract", "many", many, 300), ("small", "few", few, few)):
            archive = getattr(self, where)["archive"]
            record = self.create_records(max(1, records - len(archive["records"])), where)
            article = self.create_articles(max(1, articles - len(archive["publicity"])), where)
            section = "/".join(archive["records"].getPhysicalPath())
            contract = "/".join(getattr(self, where).getPhysicalPath())
            places[amount] = {"record": record, "article": article, "section": section, "contract": contract}
        return places

    def longest_line(self) -> dict[str, str]:
        """The line with the most evidence: its code, and the path of the contract."""
        from yidang.indicators.scoreboard import Scoreboard

        known = Scoreboard(self.contract).records()
        return {"code": max(known, key=known.get), "contract": "/".join(self.contract.getPhysicalPath())}

    def with_ledger(self) -> None:
        """Put the ledger back into the catalog."""
        self._indexes({**self._catalog().indexes, "yidang_ledger": self.ledger})

    def without_ledger(self) -> None:
        """Take the ledger out of the catalog."""
        indexes = dict(self._catalog().indexes)
        self.ledger = indexes.pop("yidang_ledger")
        self._indexes(indexes)

    def _catalog(self):
        return self.portal.portal_catalog._catalog

    def _indexes(self, indexes: dict) -> None:
        import transaction

        self._catalog().indexes = indexes
        transaction.commit()
