"""`check` needs no portal and names every mistake."""

from pathlib import Path
from tests.command.portal import LIBRARY
from tests.command.portal import Place

import unittest


class CheckTest(unittest.TestCase):
    """The command on files."""

    def setUp(self) -> None:
        self.place = Place()
        self.addCleanup(self.place.remove)

    def file(self, text: str) -> Path:
        path = self.place.directory / "contract.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    def test_the_shipped_files_are_sound(self):
        done = self.place.run("check", *LIBRARY.glob("*.yaml"))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("25 项指标", done.stdout)
        told = "国家级媒体（S2-I09） → 市级媒体（S2-I10） → 区级媒体（S2-I11）"
        self.assertIn(f"选项 S2-X14 选“surplus”时的阶梯补入：{told}", done.stdout)

    def test_checking_makes_no_portal(self):
        self.place.run("check", *LIBRARY.glob("*.yaml"))
        self.assertFalse(self.place.var.exists())

    def test_every_mistake_is_told_with_its_line(self):
        text = (LIBRARY / "zhongshan-women-2024.yaml").read_text(encoding="utf-8")
        text = text.replace("purchaser:", "purchasr:").replace("start: 2024-01-01", "start: 2024-02-30")
        done = self.place.run("check", self.file(text))
        lines = text.splitlines()
        self.assertEqual(done.returncode, 1)
        for wrong in ("purchasr", "2024-02-30"):
            number = next(at for at, line in enumerate(lines, 1) if wrong in line)
            self.assertIn(f"第 {number} 行", done.stderr)

    def test_a_sound_file_beside_a_bad_one_does_not_save_it(self):
        sound = next(LIBRARY.glob("*.yaml"))
        done = self.place.run("check", self.file(""), sound)
        self.assertEqual(done.returncode, 1)
        self.assertIn("文件是空的", done.stderr)
        self.assertIn("正确", done.stdout)

    def test_a_missing_file_is_told(self):
        done = self.place.run("check", self.place.directory / "nowhere.yaml")
        self.assertEqual(done.returncode, 1)
        self.assertIn("找不到文件", done.stderr)
