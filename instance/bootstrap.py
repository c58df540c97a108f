"""Write instance/etc/account.cfg: the account that Zope insists on at its very first start.

Its password is random and told to nobody; "bin/yidang init" removes the account again, so that the portal is born
without any administrator that has a well-known name or password.
"""

from pathlib import Path

import os
import secrets


ACCOUNT = Path(__file__).parent / "etc" / "account.cfg"


def write_account(path: Path = ACCOUNT) -> None:
    """Write the file once; a later run leaves it alone, so that buildout sees no change."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as stream:
        stream.write(f"[account]\nuser = unborn:{secrets.token_urlsafe(24)}\n")


if __name__ == "__main__":
    write_account()
