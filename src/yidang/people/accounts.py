"""Accounts: making them, new passwords, and the file in which the demonstration's passwords are kept."""

from collections.abc import Mapping
from pathlib import Path
from plone import api
from yidang.errors import Conflict
from yidang.errors import FieldError
from yidang.errors import Refused

import json
import os
import secrets


# Without letters and digits that people confuse when they type a password from paper.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def new_password(groups: int = 4) -> str:
    """A random password that can be typed: groups of four characters, five bits each."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(groups))


def make_account(name: str, fullname: str, roles: tuple[str, ...] = ()) -> str:
    """Make an account with a full name and, where given, roles in the whole portal; return its password."""
    if api.user.get(userid=name) is not None:
        message = f"账号“{name}”已经存在。"
        raise Conflict(message, [FieldError("user", message)])
    password = new_password()
    properties = {"fullname": fullname}
    api.user.create(username=name, email=f"{name}@example.org", password=password, properties=properties)
    if roles:
        api.user.grant_roles(username=name, roles=list(roles))
    return password


def reset_password(name: str) -> str:
    """Give an account a new random password and return it."""
    if api.user.get(userid=name) is None:
        raise Refused(f"没有账号“{name}”。", [FieldError("user", "请检查账号的写法。")])
    password = new_password()
    api.portal.get_tool("acl_users").userSetPassword(name, password)
    return password


def accounts() -> list[tuple[str, str, tuple[str, ...]]]:
    """Every account: name, full name, roles in the whole portal."""
    found = []
    for user in api.user.get_users():
        roles = tuple(role for role in user.getRoles() if role not in ("Member", "Authenticated"))
        found.append((user.getId(), user.getProperty("fullname") or "", roles))
    return sorted(found)


def write_passwords(path: Path, passwords: Mapping[str, str]) -> None:
    """Keep the passwords in a file that only its owner can read, from its first byte on."""
    fresh = path.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        json.dump(dict(passwords), stream, ensure_ascii=False, indent=2)
        stream.write("\n")
    fresh.replace(path)


def read_passwords(path: Path) -> dict[str, str]:
    """The passwords kept in the file; none when there is no file."""
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
