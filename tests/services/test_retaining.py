"""Deleting what is too old: all of it, nothing else, and the books stay in balance."""

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import delete, update
from sqlalchemy.exc import DBAPIError

from bot.domain.ledger import Account
from bot.domain.money import Money
from bot.domain.payouts import PayoutState
from bot.domain.refusal import Contended
from bot.domain.rules import Rules
from bot.services import audit, payruns, retaining
from storage import inbox, ledger, schema
from storage import retaining as stored
from tests.services.builders import DAY, NOW, Hall
from tests.services.paid_hall import FRIDAY, PAY, WEEK, fill, mark, owe

RULES = Rules()
LATER = FRIDAY + timedelta(days=1461 + 90)
GUARDED = (
    "journal", "entries", "postings", "statements", "lines", "payouts", "ratings", "steps",
    "step_evidence", "appeals",
)  # fmt: skip


def cut(now: datetime) -> retaining.CutOffs:
    return retaining.cut_offs(now, RULES)


async def settled(hall: Hall) -> None:
    """A hall with money in every state, of which all that can be is paid in the end."""
    await fill(hall)
    table = schema.payouts
    for person in (2, 3, 4):
        mine = (table.c.person_id == person) & table.c.state.in_(("due", "sent"))
        while await hall.rows(table, mine):
            await mark(hall, person, PayoutState.paid, by=1, now=FRIDAY + 3 * WEEK)


async def balances(hall: Hall) -> dict[tuple[str, int], list[Money]]:
    """What stands on every account."""
    owners = [(Account.bank, 0), *((Account.project, n) for n in range(4))]
    people = [(one, n) for one in (Account.earned, Account.payable) for n in range(1, 5)]
    async with hall.db.read() as tx:
        return {one: await ledger.balances(tx, *one) for one in (*owners, *people)}


async def counted(hall: Hall) -> Counter[str]:
    return Counter({name: len(rows) for name, rows in (await hall.census()).items()})


async def numbers(hall: Hall, table: Any = schema.lines) -> set[str]:
    return {row.number for row in await hall.rows(table)}


async def test_what_is_too_old_goes_and_the_books_stay_in_balance(hall: Hall) -> None:
    await settled(hall)
    old = await numbers(hall)
    await owe(hall, 2, Money(777, "USD"), now=LATER - 9 * DAY)
    await payruns.run_due(hall.db, now=LATER, rules=PAY)
    (young,) = await numbers(hall) - old
    owed, before = await balances(hall), await counted(hall)
    assert owed[Account.bank, 0] != []

    told = await retaining.count(hall.db, cut=cut(LATER))
    assert await counted(hall) == before
    gone = await retaining.delete(hall.db, cut=cut(LATER), now=LATER)

    assert gone == told
    assert {"lines", "statements", "payouts", "ratings", "entries", "notices"} <= set(gone)
    assert await audit.breaches(hall.db) == []
    assert await balances(hall) == owed
    left = await counted(hall)
    assert young in await numbers(hall)
    for table in ("lines", "statements", "payouts", "ratings", "notices", "jobs"):
        assert before[table] - left[table] == gone.get(table, 0), table
    openings = await hall.rows(schema.entries, schema.entries.c.movement == "opening")
    day = f"{cut(LATER).records:%Y-%m-%d}"
    assert {one.key for one in openings} == {f"opening:{day}:{one.currency}" for one in openings}
    (act,) = await hall.acts("retained")
    assert act.after == {"before": day, "rows": gone}
    assert await retaining.delete(hall.db, cut=cut(LATER), now=LATER) == {}


async def test_a_second_time_takes_up_what_was_carried_forward(hall: Hall) -> None:
    await settled(hall)
    owed = await balances(hall)
    # The first time nothing is old enough but the first week.
    early = cut(FRIDAY + timedelta(days=1461 + 10))
    assert await retaining.delete(hall.db, cut=early, now=LATER) != {}
    assert await audit.breaches(hall.db) == []
    some = await counted(hall)
    assert some["statements"] > 0
    assert await retaining.delete(hall.db, cut=cut(LATER), now=LATER) != {}
    assert (await counted(hall))["statements"] < some["statements"]
    assert await balances(hall) == owed
    assert await audit.breaches(hall.db) == []
    openings = await hall.rows(schema.entries, schema.entries.c.movement == "opening")
    assert len({one.currency for one in openings}) == len(openings)


async def test_after_a_kill_between_two_pages_or_in_one_it_goes_on(hall: Hall) -> None:
    await settled(hall)
    owed, before = await balances(hall), await counted(hall)
    one = replace(stored.STATEMENTS, most=1)

    async def killed() -> None:
        async with hall.db.begin() as tx, stored.opened(tx, cut(LATER).records):
            assert (await stored.delete(tx, one, cut(LATER).records, 2**62)).gone["statements"]
            raise InterruptedError

    with pytest.raises(InterruptedError):
        await killed()
    assert await counted(hall) == before
    async with hall.db.begin() as tx, stored.opened(tx, cut(LATER).records):
        page = await stored.delete(tx, one, cut(LATER).records, 2**62)
    assert page.gone["statements"] == 1
    assert (await counted(hall))["statements"] == before["statements"] - 1
    assert await audit.breaches(hall.db) == []
    assert await balances(hall) == owed
    await retaining.delete(hall.db, cut=cut(LATER), now=LATER)
    assert await audit.breaches(hall.db) == []
    assert await balances(hall) == owed


@pytest.mark.parametrize("table", GUARDED)
async def test_nothing_else_deletes_however_old_it_is(hall: Hall, table: str) -> None:
    await settled(hall)
    everything = delete(schema.metadata.tables[table])
    old = LATER + timedelta(days=9)
    if not await hall.rows(schema.metadata.tables[table]):
        await a_step(hall)
    async with hall.db.begin() as tx:
        # Only the cut-off: the gate stays shut.
        await tx.execute(update(schema.retention).values(cut_off=old))
    with pytest.raises((DBAPIError, Contended)):
        async with hall.db.begin() as tx:
            await tx.execute(everything)
    async with hall.db.begin() as tx:
        await tx.execute(update(schema.retention).values(cut_off=NOW - 99 * DAY, open=True))
    with pytest.raises((DBAPIError, Contended)):
        async with hall.db.begin() as tx:
            await tx.execute(everything)
    assert "nothing_is_open_for_deletion" in {one.promise for one in await audit.breaches(hall.db)}


async def a_step(hall: Hall, *, state: str = "withdrawn") -> int:
    """A step of long ago with its evidence and an appeal; returns its id."""
    step = {
        "number": "STEPONE", "person_id": 2, "kind": "warning", "state": state,
        "reason": "expired-jobs", "rule_version": 1, "decided_by": 1, "role": "admin",
        "decided_at": NOW, "counts_days": 90, "grace_days": 14, "appeal_days": 90,
        "reply_days": 7, "told_at": NOW, "ended_at": NOW,
    }  # fmt: skip
    async with hall.db.begin() as tx:
        await tx.execute(schema.steps.insert().values(**step))
        step_id = (await tx.execute(schema.steps.select())).one().id
        line = (await tx.execute(schema.lines.select().order_by(schema.lines.c.id))).first()
        evidence = {"kind": "line", "fact": "rejected", "number": line and line.number, "at": NOW}
        await tx.execute(schema.step_evidence.insert().values(step_id=step_id, **evidence))
        appeal = {
            "number": "APPEAL1", "person_id": 2, "words": "no", "state": "overturned",
            "opened_at": NOW, "decide_by": NOW, "next_at": NOW, "step_by": 1, "decided_at": NOW,
        }  # fmt: skip
        await tx.execute(schema.appeals.insert().values(step_id=step_id, **appeal))
    return int(step_id)


async def test_a_step_goes_when_it_is_over_and_old_and_its_evidence_holds_lines_until_then(
    hall: Hall,
) -> None:
    await settled(hall)
    step_id = await a_step(hall, state="scheduled")
    held = (await hall.rows(schema.step_evidence))[0].number
    await retaining.delete(hall.db, cut=cut(LATER), now=LATER)
    assert held in await numbers(hall)
    assert await numbers(hall, schema.steps) == {"STEPONE"}
    await hall.change(schema.steps, step_id, state="withdrawn")
    await retaining.delete(hall.db, cut=cut(LATER), now=LATER)
    assert held not in await numbers(hall)
    assert await hall.rows(schema.steps) == await hall.rows(schema.appeals) == []


async def test_a_step_on_which_a_kept_one_builds_stays(hall: Hall) -> None:
    await settled(hall)
    step_id = await a_step(hall)
    later = (await hall.rows(schema.steps))[0]._asdict() | {
        "id": step_id + 1, "number": "STEPTWO", "kind": "second warning", "state": "effective",
        "follows": step_id, "ended_at": None,
    }  # fmt: skip
    async with hall.db.begin() as tx:
        await tx.execute(schema.steps.insert().values(**later))
    await retaining.delete(hall.db, cut=cut(LATER), now=LATER)
    assert await numbers(hall, schema.steps) == {"STEPONE", "STEPTWO"}


async def test_what_is_open_or_new_stays_whatever_its_line_says(hall: Hall) -> None:
    await settled(hall)
    line = (await hall.rows(schema.lines, schema.lines.c.state == "rejected"))[0]
    dispute = {
        "number": "DISPUTE", "line_id": line.id, "person_id": line.person_id, "words": "no",
        "state": "open", "opened_at": NOW, "decide_by": NOW,
    }  # fmt: skip
    async with hall.db.begin() as tx:
        await tx.execute(schema.disputes.insert().values(**dispute))
    await retaining.delete(hall.db, cut=cut(LATER), now=LATER)
    assert line.number in await numbers(hall)
    assert await audit.breaches(hall.db) == []


async def test_messages_as_they_came_go_sooner_and_the_newest_stays(hall: Hall) -> None:
    async with hall.db.begin() as tx:
        await inbox.store(tx, [(n, 1, {"n": n}) for n in (1, 2, 3)], NOW, holder="")
        await inbox.done(tx, [1, 3])
    soon, late = cut(NOW + 30 * DAY), cut(NOW + 31 * DAY)
    assert await retaining.delete(hall.db, cut=soon, now=NOW) == {}
    assert await retaining.delete(hall.db, cut=late, now=NOW) == {"inbox": 1}
    # One is not worked off yet, and one says from where on Telegram is asked.
    assert [row.update_id for row in await hall.rows(schema.inbox)] == [2, 3]
