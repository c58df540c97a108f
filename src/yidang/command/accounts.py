"""List the accounts; give one a new password."""

from yidang.command import places
from yidang.command.opening import open_portal


SUMMARY = "列出账号，或重设密码"
DESCRIPTION = "列出门户的账号；--reset 给一个账号新的随机密码，并显示一次。"


def add_arguments(parser) -> None:
    """Whose password to reset, if anybody's."""
    parser.add_argument("--reset", metavar="账号", help="重设这个账号的密码")


def run(arguments) -> int:
    """List, or reset."""
    with open_portal():
        if arguments.reset:
            _reset(arguments.reset)
        else:
            _list()
    return 0


def _list() -> None:
    from yidang.people.accounts import accounts

    for name, fullname, roles in accounts():
        print(f"{name:<14}{fullname}{'（' + '、'.join(roles) + '）' if roles else ''}")


def _reset(name: str) -> None:
    from yidang.people.accounts import read_passwords
    from yidang.people.accounts import reset_password
    from yidang.people.accounts import write_passwords

    import transaction

    password = reset_password(name)
    transaction.commit()
    kept = read_passwords(places.accounts_file())
    if name in kept:
        write_passwords(places.accounts_file(), {**kept, name: password})
    print(f"{name} 的新密码：{password}")
