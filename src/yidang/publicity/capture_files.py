"""Which files may be kept as captures: known by their bytes, never by their name or what the browser claims."""

from email import message_from_bytes
from email.policy import compat32
from yidang.archive.uploads import limit_mb
from yidang.errors import FieldError
from yidang.errors import Refused
from yidang.publicity.images import image_problem


FIELD = "capture"
PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"
PDF = b"%PDF-"
TYPES = {"png": "image/png", "jpg": "image/jpeg", "pdf": "application/pdf", "mhtml": "multipart/related"}
HEAD = 64 * 1024
WRONG = "留存文件只收 PNG、JPG 截图、PDF 或浏览器另存的单个网页（MHTML），这个文件不是，或已损坏。"


def kind_of(data: bytes) -> str:
    """`png`, `jpg`, `pdf` or `mhtml`; "" for anything else."""
    if data.startswith((PNG, JPEG)):
        return "" if image_problem(data) else "png" if data.startswith(PNG) else "jpg"
    if data.startswith(PDF):
        return "pdf" if b"%%EOF" in data[-2048:] else ""
    return "mhtml" if is_mhtml(data) else ""


def is_mhtml(data: bytes) -> bool:
    """Whether it is one page with all its parts, as browsers save it."""
    head = data[:HEAD]
    if b"\0" in head:
        return False
    message = message_from_bytes(head, policy=compat32)
    boundary = message.get_boundary()
    related = message.get_content_type() == "multipart/related" and message.get("MIME-Version")
    return bool(related and boundary and b"--" + boundary.encode("utf-8", "replace") in data)


def check_capture(data: bytes) -> str:
    """The kind of an accepted file; `Refused` for any other bytes."""
    problem = ""
    if not data:
        problem = "留存文件是空的，请重新选择。"
    elif len(data) > limit_mb() * 1024 * 1024:
        problem = f"留存文件有 {len(data) / 1024 / 1024:.1f} MB，超过 {limit_mb()} MB 的上限，请压缩后再传。"
    kind = "" if problem else kind_of(data)
    if not kind:
        problem = problem or WRONG
        raise Refused(problem, [FieldError(FIELD, problem)])
    return kind
