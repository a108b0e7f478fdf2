"""The file for the payer: made for a run, handed to one admin, taken out of the chat again."""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.notices import NoticeState, Priority
from bot.domain.payout_files import PayoutLayout
from bot.domain.payout_methods import Details
from bot.domain.people import require_admin
from bot.domain.refusal import Refused
from bot.effects.payout_details import details_for
from bot.effects.record import record
from bot.effects.tell import tell
from bot.effects.unsend import unsend
from bot.formats.payout_file import PayoutRow, payout_file
from bot.vault import Vault
from storage import notices, payout_files, payruns, people
from storage.database import Database, Tx
from storage.payout_files import FiledPayout, PayoutFile

# Within a day, and long before Telegram lets nobody delete it any more (48 h).
STAYS = timedelta(hours=20)
_PAGE = 500


@dataclass(frozen=True, slots=True)
class Handed:
    """A file as it is handed over."""

    name: str
    run: str
    body: bytes
    rows: int
    until: datetime


def notice_key(file_id: int) -> str:
    """The key of the notice that carries the file."""
    return f"payout-file:{file_id}:"


async def make_file(
    db: Database, *, run: str, again: bool, by: int, cause: str, now: datetime,
    vault: Vault | None,
) -> PayoutFile:  # fmt: skip
    """Owe the admin a file with the payouts of the run that are due and in no file yet.

    `again` takes those that are in one, too, and withdraws the older files of the run. People
    without a payout method, or with one that no key opens, stay due.
    """
    async with db.read() as tx:
        require_admin(await people.by_id(tx, by))
        found = await payruns.run_by_number(tx, run)
        if found is None:
            raise Refused("no-run", number=run)
        needed = await payout_files.methods_to_file(tx, found.id, now, again=again)
        sealed = await _unopened(tx, vault, needed)
    if needed and len(sealed) == len(needed):
        raise Refused("payout-key")
    async with db.begin(cause) as tx:
        admin = await people.by_id(tx, by)
        require_admin(admin)
        if again:
            for older in await payout_files.of_run(tx, found.id):
                await _withdraw(tx, older, now)
        made = await payout_files.make(
            tx, run_id=found.id, by=by, again=again, but_for=sealed, now=now
        )
        if not made.payouts:
            raise Refused("payout-file-empty", number=run)
        after = {"run": run, "payouts": made.payouts, "again": again, "left_out": len(sealed)}
        await record(
            tx, "payout-file-made", f"payout-file:{made.number}", by=by, now=now, after=after
        )
        await tell(
            tx, admin, "payout_file", key=notice_key(made.id), now=now, priority=Priority.answer,
            number=made.number,
        )  # fmt: skip
        return made


async def _unopened(tx: Tx, vault: Vault | None, method_ids: list[int]) -> list[int]:
    unopened: list[int] = []
    for start in range(0, len(method_ids), _PAGE):
        some = await details_for(tx, vault, method_ids[start : start + _PAGE])
        unopened += [one for one, details in some.items() if details is None]
    return unopened


async def file_contents(
    db: Database, number: str, *, by: int, vault: Vault | None, layout: PayoutLayout
) -> Handed | None:
    """The file as it is handed to the admin who made it; none once it is withdrawn."""
    async with db.read() as tx:
        require_admin(await people.by_id(tx, by))
        file = await payout_files.by_number(tx, number)
        if file is None or file.by_id != by:
            raise Refused("no-payout-file")
        if file.deleted_at is not None:
            return None
        rows: list[PayoutRow] = []
        after = ""
        while page := await payout_files.contents(tx, file.id, after=after, limit=_PAGE):
            details = await details_for(tx, vault, {one.method_id for one in page})
            rows += [_row(one, details.get(one.method_id)) for one in page]
            after = page[-1].number
    run = rows[0].run if rows else ""
    name = f"payouts-{run}-{file.number}.csv"
    body = await asyncio.to_thread(payout_file, rows, layout)
    return Handed(name, run, body, len(rows), file.made_at + STAYS)


def _row(one: FiledPayout, details: Details | None) -> PayoutRow:
    zone = ZoneInfo(one.zone)
    return PayoutRow(
        payout=one.number, statement=one.statement, person=one.pseudonym, name=one.name,
        method=one.method, details=details.text if details else "", money=one.money,
        purpose=f"{one.statement} {one.number}", run=one.run, zone=one.zone,
        period=one.period_end.astimezone(zone).date().isoformat(),
        expected=one.expected_at.astimezone(zone).date(),
    )  # fmt: skip


async def withdraw_files(db: Database, *, now: datetime) -> int:
    """Sweep: files that were in a chat for long enough are taken out; returns how many."""
    async with db.read() as tx:
        old = await payout_files.still_there(tx, now - STAYS)
    for file in old:
        async with db.begin() as tx:
            await _withdraw(tx, file, now)
    return len(old)


async def _withdraw(tx: Tx, file: PayoutFile, now: datetime) -> None:
    """Have the message with the file deleted, or never sent; once."""
    carrier = await notices.by_key(tx, notice_key(file.id))
    if file.deleted_at is not None or (carrier and carrier.state is NoticeState.sending):
        return  # what is on its way has no number yet; the next sweep finds it
    await payout_files.withdrawn(tx, file.id, now)
    admin = await people.by_id(tx, file.by_id)
    if carrier is not None and carrier.message_id is not None:
        await unsend(
            tx, chat_id=carrier.chat_id, message_id=carrier.message_id, person_id=admin.id,
            now=now,
        )  # fmt: skip
    await notices.cancel(tx, notice_key(file.id))
    subject = f"payout-file:{file.number}"
    await record(tx, "payout-file-withdrawn", subject, by=None, now=now)
