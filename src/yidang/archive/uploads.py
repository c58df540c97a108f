"""Files that people hand in: not empty, of a kind that an office can open, not too large.

The name's ending and the first bytes must agree: a program called `签到表.pdf` is refused, by form and by REST alike.
"""

from plone import api
from plone.namedfile.field import NamedBlobFile
from typing import BinaryIO
from zipfile import BadZipFile
from zipfile import ZipFile
from zope.schema import ValidationError


LIMIT_RECORD = "yidang.upload_limit_mb"
DEFAULT_LIMIT_MB = 20
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# First bytes by ending; for the newer Office files also the folder that the packed file must hold.
SIGNATURES = {
    "pdf": (b"%PDF-", ""),
    "doc": (OLD_OFFICE, ""),
    "xls": (OLD_OFFICE, ""),
    "ppt": (OLD_OFFICE, ""),
    "docx": (b"PK\x03\x04", "word/"),
    "xlsx": (b"PK\x03\x04", "xl/"),
    "pptx": (b"PK\x03\x04", "ppt/"),
    "jpg": (b"\xff\xd8\xff", ""),
    "jpeg": (b"\xff\xd8\xff", ""),
    "png": (b"\x89PNG\r\n\x1a\n", ""),
    "txt": (b"", ""),
    "csv": (b"", ""),
}
PICTURES = frozenset({"jpg", "jpeg", "png"})
PLAIN_TEXT = frozenset({"txt", "csv"})
HEAD = 4096
ALLOWED = "PDF、Word、Excel、PowerPoint、JPG、PNG、TXT、CSV"


class BadUpload(ValidationError):
    """A file that cannot be taken; the argument is the sentence for the person."""

    def doc(self) -> str:
        """The sentence."""
        return self.args[0]


def limit_mb() -> int:
    """The largest size of a file, in MB."""
    return api.portal.get_registry_record(LIMIT_RECORD, default=DEFAULT_LIMIT_MB) or DEFAULT_LIMIT_MB


def ending_of(name: str | None) -> str:
    """The ending of a file name in small letters, "" when there is none."""
    return (name or "").rpartition(".")[2].lower() if "." in (name or "") else ""


def is_text(head: bytes) -> bool:
    """Whether the beginning of a file reads as text, in one of the two encodings that people use here."""
    if b"\0" in head:
        return False
    for encoding in ("utf-8", "gb18030"):
        for cut in range(4):  # the last character may be cut off
            try:
                head[: len(head) - cut].decode(encoding)
                return True
            except UnicodeDecodeError:
                continue
    return False


def holds(stream: BinaryIO, folder: str) -> bool:
    """Whether a packed Office file has the folder of its kind."""
    try:
        with ZipFile(stream) as packed:
            return any(name.startswith(folder) for name in packed.namelist())
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        return False


def is_what_it_says(stream: BinaryIO, ending: str) -> bool:
    """Whether the content belongs to the ending."""
    signature, folder = SIGNATURES[ending]
    head = stream.read(HEAD)
    if ending in PLAIN_TEXT:
        return is_text(head)
    if not head.startswith(signature):
        return False
    stream.seek(0)
    return not folder or holds(stream, folder)


def check_upload(upload, endings=frozenset(SIGNATURES)) -> None:
    """Raise `BadUpload` unless `upload` (a named file) is fit to be filed."""
    name, size = upload.filename or "", upload.getSize()
    if not size:
        raise BadUpload(f"文件“{name}”是空的，请重新选择。")
    if size > limit_mb() * 1024 * 1024:
        raise BadUpload(f"文件“{name}”有 {size / 1024 / 1024:.1f} MB，超过 {limit_mb()} MB 的上限，请压缩后再传。")
    ending = ending_of(name)
    if ending not in endings:
        allowed = "JPG、PNG" if endings <= PICTURES else ALLOWED
        raise BadUpload(f"不能上传这类文件（{name or '没有文件名'}），只收 {allowed}。")
    with upload.open() as stream:
        if not is_what_it_says(stream, ending):
            raise BadUpload(f"“{name}”的内容不是 {ending.upper()} 文件，请检查后重新选择。")


class UploadField(NamedBlobFile):
    """A file that passes `check_upload`, by whatever road it comes."""

    def _validate(self, value) -> None:
        super()._validate(value)
        check_upload(value)
