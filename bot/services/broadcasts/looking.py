"""Broadcasts as their senders see them; and what sending asks about one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.countries import home_of
from bot.domain.broadcasts import (
    Broadcast,
    BroadcastState,
    Fate,
    may_stop,
)
from bot.domain.people import Person, require_coordinator
from bot.domain.projects import Project, ProjectState
from bot.domain.refusal import Refused
from bot.domain.tiers import skill_of
from storage import audience, broadcasts, people, projects, recipients, tiers
from storage.database import Database, Tx

# What the next message of the sender is.
WORDS, IDS, TIME = "broadcast-words", "broadcast-ids", "broadcast-time"
COUNT, TIER = "broadcast-count", "broadcast-tier"
LATEST = 8
_PAGE = 5000
_COUNTRIES = 60


@dataclass(frozen=True, slots=True)
class Desk:
    """What the sender has sent lately, and what is in preparation."""

    draft: Broadcast | None
    latest: Sequence["Seen"]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A broadcast in preparation, and whom it would reach now, by their language."""

    broadcast: Broadcast
    viewer: Person
    project: Project | None
    by_language: Mapping[str, int]
    groups: Mapping[int, str]

    @property
    def people(self) -> int:
        """How many would get it now."""
        return sum(self.by_language.values())


@dataclass(frozen=True, slots=True)
class Seen:
    """A broadcast that was confirmed, and how far it is."""

    broadcast: Broadcast
    viewer: Person
    sender: Person
    project: Project | None
    counts: Mapping[Fate, int]
    first_due: datetime | None


@dataclass(frozen=True, slots=True)
class Choices:
    """What the segment can be narrowed down by."""

    broadcast: Broadcast
    viewer: Person
    projects: Sequence[Project]
    groups: Sequence[tuple[int, str]]
    countries: Sequence[tuple[str, int]]
    # Each with how many have a tier in it, that of the project first.
    skills: Sequence[tuple[str, int]]


async def desk(db: Database, *, by: int) -> Desk:
    """The latest broadcasts of the person and of the projects that the person coordinates."""
    async with db.read() as tx:
        viewer = await sender(tx, by)
        mine = None if viewer.is_admin else [one.id for one in await projects_of(tx, viewer)]
        found = await broadcasts.latest(tx, by=by, projects=mine, most=LATEST)
        shown = [await _seen(tx, one, viewer) for one in found]
        return Desk(await broadcasts.draft_of(tx, by), shown)


async def prepared(db: Database, *, number: str, by: int, now: datetime) -> Prepared:
    """What is being prepared, and whom it would reach."""
    async with db.read() as tx:
        viewer = await sender(tx, by)
        return await draft_view(tx, await own_draft(tx, number, by), viewer, now)


async def draft_view(tx: Tx, one: Broadcast, viewer: Person, now: datetime) -> Prepared:
    """The draft with its project, its groups and the count of those whom it would reach."""
    project = one.segment.project_id
    whole = project is not None or viewer.is_admin
    counted = await audience.by_language(tx, one.segment, now=now) if whole else {}
    chosen = one.segment.groups
    titles = dict(await audience.group_titles(tx, chosen)) if chosen else {}
    found = await projects.by_id(tx, project) if project is not None else None
    return Prepared(one, viewer, found, counted, titles)


async def choices(db: Database, *, number: str, by: int) -> Choices:
    """What the sender can choose from: own projects, work groups, countries by their people."""
    async with db.read() as tx:
        viewer = await sender(tx, by)
        one = await own_draft(tx, number, by)
        counted: dict[str, int] = {}
        for stated, zone, count in await audience.countries(tx):
            if (country := home_of(stated, zone)) is not None:
                counted[country] = counted.get(country, 0) + count
        ordered = sorted(counted.items(), key=lambda each: (-each[1], each[0]))
        return Choices(
            one, viewer, await projects_of(tx, viewer),
            await audience.group_titles(tx, one.segment.groups), ordered[:_COUNTRIES],
            await _skills(tx, one),
        )  # fmt: skip


async def _skills(tx: Tx, one: Broadcast) -> list[tuple[str, int]]:
    counted = await tiers.skills(tx)
    project = one.segment.project_id
    if project is not None:
        first = skill_of((await projects.by_id(tx, project)).offer.skill)
        counted = {first: 0} | counted
    return list(counted.items())


async def seen(db: Database, *, number: str, by: int) -> Seen:
    """A broadcast that was confirmed, to who may stop it."""
    async with db.read() as tx:
        viewer = await people.by_id(tx, by)
        one = await broadcasts.by_number(tx, number)
        if one is None or one.state is BroadcastState.draft:
            raise Refused("broadcast-gone")
        if not may_stop(viewer, one):
            raise Refused("not-coordinator")
        return await _seen(tx, one, viewer)


async def _seen(tx: Tx, one: Broadcast, viewer: Person) -> Seen:
    project = one.segment.project_id
    found = await projects.by_id(tx, project) if project is not None else None
    counts = one.counts if one.ended_at else await recipients.counts(tx, one.id)
    due = await recipients.first_due(tx, one.id) if one.state is BroadcastState.sending else None
    return Seen(one, viewer, await people.by_id(tx, one.by_id), found, counts, due)


async def report(db: Database, *, number: str, by: int) -> tuple[Seen, list[Sequence[Any]]]:
    """Every recipient with what became of it: short name, language, fate, when."""
    found = await seen(db, number=number, by=by)
    rows: list[Sequence[Any]] = []
    after = 0
    while True:
        async with db.read() as tx:
            page = await recipients.page(tx, found.broadcast.id, after=after, most=_PAGE)
        rows += [(row.pseudonym, row.language, row.state, row.settled_at) for row in page]
        if len(page) < _PAGE:
            return found, rows
        after = page[-1].id


async def sent(db: Database, broadcast_id: int) -> tuple[Broadcast, Project | None]:
    """What is sent, which does not change any more, and of which project it is."""
    async with db.read() as tx:
        one = await broadcasts.by_id(tx, broadcast_id)
        project = one.segment.project_id
        return one, await projects.by_id(tx, project) if project is not None else None


async def still_gets(db: Database, one: Broadcast, person_id: int) -> bool:
    """Whether it is still sent, and the person still gets it."""
    async with db.look() as tx:
        return await recipients.still_gets(tx, one.id, person_id, news=one.is_news)


async def still_on(db: Database, broadcast_id: int) -> bool:
    """Whether the broadcast is being sent."""
    async with db.look() as tx:
        return (await broadcasts.by_id(tx, broadcast_id)).state is BroadcastState.sending


async def own_draft(tx: Tx, number: str, by: int) -> Broadcast:
    """The draft of that number, which must be the person's own."""
    found = await broadcasts.by_number(tx, number)
    if found is None or found.by_id != by or found.state is not BroadcastState.draft:
        raise Refused("broadcast-gone")
    return found


async def sender(tx: Tx, by: int) -> Person:
    """Who coordinates something."""
    viewer = await people.by_id(tx, by)
    require_coordinator(viewer)
    return viewer


async def projects_of(tx: Tx, viewer: Person) -> list[Project]:
    """The projects for whose people the person may speak."""
    return [
        one
        for one in await projects.everything(tx)
        if one.state is not ProjectState.draft and viewer.may_coordinate(one.id)
    ]
