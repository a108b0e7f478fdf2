"""What an appeal has overturned is settled: nobody is judged on the same facts again."""

from datetime import datetime

import pytest

from bot.domain.appeals import AppealState
from bot.domain.people import Standing
from bot.domain.refusal import Refused
from bot.domain.steps import StepKind
from bot.services import standing
from storage import step_drafts, steps
from tests.services.builders import DAY, NOW, Hall
from tests.services.standing_acts import deliver, prepare, tell
from tests.services.test_deciding import WHY, admins, confirm, expired_job


@pytest.mark.parametrize("kind", [StepKind.warning, StepKind.deactivation, StepKind.block])
async def test_what_an_appeal_overturned_is_not_decided_again_on_the_same_facts(
    hall: Hall, kind: StepKind
) -> None:
    boss, other = await admins(hall)
    ada = await hall.person()
    job = await expired_job(hall, ada)
    grave = kind is StepKind.deactivation

    async def prepared(now: datetime) -> str:
        draft = await standing.begin(
            hall.db, person_id=ada, by=boss, cause=hall.cause(), now=now
        )  # fmt: skip
        await standing.choose(
            hall.db, number=draft.number, by=boss, kind=kind,
            reason="fraud" if grave else "expired-jobs",
            project="pairs" if kind is StepKind.block else None,
        )  # fmt: skip
        await standing.add_evidence(hall.db, number=draft.number, by=boss, now=now, of=job)
        await standing.write(hall.db, number=draft.number, text=WHY, by=boss)
        return draft.number

    first, now = await prepared(NOW + DAY), NOW + DAY
    step = await confirm(hall, first, boss, now=now)
    await deliver(hall, now=now)
    made = await standing.appeal(hall.db, step=step.number, by=ada, cause=hall.cause(), now=now)
    await standing.decide_appeal(
        hall.db, number=made.number, state=AppealState.overturned, text=WHY, by=other,
        cause=hall.cause(), now=now,
    )  # fmt: skip
    again = await prepared(now)
    with pytest.raises(Refused, match="step-overturned"):
        await confirm(hall, again, boss, now=now)
    (one,) = await standing.candidates(hall.db, number=again, by=boss, now=now)
    assert one.no == "step-overturned"
    assert (await hall.who(ada)).standing is Standing.good


async def test_a_hold_ends_with_the_facts_for_which_access_was_held(hall: Hall) -> None:
    boss, other = await admins(hall)
    ada, bo = await hall.people(2)
    for person in (ada, bo):
        await tell(hall, boss, person, StepKind.hold, now=NOW, reason="fraud")
    async with hall.db.read() as tx:
        (hold,) = await steps.of_person(tx, ada)
        seen = await steps.evidence_of(tx, hold.id)
    number = await prepare(
        hall, boss, ada, StepKind.deactivation, now=NOW + DAY, reason="fraud"
    )  # fmt: skip
    draft = await standing.preparing(hall.db, by=boss, now=NOW + DAY)
    async with hall.db.begin() as tx:
        await step_drafts.change(tx, draft.draft.id, evidence=step_drafts.as_json(seen))
    out = await confirm(hall, number, boss, now=NOW + DAY)
    last = await tell(
        hall, boss, bo, StepKind.deactivation, now=NOW + DAY, reason="fraud"
    )  # fmt: skip
    for step, person in ((out, ada), (last, bo)):
        await deliver(hall, now=NOW + DAY)
        made = await standing.appeal(
            hall.db, step=step.number, by=person, cause=hall.cause(), now=NOW + DAY
        )  # fmt: skip
        await standing.decide_appeal(
            hall.db, number=made.number, state=AppealState.overturned, text=WHY, by=other,
            cause=hall.cause(), now=NOW + DAY,
        )  # fmt: skip
    assert (await hall.who(ada)).standing is Standing.good
    assert [one.person_id for one in await hall.notices("step_withdrawn")] == [ada]
    # That of the other one is about something else, and goes on until it lapses.
    assert (await hall.who(bo)).standing is Standing.suspended
