"""One project, one archive, by REST: the same refusals, in the one error shape, in Chinese."""

from plone.app.testing import setRoles
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.app.testing import TEST_USER_ID
from tests.builders import a_contract
from tests.builders import a_station
from unittest import TestCase
from yidang.testing import YIDANG_FUNCTIONAL

import requests
import transaction


class RestTest(TestCase):
    layer = YIDANG_FUNCTIONAL

    def setUp(self):
        self.portal = self.layer["portal"]
        setRoles(self.portal, TEST_USER_ID, ["Manager"])
        self.contract = a_contract(self.portal)
        a_station(self.portal)
        transaction.commit()
        self.base = self.portal.absolute_url() + "/++api++"
        self.session = requests.Session()
        self.session.auth = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
        self.session.headers["Accept"] = "application/json"
        self.addCleanup(self.session.close)

    def _url(self, *parts: str) -> str:
        return "/".join((self.base, "contracts", self.contract.getId(), *parts))

    def assert_refused(self, answer, word: str, *statuses: int) -> dict:
        self.assertIn(answer.status_code, statuses or (400,), answer.text)
        data = answer.json()
        self.assertEqual({"type", "message", "errors"}, set(data))
        self.assertIn(word, data["message"] + "".join(error["message"] for error in data["errors"]))
        return data

    def test_the_archive_cannot_be_deleted(self):
        self.assert_refused(self.session.delete(self._url("archive")), "只有一份档案")

    def test_a_section_cannot_be_deleted(self):
        self.assert_refused(self.session.delete(self._url("archive", "plans")), "只有一份档案")

    def test_a_contract_in_force_cannot_be_deleted(self):
        self.assert_refused(self.session.delete(self._url()), "不能删除")

    def test_a_second_archive_cannot_be_posted(self):
        self.assert_refused(self.session.post(self._url(), json={"@type": "Archive", "title": "二"}), "", 400, 403)

    def test_the_archive_cannot_be_moved_or_copied(self):
        for service in ("@move", "@copy"):
            with self.subTest(service=service):
                answer = self.session.post(
                    f"{self.base}/contracts/{service}", json={"source": self.contract["archive"].absolute_url()}
                )
                self.assert_refused(answer, "不能", 400)

    def test_a_contract_is_made_with_its_archive(self):
        answer = self.session.post(f"{self.base}/contracts", json=self.contract_data("R-1"))
        self.assertEqual(201, answer.status_code, answer.text)
        archive = self.session.get(answer.json()["@id"] + "/archive").json()
        self.assertEqual(
            ["regulations", "plans", "records", "publicity", "reports", "review"],
            [item["@id"].rsplit("/", 1)[1] for item in archive["items"]],
        )

    def test_a_taken_number_is_refused_at_its_field(self):
        self.session.post(f"{self.base}/contracts", json=self.contract_data("R-2"))
        answer = self.session.post(f"{self.base}/contracts", json=self.contract_data("r-2"))
        data = self.assert_refused(answer, "已被另一份合同使用", 409)
        self.assertEqual("number", data["errors"][0]["field"])

    def test_a_term_that_ends_before_it_starts_is_refused(self):
        data = {**self.contract_data("R-3"), "start": "2026-05-01", "end": "2026-04-01"}
        self.assert_refused(self.session.post(f"{self.base}/contracts", json=data), "早于开始日期")

    def test_a_record_cannot_be_posted_outside_the_archive(self):
        data = {"@type": "Report", "title": "散页", "kind": "monthly_summary", "submitted_on": "2026-01-05"}
        for place in (f"{self.base}/contracts", self._url(), self._url("archive"), self._url("archive", "plans")):
            with self.subTest(place=place):
                self.assert_refused(self.session.post(place, json=data), "", 400, 403)

    def test_what_is_missing_is_answered_in_the_one_shape(self):
        self.assert_refused(self.session.get(self._url("nowhere")), "没有找到", 404)

    def test_a_stranger_is_asked_to_sign_in(self):
        answer = requests.get(self._url(), headers={"Accept": "application/json"}, timeout=30)
        self.assert_refused(answer, "登录", 401)

    @staticmethod
    def contract_data(number: str) -> dict:
        return {
            "@type": "Contract",
            "title": "新合同",
            "number": number,
            "purchaser": "某市妇联",
            "provider": "某机构",
            "start": "2026-01-01",
            "end": "2026-12-31",
            "stations": ["zhongshan"],
        }
