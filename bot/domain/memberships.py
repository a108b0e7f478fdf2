"""Who belongs in the work groups: as far as the bot was told, and what follows from standing."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.people import BARRED, Person, Standing
from bot.domain.places import Chat
from bot.domain.refusal import Refused

# A link is not handed out again when it is about to end.
_MARGIN = timedelta(hours=1)


class MemberState(StrEnum):
    """Where a person stands in a group; `removed` means put out by the bot."""

    invited = "invited"
    member = "member"
    left = "left"
    removed = "removed"


@dataclass(frozen=True, slots=True)
class Member:
    """A person in a group; `link` is the one that lets them in."""

    chat_id: int
    person_id: int
    state: MemberState
    link: str | None
    changed_at: datetime


def is_out(person: Person) -> bool:
    """Whether the person belongs in no work group; admins of the hall are never put out."""
    return person.standing is Standing.deactivated and not person.is_admin


def require_invitable(person: Person, chat: Chat | None) -> Chat:
    """The work group into which the person can be invited; refused where that cannot be."""
    if person.standing in BARRED:
        raise Refused(f"standing-{person.standing}")
    if chat is None or not chat.registered or not chat.rights.may_invite:
        raise Refused("group-no-link")
    return chat


def link_ends(made: datetime, hours: int) -> datetime:
    """Until when a link that was made then lets its person in."""
    return made + timedelta(hours=hours)


def usable_link(member: Member | None, hours: int, now: datetime) -> str | None:
    """The link that the person was given before and can still use for a while."""
    if member is None or member.state is not MemberState.invited:
        return None
    return member.link if now < link_ends(member.changed_at, hours) - _MARGIN else None
