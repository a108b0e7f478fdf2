"""Broadcasts: one message to many people, what it may be, and what becomes of it for each."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final
from zoneinfo import ZoneInfo

from bot.domain.notices import TIME_OVER, NoticeState, Unreached
from bot.domain.people import Person, Standing, require_coordinator
from bot.domain.refusal import Refused
from bot.domain.requirements import Tier

# What Telegram takes (see docs/broadcasts.md), in UTF-16 units.
MOST_TEXT: Final = 4096
MOST_CAPTION: Final = 1024
MOST_ENTITIES: Final = 100
UNDO: Final = timedelta(seconds=60)
# What could not go out for so long after its time says nothing new any more.
STALE: Final = timedelta(hours=24)
FARTHEST: Final = timedelta(days=60)
# The version that goes to whoever reads none of the others.
FOR_ALL: Final = ""
BROADCAST: Final = "broadcast"
# Who works here no more, or not yet, gets none.
OUT: Final = (Standing.deactivated, Standing.applicant)

_DIGITS = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})[ T]+(\d{1,2})[:.](\d{2})")


class BroadcastState(StrEnum):
    """Where a broadcast stands; `waiting` can be taken back, `stopping` sends no more."""

    draft = "draft"
    waiting = "waiting"
    sending = "sending"
    stopping = "stopping"
    stopped = "stopped"
    done = "done"


LIVE = (BroadcastState.waiting, BroadcastState.sending, BroadcastState.stopping)


class Fate(StrEnum):
    """What became of a broadcast for one person; the first two are not the end."""

    waiting = "waiting"
    queued = "queued"
    sent = "sent"
    blocked = "blocked"
    unstarted = "unstarted"  # never began the chat with the bot
    deleted = "deleted"
    failed = "failed"
    uncertain = "uncertain"  # in flight when the process died; not sent twice
    late = "late"
    left_out = "left-out"  # left, was barred, or did not want it, after the count
    stopped = "stopped"


UNSETTLED = (Fate.waiting, Fate.queued)
FINAL = tuple(fate for fate in Fate if fate not in UNSETTLED)


class Kind(StrEnum):
    """What the message is."""

    text = "text"
    photo = "photo"
    file = "file"


@dataclass(frozen=True, slots=True)
class Body:
    """One language of the message: its words with their formatting, and what it carries.

    `marks` are Telegram's entities, offsets in UTF-16 units.
    """

    text: str
    marks: tuple[dict[str, Any], ...] = ()
    kind: Kind = Kind.text
    file_id: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The mapping that is stored."""
        return {
            "text": self.text, "marks": list(self.marks), "kind": self.kind,
            "file_id": self.file_id,
        }  # fmt: skip

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> "Body":
        """The body of a stored mapping."""
        return cls(body["text"], tuple(body["marks"]), Kind(body["kind"]), body["file_id"])


@dataclass(frozen=True, slots=True)
class Segment:
    """Whom it is for: everybody who fits all that is said here.

    `worked`: only who has had a job of the project, else who may work there as well. `tier`: who
    has at least that tier in that skill.
    """

    project_id: int | None = None
    worked: bool = False
    languages: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    places: tuple[str, ...] = ()  # of these countries: their zones, and they themselves
    idle_days: int | None = None
    groups: tuple[int, ...] = ()
    people: tuple[int, ...] = ()
    tier: Tier | None = None

    def to_json(self) -> dict[str, Any]:
        """The mapping that is stored."""
        return {
            "project_id": self.project_id, "worked": self.worked,
            "languages": list(self.languages), "countries": list(self.countries),
            "places": list(self.places), "idle_days": self.idle_days, "groups": list(self.groups),
            "people": list(self.people),
            "tier": None if self.tier is None else [self.tier.skill, self.tier.least],
        }  # fmt: skip

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> "Segment":
        """The segment of a stored mapping."""
        return cls(
            body["project_id"], body["worked"], tuple(body["languages"]),
            tuple(body["countries"]), tuple(body["places"]), body["idle_days"],
            tuple(body["groups"]), tuple(body["people"]),
            Tier(*found) if (found := body.get("tier")) else None,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Broadcast:
    """One broadcast: who sends what to whom, when, and how far it is."""

    id: int
    number: str
    by_id: int
    state: BroadcastState
    bodies: Mapping[str, Body]
    segment: Segment
    at: str | None
    people: int | None
    newest_id: int | None
    listed_id: int
    listed: bool
    made_at: datetime
    starts_at: datetime | None
    stopped_at: datetime | None
    ended_at: datetime | None
    card_id: int | None
    shown_at: datetime | None
    counts: Mapping[Fate, int] = field(default_factory=dict)

    @property
    def is_news(self) -> bool:
        """Whether it is about no work of theirs, so that people can do without it."""
        return self.segment.project_id is None

    def body_for(self, language: str) -> Body:
        """What somebody of that language reads, with what the message for all carries."""
        whole = self.bodies[FOR_ALL]
        own = self.bodies.get(language, whole)
        if own.file_id is None and whole.file_id is not None:
            return Body(own.text, own.marks, whole.kind, whole.file_id)
        return own


def room_of(body: Body) -> int:
    """How many UTF-16 units its text may have in all."""
    return MOST_TEXT if body.kind is Kind.text else MOST_CAPTION


def require_sendable(broadcast: Broadcast, notes: Mapping[str, int]) -> None:
    """Refuse what Telegram would refuse, by the language; `notes` are units that come below."""
    if FOR_ALL not in broadcast.bodies:
        raise Refused("broadcast-empty")
    for language in broadcast.bodies:
        _require_fits(broadcast.body_for(language), language, notes.get(language, 0))


def _require_fits(body: Body, language: str, note: int) -> None:
    if not body.text.strip() and body.kind is Kind.text:
        raise Refused("broadcast-empty")
    more = _units(body.text) + note - room_of(body)
    if more > 0 and body.kind is Kind.text:
        raise Refused("broadcast-long", wording=language, count=more)
    if more > 0:
        raise Refused("broadcast-caption", wording=language, count=more)
    if len(body.marks) >= MOST_ENTITIES:
        raise Refused("broadcast-marks", wording=language, count=MOST_ENTITIES - 1)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def require_sender(person: Person, segment: Segment) -> None:
    """Refuse who may not write to such people: admins to all, others to their projects'."""
    if person.is_admin:
        return
    require_coordinator(person)
    if segment.project_id is None:
        raise Refused("broadcast-project")
    require_coordinator(person, segment.project_id)


def may_send(person: Person, segment: Segment) -> bool:
    """As `require_sender`, asked when it begins."""
    if person.is_admin:
        return True
    return segment.project_id is not None and person.may_coordinate(segment.project_id)


def may_stop(person: Person, broadcast: Broadcast) -> bool:
    """Whether the person may stop it: who sent it, who coordinates there, and every admin."""
    project = broadcast.segment.project_id
    if person.is_admin or person.id == broadcast.by_id:
        return True
    return project is not None and person.may_coordinate(project)


def fate_of(state: NoticeState, error: str | None, *, stopped: bool) -> Fate:
    """What became of it for somebody, by the notice that has come to its end."""
    match state:
        case NoticeState.sent:
            return Fate.sent
        case NoticeState.uncertain:
            return Fate.uncertain
        case NoticeState.undeliverable:
            why = (error or "").partition(":")[0]
            known = {one.value for one in Unreached}
            return Fate(why) if why in known else Fate.failed
        case NoticeState.cancelled if error == TIME_OVER:
            return Fate.late
        case NoticeState.cancelled:
            return Fate.stopped if stopped else Fate.left_out
    return Fate.failed


def in_the_end(counts: Mapping[Fate, int]) -> dict[Fate, int]:
    """Of these counts, those of whom it has come to an end."""
    return {fate: count for fate, count in counts.items() if fate not in UNSETTLED}


def require_count(typed: str, people: int) -> None:
    """Refuse a typed number other than that of the people who will get it."""
    digits = re.sub(r"[\s.,'’٬  ]", "", typed)
    if not digits.isdecimal() or int(digits) != people:
        raise Refused("broadcast-count", count=people)


def read_local(text: str) -> str:
    """A local time such as `2030-01-15T09:00`, from how people write it."""
    found = _DIGITS.fullmatch(text.strip())
    if found is None:
        raise Refused("broadcast-time")
    try:
        year, month, day, hour, minute = (int(part) for part in found.groups())
        moment = datetime(year, month, day, hour, minute)  # noqa: DTZ001 - of each zone
    except ValueError:
        raise Refused("broadcast-time") from None
    return moment.strftime("%Y-%m-%dT%H:%M")


def local_moment(at: str, zone: str) -> datetime:
    """When the clocks of the zone show that time, in UTC.

    An hour that the clocks leave out is taken as if they had not; of one that comes twice the
    first counts.
    """
    there = datetime.fromisoformat(at).replace(tzinfo=ZoneInfo(zone))
    return there.astimezone(ZoneInfo("UTC"))


def require_ahead(at: str, zones: Iterable[str], now: datetime) -> None:
    """Refuse a local time that has passed for somebody, or is too far away to plan."""
    for zone in zones:
        moment = local_moment(at, zone)
        if moment < now + UNDO:
            raise Refused("broadcast-past", zone_name=zone)
        if moment > now + FARTHEST:
            raise Refused("broadcast-far", days=FARTHEST.days)


def due_at(at: str | None, zone: str, starts_at: datetime) -> datetime:
    """When it is due for somebody in that zone, quiet hours left aside."""
    return starts_at if at is None else max(local_moment(at, zone), starts_at)


def seconds_left(left: int, sent: int, seconds: float) -> float | None:
    """How long the rest takes at the pace so far; none where that cannot be told yet."""
    return left * seconds / sent if sent >= 50 and seconds > 1 else None
