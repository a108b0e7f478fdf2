"""The payer's report: looked at against our payouts, then applied whole or not at all."""

import asyncio
import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.domain.money import Money
from bot.domain.numbers import public_number
from bot.domain.payout_files import PayoutColumn, PayoutLayout
from bot.domain.payouts import Payout, PayoutState, require_next
from bot.domain.people import require_admin
from bot.domain.refusal import Refused
from bot.effects.record import record
from bot.effects.unsend import unsend
from bot.formats.cells import harmless
from bot.formats.payout_report import (
    PayoutReport,
    ReportRow,
    differences,
    has_details,
    read_report,
)
from bot.formats.records import Fault
from bot.services.payouts.marking import move
from storage import pay_desk, payruns, people, projects
from storage.database import Database, Tx

_CHUNK = 50
_COLUMNS = ("payout", "state", "reference", "reason", "amount", "currency")


@dataclass(frozen=True, slots=True)
class Reconciled:
    """A report against our payouts: what it changes, what stands so already, what is amiss.

    `missing` are open payouts that stand in the same files as those reported, and are not named.
    """

    count: int
    changes: list[tuple[ReportRow, Money]]
    standing: int
    missing: dict[str, Money]
    faults: list[Fault]

    def sums(self, state: PayoutState) -> tuple[int, dict[str, int]]:
        """How many payouts come into that state, and minor units by currency."""
        by: dict[str, int] = {}
        mine = [money for row, money in self.changes if row.state is state]
        for money in mine:
            by[money.currency] = by.get(money.currency, 0) + money.minor
        return len(mine), by


@dataclass(frozen=True, slots=True)
class Staged:
    """A report that was taken in: under this number, or refused with these faults."""

    number: str | None
    faults: list[Fault]


async def stage_report(
    db: Database, data: bytes, *, name: str, message_id: int | None, by: int, cause: str,
    now: datetime, layout: PayoutLayout,
) -> Staged:  # fmt: skip
    """Keep what the report says until it is applied; with any fault nothing is kept.

    Only what is read is kept. A file that names accounts is taken out of the chat at once.
    """
    # A long report takes seconds; everybody else's taps go on meanwhile.
    report = await asyncio.to_thread(read_report, data, layout)
    found = await reconcile(db, report, by=by, layout=layout)
    async with db.begin(cause) as tx:
        admin = await people.by_id(tx, by)
        require_admin(admin)
        number = None
        if not found.faults:
            number = public_number()
            await projects.stage(
                tx, number=number, person_id=by, name=name, body=_bare(report.rows), now=now
            )
        if message_id is not None and admin.telegram_id is not None and has_details(data, layout):
            await unsend(
                tx, chat_id=admin.telegram_id, message_id=message_id, person_id=by, now=now
            )
        after = {
            "rows": report.count, "changes": len(found.changes), "faults": len(found.faults),
            "missing": len(found.missing),
        }  # fmt: skip
        subject = f"payout-report:{number or 'refused'}"
        await record(tx, "payouts-reconciled", subject, by=by, now=now, after=after)
    return Staged(number, found.faults)


def _bare(rows: Iterable[ReportRow]) -> bytes:
    """The report without the columns that are not read: details of accounts are kept sealed."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_COLUMNS)
    for row in rows:
        cells = (row.number, row.state, row.reference, row.reason, row.amount, row.currency)
        writer.writerow([harmless(cell or "") for cell in cells])
    return out.getvalue().encode()


async def staged_report(
    db: Database, number: str, *, by: int, layout: PayoutLayout
) -> tuple[str, Reconciled]:
    """The name of a report that the admin sent, and how it stands against our payouts now."""
    async with db.read() as tx:
        kept = await projects.staged(tx, number, by)
    if kept is None or kept[2]:
        raise Refused("file-used")
    plain = PayoutLayout(mark=layout.mark)
    report = await asyncio.to_thread(read_report, kept[1], plain)
    return kept[0], await reconcile(db, report, by=by, layout=layout)


async def reconcile(
    db: Database, report: PayoutReport, *, by: int, layout: PayoutLayout
) -> Reconciled:
    """Hold every row against the payout that it names; nothing is written."""
    async with db.read() as tx:
        require_admin(await people.by_id(tx, by))
        ours = await pay_desk.payouts_by_number(tx, [row.number for row in report.rows])
        missing = await pay_desk.open_of_files(tx, [one.id for one in ours.values()])
    money = {number: payout.money for number, payout in ours.items()}
    differing = await asyncio.to_thread(differences, report.rows, money, layout)
    faults = [*report.faults, *differing]
    changes: list[tuple[ReportRow, Money]] = []
    standing = 0
    for row in report.rows:
        payout = ours.get(row.number)
        missing.pop(row.number, None)
        if payout is None:
            continue
        if _stands(payout.state, row.state):
            standing += 1
        elif contradiction := _contradiction(row, payout):
            faults.append(contradiction)
        else:
            changes.append((row, payout.money))
    ordered = sorted(faults, key=lambda fault: fault.line)
    return Reconciled(report.count, changes, standing, missing, ordered)


def _stands(ours: PayoutState, said: PayoutState) -> bool:
    """Whether we know that already; what was paid had been sent."""
    return ours is said or (ours is PayoutState.paid and said is PayoutState.sent)


def _contradiction(row: ReportRow, payout: Payout) -> Fault | None:
    try:
        require_next(payout, row.state)
    except Refused:
        return Fault(row.line, PayoutColumn.state, "state-contradicts",
                     {"expected": payout.state.value})  # fmt: skip
    return None


async def apply_report(
    db: Database, number: str, *, by: int, now: datetime, layout: PayoutLayout
) -> int:
    """Bring all payouts of a staged report into the states that it says; returns how many.

    It goes through them in parts, and can be done again after a crash: what is done stays so.
    """
    _, found = await staged_report(db, number, by=by, layout=layout)
    if found.faults:
        raise Refused("report-faults", count=len(found.faults))
    done = 0
    for part in _parts([row for row, _ in found.changes]):
        async with db.begin() as tx:
            require_admin(await people.by_id(tx, by))
            for row in part:
                done += await _apply(tx, row, by, now)
    async with db.begin() as tx:
        if not await projects.use_staged(tx, number):
            raise Refused("file-used")
        after = {"changed": done, "standing": found.standing, "missing": len(found.missing)}
        subject = f"payout-report:{number}"
        await record(tx, "payout-report-applied", subject, by=by, now=now, after=after)
    return done


def _parts(rows: list[ReportRow]) -> Iterator[list[ReportRow]]:
    # In one order for everybody, so that two who apply at once do not wait for each other.
    ordered = sorted(rows, key=lambda row: row.number)
    for start in range(0, len(ordered), _CHUNK):
        yield ordered[start : start + _CHUNK]


async def _apply(tx: Tx, row: ReportRow, by: int, now: datetime) -> bool:
    payout = await payruns.locked_payout(tx, row.number)
    if payout is None or _stands(payout.state, row.state):
        return False
    await move(tx, payout, row.state, reference=row.reference, reason=row.reason, by=by, now=now)
    return True


async def drop_report(db: Database, number: str, *, by: int, cause: str) -> None:
    """Forget a report that the admin sent."""
    async with db.begin(cause) as tx:
        require_admin(await people.by_id(tx, by))
        mine = await projects.staged(tx, number, by)
        if mine is None or not await projects.use_staged(tx, number):
            raise Refused("file-used")
