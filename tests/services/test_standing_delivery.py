"""The notice of a step on its way: with anything missing it is not sent, and starts no clock."""

from dataclasses import replace
from datetime import datetime
from random import Random
from typing import Any, cast

import pytest

from bot.computing import Compute
from bot.domain.clock import Clock
from bot.domain.notices import Broken, Delivered, NoticeState
from bot.domain.people import Role, Standing
from bot.domain.refusal import Refused
from bot.domain.steps import REASONS, Evidence, EvidenceKind, Step, StepKind, new_step
from bot.services import outbox, rights, standing, waiting
from bot.services.standing.deciding import tell_step
from bot.texts import Texts
from handlers import context
from handlers.client import HallBot
from handlers.delivery import deliver
from handlers.screens import SCREENS
from storage import notices, people, steps
from storage.database import Database
from tests.services.builders import DAY, NOW, Hall
from tests.services.standing_acts import HOUR, RULES, climb, decide, look, tell

TEXTS = Texts.load()
SEEN = Evidence(EvidenceKind.event, "event", NOW, words="Seen by a person, in words.")


class At:
    """A clock that stands."""

    def now(self) -> datetime:
        return NOW


def without_telegram(db: Database) -> context.Hall:
    """A hall that makes screens, and fails whoever would send one."""
    return context.Hall(
        db=db, bot=cast("HallBot", None), texts=TEXTS, clock=cast("Clock", At()),
        rules=RULES, random=Random(1), username="hall_bot", wake_outbox=lambda: None,
        compute=Compute(),
    )  # fmt: skip


def whole(person: int, by: int) -> Step:
    return new_step(
        person, StepKind.deactivation, REASONS["fraud"], words="What happened, in words.", by=by,
        role="admin", follows=None, now=NOW, rules=RULES.standing,
    )  # fmt: skip


LACKING: dict[str, dict[str, Any]] = {
    "reason": {"reason": "no-such-reason"},
    "rule": {"rule_version": 0},
    "words": {"words": None},
    "decision": {"role": ""},
    "appeal": {"reply_days": 0},
    "evidence": {},
    "deciders": {},
}


async def owed(hall: Hall, step: Step, evidence: tuple[Evidence, ...]) -> Step:
    async with hall.db.begin() as tx:
        made = await steps.add(tx, step, evidence)
        await tell_step(tx, await people.by_id(tx, step.person_id), made, now=NOW)
        return made


@pytest.mark.parametrize("lacking", LACKING)
async def test_a_notice_that_lacks_something_is_not_sent_and_admins_are_told(
    hall: Hall, lacking: str
) -> None:
    roles = (Role.admin,)
    boss = await hall.person("Boss", roles=roles)
    if lacking != "deciders":
        await hall.person("Other boss", roles=roles)
    ada = await hall.person()
    evidence = () if lacking == "evidence" else (SEEN,)
    step = await owed(hall, replace(whole(ada, boss), **LACKING[lacking]), evidence)
    (notice,) = await outbox.lease(hall.db, NOW, 10)
    outcome = await deliver(without_telegram(hall.db), notice)
    assert isinstance(outcome, Broken)
    settled = await outbox.settle(hall.db, notice, outcome, NOW)
    assert settled.state is NoticeState.failed
    async with hall.db.read() as tx:
        assert (await steps.by_id(tx, step.id)).told_at is None
    assert (await hall.who(ada)).standing is Standing.good
    told = await outbox.lease(hall.db, NOW, 10)
    assert {one.kind for one in told} == {"step_untold"}
    assert boss in {one.person_id for one in told}


async def test_the_same_notice_with_nothing_missing_can_be_made(hall: Hall) -> None:
    boss = await hall.person("Boss", roles=(Role.admin,))
    await hall.person("Other boss", roles=(Role.admin,))
    ada = await hall.person()
    step = await owed(hall, whole(ada, boss), (SEEN,))
    screen = await SCREENS["step"](
        without_telegram(hall.db), {"person_id": ada, "language": "en", "number": step.number}
    )
    assert screen is not None
    assert "Your access to work has ended." in screen.text.text


async def test_a_step_that_was_taken_back_before_it_arrived_says_nothing(hall: Hall) -> None:
    boss = await hall.person("Boss", roles=(Role.admin,))
    ada = await hall.person()
    step = await decide(hall, boss, ada, StepKind.warning, now=NOW)
    await standing.withdraw(
        hall.db, number=step.number, text="A mistake of ours.", by=boss, cause=hall.cause(),
        now=NOW,
    )  # fmt: skip
    args = {"person_id": ada, "language": "en", "number": step.number}
    assert await SCREENS["step"](without_telegram(hall.db), args) is None


async def test_who_taps_appeal_has_the_notice_whatever_became_of_its_sending(
    hall: Hall,
) -> None:
    boss = await hall.person("Boss", roles=(Role.admin,))
    await hall.person("Other boss", roles=(Role.admin,))
    ada = await hall.person()
    step = await decide(hall, boss, ada, StepKind.warning, now=NOW)
    made = await standing.appeal(hall.db, step=step.number, by=ada, cause=hall.cause(), now=NOW)
    async with hall.db.read() as tx:
        assert (await steps.by_id(tx, step.id)).told_at == NOW
    assert made.decide_by == NOW + 7 * DAY


async def test_an_appeal_is_made_once_in_time_by_its_person_and_against_what_stands(
    hall: Hall,
) -> None:
    boss = await hall.person("Boss", roles=(Role.admin,))
    await hall.person("Other boss", roles=(Role.admin,))
    ada, bo = await hall.person(), await hall.person()
    step = await tell(hall, boss, ada, StepKind.warning, now=NOW)

    async def appeal(by: int, now: datetime) -> str:
        made = await standing.appeal(
            hall.db, step=step.number, by=by, cause=hall.cause(), now=now
        )  # fmt: skip
        return made.number

    with pytest.raises(Refused, match="not-yours"):
        await appeal(bo, NOW)
    with pytest.raises(Refused, match="appeal-over"):
        await appeal(ada, NOW + 90 * DAY)
    first = await appeal(ada, NOW + 90 * DAY - HOUR)
    assert await appeal(ada, NOW + 91 * DAY) == first
    other = await tell(hall, boss, bo, StepKind.warning, now=NOW)
    await standing.withdraw(
        hall.db, number=other.number, text="A mistake of ours.", by=boss, cause=hall.cause(),
        now=NOW,
    )  # fmt: skip
    with pytest.raises(Refused, match="step-withdrawn"):
        await standing.appeal(hall.db, step=other.number, by=bo, cause=hall.cause(), now=NOW)


async def test_every_change_of_a_step_has_a_screen_for_its_person(hall: Hall) -> None:
    boss = await hall.person("Boss", roles=(Role.admin,))
    await hall.person("Other boss", roles=(Role.admin,))
    ada = await hall.person()
    hold = await tell(hall, boss, ada, StepKind.hold, now=NOW, reason="fraud")
    await look(hall, now=NOW)
    await look(hall, now=NOW + 3 * DAY)
    warning = await tell(hall, boss, ada, StepKind.warning, now=NOW + 4 * DAY)
    made = await standing.appeal(
        hall.db, step=warning.number, by=ada, cause=hall.cause(), now=NOW + 4 * DAY
    )
    await look(hall, now=NOW + 12 * DAY)
    hall_of_screens = without_telegram(hall.db)

    async def said(kind: str, number: str) -> str | None:
        args = {"person_id": ada, "language": "en", "number": number}
        screen = await SCREENS[kind](hall_of_screens, args)
        return screen.text.text if screen else None

    hold_over = await said("access_returned", hold.number) or ""
    assert "nothing follows from it" in hold_over
    assert "You are in good standing" in hold_over
    assert "is over" in (await said("step_expired", hold.number) or "")
    assert "was taken back" in (await said("step_withdrawn", warning.number) or "")
    assert "Decided for you" in (await said("appeal_decided", made.number) or "")
    # What is over by the time that it could be told takes no effect any more.
    assert await said("step_effective", hold.number) is None


async def test_who_cannot_claim_is_told_until_when_unless_an_appeal_stops_it(hall: Hall) -> None:
    boss = await hall.person("Boss", roles=(Role.admin,))
    await hall.person("Other boss", roles=(Role.admin,))
    ada = await hall.person()
    now = await climb(hall, boss, ada, now=NOW, to=StepKind.suspension)

    async def refused() -> Refused:
        found = await waiting.work(hall.db, person_id=ada, now=now, rules=RULES)
        assert found.barred is not None
        return found.barred

    suspended = await refused()
    assert suspended.reason == "standing-suspended-until"
    assert suspended.facts["until"] == now + 7 * DAY - HOUR
    now += 15 * DAY
    step = await tell(hall, boss, ada, StepKind.deactivation, now=now)
    leaving = await refused()
    assert leaving.reason == "standing-deactivating-until"
    assert leaving.facts["until"] == step.access_stops
    await standing.appeal(hall.db, step=step.number, by=ada, cause=hall.cause(), now=now)
    assert (await refused()).reason == "standing-deactivating"


async def test_rights_are_told_a_year_after_arriving_and_then_yearly(hall: Hall) -> None:
    ada = await hall.person()

    async def told(now: datetime) -> list[str]:
        await rights.tell_rights(hall.db, now=now, rules=RULES.standing)
        async with hall.db.begin() as tx:
            found = await notices.lease(tx, now=now + DAY, until=now + 2 * DAY, limit=10)
        for one in found:
            await outbox.settle(hall.db, one, Delivered(one.id), now)
        assert {one.person_id for one in found} <= {ada}
        assert not any(one.sound for one in found)
        return [one.kind for one in found]

    assert await told(NOW + 364 * DAY) == []
    assert await told(NOW + 366 * DAY) == ["rights"]
    assert await told(NOW + 366 * DAY) == []
    assert await told(NOW + 730 * DAY) == []
    assert await told(NOW + 732 * DAY) == ["rights"]


async def test_a_step_that_could_not_be_told_is_prepared_anew_on_the_same_evidence(
    hall: Hall,
) -> None:
    boss = await hall.person("Boss", roles=(Role.admin,))
    ada = await hall.person()
    step = await owed(hall, whole(ada, boss), (SEEN,))
    with pytest.raises(Refused, match="stale-button"):
        await standing.renew(hall.db, number=step.number, by=boss, cause=hall.cause(), now=NOW)
    (notice,) = await outbox.lease(hall.db, NOW, 10)
    await outbox.settle(hall.db, notice, await deliver(without_telegram(hall.db), notice), NOW)
    with pytest.raises(Refused, match="not-admin"):
        await standing.renew(hall.db, number=step.number, by=ada, cause=hall.cause(), now=NOW)
    ((found, person),) = await standing.unsent(hall.db, by=boss)
    assert (found.number, person.id) == (step.number, ada)
    for kind in ("steps_unsent", "step_untold"):
        args = {"person_id": boss, "language": "en", "number": step.number}
        screen = await SCREENS[kind](without_telegram(hall.db), args)
        assert screen is not None
        assert any(one.data == f"nx:{step.number}" for row in screen.rows for one in row)
    await standing.renew(hall.db, number=step.number, by=boss, cause=hall.cause(), now=NOW)
    assert await standing.unsent(hall.db, by=boss) == []
    assert await hall.notices("step_withdrawn") == []
    await hall.person("Other boss", roles=(Role.admin,))
    draft = (await standing.preparing(hall.db, by=boss, now=NOW)).draft
    assert (draft.kind, draft.reason, draft.evidence) == (step.kind, step.reason, (SEEN,))
    await standing.decide(
        hall.db, number=draft.number, by=boss, cause=hall.cause(), now=NOW, rules=RULES
    )
