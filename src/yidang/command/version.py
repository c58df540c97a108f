"""Does the portal in `instance/var` fit this program? GenericSetup keeps the version of the profile that made it."""

from yidang.errors import Refused
from yidang.indicators.ledger import INDEX
from yidang.indicators.ledger import LAYOUT


PROFILE = "yidang:default"
AWAY = "请先备份 instance/var，再把它移开（mv instance/var instance/var.old），然后重新运行 make start。"


def versions(portal) -> tuple[str, str]:
    """The version of the portal's data and that of the program; "" where the portal knows none."""
    setup = portal.portal_setup
    kept = setup.getLastVersionForProfile(PROFILE)
    return ".".join(kept) if isinstance(kept, tuple) else "", setup.getVersionForProfile(PROFILE)


def refuse_foreign(portal) -> None:
    """Raise `Refused`, with what to do, when the portal was not made by this version of the program."""
    kept, current = versions(portal)
    if not kept:
        raise Refused(f"instance/var 里的门户不是本程序建立的。{AWAY}")
    if kept != current:
        raise Refused(f"instance/var 里的门户是版本 {kept}，程序是版本 {current}，不能直接使用。{AWAY}")
    missing = [name for name in ("contracts", "stations") if name not in portal.objectIds()]
    if INDEX not in portal.portal_catalog.indexes() or missing:
        raise Refused(f"instance/var 里的门户不完整（由未完成或较早的程序建立）。{AWAY}")
    if getattr(portal.portal_catalog._catalog.indexes[INDEX], "layout", 1) != LAYOUT:
        raise Refused(f"instance/var 里的台账是由较早的程序建立的，本程序不能读取。{AWAY}")
