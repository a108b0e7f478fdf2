"""What admins decide: offered, prepared, confirmed; by two at once; about whom it cannot be."""

from datetime import datetime, timedelta

import pytest

from bot.domain.disputes import DisputeState
from bot.domain.pay_terms import Verdict
from bot.domain.people import Role, Standing
from bot.domain.refusal import Refused
from bot.domain.steps import Evidence, EvidenceKind, Step, StepKind
from bot.services import finding, reviews, standing
from bot.services.reviews import Given
from storage import people, proposals, schema, step_drafts
from storage.step_drafts import StepDraft
from tests.services.builders import DAY, NOW, RULES, Hall
from tests.services.reviewing import decide as decide_dispute
from tests.services.reviewing import dispute, judge, lines_of, reviewer
from tests.services.standing_acts import HOUR, deliver, look, prepare, tell
from tests.services.standing_acts import RULES as STANDING

WHY = "The evidence does not show it."


async def admins(hall: Hall) -> tuple[int, int]:
    boss = await hall.person("Boss", roles=(Role.admin,))
    return boss, await hall.person("Other boss", roles=(Role.admin,))


async def expired_job(hall: Hall, person: int, key: str = "pairs") -> str:
    """The number of a job that the person let run out of time."""
    await hall.project(key, tasks=1, tasks_per_job=1, due_minutes=60)
    job = await hall.claim(await hall.call(key), person)
    await hall.change(schema.jobs, job.id, state="expired")
    return job.number


async def confirm(hall: Hall, number: str, by: int, *, now: datetime = NOW) -> Step:
    return await standing.decide(
        hall.db, number=number, by=by, cause=hall.cause(), now=now, rules=STANDING
    )


async def offered(hall: Hall, person: int, by: int) -> dict[tuple[StepKind, bool], str | None]:
    found = await standing.offers(hall.db, person, by=by, now=NOW + DAY, rules=STANDING.standing)
    return {(one.kind, one.egregious): one.no.reason if one.no else None for one in found}


async def test_the_card_offers_the_next_rung_and_says_why_another_has_to_wait(hall: Hall) -> None:
    boss, _ = await admins(hall)
    ada = await hall.person()
    assert await offered(hall, ada, boss) == {
        (StepKind.warning, False): None, (StepKind.hold, True): None,
        (StepKind.deactivation, True): None, (StepKind.block, False): None,
    }  # fmt: skip
    await tell(hall, boss, ada, StepKind.warning, now=NOW)
    assert (await offered(hall, ada, boss))[StepKind.second_warning, False] == "step-early"
    await tell(hall, boss, ada, StepKind.hold, now=NOW, reason="fraud")
    assert (await offered(hall, ada, boss))[StepKind.hold, True] == "step-there"


async def test_one_admin_alone_may_warn_and_nothing_graver(hall: Hall) -> None:
    boss = await hall.person("Boss", roles=(Role.admin,))
    ada = await hall.person()
    found = await offered(hall, ada, boss)
    assert found[StepKind.warning, False] is None
    assert found[StepKind.hold, True] == "step-no-decider"
    assert found[StepKind.deactivation, True] == "step-no-decider"


async def test_nobody_decides_about_oneself_or_another_admin(hall: Hall) -> None:
    boss, other = await admins(hall)
    ada = await hall.person()
    for person, by, why in (
        (boss, boss, "own-standing"), (other, boss, "step-admin"), (boss, ada, "not-admin"),
    ):  # fmt: skip
        with pytest.raises(Refused, match=why):
            await standing.begin(hall.db, person_id=person, by=by, cause=hall.cause(), now=NOW)


async def test_what_changed_since_it_was_prepared_refuses_the_decision(hall: Hall) -> None:
    boss, other = await admins(hall)
    ada, bo, cem = await hall.people(3)
    erased = await prepare(hall, boss, ada, StepKind.warning, now=NOW)
    await hall.change(schema.people, ada, telegram_id=None)
    with pytest.raises(Refused, match="person-erased"):
        await confirm(hall, erased, boss)
    raised = await prepare(hall, boss, bo, StepKind.warning, now=NOW)
    await grant_admin(hall, bo)
    with pytest.raises(Refused, match="step-admin"):
        await confirm(hall, raised, boss)
    lost = await prepare(hall, other, cem, StepKind.warning, now=NOW)
    await revoke(hall, other)
    with pytest.raises(Refused, match="not-admin"):
        await confirm(hall, lost, other)
    assert await hall.rows(schema.steps) == []


async def grant_admin(hall: Hall, person: int) -> None:
    async with hall.db.begin() as tx:
        await people.grant(
            tx, person_id=person, role=Role.admin, project_id=None, by=None, now=NOW
        )


async def revoke(hall: Hall, person: int) -> None:
    async with hall.db.begin() as tx:
        for role_id, holder, _, _ in await people.all_roles(tx):
            if holder.id == person:
                await people.revoke(tx, role_id)


async def test_of_two_admins_at_once_the_second_is_told_what_stands(hall: Hall) -> None:
    boss, other = await admins(hall)
    ada = await hall.person()
    first = await prepare(hall, boss, ada, StepKind.warning, now=NOW)
    second = await prepare(hall, other, ada, StepKind.warning, now=NOW)
    await confirm(hall, first, boss)
    with pytest.raises(Refused, match="step-skips"):
        await confirm(hall, second, other)
    assert len(await hall.rows(schema.steps)) == 1
    with pytest.raises(Refused, match="stale-button"):
        await confirm(hall, first, boss)


async def test_evidence_is_offered_once_and_says_why_it_does_not_count(hall: Hall) -> None:
    boss, _ = await admins(hall)
    ada = await hall.person()
    job = await expired_job(hall, ada)
    number = (
        await standing.begin(hall.db, person_id=ada, by=boss, cause=hall.cause(), now=NOW)
    ).number
    await standing.choose(hall.db, number=number, by=boss, kind=StepKind.warning)
    now = NOW + DAY

    async def tick(chosen: bool = True) -> None:
        await standing.tick(hall.db, number=number, of=job, chosen=chosen, by=boss, now=now)

    async def found() -> list[tuple[str | None, bool, str | None]]:
        seen = await standing.candidates(hall.db, number=number, by=boss, now=now)
        return [(one.evidence.number, one.chosen, one.no) for one in seen]

    assert await found() == [(job, False, None)]
    await tick()
    await tick()
    assert await found() == [(job, True, None)]
    await tick(chosen=False)
    await tick(chosen=False)
    assert await found() == [(job, False, None)]
    await tick()
    await standing.choose(hall.db, number=number, by=boss, reason="expired-jobs")
    await standing.write(hall.db, number=number, text=WHY, by=boss)
    await confirm(hall, number, boss, now=now)
    await deliver(hall, now=now)
    later = NOW + 30 * DAY
    again = await standing.begin(hall.db, person_id=ada, by=boss, cause=hall.cause(), now=later)
    await standing.choose(hall.db, number=again.number, by=boss, kind=StepKind.second_warning)
    (one,) = await standing.candidates(hall.db, number=again.number, by=boss, now=later)
    assert one.no == "step-same-facts"
    with pytest.raises(Refused, match="step-same-facts"):
        await standing.tick(hall.db, number=again.number, of=job, chosen=True, by=boss, now=later)


async def rejected(hall: Hall, person: int) -> tuple[str, Given]:
    """The number of a line of the person that a reviewer rejected, and the verdict."""
    await hall.project("judged", tasks=1, tasks_per_job=1, overlap=1)
    job = await hall.finish(await hall.claim(await hall.call("judged"), person))
    (line,) = await lines_of(hall, job)
    return line.number, await judge(hall, line, Verdict.rejected, await reviewer(hall))


async def test_a_disputed_verdict_is_no_evidence_until_it_stands(hall: Hall) -> None:
    boss, _ = await admins(hall)
    ada = await hall.person()
    line, given = await rejected(hall, ada)
    made = await dispute(hall, given)
    draft = await standing.begin(hall.db, person_id=ada, by=boss, cause=hall.cause(), now=NOW)

    async def why() -> str | None:
        (one,) = await standing.candidates(hall.db, number=draft.number, by=boss, now=NOW)
        return one.no

    assert await why() == "step-disputed"
    await decide_dispute(hall, made, DisputeState.upheld, boss)
    assert await why() is None
    assert line


async def test_open_work_money_and_disputes_survive_an_egregious_end(hall: Hall) -> None:
    boss, other = await admins(hall)
    ada = await hall.person()
    _, given = await rejected(hall, ada)
    made = await dispute(hall, given)
    await hall.project("open", tasks=2, tasks_per_job=2, overlap=1)
    job = await hall.claim(await hall.call("open"), ada)
    step = await tell(hall, boss, ada, StepKind.deactivation, now=NOW + HOUR, reason="fraud")
    await look(hall, now=NOW + HOUR)
    assert (await hall.who(ada)).standing is Standing.deactivated
    assert (await hall.job(job)).state == "released"
    # The dispute goes on, and what it brings is owed and named by the notice.
    await decide_dispute(hall, made, DisputeState.overturned, other)
    notice, _ = await standing.told(hall.db, step.number, by=ada, now=NOW + DAY, rules=RULES.pay)
    assert [one.minor for one in notice.owed] == [40]


async def test_an_arbiter_sees_the_work_on_which_a_step_rests_and_no_other(hall: Hall) -> None:
    boss, _ = await admins(hall)
    arbiter = await hall.person("Arbiter", roles=(Role.arbiter,))
    ada = await hall.person()
    line, _ = await rejected(hall, ada)
    with pytest.raises(Refused, match="not-reviewer"):
        await reviews.evidence(hall.db, line, arbiter)
    number = await prepare(hall, boss, ada, StepKind.warning, now=NOW, reason="careless-work")
    async with hall.db.begin() as tx:
        draft = await step_drafts.of_decider(tx, boss)
        assert draft is not None
        await step_drafts.change(tx, draft.id, evidence=[])
    await standing.tick(hall.db, number=number, of=line, chosen=True, by=boss, now=NOW)
    await confirm(hall, number, boss, now=NOW + timedelta(minutes=1))
    assert (await reviews.evidence(hall.db, line, arbiter)).line.number == line


async def test_numbers_of_steps_and_appeals_find_the_person(hall: Hall) -> None:
    boss, _ = await admins(hall)
    ada = await hall.person()
    step = await tell(hall, boss, ada, StepKind.warning, now=NOW)
    made = await standing.appeal(hall.db, step=step.number, by=ada, cause=hall.cause(), now=NOW)
    for number in (step.number, made.number.lower()):
        assert [one.person.id for one in await finding.find(hall.db, number, by=boss)] == [ada]


async def test_the_card_counts_jobs_and_verdicts(hall: Hall) -> None:
    boss, _ = await admins(hall)
    ada = await hall.person()
    await rejected(hall, ada)
    await expired_job(hall, ada)
    seen = await finding.dossier(hall.db, ada, by=boss)
    assert seen.done.verdicts == {"rejected": 1}
    assert (seen.done.jobs["expired"], sum(seen.done.jobs.values())) == (1, 2)
    assert seen.done.last_active is not None


async def test_what_a_detector_found_becomes_a_decision_of_a_person_once(hall: Hall) -> None:
    boss, other = await admins(hall)
    ada = await hall.person()
    seen = Evidence(EvidenceKind.event, "event", NOW, words="Three jobs in a row.")
    async with hall.db.begin() as tx:
        await proposals.add(
            tx, person_id=ada, detector="streak", reason="expired-jobs", evidence=[seen], now=NOW
        )
        (found,) = await proposals.waiting(tx)

    async def begin(by: int) -> StepDraft:
        return await standing.begin_from(
            hall.db, proposal=found.number, by=by, cause=hall.cause(), now=NOW
        )

    draft = await begin(boss)
    assert (draft.kind, draft.reason, draft.evidence) == (
        StepKind.warning, "expired-jobs", (seen,),
    )  # fmt: skip
    with pytest.raises(Refused, match="step-incomplete"):
        await confirm(hall, draft.number, boss)
    await standing.write(hall.db, number=draft.number, text=WHY, by=boss)
    await confirm(hall, draft.number, boss)
    with pytest.raises(Refused, match="proposal-gone"):
        await begin(other)


async def test_what_was_begun_can_be_dropped_by_who_began_it_only(hall: Hall) -> None:
    boss, other = await admins(hall)
    ada = await hall.person()
    number = await prepare(hall, boss, ada, StepKind.warning, now=NOW)
    with pytest.raises(Refused, match="stale-button"):
        await standing.drop(hall.db, number=number, by=other)
    assert await standing.drop(hall.db, number=number, by=boss) == ada
    with pytest.raises(Refused, match="stale-button"):
        await confirm(hall, number, boss)
