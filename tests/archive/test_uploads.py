"""Files that are handed in: what passes and what is refused, and why."""

from io import BytesIO
from plone import api
from plone.namedfile.file import NamedBlobFile
from unittest import TestCase
from yidang.archive.uploads import BadUpload
from yidang.archive.uploads import check_upload
from yidang.archive.uploads import LIMIT_RECORD
from yidang.testing import YIDANG_INTEGRATION
from zipfile import ZipFile


def packed(*names: str) -> bytes:
    """A packed file that holds these names."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return stream.getvalue()


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest"
GOOD = {
    "a.pdf": b"%PDF-1.7",
    "a.DOC": OLD,
    "a.xls": OLD,
    "a.ppt": OLD,
    "a.docx": packed("word/document.xml"),
    "a.xlsx": packed("xl/workbook.xml"),
    "a.pptx": packed("ppt/presentation.xml"),
    "a.jpg": b"\xff\xd8\xff\xe0",
    "a.jpeg": b"\xff\xd8\xff\xe1",
    "a.png": b"\x89PNG\r\n\x1a\n",
    "a.txt": "签到表".encode("gb18030"),
    "a.csv": "姓名,次数".encode() * 1000,
}
BAD = {
    "a.exe": b"MZ",
    "a": b"%PDF-1.7",
    "a.pdf.exe": b"%PDF-1.7",
    "a.html": b"<script>",
    "a.svg": b"<svg/>",
    "a.pdf": b"MZ\x90\x00",
    "a.docx": packed("xl/workbook.xml"),
    "b.docx": b"PK\x03\x04broken",
    "a.png": b"\xff\xd8\xff\xe0",
    "a.txt": b"MZ\x90\x00\x03\x00",
}


class UploadTest(TestCase):
    layer = YIDANG_INTEGRATION

    def refusal(self, data: bytes, name: str) -> str:
        with self.assertRaises(BadUpload) as caught:
            check_upload(NamedBlobFile(data=data, filename=name))
        return caught.exception.doc()

    def test_files_of_the_office_pass(self):
        for name, data in GOOD.items():
            with self.subTest(name):
                self.assertIsNone(check_upload(NamedBlobFile(data=data, filename=name)))

    def test_other_kinds_and_false_endings_are_refused(self):
        for name, data in BAD.items():
            with self.subTest(name):
                self.assertIn(name, self.refusal(data, name))

    def test_an_empty_file_is_refused(self):
        self.assertEqual("文件“空.pdf”是空的，请重新选择。", self.refusal(b"", "空.pdf"))

    def test_the_limit_is_a_setting(self):
        api.portal.set_registry_record(LIMIT_RECORD, 1)
        too_large = b"%PDF-" + b"0" * (1024 * 1024)
        self.assertIn("超过 1 MB 的上限", self.refusal(too_large, "大.pdf"))
