"""What the documents promise to tell: rights, services, words."""

from tests.laws.sources import DOCS
from tests.laws.sources import elements
from tests.laws.sources import PROFILES
from tests.laws.sources import ROOT
from tests.laws.sources import SRC
from unittest import TestCase
from yidang import permissions
from yidang.people.team import ROLES

import re


IMAGE = re.compile(r"!\[[^\]]*\]\(([^)]+)\)")
LINK = re.compile(r"(?<!!)\[[^\]]*\]\((?!https?://|#)([^)#]+)")
# `cases/facts.py`: under src/yidang or from the top of the project.
FILE = re.compile(r"`((?:[\w-]+/)+[\w-]+\.(?:py|zcml|yaml))[`:]")
# DESIGN § 2: one English word per term.
TERMS = {
    "合同": "contract",
    "指标": "indicator",
    "站点": "station",
    "档案": "archive",
    "个案": "case",
    "会谈": "case session",
    "小组": "group",
    "节": "group session",
    "社区活动": "activity",
    "探访": "visit",
    "咨询": "consultation",
    "服务对象": "client",
    "督导": "supervision",
    "新闻": "article",
    "刊发": "placement",
    "渠道": "channel",
    "报告": "report",
    "核定": "verify",
    "退回": "return",
    "整改": "rectification",
    "评估": "evaluation",
    "验收": "acceptance",
    "结项": "closing",
    "封存": "seal",
    "档号": "archive number",
    "人次": "attendances",
    "台账": "ledger",
}


def text_of(name: str) -> str:
    """A document's text."""
    return (DOCS / name).read_text(encoding="utf-8")


def services() -> set[tuple[str, str]]:
    """Our REST services: (method, name); a service without a name answers at the content itself."""
    return {(one.get("method"), one.get("name") or "") for _, one in elements("service")}


class DocsTest(TestCase):
    def test_every_permission_is_declared_and_explained(self):
        titles = {value for name, value in vars(permissions).items() if name.isupper()}
        declared = {one.get("title") for _, one in elements("permission")}
        self.assertEqual(titles, declared)
        for title in titles:
            with self.subTest(permission=title):
                self.assertRegex(text_of("roles.md"), rf"\| `{re.escape(title)}` \|")

    def test_roles_names_no_permission_that_is_gone(self):
        titles = {value for name, value in vars(permissions).items() if name.isupper()}
        self.assertEqual(set(), set(re.findall(r"`(Yidang: [A-Z][A-Za-z ]+)`", text_of("roles.md"))) - titles)

    def test_every_role_is_explained(self):
        given = re.findall(r'<role name="(\w+)" />', (PROFILES / "default" / "rolemap.xml").read_text(encoding="utf-8"))
        for role in {*ROLES, "StationWorker", "Sealer"}:
            with self.subTest(role=role):
                self.assertIn(role, given)
                self.assertRegex(text_of("roles.md"), rf"\| `{role}` \|")

    def test_every_state_and_step_has_its_sentence(self):
        for path in (PROFILES / "default" / "workflows").glob("*/definition.xml"):
            words = re.findall(r'(?:state|transition)_id="(\w+)"', path.read_text(encoding="utf-8"))
            for word in words:
                with self.subTest(workflow=path.parent.name, word=word):
                    self.assertIn(f"`{word}`", text_of("roles.md"))

    def test_every_service_is_documented(self):
        for method, name in services():
            with self.subTest(method=method, name=name):
                self.assertRegex(text_of("rest.md"), rf"(?m)^### `{method} <\w+>{'/' + name if name else ''}`")

    def test_rest_documents_no_service_that_is_gone(self):
        told = re.findall(r"(?m)^### `([A-Z]+) <\w+>(?:/(@[\w-]+))?", text_of("rest.md"))
        self.assertEqual(services(), {(method, name) for method, name in told})

    def test_every_term_is_in_the_glossary(self):
        for chinese, english in TERMS.items():
            with self.subTest(term=chinese):
                self.assertRegex(text_of("glossary.md"), rf"(?m)^\| [^|]*{chinese}[^|]* \| [^|]*\b{english}\b")

    def test_links_between_documents_lead_somewhere(self):
        for path in (*DOCS.glob("*.md"), ROOT / "README.md", ROOT / "README.zh-CN.md"):
            for target in LINK.findall(path.read_text(encoding="utf-8")):
                with self.subTest(document=path.name, link=target):
                    self.assertTrue((path.parent / target).exists())

    def test_files_that_documents_name_exist(self):
        for name in ("development.md", "roles.md", "glossary.md", "rest.md", "architecture.md"):
            for named in FILE.findall(text_of(name)):
                with self.subTest(document=name, file=named):
                    self.assertTrue(any((place / named).exists() for place in (ROOT, SRC)))

    def test_pictures_have_words_for_those_who_do_not_see_them(self):
        for path in (ROOT / "README.md", ROOT / "README.zh-CN.md"):
            text = path.read_text(encoding="utf-8")
            self.assertEqual(5, len(IMAGE.findall(text)))
            self.assertNotIn("![](", text)
