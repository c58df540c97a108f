"""What of a client's identity a person may see."""

from plone import api
from yidang.permissions import VIEW_CLIENT_IDENTITY


def masked_name(name: str | None) -> str:
    """王**; the length of the name is not told."""
    return f"{name[0]}**" if name else ""


def masked_phone(phone: str | None) -> str:
    """138****5678; short numbers are hidden altogether."""
    if not phone:
        return ""
    return f"{phone[:3]}****{phone[-4:]}" if len(phone) >= 11 else "****"


def may_see_identity(client) -> bool:
    """Whether the current user may read name and phone in clear."""
    return bool(api.user.has_permission(VIEW_CLIENT_IDENTITY, obj=client))


def seen_name(client) -> str:
    """The name as the current user may see it."""
    return (client.name or "") if may_see_identity(client) else masked_name(client.name)


def seen_phone(client) -> str:
    """The phone number as the current user may see it."""
    return (client.phone or "") if may_see_identity(client) else masked_phone(client.phone)
