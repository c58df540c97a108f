"""Fields as cells: by value, whole, typed, in one order; and the schema is as it was."""

from collective.excelexport.interfaces import IExportableFactory
from datetime import date
from itertools import permutations
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.app.textfield import RichText
from plone.app.textfield.value import RichTextValue
from plone.dexterity.content import Item
from plone.dexterity.fti import DexterityFTI
from plone.supermodel import model
from plone.supermodel.interfaces import FIELDSETS_KEY
from tests.builders import a_contract
from tests.builders import a_record
from unittest import TestCase
from yidang.archive.finding import find
from yidang.exchange.factory import FieldsFactory
from yidang.exchange.fields import FieldCell
from yidang.exchange.reading import awake
from yidang.exchange.reading import by_day
from yidang.interfaces import IYidangLayer
from yidang.testing import YIDANG_INTEGRATION
from zope import schema
from zope.component import getAdapters
from zope.interface import alsoProvides
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary

import transaction


# Tokens are not values: what looks a value up by its token finds nothing.
NAMES = ("养老", "青少年", "家庭", "心理")
SERVICES = SimpleVocabulary([SimpleTerm(one, f"t{at}", f"{one}类") for at, one in enumerate(NAMES)])


class IThing(model.Schema):
    """One field of every sort."""

    model.fieldset("settings", label="设置", fields=["note"])
    service = schema.Choice(title="服务", vocabulary=SERVICES, required=False)
    services = schema.Set(title="多项服务", value_type=schema.Choice(vocabulary=SERVICES), required=False)
    names = schema.List(title="名单", value_type=schema.TextLine(), required=False)
    note = schema.Text(title="说明", required=False)
    story = RichText(title="正文", required=False)
    day = schema.Date(title="日期", required=False)
    hours = schema.Float(title="小时", required=False)
    money = schema.Decimal(title="金额", required=False)
    open = schema.Bool(title="公开", required=False)
    kept = schema.Tuple(title="程序自用", required=False)


VERSIONED = ("plone.versioning",)  # brings fields into a fieldset "settings" of its own


class FieldsTest(TestCase):
    layer = YIDANG_INTEGRATION

    def setUp(self):
        self.portal, self.request = self.layer["portal"], self.layer["request"]
        alsoProvides(self.request, IYidangLayer)
        self.fti = DexterityFTI("Thing", schema=f"{__name__}.IThing", behaviors=VERSIONED)
        self.factory = FieldsFactory(self.fti, self.portal, self.request)

    def cell(self, name: str, value):
        """The cell of one field of a thing."""
        thing = Item("thing")
        setattr(thing, name, value)
        exportable = next(one for one in self.factory.get_exportables() if one.field.__name__ == name)
        return exportable.render_value(thing.__of__(self.portal))

    def test_a_choice_is_told_by_the_title_of_its_value(self):
        self.assertEqual("养老类", self.cell("service", "养老"))
        self.assertEqual("已撤销的服务", self.cell("service", "已撤销的服务"))

    def test_a_set_comes_in_the_same_order_every_time(self):
        words = {self.cell("services", set(order)) for order in permutations(NAMES)}
        self.assertEqual({"、".join(sorted(f"{one}类" for one in NAMES))}, words)

    def test_a_list_keeps_its_order(self):
        self.assertEqual("丙、甲、乙", self.cell("names", ["丙", "甲", "乙"]))

    def test_texts_are_whole(self):
        text = "这一段比四十七个字长得多。" * 30
        self.assertEqual(text, self.cell("note", text))
        rich = RichTextValue(f"<p>{text}</p><script>x()</script>", "text/html", "text/x-html-safe")
        self.assertEqual(text, self.cell("story", rich))

    def test_values_keep_their_types(self):
        for name, value in (("day", date(2026, 5, 31)), ("hours", 1.5), ("open", False), ("open", True)):
            with self.subTest(name=name):
                self.assertIs(type(value), type(self.cell(name, value)))
                self.assertEqual(value, self.cell(name, value))

    def test_nothing_is_nothing(self):
        self.assertEqual([None, None], [self.cell("note", None), self.cell("names", [])])

    def test_what_is_kept_for_the_program_alone_is_left_out(self):
        self.assertNotIn("kept", [one.field.__name__ for one in self.factory.get_exportables()])

    def test_the_schema_is_as_it_was_however_often_it_is_asked(self):
        before = self.fieldsets()
        for _ in range(3):
            self.factory.get_exportables()
        self.assertEqual(before, self.fieldsets())

    def fieldsets(self) -> dict:
        """The names in every fieldset of every type, and of the thing."""
        types = [one for one in api.portal.get_tool("portal_types").objectValues() if hasattr(one, "lookupSchema")]
        schemas = [IThing, *(one.lookupSchema() for one in types)]
        return {
            (one.__identifier__, part.__name__): list(part.fields)
            for one in schemas
            for part in one.queryTaggedValue(FIELDSETS_KEY, [])
        }

    def test_every_field_of_every_type_is_ours(self):
        for name in ("Client", "CaseFile", "GroupWork", "ServiceRecord", "Article", "Report", "Survey", "Evaluation"):
            fti = api.portal.get_tool("portal_types")[name]
            for _, factory in getAdapters((fti, self.portal, self.request), IExportableFactory):
                for one in factory.get_exportables():
                    with self.subTest(type=name, field=one.field.__name__):
                        self.assertIsInstance(one, FieldCell)


class ReadingTest(TestCase):
    layer = YIDANG_INTEGRATION

    def test_records_are_let_go_after_they_were_read(self):
        setRoles(self.layer["portal"], TEST_USER_ID, ["Manager"])
        contract = a_contract(self.layer["portal"])
        for at in range(3):
            a_record(contract, "ServiceRecord", kind="visit", title=f"探访{at}", date=contract.start)
        transaction.savepoint()
        states = []
        records = []
        for record, _ in awake(by_day(find(portal_type="ServiceRecord"))):
            states.append(record._p_changed)
            records.append(record)
        self.assertEqual(3, len(records))
        self.assertEqual({False}, set(states))
        self.assertEqual({None}, {record._p_changed for record in records})
