"""What a person was asked to write, and has not written yet."""

from datetime import datetime
from typing import Any

from bot.domain.awaiting import AwaitedText
from storage import awaited_texts, jobs
from storage.database import Database


async def ask(
    db: Database, *, person_id: int, topic: str, args: dict[str, Any], card_id: int | None,
    now: datetime,
) -> str:  # fmt: skip
    """The next message of the person goes to that topic; returns the number of the question.

    Whatever was asked for before is forgotten. Who may do what comes of it is for the use case
    to check that takes the answer.
    """
    async with db.begin() as tx:
        return await awaited_texts.put(tx, person_id, topic, args, card_id=card_id, now=now)


async def awaited(db: Database, person_id: int, *, now: datetime) -> AwaitedText | None:
    """What the person's next message is for; none when nothing was asked, or too long ago.

    Who went on with a job since then means the job with what is written.
    """
    async with db.look() as tx:
        found = await awaited_texts.of_person(tx, person_id)
    if found is None or now >= found.until:
        return None
    async with db.look() as tx:
        at_work = await jobs.current(tx, person_id)
    return None if any(one.last_act_at > found.asked_at for one in at_work) else found


async def is_asked(db: Database, person_id: int) -> bool:
    """Whether there can be a question that the person turns away from; mostly there is none."""
    async with db.look() as tx:
        return await awaited_texts.is_any(tx, person_id)


async def expected(db: Database, person_id: int, *, now: datetime) -> AwaitedText | None:
    """As `awaited`; none also where the person has turned to something else since."""
    found = await awaited(db, person_id, now=now)
    return None if found is None or found.is_left else found


async def leave(db: Database, asked: AwaitedText) -> None:
    """The person turned to something else: the next message is not for that question.

    Its own buttons still lead on; a question that was asked meanwhile stays.
    """
    async with db.begin() as tx:
        await awaited_texts.leave(tx, asked.person_id, asked.number)


async def drop(db: Database, person_id: int) -> None:
    """The person is asked for nothing any more."""
    async with db.begin() as tx:
        await awaited_texts.drop(tx, person_id)


async def forget_old(db: Database, *, now: datetime) -> int:
    """Sweep: what was asked for and never answered is forgotten; returns how many."""
    async with db.begin() as tx:
        return await awaited_texts.drop_old(tx, now)
