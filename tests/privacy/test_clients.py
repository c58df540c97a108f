"""A client's identity: in clear to those in charge, masked to others, never in the catalog."""

from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from tests.builders import a_contract
from tests.builders import a_record
from tests.visitors import WebTest
from unittest import TestCase
from yidang.indicators.interfaces import IFactSource
from yidang.privacy.identity import masked_name
from yidang.privacy.identity import masked_phone
from yidang.testing import YIDANG_INTEGRATION


NAME, PHONE = "欧阳芳芳", "13912345678"


class ClientTest(TestCase):
    layer = YIDANG_INTEGRATION

    def setUp(self):
        setRoles(self.layer["portal"], TEST_USER_ID, ["Manager"])
        self.contract = a_contract(self.layer["portal"])
        fields = {"title": "阿芳", "recorded_on": self.contract.start, "birth_year": 1990, "tier": "key"}
        self.client = a_record(self.contract, "Client", name=NAME, phone=PHONE, situation="独自带孩子", **fields)

    def test_the_fact_tells_nothing_of_the_identity(self):
        fact = next(iter(IFactSource(self.client).facts()))
        self.assertEqual(("client", (self.client.UID(),)), (fact.kind, fact.subjects))
        self.assertTrue(fact.attributes["key"])
        self.assertNotIn(NAME, repr(fact))
        self.assertNotIn(PHONE, repr(fact))

    def test_the_catalog_holds_the_situation_but_not_name_or_phone(self):
        catalog = self.layer["portal"].portal_catalog
        rid = catalog(UID=self.client.UID())[0].getRID()
        kept = repr(catalog.getIndexDataForRID(rid)) + repr(catalog.getMetadataForRID(rid))
        self.assertEqual(1, len(catalog(SearchableText="独自带孩子")))
        for secret in (NAME, PHONE):
            self.assertEqual(0, len(catalog(SearchableText=secret)))
            self.assertNotIn(secret, kept)

    def test_a_masked_name_tells_only_the_first_character(self):
        self.assertEqual(("欧**", ""), (masked_name(NAME), masked_name(None)))

    def test_a_masked_phone_hides_the_middle_and_short_numbers_wholly(self):
        self.assertEqual(("139****5678", "****", ""), tuple(map(masked_phone, (PHONE, "12338", None))))


class ClientWebTest(WebTest):
    def setUp(self):
        super().setUp()
        self.worker = self.as_user("worker")
        fields = {"title": "阿芳", "recorded_on": self.contract.start.isoformat(), "name": NAME, "phone": PHONE}
        self.client = self.worker.added(self.section("records"), "Client", **fields)
        self.worker.rest("POST", f"{self.client}/@workflow/submit")

    def test_the_worker_reads_name_and_phone(self):
        page = self.worker.page(self.client).text
        self.assertIn(NAME, page)
        self.assertIn(PHONE, page)

    def test_the_purchaser_sees_them_masked(self):
        page = self.as_user("purchaser").page(self.client).text
        self.assertIn("欧**", page)
        self.assertIn("139****5678", page)
        self.assertNotIn(NAME, page)
        self.assertNotIn(PHONE, page)

    def test_the_purchaser_does_not_get_them_by_rest(self):
        answer = self.as_user("purchaser").rest("GET", self.client)
        self.assertEqual("阿芳", answer.json()["title"])
        self.assertNotIn(NAME, answer.text)
        self.assertNotIn(PHONE, answer.text)

    def test_a_year_of_birth_to_come_is_refused(self):
        fields = {"title": "小芳", "recorded_on": self.contract.start.isoformat(), "birth_year": 2101}
        answer = self.worker.add(self.section("records"), "Client", **fields)
        self.assert_refused(answer, birth_year="不能大于 2100。")

    def test_a_new_file_is_not_asked_for_its_end(self):
        page = self.worker.page(self.section("records") + "/++add++Client").text
        self.assertIn("form.widgets.tier", page)
        self.assertNotIn("form.widgets.ended", page)

    def test_a_client_is_filed_on_the_form(self):
        day = self.contract.start.isoformat()
        fields = {"title": "阿珍", "recorded_on": day, "tier:list": "key", "categories:list": ["woman", "migrant"]}
        answer = self.worker.send(self.section("records") + "/++add++Client", **fields)
        page = self.worker.page(answer.headers["Location"]).text
        self.assertIn("妇女、外来务工人员", page)
