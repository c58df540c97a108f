"""Visits and activities by REST and in a browser."""

from base64 import b64encode
from tests.visitors import WebTest

import re


PDF = b"%PDF-1.4\n%%EOF"


def a_file(content: bytes, name: str) -> dict[str, str]:
    return {"data": b64encode(content).decode(), "encoding": "base64", "filename": name}


class ServiceRestTest(WebTest):
    def setUp(self):
        super().setUp()
        self.worker = self.as_user("worker")
        self.records = self.section("records")
        self.fields = {"kind": "visit", "title": "冬季入户", "date": self.contract.start.isoformat()}

    def add(self, **fields):
        return self.worker.add(self.records, "ServiceRecord", **{**self.fields, **fields})

    def test_a_visit_with_a_file_is_filed(self):
        answer = self.add(hours=1.5, mode="home", topic="family", attachment=a_file(PDF, "签到表.pdf"))
        self.assertEqual(201, answer.status_code, answer.text)
        data = answer.json()
        self.assertEqual(
            (1.5, "home", "签到表.pdf"), (data["hours"], data["mode"]["token"], data["attachment"]["filename"])
        )

    def test_every_wrong_value_is_named_at_its_field(self):
        answer = self.add(kind="party", title=5, hours="许多", participants=1.5, days=True, mode={}, clients=[{}])
        self.assert_refused(
            answer,
            kind="请从列出的选项中选择。",
            title="这一项须是文字。",
            hours="请填写数字。",
            participants="请填写整数，不带小数和单位。",
            days="请填写数字。",
            mode="请从列出的选项中选择。",
            clients="请从列出的选项中选择。",
        )

    def test_a_day_to_come_is_refused(self):
        self.assert_refused(self.add(date="2099-01-01"), date="日期不能晚于今天。")

    def test_a_day_long_ago_is_taken_for_a_slip(self):
        self.assert_refused(self.add(date="0206-03-01"), date="日期早于 2000 年，请检查年份。")

    def test_what_is_no_day_is_refused(self):
        self.assert_refused(self.add(date="上周三"), date="请填写真实的日期，例如 2026-03-09。")

    def test_a_day_outside_the_term_is_filed_and_does_not_count(self):
        answer = self.add(date="2001-03-01")
        self.assertEqual(201, answer.status_code)
        page = self.worker.page(answer.json()["@id"]).text
        self.assertIn("日期 2001-03-01 不在合同期", page)

    def test_numbers_beyond_their_bounds_are_refused(self):
        answer = self.add(hours=25, participants=-1)
        self.assert_refused(answer, hours="不能大于 24。", participants="不能小于 0。")

    def test_required_fields_are_named(self):
        answer = self.worker.add(self.records, "ServiceRecord", kind="visit")
        self.assert_refused(answer, title="请填写“名称”。", date="请填写“日期”。")

    def test_an_empty_file_is_refused(self):
        self.assert_refused(self.add(attachment=a_file(b"", "空.pdf")), attachment="文件“空.pdf”是空的，请重新选择。")

    def test_a_program_is_refused(self):
        answer = self.add(attachment=a_file(b"MZ", "表.exe"))
        sentence = "不能上传这类文件（表.exe），只收 PDF、Word、Excel、PowerPoint、JPG、PNG、TXT、CSV。"
        self.assert_refused(answer, attachment=sentence)

    def test_a_program_with_another_ending_is_refused(self):
        answer = self.add(attachment=a_file(b"MZ\x90\x00", "表.pdf"))
        self.assert_refused(answer, attachment="“表.pdf”的内容不是 PDF 文件，请检查后重新选择。")

    def test_what_is_no_base64_is_refused(self):
        answer = self.add(attachment={"data": "@@@", "encoding": "base64", "filename": "表.pdf"})
        self.assert_refused(answer, attachment="文件内容不是正确的 base64。")

    def test_what_only_some_kinds_need_is_filed_by_its_name(self):
        fields = {"kind": "supervision", "supervised": ["worker"], "signed_by": ["worker", "supervisor"], "hours": 2}
        data = self.add(**fields, papers=["sign_in"], problems="走访偏少", theme="volunteering").json()
        self.assertEqual(["worker"], [one["token"] for one in data["supervised"]])
        self.assertEqual("志愿服务倡导", data["theme"]["title"])

    def test_every_wrong_value_of_the_new_fields_is_named(self):
        answer = self.add(
            theme="party", activity_type="huge", supervised=["nobody"], papers=["poem"], system="mars", area=0,
            copies="一摞", income=-1, attendees=["长" * 61], real_name="也许",
        )  # fmt: skip
        listed = "请从列出的选项中选择。"
        self.assert_refused(
            answer,
            theme=listed,
            activity_type=listed,
            supervised=listed,
            papers=listed,
            system=listed,
            area="不能小于 0.01。",
            copies="请填写整数，不带小数和单位。",
            income="不能小于 0。",
            attendees="最多 60 字，现有 61 字。",
            real_name="请填写是（true）或否（false）。",
        )

    def test_blank_lines_are_nobody(self):
        answer = self.add(kind="talent", attendees=["李小明 ", "", "  ", "王芳"])
        self.assertEqual(["李小明", "王芳"], answer.json()["attendees"])

    def test_nothing_ends_before_it_begins_and_a_number_names_its_system(self):
        day = self.contract.start.replace(day=2)
        answer = self.add(kind="organisation", date=day.isoformat(), until=self.contract.start.isoformat())
        self.assert_refused(answer, until="结束日期早于开始日期。")
        answer = self.add(kind="volunteer", system_number="QG-1")
        self.assert_refused(answer, system="请选择登记编号属于哪个系统。")

    def test_those_who_attended_are_named_to_those_in_charge_and_numbered_to_the_purchaser(self):
        record = self.add(kind="talent", attendees=["李小明", "王芳"], workers=["worker"]).json()["@id"]
        self.worker.rest("POST", f"{record}/@workflow/submit")
        self.assertIn("2 人：李小明、王芳", self.worker.page(record).text)
        purchaser = self.as_user("purchaser")
        self.assertIn("2 人", purchaser.page(record).text)
        for seen in (purchaser.page(record).text, purchaser.rest("GET", record).text):
            self.assertNotIn("李小明", seen)

    def test_a_purchaser_files_nothing(self):
        answer = self.as_user("purchaser").add(self.records, "ServiceRecord", **self.fields)
        self.assertIn(answer.status_code, (401, 403))


class ServiceFormTest(WebTest):
    def setUp(self):
        super().setUp()
        self.worker = self.as_user("worker")
        self.form = self.section("records") + "/++add++ServiceRecord?kind=visit"
        self.fields = {"kind:list": "visit", "title": "冬季入户", "date": self.contract.start.isoformat()}

    def test_the_form_of_a_visit_asks_only_what_a_visit_needs(self):
        page = self.worker.page(self.form).text
        self.assertIn("<h1>记探访</h1>", page)
        self.assertIn('name="form.widgets.hours"', page)
        self.assertNotIn('name="form.widgets.days"', page)

    def test_who_names_no_kind_chooses_one_first(self):
        page = self.worker.page(self.section("records") + "/++add++ServiceRecord").text
        self.assertIn("记哪一种服务？", page)
        self.assertIn("++add++ServiceRecord?kind=incubation", page)
        self.assertNotIn("form.widgets", page)

    def test_each_kind_is_asked_its_own(self):
        asked = {
            "supervision": ({"supervised", "signed_by", "advice"}, {"attendees", "copies"}),
            "talent": ({"attendees", "theme"}, {"clients", "supervised"}),
            "handout": ({"copies"}, {"hours", "participants"}),
            "volunteer": ({"real_name", "new", "system", "system_number"}, {"hours", "mode"}),
            "harvest": ({"income", "area", "households"}, {"clients", "attendees"}),
        }
        for kind, (there, absent) in asked.items():
            page = self.worker.page(self.section("records") + f"/++add++ServiceRecord?kind={kind}").text
            names = set(re.findall(r'name="form\.widgets\.(\w+)', page))
            with self.subTest(kind=kind):
                self.assertEqual((set(), set()), (there - names, absent & names))

    def test_only_the_papers_that_go_with_the_kind_are_offered(self):
        page = self.worker.page(self.section("records") + "/++add++ServiceRecord?kind=recruitment").text
        self.assertIn('value="public_notice"', page)
        self.assertNotIn('value="sign_in"', page)

    def test_a_paper_of_another_kind_that_is_ticked_stays_to_be_seen(self):
        fields = {"kind": "supervision", "title": "督导", "date": self.contract.start.isoformat()}
        record = self.worker.added(self.section("records"), "ServiceRecord", papers=["certificate"], **fields)
        self.assertIn('value="certificate"', self.worker.page(f"{record}/edit").text)

    def test_people_are_typed_one_a_line(self):
        form = self.section("records") + "/++add++ServiceRecord?kind=talent"
        fields = {**self.fields, "kind:list": "talent", "attendees": "李小明\r\n王芳\r\n"}
        answer = self.worker.send(form, **fields)
        self.assertIn("2 人：李小明、王芳", self.worker.page(answer.headers["Location"]).text)

    def test_a_visit_is_filed_with_its_paper(self):
        answer = self.worker.send(self.form, files={"attachment": ("签到表.pdf", PDF)}, hours="１.5", **self.fields)
        page = self.worker.page(answer.headers["Location"]).text
        self.assertIn("1.5 小时", page)
        self.assertIn("签到表.pdf（1 KB）", page)

    def test_wrong_values_are_named_and_kept(self):
        answer = self.worker.send(self.form, hours="abc", **{**self.fields, "date": "2099-01-01"})
        self.assert_form_refused(answer, date="日期不能晚于今天。", hours="请填写数字。")
        for typed in ('value="abc"', 'value="2099-01-01"', 'value="冬季入户"'):
            self.assertIn(typed, answer.text)

    def test_a_long_title_is_refused_with_its_length(self):
        answer = self.worker.send(self.form, **{**self.fields, "title": "长" * 121})
        self.assert_form_refused(answer, title="最多 120 字，现有 121 字。")

    def test_a_wrong_file_is_refused_and_the_rest_kept(self):
        answer = self.worker.send(self.form, files={"attachment": ("表.docx", b"hello")}, **self.fields)
        self.assert_form_refused(answer, attachment="“表.docx”的内容不是 DOCX 文件，请检查后重新选择。")
        self.assertIn('value="冬季入户"', answer.text)

    def test_an_empty_file_is_refused(self):
        answer = self.worker.send(self.form, files={"attachment": ("空.pdf", b"")}, **self.fields)
        self.assert_form_refused(answer, attachment="文件“空.pdf”是空的，请重新选择。")

    def test_a_form_without_its_token_changes_nothing(self):
        data = {"form.widgets.title": "偷来的", "form.buttons.save": "1"}
        answer = self.worker.session.post(self.portal.absolute_url() + self.form, data=data, allow_redirects=False)
        self.assertEqual(403, answer.status_code)
        self.assertEqual(0, len(self.contract.archive.records))
