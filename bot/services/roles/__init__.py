"""Roles: granted and taken by admins, by numeric id or by a link that works once."""

from bot.services.roles.granting import (
    Given,
    Holder,
    ensure_admins,
    everybody,
    grant,
    holders,
    of_person,
    revoke,
)
from bot.services.roles.links import (
    Invitation,
    MadeLink,
    accept,
    make_link,
    open_link,
    open_links,
    revoke_link,
)

__all__ = [
    "Given", "Holder", "Invitation", "MadeLink", "accept", "ensure_admins", "everybody", "grant",
    "holders", "make_link", "of_person", "open_link", "open_links", "revoke", "revoke_link",
]  # fmt: skip
