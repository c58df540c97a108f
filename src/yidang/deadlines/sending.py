"""One round of reminders: every person's digest into the queue, the queue to the mail server."""

from dataclasses import dataclass
from dataclasses import field
from datetime import date
from pathlib import Path
from plone import api
from yidang.deadlines.mails import mail_of
from yidang.deadlines.mails import text_of
from yidang.deadlines.post import empty
from yidang.deadlines.post import open_queue
from yidang.deadlines.post import refused
from yidang.deadlines.post import sender
from yidang.deadlines.post import speak_as
from yidang.deadlines.reminders import Digest
from yidang.deadlines.reminders import digest_for
from yidang.deadlines.sent import forget_old
from yidang.deadlines.sent import note_sent
from yidang.deadlines.settings import setting
from yidang.deadlines.settings import workdays
from yidang.pages.names import Names
from yidang.people.acting import acting_as

import logging
import transaction


LOG = logging.getLogger("yidang.deadlines")


@dataclass
class Round:
    """Each mail goes into the queue in a transaction of its own, together with the note that it was sent: a crash
    neither loses one nor sends it twice. A rehearsal sends nothing, changes nothing, and keeps the texts."""

    portal: object
    day: date
    rehearsal: bool = False
    address: str = ""
    sent: list[str] = field(default_factory=list)
    without_address: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    waiting: int = 0
    refused: list[str] = field(default_factory=list)

    def open(self, var: Path) -> None:
        """Make ready; Refused when the portal has no address to send from."""
        self._table, self._names = workdays(), Names()
        speak_as(self.portal, self.address or setting("address"))
        if not self.rehearsal:
            self._sender = sender()
            self.directory = open_queue(self.portal.MailHost, var)
            forget_old(self.day)
            transaction.commit()

    def take(self, user: str) -> None:
        """One person; what goes wrong with one does not keep the mails from the others."""
        try:
            digest = self._digest(user)
            if digest.parts and not digest.address:
                self.without_address.append(digest.name)
            elif digest.parts:
                self._send(digest)
        except Exception:
            # Told at the end, in full in the log; the command fails.
            LOG.exception("提醒 %s 时出错", user)
            transaction.abort()
            self.failed.append(user)

    def close(self) -> None:
        """Hand the queue to the mail server."""
        if not self.rehearsal:
            self.waiting = empty(self.portal.MailHost, self.directory)
            self.refused = refused(self.directory)

    def _digest(self, user: str) -> Digest:
        account = api.portal.get_tool("acl_users").getUserById(user)
        with acting_as(account):
            return digest_for(account, self.day, self._table)

    def _send(self, digest: Digest) -> None:
        url = self.portal.absolute_url()
        if self.rehearsal:
            self.texts.append(f"—— {digest.name} <{digest.address}>\n{text_of(digest, url, self._table, self._names)}")
        else:
            message = mail_of(digest, self._sender, url, self._table, self._names)
            self.portal.MailHost._send(self._sender[1], [digest.address], message.as_bytes())
            note_sent(digest.marks, self.day)
            transaction.commit()
        self.sent.append(digest.user)
