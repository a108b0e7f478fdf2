"""Preparing a broadcast: what it says in each language, to whom it goes, and when."""

import re
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.countries import places_of
from bot.domain.awaiting import AwaitedText
from bot.domain.broadcasts import FOR_ALL, Body, Broadcast, Segment, read_local, require_ahead
from bot.domain.people import require_coordinator
from bot.domain.refusal import Refused
from bot.domain.requirements import Tier
from bot.domain.requirements_reading import MOST_TIER
from bot.services.broadcasts.looking import own_draft, projects_of, sender
from storage import audience, awaited_texts, broadcasts, people
from storage.database import Database, Tx

MOST_PEOPLE = 500
_SKILL = re.compile(r"[a-z][a-z0-9-]{0,23}")


async def begin(db: Database, *, by: int, now: datetime) -> Broadcast:
    """What the person prepares already, else a new one; for the only project where it is one."""
    async with db.begin() as tx:
        viewer = await people.locked(tx, by)
        require_coordinator(viewer)
        found = await broadcasts.draft_of(tx, by)
        if found is not None:
            return found
        mine = await projects_of(tx, viewer)
        alone = mine[0].id if len(mine) == 1 and not viewer.is_admin else None
        return await broadcasts.add(tx, by=by, segment=Segment(alone), now=now)


async def ask(
    db: Database, *, number: str, topic: str, by: int, card_id: int | None, now: datetime,
    **args: Any,
) -> None:  # fmt: skip
    """The next message of the sender is about that part of the draft."""
    async with db.begin() as tx:
        await sender(tx, by)
        await own_draft(tx, number, by)
        back = ["broadcast_draft", {"number": number}]
        known = {"number": number, "back": back, **args}
        await awaited_texts.put(tx, by, topic, known, card_id=card_id, now=now)


async def write(db: Database, *, asked: AwaitedText, body: Body) -> str:
    """Take the message for the language that was asked for; returns the draft's number."""
    language = asked.args.get("version", FOR_ALL)
    async with db.begin() as tx:
        one = await _locked(tx, asked.args["number"], asked.person_id)
        if FOR_ALL not in one.bodies and language != FOR_ALL:
            raise Refused("broadcast-empty")
        if not body.text.strip() and body.file_id is None:
            raise Refused("broadcast-empty")
        await broadcasts.write(tx, one.id, {**one.bodies, language: body})
        await awaited_texts.drop(tx, asked.person_id)
        return one.number


async def drop_version(db: Database, *, number: str, language: str, by: int) -> None:
    """Those of that language read what all others read."""
    async with db.begin() as tx:
        one = await _locked(tx, number, by)
        if language == FOR_ALL or language not in one.bodies:
            raise Refused("stale-button")
        kept = {name: body for name, body in one.bodies.items() if name != language}
        await broadcasts.write(tx, one.id, kept)


async def choose(db: Database, *, number: str, what: str, value: str, on: bool, by: int) -> None:
    """Narrow the people down by one thing, or let it go again."""
    async with db.begin() as tx:
        one = await _locked(tx, number, by)
        changed = await _changed(tx, one.segment, what, value, on=on, by=by)
        await broadcasts.change(tx, one.id, segment=changed.to_json())


async def _changed(tx: Tx, old: Segment, what: str, value: str, *, on: bool, by: int) -> Segment:
    match what:
        case "project":
            mine = {one.key: one.id for one in await projects_of(tx, await sender(tx, by))}
            if value not in mine:
                raise Refused("no-project", key=value)
            return replace(old, project_id=mine[value] if on else None, worked=False)
        case "language":
            return replace(old, languages=_with(old.languages, value, on=on))
        case "country":
            chosen = _with(old.countries, value, on=on)
            places = tuple(place for one in chosen for place in places_of(one))
            return replace(old, countries=chosen, places=places)
        case "group":
            groups = await audience.group_titles(tx, old.groups)
            known = {str(chat_id): chat_id for chat_id, _ in groups}
            if value not in known:
                raise Refused("stale-button")
            kept = tuple(one for one in old.groups if one != known[value])
            return replace(old, groups=(*kept, known[value]) if on else kept)
    return _simply(old, what, value, on=on)


def _simply(old: Segment, what: str, value: str, *, on: bool) -> Segment:
    """What needs nothing but the value."""
    match what:
        case "worked":
            return replace(old, worked=on)
        case "idle":
            return replace(old, idle_days=_days(value) if on else None)
        case "people":
            return replace(old, people=())
        case "tier":
            return replace(old, tier=_tier(value) if on else None)
    raise Refused("stale-button")


def _with(chosen: tuple[str, ...], value: str, *, on: bool) -> tuple[str, ...]:
    if not value.isalpha() and not value.replace("-", "").isalnum():
        raise Refused("stale-button")
    kept = tuple(one for one in chosen if one != value)
    return (*kept, value) if on else kept


def _tier(value: str) -> Tier:
    """A skill and the least tier in it, such as `law:60`."""
    skill, _, least = value.partition(":")
    if not least.isdecimal() or not 1 <= int(least) <= MOST_TIER or not _SKILL.fullmatch(skill):
        raise Refused("stale-button")
    return Tier(skill, int(least))


def _days(value: str) -> int:
    if not value.isdecimal() or not 1 <= int(value) <= 365:
        raise Refused("stale-button")
    return int(value)


async def name_people(db: Database, *, asked: AwaitedText, text: str) -> str:
    """Only these people: ids or short names, however parted; returns the draft's number."""
    ids = list(dict.fromkeys(text.replace(",", " ").replace(";", " ").split()))
    if len(ids) > MOST_PEOPLE:
        raise Refused("broadcast-ids-many", most=MOST_PEOPLE)
    async with db.begin() as tx:
        one = await _locked(tx, asked.args["number"], asked.person_id)
        known = await audience.known(tx, ids)
        unknown = [each for each in ids if each not in known]
        if unknown or not ids:
            shown = " ".join(each[:20] for each in unknown[:5]) or "–"
            raise Refused("broadcast-ids", ids=shown, count=len(unknown))
        segment = replace(one.segment, people=tuple(sorted(set(known.values()))))
        await broadcasts.change(tx, one.id, segment=segment.to_json())
        await awaited_texts.drop(tx, asked.person_id)
        return one.number


async def write_tier(db: Database, *, asked: AwaitedText, text: str) -> str:
    """The least tier in the skill that was asked about; returns the draft's number."""
    written = text.strip()
    if not written.isdecimal() or not 1 <= int(written) <= MOST_TIER:
        raise Refused("broadcast-tier", most=MOST_TIER)
    tier = _tier(f"{asked.args['skill']}:{int(written)}")
    async with db.begin() as tx:
        one = await _locked(tx, asked.args["number"], asked.person_id)
        segment = replace(one.segment, tier=tier)
        await broadcasts.change(tx, one.id, segment=segment.to_json())
        await awaited_texts.drop(tx, asked.person_id)
        return one.number


async def set_time(db: Database, *, number: str, at: str | None, by: int, now: datetime) -> None:
    """At once, or when the clock of each of them shows that time; refused once it has passed."""
    async with db.begin() as tx:
        one = await _locked(tx, number, by)
        if at is not None:
            at = read_local(at)
            await _require_ahead(tx, one, at, now)
        await broadcasts.change(tx, one.id, at=at)


async def write_time(db: Database, *, asked: AwaitedText, text: str, now: datetime) -> str:
    """As `set_time`, typed; returns the draft's number."""
    number: str = asked.args["number"]
    await set_time(db, number=number, at=text, by=asked.person_id, now=now)
    async with db.begin() as tx:
        await awaited_texts.drop(tx, asked.person_id)
    return number


async def _require_ahead(tx: Tx, one: Broadcast, at: str, now: datetime) -> None:
    require_ahead(at, await audience.zones(tx, one.segment, now=now), now)


async def discard(db: Database, *, number: str, by: int) -> None:
    """Forget the draft."""
    async with db.begin() as tx:
        one = await _locked(tx, number, by)
        await broadcasts.drop(tx, one.id)
        await awaited_texts.drop(tx, by)


async def _locked(tx: Tx, number: str, by: int) -> Broadcast:
    await people.locked(tx, by)
    await sender(tx, by)
    return await broadcasts.locked(tx, (await own_draft(tx, number, by)).id)
