"""People: who they are to the hall, what they may do, when they may be disturbed."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.domain.refusal import Refused

# Telegram's shared ids: whoever writes under them is not known to be anybody.
ANONYMOUS_IDS = frozenset({1087968824, 136817688, 777000})


class Standing(StrEnum):
    """A contractor's status."""

    applicant = "applicant"
    good = "good"
    warned = "warned"
    suspended = "suspended"
    deactivating = "deactivating"
    deactivated = "deactivated"


class Role(StrEnum):
    """What a person may be, besides a contractor."""

    reviewer = "reviewer"
    coordinator = "coordinator"
    client = "client"
    arbiter = "arbiter"  # decides appeals, from outside or beside the admins
    admin = "admin"


class Pause(StrEnum):
    """Why a person is offered nothing for a while."""

    own = "own"
    inactive = "inactive"
    skips = "skips"


class Arrival(StrEnum):
    """What a newcomer is asked next; `done` when nothing is left to ask."""

    consent = "consent"
    language = "language"
    zone = "zone"
    done = "done"


@dataclass(frozen=True, slots=True)
class Person:
    """A person as the hall knows them; `id` is internal, `telegram_id` is Telegram's."""

    id: int
    telegram_id: int | None
    name: str
    language: str
    zone: str
    quiet_from: time
    quiet_to: time
    arrival: Arrival
    standing: Standing
    pause: Pause | None
    paused_until: datetime | None
    unreachable_since: datetime | None
    roles: tuple[tuple[Role, int | None], ...] = ()
    seen_at: datetime | None = None
    # The version of the terms that was agreed to; who has arrived agreed to the first.
    consented: int = 1
    # As stated; none where it was never asked.
    country: str | None = None
    # Tasks in a row that were left out, over all jobs that count.
    skip_streak: int = 0

    @property
    def is_admin(self) -> bool:
        """Whether the person is an admin of the hall."""
        return (Role.admin, None) in self.roles

    @property
    def is_reachable(self) -> bool:
        """Whether the bot can write to the person, as far as it knows."""
        return self.telegram_id is not None and self.unreachable_since is None

    @property
    def may_arbitrate(self) -> bool:
        """Whether the person may decide appeals of others."""
        return self.is_admin or (Role.arbiter, None) in self.roles

    def may_coordinate(self, project_id: int | None = None) -> bool:
        """Whether the person coordinates the project (any project, when none is named)."""
        if self.is_admin or (Role.coordinator, None) in self.roles:
            return True
        mine = {project for role, project in self.roles if role is Role.coordinator}
        return bool(mine) if project_id is None else project_id in mine

    def speaks_for_client(self, project_id: int | None = None) -> bool:
        """Whether the person confirms and refuses for the client of the project (of any)."""
        if self.may_coordinate(project_id) or (Role.client, None) in self.roles:
            return True
        mine = {project for role, project in self.roles if role is Role.client}
        return bool(mine) if project_id is None else project_id in mine

    def may_review(self, project_id: int | None = None) -> bool:
        """Whether the person judges ratings of the project (of any, when none is named)."""
        if self.may_coordinate(project_id) or (Role.reviewer, None) in self.roles:
            return True
        mine = {project for role, project in self.roles if role is Role.reviewer}
        return bool(mine) if project_id is None else project_id in mine

    def judges_as(self, project_id: int | None) -> Role:
        """As what the person judges ratings of the project."""
        if self.is_admin:
            return Role.admin
        return Role.coordinator if self.may_coordinate(project_id) else Role.reviewer

    def reviewed_projects(self) -> frozenset[int] | None:
        """The projects whose ratings the person judges; none stands for all of them."""
        judging = (Role.reviewer, Role.coordinator)
        if self.is_admin or any((role, None) in self.roles for role in judging):
            return None
        mine = (project for role, project in self.roles if role in judging)
        return frozenset(project for project in mine if project is not None)


def require_coordinator(person: Person, project_id: int | None = None) -> None:
    """Refuse whoever does not coordinate the project."""
    if not person.may_coordinate(project_id):
        raise Refused("not-coordinator")


def may_change_of(person: Person, maker_id: int | None) -> bool:
    """Whether the person may change what that one made for all: its maker, or who coordinates all.

    What the console made is of nobody.
    """
    coordinates_all = person.is_admin or (Role.coordinator, None) in person.roles
    return coordinates_all or person.id == maker_id


def require_client(person: Person, project_id: int | None = None) -> None:
    """Refuse whoever does not speak for the client of the project."""
    if not person.speaks_for_client(project_id):
        raise Refused("not-client")


def require_admin(person: Person) -> None:
    """Refuse whoever is not an admin."""
    if not person.is_admin:
        raise Refused("not-admin")


def next_question(arrival: Arrival) -> Arrival:
    """What a newcomer is asked after that."""
    order = (Arrival.consent, Arrival.language, Arrival.zone, Arrival.done)
    return order[min(order.index(arrival) + 1, len(order) - 1)]


# Standings in which nothing can be claimed.
BARRED = (Standing.suspended, Standing.deactivating, Standing.deactivated, Standing.applicant)


def may_work(person: Person, now: datetime) -> None:
    """Refuse a person whose standing or pause bars new claims."""
    if person.standing in BARRED:
        raise Refused(f"standing-{person.standing}")
    if is_paused(person, now):
        if person.paused_until is None:
            raise Refused(f"paused-{person.pause}")
        skips = person.pause is Pause.skips
        raise Refused("paused-skips-until" if skips else "paused", until=person.paused_until)


def is_paused(person: Person, now: datetime) -> bool:
    """Whether the person is offered nothing now; a pause without an end lasts until the return."""
    if person.pause is None:
        return False
    return person.paused_until is None or now < person.paused_until


class Quiet(Protocol):
    """Whose phone is silent from one time of the local day to another."""

    @property
    def zone(self) -> str:
        """Where the clock is."""

    @property
    def quiet_from(self) -> time:
        """When it begins."""

    @property
    def quiet_to(self) -> time:
        """When it is over."""


def after_quiet_hours(person: Quiet, now: datetime) -> datetime:
    """The first moment from `now` on that lies outside the person's quiet hours."""
    zone = ZoneInfo(person.zone)
    local = now.astimezone(zone)
    start, end = person.quiet_from, person.quiet_to
    if start == end:
        return now
    clock = local.time()
    inside = start <= clock < end if start < end else clock >= start or clock < end
    if not inside:
        return now
    day = local.date() if clock < end else local.date() + timedelta(days=1)
    ends = datetime.combine(day, end, zone).astimezone(now.tzinfo)
    if ends < now:
        # Clocks were set back, that hour came twice, and this is the second time.
        ends = datetime.combine(day, end.replace(fold=1), zone).astimezone(now.tzinfo)
    return ends


# A first guess by the language of the client, confirmed with one tap or changed.
_ZONES = {
    "ar": "Africa/Cairo", "bn": "Asia/Dhaka", "de": "Europe/Berlin", "es": "America/Mexico_City",
    "fa": "Asia/Tehran", "fr": "Europe/Paris", "he": "Asia/Jerusalem", "hi": "Asia/Kolkata",
    "id": "Asia/Jakarta", "it": "Europe/Rome", "ja": "Asia/Tokyo", "ko": "Asia/Seoul",
    "pl": "Europe/Warsaw", "pt": "America/Sao_Paulo", "ru": "Europe/Moscow",
    "sw": "Africa/Nairobi", "th": "Asia/Bangkok", "tl": "Asia/Manila", "tr": "Europe/Istanbul",
    "uk": "Europe/Kyiv", "ur": "Asia/Karachi", "vi": "Asia/Ho_Chi_Minh", "zh": "Asia/Shanghai",
}  # fmt: skip


def guess_zone(language_code: str | None) -> str:
    """A likely IANA zone for a client language such as `pt-br`; UTC where nothing is likely."""
    return _ZONES.get((language_code or "").split("-")[0].lower(), "UTC")
