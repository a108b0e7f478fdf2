"""What an appeal has overturned is settled: nobody is judged on the same facts again."""

from datetime import datetime

import pytest

from bot.domain.appeals import AppealState
from bot.domain.people import Standing
from bot.domain.refusal import Refused
from bot.domain.steps import StepKind
from bot.services import standing
from tests.services.builders import DAY, NOW, Hall
from tests.services.standing_acts import deliver
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
