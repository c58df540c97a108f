"""The post: the portal's mail host with a queue on disk, and emptying that queue."""

from pathlib import Path
from urllib.parse import urlsplit
from yidang.errors import Refused
from yidang.mailing import sender
from zope.sendmail.maildir import Maildir
from zope.sendmail.queue import QueueProcessorThread


__all__ = ("empty", "open_queue", "refused", "sender", "speak_as", "waiting")

QUEUE = "mailqueue"
PORTS = {"http": 80, "https": 443}
# A maildir of zope.sendmail marks what it is busy with, and what the server refused for good.
SENDING, REFUSED = ".sending-", ".rejected-"


class Emptying(QueueProcessorThread):
    """One pass over the queue in this thread; mails that cannot be delivered now stay."""

    def __init__(self, mailhost, directory: Path) -> None:
        super().__init__()
        self.setMailer(mailhost._makeMailer())
        self.setQueuePath(str(directory))

    def _process_one_file(self, filename: str) -> None:
        """One mail. The mark that somebody is busy with it goes again when the server was away: left where it is, it
        would keep the mail from being tried for three hours."""
        mark = Path(filename).with_name(SENDING + Path(filename).name)
        taken = mark.exists()
        super()._process_one_file(filename)
        if not taken:
            mark.unlink(missing_ok=True)


def open_queue(mailhost, var: Path) -> Path:
    """Let the portal's mails go through a queue under the data directory, once and for all; where it is."""
    if not mailhost.smtp_queue:
        mailhost.smtp_queue_directory = str(var / QUEUE)
        mailhost.smtp_queue = True
    directory = Path(mailhost.smtp_queue_directory)
    Maildir(str(directory), True)
    return directory


def speak_as(portal, address: str) -> None:
    """Let every link begin with the portal's public address: a command has no request that would know it."""
    if not address:
        raise Refused("还没有设置门户网址。请管理员在“期限设置”里填写，或者用 --url 写明。")
    parts = urlsplit(address.rstrip("/"))
    request = portal.REQUEST
    request.setServerURL(parts.scheme, parts.hostname, parts.port or PORTS[parts.scheme])
    request["PARENTS"] = [portal]
    request.setVirtualRoot([part for part in parts.path.split("/") if part])


def waiting(directory: Path) -> int:
    """How many mails wait in the queue."""
    return len(list(Maildir(str(directory), True)))


def refused(directory: Path) -> list[str]:
    """Names of the mails that the server refused for good; they stay on disk until somebody looks at them."""
    return sorted(path.name for folder in ("new", "cur") for path in (directory / folder).glob(f"{REFUSED}*"))


def empty(mailhost, directory: Path) -> int:
    """Hand everything in the queue to the mail server; how many mails are still waiting afterwards."""
    Emptying(mailhost, directory).run(forever=False)
    return waiting(directory)
