"""One-time links that give a role to whoever opens one first."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from bot.domain.people import Role
from bot.domain.refusal import Refused

# 128 bits; nothing about the role stands in the token.
TOKEN_BYTES = 16
# What a deep link begins with that holds a token.
PREFIX = "g"
# Roles that are about the whole hall, never about one project.
WHOLE_HALL = (Role.arbiter, Role.admin)


@dataclass(frozen=True, slots=True)
class RoleLink:
    """A link: what it gives, who made it, who opened it, and when it was used."""

    id: int
    role: Role
    project_id: int | None
    made_by: int
    made_at: datetime
    expires_at: datetime
    used_by: int | None
    used_at: datetime | None

    def is_open(self, now: datetime) -> bool:
        """Whether it can still give the role to somebody."""
        return self.used_at is None and now < self.expires_at


def digest(token: str) -> str:
    """What is kept of a token; it cannot be turned back."""
    return hashlib.sha256(token.encode(errors="surrogatepass")).hexdigest()


def require_for(link: RoleLink | None, person_id: int, now: datetime) -> RoleLink:
    """The link where this person can use it; every other one is refused in the same words."""
    if link is None or not link.is_open(now) or link.used_by not in (None, person_id):
        raise Refused("role-link")
    return link


def require_place(role: Role, project_id: int | None) -> None:
    """Refuse to give for one project what is a matter of the whole hall."""
    if project_id is None or role not in WHOLE_HALL:
        return
    raise Refused("admin-of-project" if role is Role.admin else "arbiter-of-project")
