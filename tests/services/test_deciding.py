"""What admins decide: offered, prepared, confirmed; by two at once; about whom it cannot be."""

from datetime import datetime, timedelta

import pytest

from bot.domain.appeals import AppealState
from bot.domain.disputes import DisputeState
from bot.domain.pay_terms import Verdict
from bot.domain.people import Role, Standing
from bot.domain.refusal import Refused
from bot.domain.steps import Step, StepKind, StepState
from bot.services import finding, reviews, standing
from bot.services.reviews import Given
from storage import appeals, awaited_texts, people, schema, step_drafts, steps
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


async def test_opposite_decisions_on_an_appeal_leave_the_first(hall: Hall) -> None:
    boss, other = await admins(hall)
    third = await hall.person("Third", roles=(Role.arbiter,))
    ada = await hall.person()
    step = await tell(hall, boss, ada, StepKind.warning, now=NOW)
    made = await standing.appeal(hall.db, step=step.number, by=ada, cause=hall.cause(), now=NOW)
    for by, state in ((other, AppealState.upheld), (third, AppealState.overturned)):
        await standing.ask_answer(
            hall.db, number=made.number, state=state, by=by, card_id=None, now=NOW
        )
        await say(hall, by)
    await answer(hall, other)
    with pytest.raises(Refused, match="decided-upheld"):
        await answer(hall, third)
    assert (await hall.who(ada)).standing is Standing.warned
    with pytest.raises(Refused, match="decided-upheld"):
        await standing.ask_answer(
            hall.db, number=made.number, state=AppealState.overturned, by=third, card_id=None,
            now=NOW,
        )  # fmt: skip


async def say(hall: Hall, by: int, text: str = WHY) -> None:
    async with hall.db.read() as tx:
        asked = await awaited_texts.of_person(tx, by)
    assert asked is not None
    await standing.write_words(hall.db, asked=asked, text=text, now=NOW)


async def answer(hall: Hall, by: int) -> None:
    said = await standing.worded(hall.db, by=by, now=NOW)
    await standing.confirm(hall.db, number=said.number, by=by, cause=hall.cause(), now=NOW)


async def test_who_decided_the_step_is_not_asked_for_an_answer(hall: Hall) -> None:
    boss, other = await admins(hall)
    ada = await hall.person()
    step = await tell(hall, boss, ada, StepKind.warning, now=NOW)
    made = await standing.appeal(hall.db, step=step.number, by=ada, cause=hall.cause(), now=NOW)
    for by, why in ((boss, "own-verdict"), (ada, "not-arbiter")):
        with pytest.raises(Refused, match=why):
            await standing.ask_answer(
                hall.db, number=made.number, state=AppealState.upheld, by=by, card_id=None,
                now=NOW,
            )  # fmt: skip
    waiting, decided = await standing.appeals_of(hall.db, by=boss)
    assert [(one.mine, one.person.id) for one in waiting] == [(False, ada)]
    assert (await standing.appeals_of(hall.db, by=other))[0][0].mine
    assert decided == []
    with pytest.raises(Refused, match="not-arbiter"):
        await standing.appeals_of(hall.db, by=ada)


async def test_a_withdrawn_step_ends_its_appeal_for_the_person(hall: Hall) -> None:
    boss, other = await admins(hall)
    ada = await hall.person()
    step = await tell(hall, boss, ada, StepKind.warning, now=NOW)
    made = await standing.appeal(hall.db, step=step.number, by=ada, cause=hall.cause(), now=NOW)
    await standing.ask_withdrawal(hall.db, number=step.number, by=boss, card_id=None, now=NOW)
    with pytest.raises(Refused, match="step-words"):
        await say(hall, boss, "No.")
    await say(hall, boss)
    await answer(hall, boss)
    async with hall.db.read() as tx:
        ended = await appeals.by_id(tx, made.id)
        assert (await steps.by_id(tx, step.id)).state is StepState.withdrawn
    assert (ended.state, ended.decided_by, ended.answer) == (AppealState.overturned, None, WHY)
    assert (await hall.who(ada)).standing is Standing.good
    await look(hall, now=NOW + 10 * DAY)
    assert len(await hall.notices("step_withdrawn")) == 1
    assert await hall.notices("appeal_decided") == []
    with pytest.raises(Refused, match="step-over"):
        await standing.withdraw(
            hall.db, number=step.number, text=WHY, by=other, cause=hall.cause(), now=NOW
        )


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
