"""Detectors on a real database: what they gather, propose once, and never change."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import insert

from bot.domain.detectors import Detector
from bot.domain.pay_terms import Verdict
from bot.domain.people import Role, Standing
from bot.domain.refusal import Refused
from bot.domain.rules import DetectorRules, StandingRules
from bot.domain.steps import Evidence, EvidenceKind, StepKind
from bot.services import deadlines, detecting, projects, standing
from bot.services.detecting import looking
from storage import proposals, schema
from storage.proposals import Proposal
from tests.services.builders import DAY, NOW, Hall, new_project
from tests.services.payee import Owner
from tests.services.reviewing import dispute, judge, lines_of, reviewer
from tests.services.standing_acts import RULES as LADDER
from tests.services.standing_acts import tell

RULES = StandingRules()
HOUR = timedelta(hours=1)


async def open_proposals(hall: Hall) -> list[Proposal]:
    async with hall.db.read() as tx:
        return await proposals.waiting(tx)


async def detect(hall: Hall, *, now: datetime) -> int:
    return await detecting.detect_of_the_day(hall.db, now=now, rules=RULES)


async def let_expire(hall: Hall, person: int, count: int, *, now: datetime) -> datetime:
    """So many jobs claimed and left alone, one a day; returns the time after the last."""
    call = await hall.call(now=now)
    for _ in range(count):
        await hall.claim(call, person, now=now)
        now += DAY
        await deadlines.expire(hall.db, now=now)
    return now


@pytest.fixture
async def boss(hall: Hall) -> int:
    await hall.project(tasks=60, overlap=3, tasks_per_job=2)
    return await hall.person("Boss", roles=(Role.admin,))


async def test_a_streak_is_proposed_once_and_told_once_a_day(hall: Hall, boss: int) -> None:
    ada, bob = await hall.person("Ada"), await hall.person("Bob")
    now = await let_expire(hall, ada, 3, now=NOW)
    await let_expire(hall, bob, 2, now=NOW)
    assert await detect(hall, now=now) == 1
    assert await detect(hall, now=now + HOUR) == 0
    (one,) = await open_proposals(hall)
    assert (one.person_id, one.detector, len(one.evidence)) == (ada, "expiry-streak", 3)
    assert await detect(hall, now=now + DAY) == 0
    (notice,) = await hall.notices("detected")
    assert (notice.person_id, notice.args["count"], notice.sound) == (boss, 1, False)


async def test_detectors_change_no_standing_and_write_only_proposals(
    hall: Hall, boss: int
) -> None:
    ada = await hall.person("Ada")
    now = await let_expire(hall, ada, 5, now=NOW)
    before = await hall.census()
    await detect(hall, now=now)
    after = await hall.census()
    changed = {name for name, rows in after.items() if rows != before[name]}
    assert changed == {"proposals", "journal", "notices", "causes"}
    assert {row.person_id for row in await hall.notices("detected")} == {boss}


async def test_a_trial_writes_nothing_and_is_for_admins(hall: Hall, boss: int) -> None:
    ada = await hall.person("Ada")
    now = await let_expire(hall, ada, 3, now=NOW)
    before = await hall.census()
    seen = await detecting.trial(hall.db, by=boss, page=0, size=5, now=now, rules=RULES)
    assert (seen.count, seen.counts) == (1, {"expiry-streak": 1})
    assert [person.id for _, person, _ in seen.shown] == [ada]
    with pytest.raises(Refused, match="not-admin"):
        await detecting.trial(hall.db, by=ada, page=0, size=5, now=now, rules=RULES)
    assert await hall.census() == before


async def test_a_job_handed_in_or_given_back_is_no_streak(hall: Hall, boss: int) -> None:
    ada, bob = await hall.person("Ada"), await hall.person("Bob")
    now = await let_expire(hall, ada, 3, now=NOW)
    last = await hall.claim(await hall.call(now=now), ada, now=now)
    await hall.finish(last, now=now)
    now = await let_expire(hall, bob, 2, now=now)
    for _ in range(3):
        job = await hall.claim(await hall.call(now=now), bob, now=now)
        await hall.give_back(job, now=now)
    assert await detect(hall, now=now) == 0


async def test_what_was_dismissed_is_not_brought_up_again(hall: Hall, boss: int) -> None:
    ada = await hall.person("Ada")
    now = await let_expire(hall, ada, 3, now=NOW)
    await detect(hall, now=now)
    (one,) = await open_proposals(hall)
    with pytest.raises(Refused, match="not-admin"):
        await detecting.dismiss(hall.db, number=one.number, by=ada, cause=hall.cause(), now=now)
    await detecting.dismiss(hall.db, number=one.number, by=boss, cause=hall.cause(), now=now)
    with pytest.raises(Refused, match="proposal-gone"):
        await detecting.dismiss(hall.db, number=one.number, by=boss, cause=hall.cause(), now=now)
    assert len(await hall.acts("proposal-dismissed")) == 1
    now = await let_expire(hall, ada, 2, now=now)
    assert await detect(hall, now=now) == 0
    now = await let_expire(hall, ada, 1, now=now)
    assert await detect(hall, now=now) == 1


async def test_a_proposal_passes_when_its_reason_holds_no_more(hall: Hall, boss: int) -> None:
    ada, bob, eve, kim = [await hall.person(name) for name in ("Ada", "Bob", "Eve", "Kim")]
    for person in (ada, bob, eve, kim):
        now = await let_expire(hall, person, 3, now=NOW)
    assert await detect(hall, now=now) == 4
    # Ada hands a job in, Bob lets another one run out of time, Eve is leaving.
    await hall.finish(await hall.claim(await hall.call(now=now), ada, now=now), now=now)
    await let_expire(hall, bob, 1, now=now)
    await hall.change(schema.people, eve, standing=Standing.deactivating)
    assert await detect(hall, now=now + 2 * DAY) == 0
    assert {one.person_id for one in await open_proposals(hall)} == {bob, kim}
    passed = await hall.rows(schema.proposals, schema.proposals.c.state == "passed")
    assert {row.person_id for row in passed} == {ada, eve}
    assert {one.subject for one in await hall.acts("proposal-passed")} == {
        f"person:{ada}", f"person:{eve}",
    }  # fmt: skip
    # Nobody looked for two months; that alone is no reason.
    await detect(hall, now=now + 60 * DAY)
    assert {one.person_id for one in await open_proposals(hall)} == {bob, kim}


async def test_a_proposal_passes_when_a_job_of_it_was_handed_in(hall: Hall, boss: int) -> None:
    ada = await hall.person("Ada")
    await hall.project("facts", tasks=2, tasks_per_job=2)
    job = await hall.claim(await hall.call("facts"), ada)
    await hall.rate(job, 1)
    await deadlines.expire(hall.db, now=NOW + DAY)
    now = await let_expire(hall, ada, 2, now=NOW + DAY)
    assert await detect(hall, now=now) == 1
    await hall.hand_in(job, now=now)
    await hall.sweep_submissions(now=now + HOUR)
    assert await detect(hall, now=now + DAY) == 0
    assert await open_proposals(hall) == []


async def test_who_is_paid_elsewhere_by_now_is_proposed_no_more(hall: Hall, boss: int) -> None:
    ada, bob = await hall.person("Ada"), await hall.person("Bob")
    await Owner(hall, ada).give(now=NOW)
    await Owner(hall, bob).give(now=NOW)
    assert await detect(hall, now=NOW + DAY) == 1
    (one,) = await open_proposals(hall)
    assert await detect(hall, now=NOW + 2 * DAY) == 0
    assert await open_proposals(hall) == [one]
    await hall.change(schema.payout_methods, 2, fingerprint="elsewhere")
    await detect(hall, now=NOW + 3 * DAY)
    assert await open_proposals(hall) == []


async def test_jobs_before_the_last_rung_was_told_lead_to_no_other(hall: Hall, boss: int) -> None:
    await hall.person("Other boss", roles=(Role.admin,))
    ada = await hall.person("Ada")
    now = await let_expire(hall, ada, 2, now=NOW)
    await tell(hall, boss, ada, StepKind.warning, now=now, rules=LADDER)
    now = await let_expire(hall, ada, 2, now=now)
    assert await detect(hall, now=now) == 0
    now = await let_expire(hall, ada, 1, now=now)
    assert await detect(hall, now=now) == 1


async def test_admins_and_who_is_leaving_are_not_proposed(hall: Hall, boss: int) -> None:
    ada, chief = await hall.person("Ada"), await hall.person("Chief", roles=(Role.admin,))
    now = await let_expire(hall, ada, 3, now=NOW)
    await let_expire(hall, chief, 3, now=NOW)
    await hall.change(schema.people, ada, standing=Standing.deactivating)
    assert await detect(hall, now=now) == 0


async def test_the_newer_of_two_who_are_paid_alike_is_proposed(hall: Hall, boss: int) -> None:
    ada, bob, eve = [await hall.person(name) for name in ("Ada", "Bob", "Eve")]
    await Owner(hall, bob).give(now=NOW)
    await Owner(hall, ada).give(now=NOW)
    await Owner(hall, eve).give("GB82WEST12345698765432", now=NOW)
    assert await detect(hall, now=NOW + HOUR) == 1
    (one,) = await open_proposals(hall)
    assert (one.person_id, one.detector) == (bob, "shared-payout")
    assert [piece.other_id for piece in one.evidence] == [ada]


async def test_a_new_account_like_a_barred_one_is_proposed(hall: Hall, boss: int) -> None:
    await hall.person("Other boss", roles=(Role.admin,))
    eve, before = await hall.person("Eve"), await hall.person("Eve")
    step = await tell(hall, boss, eve, StepKind.deactivation, now=NOW + HOUR, reason="fraud")
    again, elsewhere = await hall.person("Eve"), await hall.person("Eve", zone="Africa/Cairo")
    for new in (again, elsewhere):
        await hall.change(schema.people, new, created_at=NOW + 2 * HOUR)
    assert await detect(hall, now=NOW + 3 * HOUR) == 1
    (one,) = await open_proposals(hall)
    assert (one.person_id, one.detector) == (again, "second-account")
    assert before not in [piece.other_id for piece in one.evidence]
    await standing.withdraw(
        hall.db, number=step.number, text="This was a mistake.", by=boss, cause=hall.cause(),
        now=NOW + 4 * HOUR,
    )  # fmt: skip
    late = await hall.person("Eve")
    await hall.change(schema.people, late, created_at=NOW + 5 * HOUR)
    assert await detect(hall, now=NOW + DAY) == 0


async def test_a_disputed_verdict_is_no_evidence(hall: Hall, boss: int) -> None:
    ada = await hall.person("Ada")
    now = await let_expire(hall, ada, 3, now=NOW)
    job = await hall.finish(await hall.claim(await hall.call(now=now), ada, now=now), now=now)
    line, other = await lines_of(hall, job)
    given = [
        await judge(hall, one, Verdict.rejected, await reviewer(hall), now=now)
        for one in (line, other)
    ]
    await dispute(hall, given[0], now=now)

    def rejected(number: str) -> Detector:
        piece = Evidence(EvidenceKind.line, "rejected", now, number)
        return Detector("verdicts", "careless-work", lambda _: 1, lambda *_: (piece,))

    async with hall.db.read() as tx:
        found = await looking.findings(
            tx, now=now, rules=RULES, detectors=[rejected(line.number), rejected(other.number)]
        )
    assert [one.evidence[0].number for one in found] == [other.number]


async def test_ratings_are_gathered_for_those_of_whom_they_speak(hall: Hall) -> None:
    await hall.project(tasks=20, overlap=2, tasks_per_job=20)
    ada, bob = await hall.person("Ada"), await hall.person("Bob")
    call = await hall.call()
    hasty = await hall.rate_all(await hall.claim(call, ada))
    steady = await hall.rate_all(await hall.claim(call, bob))
    for job, text in ((hasty, "It answers what was asked, and the other does not."), (steady, "")):
        mine = await hall.rows(schema.assignments, schema.assignments.c.job_id == job.id)
        for nth, one in enumerate(mine):
            written = (
                text if nth < 6 else f"{job.id} {nth} has a reason of its own, as it ought to"
            )
            await hall.change(
                schema.assignments, one.id, answer={**one.answer, "reason": written},
                active_seconds=0.1 if job is hasty else 60.0,
            )  # fmt: skip
        await hall.submit(job)
    await hall.sweep_submissions(now=NOW + HOUR)
    # The project asks for reasons by now.
    await projects.create(
        hall.db, new_project(reason="always"), by=await hall.person("Boss", roles=(Role.admin,)),
        cause=hall.cause(), now=NOW,
    )  # fmt: skip
    for nth, one in enumerate(await hall.assignments(hasty)):
        values = {
            "assignment_id": one.id, "task_id": one.task_id, "person_id": ada,
            "project_id": hasty.project_id, "correct": nth < 5, "state": "counts", "at": NOW,
        }  # fmt: skip
        async with hall.db.begin() as tx:
            await tx.execute(insert(schema.gold_scores), values)
    for nth, row in enumerate(await hall.rows(schema.task_answers)):
        await hall.change(schema.task_answers, row.id, label="ab"[nth % 2])
    async with hall.db.read() as tx:
        gathered = await looking.findings(tx, now=NOW + DAY, rules=RULES)
    hers = {one.detector: len(one.evidence) for one in gathered if one.person_id == ada}
    assert hers == {
        "gold-accuracy": 15, "impossible-speed": 20, "one-option": 20, "copied-answers": 5
    }  # fmt: skip
    # Bob chose the same option too, but took his time and wrote what is his own.
    assert {one.detector for one in gathered if one.person_id == bob} == {"one-option"}
    mild = replace(RULES, detectors=DetectorRules(gold_percent=20, copies=6))
    async with hall.db.read() as tx:
        gathered = await looking.findings(tx, now=NOW + DAY, rules=mild)
    hers = {one.detector: len(one.evidence) for one in gathered if one.person_id == ada}
    assert hers == {"impossible-speed": 20, "one-option": 20}
