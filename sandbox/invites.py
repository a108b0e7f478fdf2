"""Links that let people into a chat: each with its name, its end, and for how many it works."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sandbox.refusal import bad_request
from sandbox.wire import Json, unix

if TYPE_CHECKING:
    from sandbox.chats import Chat
    from sandbox.params import Params

MOST_NAME = 32
MOST_MEMBERS = 99_999


@dataclass
class InviteLink:
    """One link as its maker set it, and how often it was used."""

    url: str
    name: str = ""
    expires: datetime | None = None
    limit: int | None = None
    asks: bool = False
    used: int = 0
    revoked: bool = False

    def lets_in(self, now: datetime) -> bool:
        """Whether it works at that moment."""
        ended = self.expires is not None and now >= self.expires
        full = self.limit is not None and self.used >= self.limit
        return not (self.revoked or ended or full)

    def wire(self, creator: Json) -> Json:
        """The Bot API's ChatInviteLink."""
        told: Json = {
            "invite_link": self.url,
            "creator": creator,
            "creates_join_request": self.asks,
            "is_primary": False,
            "is_revoked": self.revoked,
        }
        if self.name:
            told["name"] = self.name
        if self.expires is not None:
            told["expire_date"] = unix(self.expires)
        if self.limit is not None:
            told["member_limit"] = self.limit
        return told


def new_link(chat: Chat, params: Params, now: datetime) -> InviteLink:
    """A link as asked for, or a refusal where Telegram would not make it."""
    limit, asks = params.integer("member_limit") or None, params.flag("creates_join_request")
    date = params.integer("expire_date") or None
    if limit is not None and asks:
        words = "member limit can't be specified for links requiring administrator approval"
        raise bad_request(words)
    if limit is not None and not 1 <= limit <= MOST_MEMBERS:
        raise bad_request("USAGE_LIMIT_INVALID")
    if date is not None and date <= unix(now):
        raise bad_request("EXPIRE_DATE_INVALID")
    url = f"https://t.me/+sandbox{abs(chat.id)}x{len(chat.invites) + 1}"
    expires = None if date is None else datetime.fromtimestamp(date, UTC)
    # A longer name is cut, not refused.
    made = InviteLink(url, params.text("name")[:MOST_NAME], expires, limit, asks)
    chat.invites[url] = made
    return made


def usable(invites: Mapping[str, InviteLink], url: str, now: datetime) -> InviteLink | None:
    """The link of that address, if it lets anybody in now."""
    found = invites.get(url)
    return found if found is not None and found.lets_in(now) else None
