"""Leaving for good: what is still open, doing without what is owed, and being erased."""

from datetime import datetime

from bot.domain import ledger as book
from bot.domain.erasing import WAIVED, Ties, require_free, require_same
from bot.domain.lines import LineState
from bot.domain.money import Money
from bot.effects.record import record
from storage import erasing, ledger, lines, people
from storage.database import Database


async def ties(db: Database, *, person_id: int) -> Ties:
    """What is still open between the person and the hall."""
    async with db.read() as tx:
        return await erasing.ties(tx, await people.by_id(tx, person_id))


async def waive(db: Database, *, person_id: int, money: Money, cause: str, now: datetime) -> None:
    """The person does without all that is owed in that currency, which must be this amount.

    What is in a run already is on its way, and is paid.
    """
    async with db.begin(cause) as tx:
        await people.locked(tx, person_id)
        ids = await erasing.owed_lines(tx, person_id, money.currency)
        mine = await lines.locked(tx, ids)
        require_same(Money(sum(one.pay.minor for one in mine), money.currency), money)
        entries = [
            book.waived(
                one.id, one.project_id, person_id, one.pay, now,
                was_confirmed=one.state is LineState.confirmed,
            )
            for one in mine
        ]  # fmt: skip
        await ledger.post(tx, entries)
        for one in mine:
            await lines.change(
                tx, one.id, state=LineState.reversed, reason=WAIVED, because=None,
                accepted_at=None, confirmed_at=None,
            )  # fmt: skip
        after = {"minor": money.minor, "currency": money.currency, "lines": len(mine)}
        await record(tx, WAIVED, f"person:{person_id}", by=person_id, now=now, after=after)


async def erase(
    db: Database, *, person_id: int, update_id: int, language: str, cause: str, now: datetime
) -> None:
    """Erase who the person is; refused while anything is still open.

    `update_id` is the update that asks for it, which names the person as well. Nothing can be
    owed to who has no chat any more: whoever calls this says goodbye afterwards.
    """
    async with db.read() as tx:
        known = (await people.by_id(tx, person_id)).telegram_id
        # Looked for before anybody is kept waiting: it reads every update there is.
        updates = await erasing.updates_of(tx, known) if known is not None else []
    async with db.begin(cause) as tx:
        person = await people.locked(tx, person_id)
        require_free(await erasing.ties(tx, person))
        await erasing.erase(tx, person, language=language, now=now)
        await erasing.empty_updates(tx, [*updates, update_id])
        await record(tx, "erased", f"person:{person_id}", by=person_id, now=now)


async def forget_update(db: Database, update_id: int) -> None:
    """Keep nothing of an update from a stranger whom it did not introduce."""
    async with db.begin() as tx:
        await erasing.empty_updates(tx, [update_id])
