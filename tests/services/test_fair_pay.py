"""Who earned less than the floor in a week: told once, made up for once, by whomever."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.ledger import Account
from bot.domain.lines import LineKind
from bot.domain.money import Money
from bot.domain.people import Role
from bot.domain.refusal import Refused
from bot.domain.rules import PayRules
from bot.effects.owe_line import owe_line
from bot.insistence import insistently
from bot.services import fair_pay, reviews
from storage import ledger, schema
from tests.services.builders import DAY, NOW, Hall

PAY = PayRules()
# NOW is Tuesday, 15 January 2030; what is accepted three days later belongs to that week.
WEEK = "20300114"
MONDAY = datetime(2030, 1, 21, tzinfo=UTC)


async def week_of(hall: Hall, person: int, seconds: float, *, key: str = "pairs") -> None:
    """Five ratings at 40 cents each, accepted, that took so long in all."""
    job = await hall.finish(await hall.claim(await hall.call(key), person))
    for one in await hall.assignments(job):
        await hall.change(schema.assignments, one.id, active_seconds=seconds / 5)


async def accept(hall: Hall) -> None:
    await reviews.accept_overdue(hall.db, now=NOW + 3 * DAY)


async def look(hall: Hall, *, now: datetime = MONDAY, rules: PayRules = PAY) -> int:
    return await fair_pay.look(hall.db, now=now, rules=rules)


async def top_up(hall: Hall, by: int, person: int, *, week: str = WEEK) -> list[Money]:
    found = await insistently(
        lambda: fair_pay.top_up(
            hall.db, key="pairs", week=week, person_id=person, by=by, now=MONDAY, rules=PAY
        )
    )
    return [one.missing for one in found]


async def top_up_all(hall: Hall, by: int) -> int:
    found = await insistently(
        lambda: fair_pay.top_up_all(hall.db, key="pairs", week=WEEK, by=by, now=MONDAY, rules=PAY)
    )
    return len(found)


async def made_up(hall: Hall) -> list[tuple[int, int]]:
    lines = await hall.rows(schema.lines, schema.lines.c.kind == LineKind.top_up)
    return [(one.person_id, one.pay_minor) for one in lines]


async def test_coordinators_and_admins_are_told_once_of_who_got_less(hall: Hall) -> None:
    admin = await hall.person("Boss", roles=(Role.admin,))
    await hall.project(tasks=5, overlap=3)
    slow, fast, brief = await hall.people(3)
    await week_of(hall, slow, 3600)
    await week_of(hall, fast, 900)
    await week_of(hall, brief, 1799)
    await accept(hall)
    assert await look(hall) == 4
    assert await look(hall) == 0
    assert await look(hall, now=MONDAY + 6 * DAY) == 0
    # Nothing comes of a clock that was set back but weeks that were never looked at.
    assert await look(hall, now=MONDAY - 7 * DAY) == 1
    told = [one.person_id for one in await hall.notices("floor_alert")]
    assert told.count(admin) == 1
    found = await fair_pay.below(hall.db, key="pairs", week=WEEK, by=admin, now=MONDAY, rules=PAY)
    ((short,), names) = (found.open, found.names)
    assert (short.missing, short.hourly) == (Money(600, "USD"), Money(200, "USD"))
    assert names == {slow: "Person 0"}


async def test_nobody_is_told_where_all_earned_enough_or_no_floor_is_set(hall: Hall) -> None:
    await hall.person("Boss", roles=(Role.admin,))
    await hall.project(tasks=5)
    await week_of(hall, (await hall.people(1))[0], 1800 / 2)
    await accept(hall)
    assert await look(hall, rules=replace(PAY, floors={})) == 0
    assert await look(hall) == 4
    assert await hall.notices("floor_alert") == []


async def test_a_top_up_is_owed_told_and_in_the_journal_and_never_twice(hall: Hall) -> None:
    admin = await hall.person("Boss", roles=(Role.admin,))
    await hall.project(tasks=5)
    slow = (await hall.people(1))[0]
    await week_of(hall, slow, 3600)
    await accept(hall)
    assert await top_up(hall, admin, slow) == [Money(600, "USD")]
    assert await top_up(hall, admin, slow) == []
    assert await made_up(hall) == [(slow, 600)]
    (line,) = await hall.rows(schema.lines, schema.lines.c.kind == LineKind.top_up)
    assert (line.reason, line.because) == ("floor", "2030-01-14 – 2030-01-20")
    async with hall.db.read() as tx:
        assert await ledger.balances(tx, Account.payable, slow) == [Money(800, "USD")]
    (notice,) = await hall.notices("gift")
    assert (notice.person_id, notice.sound, notice.args["line"]) == (slow, True, line.number)
    assert len(await hall.acts("topped-up")) == 1
    found = await fair_pay.below(hall.db, key="pairs", week=WEEK, by=admin, now=MONDAY, rules=PAY)
    assert (found.open, [one.worked.person_id for one in found.done]) == ([], [slow])


async def test_two_admins_who_top_up_everybody_at_once_do_it_once(hall: Hall) -> None:
    first = await hall.person("Boss", roles=(Role.admin,))
    second = await hall.person("Bess", roles=(Role.admin,))
    await hall.project(tasks=5, overlap=4)
    people = await hall.people(3)
    for person in people:
        await week_of(hall, person, 3600)
    await accept(hall)
    counts = await asyncio.gather(
        top_up_all(hall, first), top_up_all(hall, second), top_up_all(hall, first)
    )
    assert sum(counts) == 3
    assert sorted(await made_up(hall)) == [(person, 600) for person in people]


async def test_nobody_tops_up_oneself(hall: Hall) -> None:
    admin = await hall.person("Boss", roles=(Role.admin,))
    await hall.project(tasks=5)
    await week_of(hall, admin, 3600)
    await accept(hall)
    with pytest.raises(Refused, match="gift-self"):
        await top_up(hall, admin, admin)
    assert await top_up_all(hall, admin) == 0
    assert await made_up(hall) == []


async def test_who_does_not_coordinate_sees_and_does_nothing(hall: Hall) -> None:
    await hall.project(tasks=5)
    slow = (await hall.people(1))[0]
    await week_of(hall, slow, 3600)
    await accept(hall)
    with pytest.raises(Refused, match="not-coordinator"):
        await top_up(hall, slow, slow)
    with pytest.raises(Refused, match="not-coordinator"):
        await fair_pay.below(hall.db, key="pairs", week=WEEK, by=slow, now=MONDAY, rules=PAY)


async def test_where_the_floor_is_met_nothing_is_made_up(hall: Hall) -> None:
    admin = await hall.person("Boss", roles=(Role.admin,))
    await hall.project(tasks=5)
    slow = (await hall.people(1))[0]
    await week_of(hall, slow, 3600)
    await accept(hall)
    (line, *_) = await hall.rows(schema.lines)
    async with hall.db.begin() as tx:
        await owe_line(
            tx, person_id=slow, project_id=line.project_id, kind=LineKind.correction,
            money=Money(600, "USD"), reason="overturned", because=None, by=admin, now=MONDAY,
            corrects=line.id, job_id=line.job_id,
        )  # fmt: skip
    with pytest.raises(Refused, match="floor-met"):
        await top_up(hall, admin, slow)
    with pytest.raises(Refused, match="stale-button"):
        await top_up(hall, admin, slow, week="20300121")
    assert await made_up(hall) == []


async def test_each_week_counts_for_itself_also_after_downtime(hall: Hall) -> None:
    admin = await hall.person("Boss", roles=(Role.admin,))
    await hall.project(tasks=5)
    await week_of(hall, (await hall.people(1))[0], 3600)
    await accept(hall)
    await look(hall, now=MONDAY + 7 * DAY)
    told = [one.args["week"] for one in await hall.notices("floor_alert")]
    assert set(told) == {WEEK}
    later = await fair_pay.below(
        hall.db, key="pairs", week="20300121", by=admin, now=MONDAY + 7 * DAY, rules=PAY
    )
    assert later.open == []
