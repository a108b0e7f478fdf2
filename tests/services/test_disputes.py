"""Disputes: one for a verdict, decided once by somebody else, and made up for in money."""

import asyncio
from datetime import timedelta
from functools import partial

import pytest

from bot.domain.disputes import DisputeState
from bot.domain.lines import LineKind, LineState
from bot.domain.pay_terms import Verdict
from bot.domain.people import Role
from bot.domain.refusal import Refused
from bot.services import awaiting, disputes, finding, payruns
from storage import schema
from tests.invariants import broken
from tests.services.builders import DAY, MINUTE, NOW, RULES, Hall
from tests.services.reviewing import (
    REPLY,
    WORDS,
    decide,
    dispute,
    handed_in,
    judge,
    lines_of,
    return_job,
    reviewer,
)
from tests.services.test_at_once import refusable

UPHELD, OVERTURNED = DisputeState.upheld, DisputeState.overturned


async def corrections(hall: Hall) -> list[tuple[int, str, int | None]]:
    kind = schema.lines.c.kind == LineKind.correction
    return [
        (one.pay_minor, one.state, one.corrects) for one in await hall.rows(schema.lines, kind)
    ]


@pytest.mark.parametrize("verdict", [Verdict.rejected, Verdict.fixed])
async def test_what_was_withheld_is_owed_as_a_line_that_names_the_old_one(
    hall: Hall, verdict: Verdict
) -> None:
    job = await handed_in(hall)
    (line,) = await lines_of(hall, job)
    given = await judge(hall, line, verdict, await reviewer(hall))
    made = await dispute(hall, given)
    assert (made.state, made.words, made.decide_by) == ("open", REPLY, NOW + 7 * DAY)
    second = await reviewer(hall, "Saul")
    done = await decide(hall, made, OVERTURNED, second)
    assert (done.state, done.answer, done.decided_by) == ("overturned", WORDS, second)
    owed = line.offered.minor - given.line.pay.minor
    assert await corrections(hall) == [(owed, LineState.confirmed, line.id)]
    assert [row.state for row in await hall.rows(schema.ratings)] == ["accepted"]
    (told,) = await hall.notices("dispute_decided")
    assert (told.args, told.sound) == ({"number": made.number}, True)
    await hall.slots_add_up()
    assert await broken(hall.db) == []


async def test_a_correction_comes_with_the_next_statement_and_changes_no_old_one(
    hall: Hall,
) -> None:
    job = await handed_in(hall, size=30)
    ada = job.person_id
    rita = await reviewer(hall)
    found = await lines_of(hall, job)
    givens = [await judge(hall, one, Verdict.fixed, rita) for one in found]
    await payruns.run_due(hall.db, now=NOW + 40 * DAY, rules=RULES.pay)
    (first,) = await hall.rows(schema.statements)
    assert first.net_minor == 30 * 32
    made = await dispute(hall, givens[0], now=NOW + 20 * DAY)
    await decide(hall, made, OVERTURNED, await reviewer(hall), now=NOW + 41 * DAY)
    await payruns.run_due(hall.db, now=NOW + 90 * DAY, rules=RULES.pay)
    again, second = await hall.rows(schema.statements, schema.statements.c.person_id == ada)
    assert (again.net_minor, second.net_minor) == (30 * 32, 8)


async def test_an_upheld_verdict_stands(hall: Hall) -> None:
    job = await handed_in(hall)
    (line,) = await lines_of(hall, job)
    given = await judge(hall, line, Verdict.rejected, await reviewer(hall))
    made = await dispute(hall, given)
    await decide(hall, made, UPHELD, await reviewer(hall))
    assert await corrections(hall) == []
    assert [row.state for row in await hall.rows(schema.ratings)] == ["rejected"]
    await awaiting.ask(
        hall.db, person_id=made.person_id, topic="dispute", args={}, card_id=None, now=NOW
    )
    with pytest.raises(Refused, match="decided-upheld"):
        await disputes.add_words(
            hall.db, number=made.number, text="more", by=made.person_id, cause=hall.cause()
        )
    assert await awaiting.awaited(hall.db, made.person_id, now=NOW) is None


async def test_a_second_tap_finds_the_dispute_that_is_there(hall: Hall) -> None:
    job = await handed_in(hall)
    (line,) = await lines_of(hall, job)
    given = await judge(hall, line, Verdict.rejected, await reviewer(hall))
    taps = [
        partial(
            disputes.open_dispute, hall.db, review=given.review.number, by=line.person_id,
            cause=hall.cause(), now=NOW, rules=RULES.pay,
        )
        for _ in range(3)
    ]  # fmt: skip
    made = await asyncio.gather(*(refusable(tap) for tap in taps))
    assert len({one.number for one in made if one is not None}) == 1
    assert len(await hall.rows(schema.disputes)) == 1


async def test_neither_the_reviewer_nor_the_contractor_decides_and_nobody_else_objects(
    hall: Hall,
) -> None:
    job = await handed_in(hall)
    (line,) = await lines_of(hall, job)
    rita = await reviewer(hall)
    given = await judge(hall, line, Verdict.rejected, rita)
    with pytest.raises(Refused, match="not-yours"):
        await disputes.open_dispute(
            hall.db, review=given.review.number, by=rita, cause=hall.cause(), now=NOW,
            rules=RULES.pay,
        )  # fmt: skip
    made = await dispute(hall, given)
    with pytest.raises(Refused, match="own-verdict"):
        await decide(hall, made, UPHELD, rita)
    with pytest.raises(Refused, match="not-reviewer"):
        await decide(hall, made, OVERTURNED, line.person_id)
    async with hall.db.begin() as tx:
        await tx.execute(
            schema.roles.insert().values(
                person_id=line.person_id, role=Role.reviewer, granted_at=NOW
            )
        )
    with pytest.raises(Refused, match="own-work"):
        await decide(hall, made, OVERTURNED, line.person_id)


async def test_full_pay_is_not_disputed_and_nothing_after_its_time(hall: Hall) -> None:
    job = await handed_in(hall, size=2)
    rita = await reviewer(hall)
    one, two = await lines_of(hall, job)
    returned = await judge(hall, one, Verdict.returned, rita)
    with pytest.raises(Refused, match="dispute-nothing"):
        await dispute(hall, returned)
    rejected = await judge(hall, two, Verdict.rejected, rita)
    with pytest.raises(Refused, match="dispute-over"):
        await dispute(hall, rejected, now=NOW + 30 * DAY)


async def test_only_the_verdict_that_took_the_money_is_disputed(hall: Hall) -> None:
    job = await handed_in(hall)
    (line,) = await lines_of(hall, job)
    rita = await reviewer(hall)
    returned = await judge(hall, line, Verdict.returned, rita)
    await hall.submit(await return_job(hall))
    await hall.sweep_submissions(now=NOW + MINUTE)
    fixed = await judge(hall, line, Verdict.fixed, rita, now=NOW + MINUTE)
    with pytest.raises(Refused, match="dispute-nothing"):
        await dispute(hall, returned, now=NOW + MINUTE)
    await dispute(hall, fixed, now=NOW + MINUTE)
    assert await disputes.decide_overdue(hall.db, now=NOW + 8 * DAY) == 1
    assert len(await corrections(hall)) == 1


async def test_what_nobody_decides_is_decided_for_the_contractor(hall: Hall) -> None:
    job = await handed_in(hall)
    (line,) = await lines_of(hall, job)
    given = await judge(hall, line, Verdict.rejected, await reviewer(hall))
    await dispute(hall, given)
    late = NOW + 7 * DAY
    assert await disputes.decide_overdue(hall.db, now=late - timedelta(seconds=1)) == 0
    assert await disputes.decide_overdue(hall.db, now=late) == 1
    assert await disputes.decide_overdue(hall.db, now=late) == 0
    (row,) = await hall.rows(schema.disputes)
    assert (row.state, row.decided_by, row.answer) == ("overturned", None, None)
    assert await corrections(hall) == [(40, LineState.confirmed, line.id)]


async def test_a_slot_that_was_filled_meanwhile_stays_filled(hall: Hall) -> None:
    job = await handed_in(hall, overlap=1)
    (line,) = await lines_of(hall, job)
    given = await judge(hall, line, Verdict.rejected, await reviewer(hall))
    await hall.finish(await hall.claim(await hall.call(), await hall.person("Ben")))
    made = await dispute(hall, given)
    await decide(hall, made, OVERTURNED, await reviewer(hall))
    (task,) = await hall.rows(schema.tasks)
    assert (task.overlap, task.open_slots) == (2, 0)
    assert await hall.slots_add_up() == 0
    assert await broken(hall.db) == []


async def test_a_decision_meets_its_deadline_and_one_of_them_counts(hall: Hall) -> None:
    job = await handed_in(hall)
    (line,) = await lines_of(hall, job)
    given = await judge(hall, line, Verdict.rejected, await reviewer(hall))
    made = await dispute(hall, given)
    late = NOW + 7 * DAY
    deciding = [await reviewer(hall, name) for name in ("Saul", "Tara")]
    await asyncio.gather(
        *(refusable(partial(decide, hall, made, UPHELD, by, now=late)) for by in deciding),
        *(refusable(partial(disputes.decide_overdue, hall.db, now=late)) for _ in range(2)),
    )
    (row,) = await hall.rows(schema.disputes)
    owed = await corrections(hall)
    assert (row.state, owed) in [("upheld", []), ("overturned", [(40, "confirmed", line.id)])]
    assert len(await hall.notices("dispute_decided")) == 1
    assert await broken(hall.db) == []


async def test_a_card_of_a_person_counts_nothing_that_is_disputed_or_was_made_up_for(
    hall: Hall,
) -> None:
    job = await handed_in(hall, size=3)
    boss, rita = await hall.person("Boss", roles=(Role.admin,)), await reviewer(hall)
    first, second, third = await lines_of(hall, job)

    async def seen() -> dict[str, int]:
        return (await finding.dossier(hall.db, job.person_id, by=boss)).done.verdicts

    rejected = await judge(hall, first, Verdict.rejected, rita)
    fixed = await judge(hall, second, Verdict.fixed, rita)
    await judge(hall, third, Verdict.rejected, rita)
    assert await seen() == {"rejected": 2, "reduced": 1}
    made = [await dispute(hall, one) for one in (rejected, fixed)]
    assert await seen() == {"rejected": 1, "disputed": 2}
    saul = await reviewer(hall, "Saul")
    await decide(hall, made[0], OVERTURNED, saul)
    await decide(hall, made[1], UPHELD, saul)
    assert await seen() == {"rejected": 1, "reduced": 1, "accepted": 1}
