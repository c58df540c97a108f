"""The staff card as people and programs write it: rows of certificates and trainings, and what stays private."""

from datetime import date
from pathlib import Path
from plone.dexterity.utils import createContentInContainer
from tests.visitors import errors_on
from tests.visitors import WebTest
from unittest import TestCase
from yidang.stations.content import ICertificate
from yidang.stations.content import IStaffMember
from yidang.stations.content import ITraining
from zope.schema import getFieldsInOrder

import re
import transaction
import yidang.contracts


HEALTH = re.compile(r"残疾|残障|缺陷|健康|疾病|传染|体检|health|disab|illness|medical", re.IGNORECASE)
LIBRARY = Path(yidang.contracts.__file__).parent / "library"


class HealthTest(TestCase):
    """S1-X13 asks for people without disability or illness: against the law, so it is neither field nor check."""

    def test_no_field_of_a_staff_card_is_about_health(self):
        for schema in (IStaffMember, ICertificate, ITraining):
            for name, field in getFieldsInOrder(schema):
                with self.subTest(field=name):
                    self.assertNotRegex(f"{name} {field.title} {field.description}", HEALTH)

    def test_no_rule_of_a_contract_file_reads_anything_about_health(self):
        for path in LIBRARY.glob("*.yaml"):
            for line in path.read_text(encoding="utf-8").splitlines():
                if "field:" in line:
                    with self.subTest(file=path.name, line=line.strip()):
                        self.assertNotRegex(line, HEALTH)


class StaffCardTest(WebTest):
    def setUp(self):
        super().setUp()
        with self._manager():
            station = self.portal["stations"]["zhongshan"]
            self.member = createContentInContainer(
                station,
                "StaffMember",
                checkConstraints=False,
                name="甲",
                started=date(2024, 1, 1),
                born=date(1990, 3, 3),
            )
        transaction.commit()
        self.at = self.member.absolute_url()

    def _manager(self):
        from plone import api

        return api.env.adopt_roles(["Manager"])

    def test_rest_writes_and_reads_certificates_as_rows(self):
        sent = [{"certificate": "social_worker", "issued": "2024-06-01"}]
        answer = self.as_user("lead").rest("PATCH", self.at, certificates=sent)
        self.assertEqual(204, answer.status_code, answer.text)
        found = self.as_user("lead").rest("GET", self.at).json()["certificates"]
        self.assertEqual(["2024-06-01"], [row["issued"] for row in found])

    def test_rest_takes_a_bare_term_for_a_certificate_without_a_day(self):
        answer = self.as_user("lead").rest("PATCH", self.at, certificates=["social_worker"])
        self.assertEqual(204, answer.status_code, answer.text)

    def test_rest_names_the_row_that_is_wrong(self):
        answer = self.as_user("lead").rest(
            "PATCH", self.at, certificates=[{"certificate": "wizard"}, {"issued": "soon"}]
        )
        self.assert_refused(
            answer,
            certificates="第 1 行：证书不在可选范围内。第 2 行：请填写证书。"
            "第 2 行：发证日期的写法有误，请写成 2026-03-09 这样。",
        )

    def test_the_form_keeps_rows_and_drops_empty_ones(self):
        answer = self.as_user("lead").send(
            f"{self.at}/edit",
            **{
                "name": "甲",
                "role": "worker",
                "started": "2024-01-01",
                "certificates-empty-marker": "1",
                "certificates.0.certificate": "social_worker",
                "certificates.0.issued": "2024-06-01",
                "certificates.1.certificate": "",
                "trainings-empty-marker": "1",
                "trainings.0.date": "2024-02-01",
                "trainings.0.hours": "12.5",
                "trainings.0.organiser": "association",
            },
        )
        self.assertEqual(302, answer.status_code, errors_on(answer.text))
        card = self.as_user("lead").rest("GET", self.at).json()
        self.assertEqual(1, len(card["certificates"]))
        self.assertEqual([12.5], [row["hours"] for row in card["trainings"]])

    def test_the_form_refuses_a_row_at_its_field_and_keeps_what_was_typed(self):
        answer = self.as_user("lead").send(
            f"{self.at}/edit",
            **{
                "name": "甲",
                "role": "worker",
                "started": "2024-01-01",
                "trainings-empty-marker": "1",
                "trainings.0.hours": "许多",
            },
        )
        self.assertEqual(400, answer.status_code)
        self.assertIn("第 1 行：请填写培训日期。", errors_on(answer.text)["trainings"])
        self.assertIn('value="许多"', answer.text)

    def test_the_birth_date_is_for_those_who_keep_the_cards(self):
        self.assertIn("born", self.as_user("lead").rest("GET", self.at).json())
        self.assertNotIn("born", self.as_user("purchaser").rest("GET", self.at).json())

    def test_others_see_the_age(self):
        text = self.as_user("purchaser").page(self.at).text
        self.assertIn("周岁", text)
        self.assertNotIn("1990", text)
