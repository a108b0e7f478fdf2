"""Arriving, and what a person sets for oneself."""

from datetime import datetime, time
from typing import Any

from bot.countries import home_of
from bot.domain.absence import back_key, is_new_sign
from bot.domain.pay_periods import nearest_zone
from bot.domain.people import (
    ANONYMOUS_IDS,
    Arrival,
    Pause,
    Person,
    Standing,
    guess_zone,
    next_question,
)
from bot.domain.profiles import NO, with_language
from bot.domain.refusal import Refused
from bot.domain.rules import Rules
from bot.effects.record import record
from bot.effects.tell import tell
from storage import hall_terms, notices, people, profiles
from storage.database import Database, Tx


async def meet(
    db: Database, *, telegram_id: int, name: str, username: str | None, language: str,
    client_language: str | None, now: datetime, rules: Rules, introduces: bool = True,
) -> Person:  # fmt: skip
    """The person behind a Telegram account, made known at first sight.

    What does not introduce anybody (an old button, leaving the chat) is refused to strangers:
    whoever was erased is not met again by it.
    """
    async with db.look() as tx:
        known = await people.by_telegram(tx, telegram_id)
    if known is not None and known.name == name and not is_new_sign(known, now):
        return known
    if telegram_id in ANONYMOUS_IDS:
        raise Refused("anonymous")
    if known is None and not introduces:
        raise Refused("unmet")
    async with db.begin() as tx:
        known = await people.by_telegram(tx, telegram_id)
        if known is not None:
            await _seen(tx, await people.locked(tx, known.id), name, username, now)
            return await people.by_id(tx, known.id)
        person_id = await people.add(
            tx, telegram_id=telegram_id, name=name, username=username, language=language,
            zone=guess_zone(client_language), quiet=(rules.quiet_from, rules.quiet_to),
            standing=Standing.good, now=now,
        )  # fmt: skip
        await record(tx, "arrived", f"person:{person_id}", by=person_id, now=now)
        return await people.by_id(tx, person_id)


async def _seen(tx: Tx, person: Person, name: str, username: str | None, now: datetime) -> None:
    """A sign of life: nobody is waited for, and a pause for being away is over."""
    values: dict[str, Any] = {"name": name, "username": username}
    if is_new_sign(person, now):
        values |= {"seen_at": now, "missed": 0, "missed_at": None}
    if person.pause is Pause.inactive:
        values |= {"pause": None, "paused_until": None, "paused_by": None}
        subject, before = f"person:{person.id}", {"pause": person.pause}
        await record(tx, "returned", subject, by=person.id, now=now, before=before)
        await tell(tx, person, "welcome_back", key=back_key(person.id, now), now=now)
    await people.change(tx, person.id, **values)


async def known(db: Database, *, telegram_id: int) -> int | None:
    """The internal id of the person behind the account, if it was ever met."""
    async with db.read() as tx:
        found = await people.by_telegram(tx, telegram_id)
        return found.id if found else None


async def by_id(db: Database, person_id: int) -> Person:
    """The person as stored now."""
    async with db.look() as tx:
        return await people.by_id(tx, person_id)


async def pseudonym(db: Database, person_id: int) -> str:
    """The stable name under which files show the person."""
    async with db.look() as tx:
        return (await people.pseudonyms(tx, {person_id}))[person_id]


async def consent(
    db: Database, *, person_id: int, cause: str, now: datetime, version: int | None = None,
    text: str | None = None,
) -> Person:  # fmt: skip
    """The person agreed to the terms; the next question follows.

    `version` and `text` are what was shown; another version by now is asked for again.
    """
    async with db.begin(cause) as tx:
        person = await people.locked(tx, person_id)
        holds = await hall_terms.version(tx)
        if person.arrival is not Arrival.consent or version not in (None, holds):
            return person
        await hall_terms.agree(
            tx, person_id, version=holds, language=person.language, text=text, now=now
        )
        await people.change(tx, person_id, arrival=next_question(person.arrival))
        after = {"version": holds, "language": person.language}
        await record(tx, "consented", f"person:{person_id}", by=person_id, now=now, after=after)
        return await people.by_id(tx, person_id)


async def choose_language(
    db: Database, *, person_id: int, language: str, cause: str, now: datetime
) -> Person:
    """The person reads the hall in that language, and works in it as well."""
    async with db.begin(cause) as tx:
        person = await people.locked(tx, person_id)
        said = await profiles.of_person(tx, person_id)
        asked = person.arrival is Arrival.language
        arrival = next_question(person.arrival) if asked else person.arrival
        await people.change(tx, person_id, language=language, arrival=arrival)
        if said.levels.get(language) != NO:
            await profiles.save(tx, person_id, with_language(said, language))
        await _changed(tx, person, "language", person.language, language, now)
        return await people.by_id(tx, person_id)


async def choose_zone(
    db: Database, *, person_id: int, zone: str, cause: str, now: datetime, rules: Rules
) -> Person:
    """The person lives in that time zone, and is paid in the pay zone nearest to it."""
    async with db.begin(cause) as tx:
        person = await people.locked(tx, person_id)
        asked = person.arrival is Arrival.zone
        arrival = next_question(person.arrival) if asked else person.arrival
        paid_in = nearest_zone(zone, rules.pay.zones, now)
        stays = home_of(person.country, zone) == home_of(person.country, person.zone)
        moved = {} if stays else {"zone_since": now}
        await people.change(tx, person_id, zone=zone, pay_zone=paid_in, arrival=arrival, **moved)
        await _changed(tx, person, "zone", person.zone, zone, now)
        return await people.by_id(tx, person_id)


async def choose_quiet_hours(
    db: Database, *, person_id: int, start: time, end: time, cause: str, now: datetime
) -> Person:
    """Nothing that can wait disturbs the person between the two; equal times mean never quiet."""
    async with db.begin(cause) as tx:
        person = await people.locked(tx, person_id)
        before = f"{person.quiet_from:%H:%M}-{person.quiet_to:%H:%M}"
        await people.change(tx, person_id, quiet_from=f"{start:%H:%M}", quiet_to=f"{end:%H:%M}")
        after = f"{start:%H:%M}-{end:%H:%M}"
        await _changed(tx, person, "quiet-hours", before, after, now)
        return await people.by_id(tx, person_id)


async def came_back(db: Database, *, person_id: int, now: datetime) -> None:
    """The person can be written to again: what waited goes out."""
    async with db.begin() as tx:
        person = await people.by_id(tx, person_id)
        await people.change(tx, person_id, unreachable_since=None)
        if person.telegram_id is not None:
            await notices.revive(tx, person.telegram_id, now=now)


async def went_away(db: Database, *, person_id: int, now: datetime) -> None:
    """The person blocked the bot: nothing is sent until the return."""
    async with db.begin() as tx:
        await people.change(tx, person_id, unreachable_since=now)
        await record(tx, "blocked-bot", f"person:{person_id}", by=person_id, now=now)


async def _changed(
    tx: Tx, person: Person, what: str, before: str, after: str, now: datetime
) -> None:
    subject = f"person:{person.id}"
    await record(
        tx, f"set-{what}", subject, by=person.id, now=now,
        before={what: before}, after={what: after},
    )  # fmt: skip
