"""The pay run: statements and payouts of one period, person by person, each in one transaction.

What was begun goes on after a crash where it stopped: whoever has a statement has no lines left
for a second one.
"""

import asyncio
import logging
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.domain.batches import in_chunks
from bot.domain.lines import Line
from bot.domain.money import Money
from bot.domain.numbers import public_number
from bot.domain.pay_periods import WEEK, due_periods
from bot.domain.payouts import RunState, is_carried_over
from bot.domain.people import Person, Role, Standing
from bot.domain.refusal import Contended
from bot.domain.rules import PayRules
from bot.effects.issue_payout import issue_payout
from bot.effects.record import record
from bot.effects.tell import tell
from bot.insistence import insistently
from storage import lines, payruns, people
from storage.database import Database, Tx
from storage.payruns import PayRun, Zones

_log = logging.getLogger(__name__)
_PAGE = 200
# PostgreSQL writes several people's transactions to the disk together; SQLite has one writer.
_AT_ONCE = 8
TRY_AGAIN = timedelta(hours=1)
_LEAVING = (Standing.deactivating, Standing.deactivated)


async def run_due(db: Database, *, now: datetime, rules: PayRules) -> int:
    """Sweep: every period that has ended is run, the oldest first; returns how many runs."""
    async with db.read() as tx:
        begun = await payruns.unfinished(tx)
    for run in begun:
        await _go_on(db, run, now, rules)
    done = len(begun)
    for zone in rules.zones:
        condition = payruns.only_in(Zones.of(zone, rules.zones), rules.zones)
        async with db.read() as tx:
            last = await payruns.latest_end(tx, zone)
            first = await payruns.first_payable(tx, condition) if last is None else None
        since = last or first
        if since is None:
            continue
        for period in due_periods(zone, rules.day, since=since, last=last, now=now):
            async with db.begin() as tx:
                run = await payruns.open_run(tx, period, by=None, now=now)
            await _go_on(db, run, now, rules)
            done += 1
    return done + await _try_troubles(db, now, rules)


async def _go_on(db: Database, run: PayRun, now: datetime, rules: PayRules) -> None:
    """Make every statement of the run that is missing, and complete it."""
    if run.state is RunState.completed:
        return
    condition = payruns.only_in(Zones.of(run.period.zone, rules.zones), rules.zones)
    after = 0
    while True:
        async with db.read() as tx:
            page = await payruns.payable_people(
                tx, condition, before=run.period.end, after=after, limit=_PAGE
            )
        if not page:
            break
        for some in in_chunks(page, 1 if db.is_sqlite else _AT_ONCE):
            await _pay_some(db, run, some, now, rules)
        after = page[-1]
    async with db.begin() as tx:
        # Two can be at the same run: the clock, and an admin who would not wait for it.
        if not await payruns.complete(tx, run.id, now):
            return
        await record(tx, "run-completed", f"run:{run.number}", by=None, now=now)
        if await payruns.has_anything(tx, run.id):
            await _tell_admins(tx, run, now)


async def _tell_admins(tx: Tx, run: PayRun, now: datetime) -> None:
    for admin in await people.with_role(tx, Role.admin):
        await tell(
            tx, admin, "run_done", key=f"run:{run.id}:done:{admin.id}", now=now, sound=True,
            can_wait=True, run=run.number,
        )  # fmt: skip


async def _pay_some(
    db: Database, run: PayRun, who: Sequence[int], now: datetime, rules: PayRules
) -> None:
    """Each of them in a transaction of their own, side by side where the engine can."""
    parts = (_try_person(db, run, person_id, now, rules) for person_id in who)
    # All have ended before the first failure is passed on.
    for done in await asyncio.gather(*parts, return_exceptions=True):
        if done is not None:
            raise done


async def _try_person(
    db: Database, run: PayRun, person_id: int, now: datetime, rules: PayRules
) -> None:
    """The person's part of the run; a failure is written down and stops nobody else."""

    async def pay() -> None:
        async with db.begin() as tx:
            await pay_person(tx, run, person_id, now=now, rules=rules)

    try:
        await insistently(pay)
    except Contended:
        raise
    except Exception as error:  # noqa: BLE001 - one bad account stops nobody
        _log.exception("run %s, person %d: not paid", run.number, person_id)
        async with db.begin() as tx:
            await payruns.add_trouble(tx, run.id, person_id, error=type(error).__name__, now=now)


async def _try_troubles(db: Database, now: datetime, rules: PayRules) -> int:
    async with db.read() as tx:
        open_ones = await payruns.troubles(tx, before=now - TRY_AGAIN)
        runs = {one.run_id: await payruns.run_by_id(tx, one.run_id) for one in open_ones}
    for one in open_ones:
        await _try_person(db, runs[one.run_id], one.person_id, now, rules)
    return len(open_ones)


async def pay_person(
    tx: Tx, run: PayRun, person_id: int, *, now: datetime, rules: PayRules
) -> None:
    """A statement with its payout for each currency in which the person has enough money."""
    person = await people.locked(tx, person_id)
    waiting = await lines.payable_of(tx, person_id, run.period.end)
    for currency, mine in _by_currency(waiting).items():
        total = Money(sum(line.pay.minor for line in mine), currency)
        oldest = min(line.confirmed_at for line in mine if line.confirmed_at)
        threshold = 0 if person.standing in _LEAVING else rules.threshold(currency)
        if is_carried_over(
            total.minor, threshold, oldest, run.period.end + WEEK, timedelta(rules.carry_days)
        ):
            await _tell(tx, person, "pay_carried", f"run:{run.id}:carried:{person_id}:{currency}",
                        now, run=run.number, minor=total.minor, currency=currency,
                        threshold=threshold, oldest=oldest.isoformat())  # fmt: skip
        else:
            await _state(tx, run, person, mine, total, now, rules)
    await payruns.solve_trouble(tx, run.id, person_id, now)


def _by_currency(found: Iterable[Line]) -> dict[str, list[Line]]:
    by: dict[str, list[Line]] = {}
    for line in found:
        by.setdefault(line.pay.currency, []).append(line)
    return dict(sorted(by.items()))


async def _state(
    tx: Tx, run: PayRun, person: Person, mine: list[Line], total: Money, now: datetime,
    rules: PayRules,
) -> None:  # fmt: skip
    statement = {
        "number": public_number(), "run_id": run.id, "person_id": person.id,
        "currency": total.currency, "gross_minor": total.minor, "deductions_minor": 0,
        "net_minor": total.minor, "made_at": now,
        "expected_at": now + timedelta(days=rules.transfer_days),
        "dispute_by": now + timedelta(days=rules.dispute_days),
    }  # fmt: skip
    statement_id = await payruns.add_statement(tx, statement)
    if statement_id is None:
        # Confirmed for this period after the person's statement was made: the next run has it.
        return
    await lines.put_in_run(tx, [line.id for line in mine], statement_id)
    await issue_payout(tx, statement_id, person.id, total, now=now)
    await _tell(tx, person, "statement", f"statement:{statement_id}", now,
                number=statement["number"])  # fmt: skip
    after = {"lines": len(mine), "minor": total.minor, "currency": total.currency}
    subject = f"statement:{statement['number']}"
    await record(tx, "statement-made", subject, by=None, now=now, after=after)


async def _tell(tx: Tx, person: Person, kind: str, key: str, now: datetime, **args: Any) -> None:
    await tell(tx, person, kind, key=key, now=now, sound=True, can_wait=True, **args)
