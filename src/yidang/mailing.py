"""Mails that a step sends: from whom, what they look like, and how they leave.

A step never fails for want of a mail server. Where the portal has a queue on disk, the mail is committed with the step;
else it is handed to the server when the step is committed, so that a step that is tried again sends nothing twice.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from email.message import EmailMessage
from email.utils import formataddr
from email.utils import make_msgid
from plone import api
from smtplib import SMTPRecipientsRefused
from smtplib import SMTPResponseException
from typing import NamedTuple
from yidang.errors import Refused

import logging
import transaction


LOG = logging.getLogger("yidang.mailing")
FOOT = "本邮件由系统自动发出，请勿回复。"


class Letter(NamedTuple):
    """One mail to one person: name and address, subject, text."""

    name: str
    address: str
    subject: str
    text: str


def letters_to(people: Iterable[str], subject: str, text: str) -> Iterator[Letter]:
    """The same for each of these accounts; who has gone or gave no address gets none."""
    for user in people:
        person = api.user.get(userid=user)
        address = (person.getProperty("email") or "").strip() if person is not None else ""
        if address:
            yield Letter(person.getProperty("fullname") or user, address, subject, text)


def sender() -> tuple[str, str]:
    """Name and address of the portal; Refused when no address is set."""
    address = (api.portal.get_registry_record("plone.email_from_address", default="") or "").strip()
    if not address:
        raise Refused("还没有设置发件人地址。请管理员在“设置 → 邮件”里填写发件人地址和邮件服务器。")
    return api.portal.get_registry_record("plone.email_from_name", default="") or "一档", address


def message_of(letter: Letter, from_: tuple[str, str]) -> EmailMessage:
    """The mail as it is sent; a line break in a name or subject ends nothing."""
    message = EmailMessage()
    message["Subject"] = " ".join(letter.subject.split())
    message["From"] = formataddr(from_)
    message["To"] = formataddr((" ".join(letter.name.split()), letter.address))
    message["Message-ID"] = make_msgid(domain=from_[1].rpartition("@")[2] or "localhost")
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(f"{letter.name}：\n\n{letter.text}\n\n{FOOT}\n")
    return message


def send(letters: Iterable[Letter]) -> int:
    """Send them when the transaction is committed; how many are on their way. What goes wrong stands in the log."""
    # Asked first: writing the letters costs more than not writing them.
    try:
        from_ = sender()
    except Refused as refused:
        LOG.info("没有发出邮件通知：%s", refused.message)
        return 0
    mails = [(letter.address, message_of(letter, from_).as_bytes()) for letter in letters]
    host = api.portal.get_tool("MailHost")
    if host.smtp_queue:
        return sum(_queued(host, from_[1], to, data) for to, data in mails)
    if mails:
        # Made ready now: the database may be read no more when the transaction is over.
        transaction.get().addAfterCommitHook(_deliver, (host._makeMailer(), from_[1], mails))
    return len(mails)


def _queued(host, from_: str, to: str, data: bytes) -> bool:
    try:
        host._send(from_, [to], data)
    except Exception:
        LOG.exception("给 %s 的邮件没有放进发送队列。", to)
        return False
    return True


def _deliver(committed: bool, mailer, from_: str, mails: list[tuple[str, bytes]]) -> None:
    for place, (to, data) in enumerate(mails if committed else ()):
        try:
            mailer.send(from_, [to], data)
        except (SMTPResponseException, SMTPRecipientsRefused):
            LOG.exception("邮件服务器没有收下给 %s 的邮件。", to)
        except Exception:
            # Nobody waits for a dead server once for each mail.
            LOG.exception("给 %s 的邮件没有发出，其后 %d 封没有再试。", to, len(mails) - place - 1)
            return
