"""A verdict that took money and fell in the second look: a third person says what holds."""

import pytest

from bot.domain.lines import Line, LineKind
from bot.domain.pay_terms import Verdict
from bot.domain.people import Role
from bot.domain.refusal import Refused
from bot.services import desk, disputes, doubts, tiers
from storage import schema
from tests.invariants import broken
from tests.services.builders import DAY, NOW, RULES, Hall
from tests.services.reviewing import TWICE, accept, dispute, handed_in, judge, lines_of, reviewer
from tests.services.test_twins import paid_to


async def doubted(hall: Hall) -> tuple[Line, str, int, int]:
    """A rejected rating that a second reviewer accepted: its line, the number, both reviewers."""
    (line,) = await lines_of(hall, await handed_in(hall, overlap=1))
    first = await hall.person("First", roles=(Role.coordinator,))
    second = await hall.person("Second", roles=(Role.coordinator,))
    await judge(hall, line, Verdict.rejected, first, rules=TWICE)
    await accept(hall, line, second)
    (row,) = await hall.rows(schema.second_reviews)
    return line, row.number, first, second


async def decide(hall: Hall, number: str, outcome: doubts.Outcome, by: int) -> int:
    """What is owed after the decision, in minor units."""
    owed = await doubts.decide(
        hall.db, number=number, outcome=outcome, by=by, cause=hall.cause(), now=NOW + DAY
    )
    return owed.minor


async def matters(hall: Hall, by: int) -> dict[str, str]:
    found = await desk.look(hall.db, by=by, now=NOW, rules=RULES.pay)
    return {one.matter: one.key for one in found.waiting}


async def test_a_third_person_finds_it_at_the_desk_and_what_was_withheld_is_owed(
    hall: Hall,
) -> None:
    line, number, first, second = await doubted(hall)
    boss = await hall.person("Boss", roles=(Role.coordinator,))
    assert (await matters(hall, boss))["doubts"] == number
    assert "doubts" not in await matters(hall, first)
    assert "doubts" not in await matters(hall, second)
    seen = await doubts.look(hall.db, number, by=boss)
    assert [one.reviewer_id for one in seen.verdicts] == [first, second]
    assert await decide(hall, number, "overturned", boss) == line.offered.minor
    (made,) = await hall.rows(schema.lines, schema.lines.c.kind == LineKind.correction)
    assert (made.corrects, made.pay_minor) == (line.id, line.offered.minor)
    (told,) = await hall.notices("verdict_righted")
    assert (told.person_id, told.sound) == (line.person_id, True)
    assert await hall.slots_add_up() == 0
    assert await doubts.following(hall.db, by=boss) is None
    with pytest.raises(Refused, match="reviewed-already"):
        await decide(hall, number, "overturned", boss)
    assert await broken(hall.db) == []


async def test_a_verdict_that_stands_changes_nothing_and_is_told_nobody(hall: Hall) -> None:
    _, number, _, _ = await doubted(hall)
    before = [await hall.rows(table) for table in (schema.lines, schema.notices, schema.entries)]
    boss = await hall.person("Boss", roles=(Role.coordinator,))
    assert await decide(hall, number, "upheld", boss) == 0
    after = [await hall.rows(table) for table in (schema.lines, schema.notices, schema.entries)]
    assert after == before


async def test_only_somebody_with_no_part_in_it_decides(hall: Hall) -> None:
    line, number, first, second = await doubted(hall)
    for other in (first, second):
        with pytest.raises(Refused, match="own-verdict"):
            await decide(hall, number, "overturned", other)
    with pytest.raises(Refused, match="not-coordinator"):
        await decide(hall, number, "overturned", await reviewer(hall))
    for which, person in (("one", line.person_id), ("two", first)):
        twin = await hall.person("Twin", roles=(Role.coordinator,))
        await paid_to(hall, person, which)
        await paid_to(hall, twin, which)
        with pytest.raises(Refused, match="own-"):
            await decide(hall, number, "overturned", twin)
        assert "doubts" not in await matters(hall, twin)


async def test_a_dispute_takes_its_place_and_neither_reviewer_decides_it(hall: Hall) -> None:
    (line,) = await lines_of(hall, await handed_in(hall))
    given = await judge(hall, line, Verdict.rejected, await reviewer(hall), rules=TWICE)
    second = await hall.person("Second", roles=(Role.coordinator,))
    await accept(hall, line, second)
    made = await dispute(hall, given)
    boss = await hall.person("Boss", roles=(Role.coordinator,))
    assert "doubts" not in await matters(hall, boss)
    assert "disputes" in await matters(hall, boss)
    assert "disputes" not in await matters(hall, second)
    with pytest.raises(Refused, match="own-verdict"):
        await disputes.prepare(
            hall.db, number=made.number, state=made.state, by=second, cause=hall.cause(), now=NOW
        )


async def test_a_verdict_that_fell_is_out_of_the_tier_at_once(hall: Hall) -> None:
    (line, *_) = await lines_of(hall, await handed_in(hall, size=12, overlap=1))
    first = await hall.person("First", roles=(Role.coordinator,))
    second = await hall.person("Second", roles=(Role.coordinator,))
    await judge(hall, line, Verdict.rejected, first, rules=TWICE)
    await accept(hall, line, second)
    await tiers.recompute(hall.db, now=(NOW + DAY).replace(hour=5))
    assert [one.tier for one in await hall.rows(schema.tiers)] == [45]
    (row,) = await hall.rows(schema.second_reviews)
    boss = await hall.person("Boss", roles=(Role.coordinator,))
    await decide(hall, row.number, "overturned", boss)
    assert [one.tier for one in await hall.rows(schema.tiers)] == [50]
