"""`@compare`: the comparison as data, and whose it is."""

from plone import api
from plone.app.testing import login
from tests.builders import an_account
from tests.publicity.stories import SubmittedTest
from yidang.errors import NotAllowed
from yidang.errors import Refused
from yidang.interfaces import IYidangLayer
from yidang.publicity.actions import return_
from yidang.publicity.actions import submit
from yidang.publicity.reviewing.compare_api import CompareGet
from zope.event import notify
from zope.interface import alsoProvides
from zope.lifecycleevent import ObjectModifiedEvent


class CompareDataTest(SubmittedTest):
    def setUp(self):
        super().setUp()
        login(self.portal, "first")
        return_(self.article, "标题太长")
        login(self.portal, "author")
        self.article.title = "社工再进菜市场"
        notify(ObjectModifiedEvent(self.article))
        submit(self.article)
        login(self.portal, "first")

    def asked(self, **query) -> dict:
        """The answer."""
        request = self.layer["request"].clone()
        alsoProvides(request, IYidangLayer)
        request.form.update(query)
        service = CompareGet()
        service.context, service.request = self.article, request
        return service.reply()

    def refusal(self, **query) -> tuple[int, list[str]]:
        with self.assertRaises(Refused) as caught:
            self.asked(**query)
        return caught.exception.status, [one.field for one in caught.exception.errors]

    def test_without_a_choice_it_tells_what_changed_since_the_return(self):
        told = self.asked()
        self.assertEqual(
            (0, "now", True, 1, 1), tuple(told[one] for one in ("from", "to", "since_return", "removed", "added"))
        )
        self.assertEqual("改动 1 处；删 1 字，增 1 字。", told["summary"])
        [changed] = [one for one in told["items"] if one["kind"] != "same"]
        self.assertEqual(
            ("changed", "title", "标题"), (changed["kind"], changed["new"]["place"], changed["new"]["label"])
        )
        self.assertEqual(["社工", "走", "进菜市场"], [run["text"] for run in changed["old"]["runs"]])
        self.assertEqual(["same", "added", "same"], [run["kind"] for run in changed["new"]["runs"]])

    def test_it_names_the_versions_with_their_steps(self):
        found = [(one["number"], one["person"], one["steps"]) for one in self.asked()["versions"]]
        self.assertEqual([(0, "author", ["送审", "退回"]), (1, "author", ["送审"])], found)

    def test_what_was_added_has_no_old_side_and_what_was_removed_no_new_one(self):
        back = self.asked(**{"from": "now", "to": "0"})
        self.assertEqual(("now", 0, False), (back["from"], back["to"], back["since_return"]))
        with api.env.adopt_roles(["Manager"]):
            self.article.description = "三张桌子，一个上午。"
            notify(ObjectModifiedEvent(self.article))
        sides = {(one["kind"], one["old"] is None, one["new"] is None) for one in self.asked(**{"from": "1"})["items"]}
        self.assertIn(("added", True, False), sides)
        sides = {
            (one["kind"], one["old"] is None, one["new"] is None)
            for one in self.asked(**{"from": "now", "to": "1"})["items"]
        }
        self.assertIn(("removed", False, True), sides)

    def test_a_version_that_is_not_kept_is_not_found_and_no_number_is_a_bad_request(self):
        self.assertEqual((404, ["from"]), self.refusal(**{"from": "99"}))
        self.assertEqual((404, ["to"]), self.refusal(to="99"))
        for wrong in ("-1", "x", "²", "1e3", ["0", "1"]):
            with self.subTest(version=wrong):
                self.assertEqual((400, ["to"]), self.refusal(to=wrong))

    def test_it_is_for_who_sees_the_page_and_for_nobody_else(self):
        an_account("worker", self.contract, "Worker")
        an_account("stranger")
        for name in ("worker", "stranger"):
            login(self.portal, name)
            with self.subTest(name), self.assertRaises(NotAllowed):
                self.asked()
