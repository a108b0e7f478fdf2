"""How reviewers are checked, and that only a person takes the role of one."""

from dataclasses import replace

import pytest

from bot.domain import reviewer_tier
from bot.domain.disputes import DisputeState
from bot.domain.pay_terms import Verdict
from bot.domain.people import Role
from bot.domain.refusal import Refused
from bot.domain.reviewer_tier import ReviewerRecord, Share
from bot.domain.rules import ReviewRules
from bot.services import detecting, reviewing
from storage import reviewer_records, schema
from tests.services.builders import DAY, NOW, Hall
from tests.services.reviewing import (
    TWICE,
    accept,
    decide,
    dispute,
    handed_in,
    judge,
    lines_of,
    reviewer,
)

RULES = ReviewRules()


async def record(hall: Hall, person: int) -> ReviewerRecord:
    async with hall.db.read() as tx:
        return await reviewer_records.of_person(tx, person, NOW + DAY)


async def fell(hall: Hall) -> tuple[int, str]:
    """A reviewer whose one rejection fell in a dispute, and the line."""
    (line,) = await lines_of(hall, await handed_in(hall))
    rita = await reviewer(hall)
    made = await dispute(hall, await judge(hall, line, Verdict.rejected, rita))
    assert (await record(hall, rita)).held == Share(0, 0)  # nothing while it is open
    await decide(hall, made, DisputeState.overturned, await reviewer(hall, "Second"))
    return rita, line.number


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """One verdict is enough for a tier, so that tests need not give twenty."""
    monkeypatch.setattr(reviewer_tier, "LEAST_VERDICTS", 1)
    monkeypatch.setattr(reviewer_tier, "LEAST_OF_KIND", 1)
    monkeypatch.setattr(reviewing, "LEAST_VERDICTS", 1)


async def test_a_verdict_that_fell_in_a_dispute_counts_once_a_person_decided(hall: Hall) -> None:
    rita, number = await fell(hall)
    assert await record(hall, rita) == ReviewerRecord(1, held=Share(0, 1))
    mine = await reviewing.own(hall.db, rita, now=NOW + DAY)
    assert [(fact, line) for fact, line, _ in mine.missed] == [("overturned", number)]


async def test_a_second_verdict_counts_for_both_until_a_third_person_says_who_was_right(
    hall: Hall,
) -> None:
    one, two = await lines_of(hall, await handed_in(hall, size=2))
    first, second = await reviewer(hall), await reviewer(hall, "Second")
    await accept(hall, one, first, rules=TWICE)
    await accept(hall, one, second)
    await accept(hall, two, first, rules=TWICE)
    await judge(hall, two, Verdict.rejected, second)
    assert (await record(hall, first)).alike == Share(1, 2)
    assert await record(hall, second) == ReviewerRecord(2, alike=Share(1, 2))
    (row,) = await hall.rows(schema.second_reviews, schema.second_reviews.c.line_id == two.id)
    await hall.change(schema.second_reviews, row.id, state="upheld")
    assert (await record(hall, first)).alike == Share(2, 2)
    assert (await record(hall, second)).alike == Share(1, 2)
    await hall.change(schema.second_reviews, row.id, state="doubted")
    assert (await record(hall, first)).alike == Share(1, 1)


@pytest.mark.parametrize(
    ("correct", "verdict", "share"),
    [
        (True, Verdict.accepted, Share(1, 1)), (False, Verdict.accepted, Share(0, 1)),
        (True, Verdict.rejected, Share(0, 1)), (False, Verdict.rejected, Share(1, 1)),
        (True, Verdict.fixed, Share(0, 0)), (False, Verdict.fixed, Share(1, 1)),
    ],
)  # fmt: skip
async def test_a_known_answer_that_was_kept_back_tests_the_reviewer(
    hall: Hall, correct: bool, verdict: Verdict, share: Share
) -> None:
    (line,) = await lines_of(hall, await handed_in(hall))
    await hall.change(schema.lines, line.id, blind=True)
    (work,) = await hall.rows(schema.assignments)
    async with hall.db.begin() as tx:
        await tx.execute(
            schema.gold_scores.insert().values(
                assignment_id=work.id,
                task_id=work.task_id,
                person_id=work.person_id,
                project_id=line.project_id,
                correct=correct,
                state="counts",
                at=NOW,
            )
        )
    rita = await reviewer(hall)
    given = accept(hall, line, rita) if verdict is Verdict.accepted else None
    await (given or judge(hall, line, verdict, rita))
    assert (await record(hall, rita)).known == share
    # A known answer that falls takes its scores with it.
    await hall.change(schema.gold_scores, 1, state="void")
    assert (await record(hall, rita)).known == Share(0, 0)


@pytest.mark.usefixtures("few")
async def test_whoever_is_below_is_proposed_once_and_keeps_the_role(hall: Hall) -> None:
    rita, number = await fell(hall)
    boss = await hall.person("Boss", roles=(Role.admin,))
    roles = await hall.rows(schema.roles)
    assert await reviewing.look_of_the_day(hall.db, now=NOW + DAY, rules=RULES) == 1
    assert await reviewing.look_of_the_day(hall.db, now=NOW + DAY, rules=RULES) == 0
    assert await hall.rows(schema.roles) == roles
    ((found,), count) = await detecting.waiting(hall.db, by=boss, page=0, size=9)
    assert (found.person.id, count) == (rita, 1)
    assert [(one.fact, one.number) for one in found.proposal.evidence] == [("overturned", number)]
    # Set aside, the same lines are not brought up again.
    await detecting.dismiss(
        hall.db, number=found.proposal.number, by=boss, cause=hall.cause(), now=NOW
    )
    assert await reviewing.look_of_the_day(hall.db, now=NOW + 2 * DAY, rules=RULES) == 0


@pytest.mark.usefixtures("few")
async def test_an_admin_takes_the_role_and_the_person_is_told_by_which_lines(hall: Hall) -> None:
    rita, number = await fell(hall)
    boss = await hall.person("Boss", roles=(Role.admin,))
    await reviewing.look_of_the_day(hall.db, now=NOW + DAY, rules=RULES)
    (row,) = await hall.rows(schema.proposals)
    for other in (rita, await hall.person("C", roles=(Role.coordinator,))):
        with pytest.raises(Refused, match="not-admin"):
            await reviewing.take_role(
                hall.db, number=row.number, by=other, cause=hall.cause(), now=NOW
            )
    await reviewing.take_role(hall.db, number=row.number, by=boss, cause=hall.cause(), now=NOW)
    assert (await hall.who(rita)).roles == ()
    (told,) = await hall.notices("reviewer_role_taken")
    assert (told.person_id, told.args["lines"]) == (rita, [number])
    with pytest.raises(Refused, match="proposal-gone"):
        await reviewing.take_role(hall.db, number=row.number, by=boss, cause=hall.cause(), now=NOW)


@pytest.mark.usefixtures("few")
async def test_a_proposal_passes_when_it_holds_no_more(hall: Hall) -> None:
    await fell(hall)
    await reviewing.look_of_the_day(hall.db, now=NOW + DAY, rules=RULES)
    none = replace(RULES, least_tier=0)
    await reviewing.look_of_the_day(hall.db, now=NOW + 2 * DAY, rules=none)
    (row,) = await hall.rows(schema.proposals)
    assert row.state == "passed"
