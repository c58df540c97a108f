"""Make the portal, in one transaction."""

from yidang.command.opening import enter
from yidang.command.opening import open_app
from yidang.errors import Conflict


SUMMARY = "建立门户"
DESCRIPTION = "建立空的门户和管理员账号；加 --demo 则同时建立演示合同和一年的演示材料。中断则什么都不保存。"
ADMINISTRATOR = "siteadmin"


def add_arguments(parser) -> None:
    """With the demonstration or without."""
    parser.add_argument("--demo", action="store_true", help="同时建立演示账号、演示合同和一年的材料")
    parser.add_argument("--if-missing", action="store_true", help="已有门户时不做任何事，正常退出")


def run(arguments) -> int:
    """Make the portal, or say that there is one."""
    make_portal(arguments.demo, arguments.if_missing)
    return 0


def make_portal(with_demo: bool, if_missing: bool) -> None:
    """Make the portal unless there is one that fits this program; all of it is committed at once."""
    with open_app() as app:
        from yidang.command.version import refuse_foreign
        from yidang.site.create import SITE_ID

        if SITE_ID not in app.objectIds():
            _make(app, with_demo)
            return
        refuse_foreign(app[SITE_ID])
        if not if_missing:
            raise Conflict("门户已经存在，没有改动。")


def _make(app, with_demo: bool) -> None:
    from yidang.people.accounts import make_account
    from yidang.site.create import create_portal

    import transaction

    print("建立门户…", flush=True)
    portal = enter(create_portal(app))
    remove_root_accounts(app)
    if with_demo:
        from yidang.command.demo import fill

        fill(portal)
    else:
        password = make_account(ADMINISTRATOR, "系统管理员", ("Site Administrator",))
    transaction.commit()
    if not with_demo:
        print(f"管理员账号 {ADMINISTRATOR}，密码 {password}（只显示这一次；可用 bin/yidang accounts 重设）。")


def remove_root_accounts(app) -> None:
    """Remove the accounts of the Zope root: nobody knows their password, and the portal has its own people."""
    users = app.acl_users.users
    for user in users.listUserIds():
        users.removeUser(user)
