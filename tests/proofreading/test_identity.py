"""Whatever tells who somebody is gets found, however it is written; what only looks like it does not."""

from hypothesis import given
from hypothesis import strategies as st
from tests.proofreading.numbers import an_id_number
from unittest import TestCase
from yidang.proofreading.engine import Piece
from yidang.proofreading.engine import proofread
from yidang.proofreading.engine.identity import is_id_number


IDENTITY = ("id_number", "phone", "address", "bank_card")


def found(text: str, known=()) -> list[tuple[str, str]]:
    """Rule and matched text of everything personal."""
    findings = proofread([Piece("text", "正文", text)], [], known)
    return [(one.rule, one.text) for one in findings if one.rule in IDENTITY]


class IdentityTest(TestCase):
    def test_an_id_number_is_found_with_blanks_dashes_and_full_width_digits(self):
        number = an_id_number()
        wide = "".join(chr(ord(sign) + 0xFEE0) for sign in number)
        for written in (
            number,
            number.lower(),
            f"{number[:6]} {number[6:14]} {number[14:]}",
            f"{number[:6]}-{number[6:]}",
            wide,
        ):
            with self.subTest(written=written):
                self.assertEqual([("id_number", written)], found(f"他的证件是{written}，请保存"))

    def test_eighteen_digits_with_a_wrong_check_digit_are_no_id_number(self):
        number = an_id_number()
        wrong = number[:-1] + str((int(number[-1]) + 1) % 10 if number[-1].isdigit() else 0)
        self.assertFalse(is_id_number(wrong))
        self.assertNotIn("id_number", [rule for rule, _ in found(wrong)])

    def test_an_id_number_needs_a_day_that_exists(self):
        self.assertFalse(is_id_number(an_id_number("44200019850231123")))

    def test_nobody_may_answer_for_an_id_number(self):
        finding = proofread([Piece("text", "正文", an_id_number())], [])[0]
        self.assertFalse(finding.clearable)

    def test_telephones_are_found_however_they_are_written(self):
        for written in (
            "13800138000", "138-0013-8000", "138 0013 8000", "+86 13800138000", "一三八零零一三八零零零",
            "0760-88881234", "010 8888 1234", "（0760）88881234"[1:],
        ):  # fmt: skip
            with self.subTest(written=written):
                self.assertEqual(["phone"], [rule for rule, _ in found(f"电话{written}。")])

    def test_the_public_number_of_a_station_is_no_finding(self):
        self.assertEqual([], found("咨询电话：0760-88881234", known=["0760 8888 1234"]))

    def test_dates_amounts_and_record_numbers_are_no_telephones(self):
        text = "2024年12月31日至2025年1月1日，服务1000人次，编号 ZSWQ2024-JL·2024-0001，热线12338，共13800元"
        self.assertEqual([], found(text))

    def test_an_address_with_a_door_is_found_and_one_of_a_town_is_not(self):
        self.assertEqual(["address"], [rule for rule, _ in found("家住石岐街道民生路12号3栋502室")])
        self.assertEqual(["address"], [rule for rule, _ in found("到阳光花园6栋2单元301室探访")])
        self.assertEqual([], found("活动在石岐街道民生社区举行，社工走进中山路开展宣传"))

    def test_the_address_of_a_station_is_no_finding(self):
        self.assertEqual([], found("地址：民安路 8 号", known=["民安路8号"]))

    def test_a_bank_card_is_found(self):
        self.assertIn(("bank_card", "4111111111111111"), found("卡号4111111111111111"))

    @given(st.text(alphabet="0123456789xX- 一二三号路", max_size=60))
    def test_any_text_is_read_without_an_error_and_places_are_right(self, text):
        for one in proofread([Piece("text", "正文", text)], []):
            self.assertEqual(one.text, text[one.start : one.end])
