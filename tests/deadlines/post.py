"""A mail server on loopback that keeps what it is given: just enough SMTP for one client at a time."""

from email import message_from_bytes
from email import policy
from email.message import EmailMessage

import socketserver
import threading
import transaction


class _Session(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        self._say("220 post")
        while line := self.rfile.readline():
            verb = line.split(None, 1)[0].upper() if line.strip() else b""
            if verb == b"DATA":
                self._say("354 go on")
                self._keep()
            elif verb == b"QUIT":
                self._say("221 bye")
                return
            elif verb == b"RCPT" and self.server.refuses:
                self._say("550 no such box")
                continue
            self._say("250 ok")

    def _keep(self) -> None:
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line[1:] if line.startswith(b"..") else line)
        self.server.mails.append(message_from_bytes(b"".join(lines), policy=policy.default))

    def _say(self, words: str) -> None:
        self.wfile.write(words.encode() + b"\r\n")


class Post(socketserver.ThreadingTCPServer):
    """The server; `mails` holds what came in, `refuses` turns every recipient away for good."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Session)
        self.mails: list[EmailMessage] = []
        self.refuses = False
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return self.server_address[1]

    def close(self) -> None:
        """Stop listening."""
        self.shutdown()
        self.server_close()


def hand_over(committed: bool = True) -> None:
    """What waits for the end of the running transaction happens now, as if it had been committed (or had not)."""
    running = transaction.get()
    hooks = list(running.getAfterCommitHooks())
    running._after_commit.clear()
    for hook, args, more in hooks:
        hook(committed, *args, **more)
