"""Approving newcomers: who waits, approving, declining in words; silence approves."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.applications import (
    Application,
    ApplicationState,
    require_approvable,
    require_declinable,
)
from bot.domain.awaiting import AwaitedText, require_asked
from bot.domain.ladder import require_words
from bot.domain.people import Person, Standing, require_admin
from bot.domain.refusal import Refused
from bot.effects.record import record
from bot.effects.tell import tell
from bot.insistence import each
from storage import applications, awaited_texts, people
from storage.database import Database, Tx

# What the next message of an admin, and then the tap below it, is for.
WORDS, CONFIRM = "application-words", "application-confirm"
_MOST = 500


@dataclass(frozen=True, slots=True)
class Applicant:
    """An application, the person behind it with the stable name, and who looks at it."""

    application: Application
    person: Person
    pseudonym: str
    viewer: Person


@dataclass(frozen=True, slots=True)
class Declining:
    """A decline that waits for its confirmation, with the words that the applicant will read."""

    number: str
    applicant: Applicant
    words: str


async def waiting(db: Database, *, by: int, page: int, size: int) -> tuple[list[Applicant], int]:
    """One page of those who wait, the next to be answered first, and how many there are."""
    async with db.read() as tx:
        viewer = await _admin(tx, by)
        found, count = await applications.waiting(tx, skip=page * size, most=size)
        return [await _seen(tx, one, viewer) for one in found], count


async def one_applicant(db: Database, number: str, *, by: int) -> Applicant:
    """One who applied, for admins."""
    async with db.read() as tx:
        viewer = await _admin(tx, by)
        return await _seen(tx, await _known(tx, number), viewer)


async def own(db: Database, person_id: int) -> tuple[Application | None, Person]:
    """The person's own application."""
    async with db.read() as tx:
        person = await people.by_id(tx, person_id)
        return await applications.of_person(tx, person_id), person


async def approve(db: Database, *, number: str, by: int, cause: str, now: datetime) -> None:
    """Let the applicant in, also where the application was declined before."""
    async with db.begin(cause) as tx:
        await _admin(tx, by)
        found = await _known(tx, number)
        person = await people.locked(tx, found.person_id)
        one = await applications.locked(tx, found.id)
        require_approvable(one, by)
        await _answer(tx, one, person, ApplicationState.accepted, by=by, words=None, now=now)


async def ask_words(
    db: Database, *, number: str, by: int, card_id: int | None, now: datetime
) -> None:
    """The next message of the admin says why the application is declined."""
    async with db.begin() as tx:
        await _admin(tx, by)
        require_declinable(await _known(tx, number), by)
        args = {"application": number, "back": ["applicant", {"number": number}]}
        await awaited_texts.put(tx, by, WORDS, args, card_id=card_id, now=now)


async def write(db: Database, *, asked: AwaitedText, text: str, now: datetime) -> None:
    """Keep the words; the admin sees once more what the applicant will read."""
    args = asked.args | {"words": require_words(text)}
    async with db.begin() as tx:
        await _admin(tx, asked.person_id)
        await awaited_texts.put(tx, asked.person_id, CONFIRM, args, card_id=None, now=now)


async def declining(db: Database, *, by: int, now: datetime) -> Declining:
    """The decline that the admin is about to confirm."""
    async with db.read() as tx:
        viewer = await _admin(tx, by)
        asked = await awaited_texts.of_person(tx, by)
        if asked is None or asked.topic != CONFIRM or now >= asked.until:
            raise Refused("asked-before")
        one = await _known(tx, asked.args["application"])
        return Declining(asked.number, await _seen(tx, one, viewer), asked.args["words"])


async def decline(db: Database, *, number: str, by: int, cause: str, now: datetime) -> str:
    """Decline in the words that were written; returns the number of the application."""
    async with db.begin(cause) as tx:
        await _admin(tx, by)
        asked = require_asked(await awaited_texts.of_person(tx, by), CONFIRM, number, now)
        found = await _known(tx, asked.args["application"])
        person = await people.locked(tx, found.person_id)
        one = await applications.locked(tx, found.id)
        require_declinable(one, by)
        await awaited_texts.drop(tx, by)
        words = asked.args["words"]
        await _answer(tx, one, person, ApplicationState.declined, by=by, words=words, now=now)
        return one.number


async def approve_overdue(db: Database, *, now: datetime) -> int:
    """Sweep: whom nobody answered by the date is approved; returns how many."""
    async with db.look() as tx:
        due = await applications.due(tx, now, _MOST)

    async def one(application_id: int) -> int:
        async with db.begin() as tx:
            return await _overdue(tx, application_id, now=now)

    return await each(due, one)


async def _answer(
    tx: Tx, one: Application, person: Person, state: ApplicationState, *, by: int | None,
    words: str | None, now: datetime,
) -> None:  # fmt: skip
    """The application is decided, by a person or the clock, and the applicant is told."""
    await applications.decide(tx, one.id, state=state, decided_by=by, decided_at=now, words=words)
    standing = person.standing
    if state is ApplicationState.accepted and standing is Standing.applicant:
        standing = Standing.good
        await people.change(tx, person.id, standing=standing)
    await record(
        tx, "application-decided", f"person:{person.id}", by=by, now=now,
        before={"standing": person.standing, "state": one.state},
        after={"standing": standing, "state": state},
    )  # fmt: skip
    await tell(
        tx, person, "application_decided", key=f"application:{one.id}:{state}", now=now,
        sound=True, can_wait=True, on_return=True, number=one.number,
    )  # fmt: skip


async def _overdue(tx: Tx, application_id: int, *, now: datetime) -> int:
    person = await people.locked(tx, (await applications.by_id(tx, application_id)).person_id)
    one = await applications.locked(tx, application_id)
    if one.state is not ApplicationState.open or one.reply_by > now:
        return 0
    await _answer(tx, one, person, ApplicationState.accepted, by=None, words=None, now=now)
    return 1


async def _admin(tx: Tx, by: int) -> Person:
    viewer = await people.by_id(tx, by)
    require_admin(viewer)
    return viewer


async def _known(tx: Tx, number: str) -> Application:
    found = await applications.by_number(tx, number)
    if found is None:
        raise Refused("stale-button")
    return found


async def _seen(tx: Tx, one: Application, viewer: Person) -> Applicant:
    pseudonym = (await people.pseudonyms(tx, {one.person_id}))[one.person_id]
    return Applicant(one, await people.by_id(tx, one.person_id), pseudonym, viewer)
