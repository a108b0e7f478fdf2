"""Appeals and steps as those see them who decide."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.domain.appeals import Appeal, may_decide
from bot.domain.ladder import highest
from bot.domain.notices import NoticeState
from bot.domain.people import Person, require_admin
from bot.domain.refusal import Refused
from bot.domain.rules import PayRules
from bot.domain.step_notices import StepNotice
from bot.domain.steps import Step
from bot.services.standing.views import notice_of
from storage import appeals, notices, people, steps
from storage.database import Database, Tx

LATEST = 60
_ON_ITS_WAY = (NoticeState.queued, NoticeState.sending, NoticeState.uncertain)


@dataclass(frozen=True, slots=True)
class Case:
    """An appeal with the step that it is against, whose it is, and who decided what.

    `mine` says whether the viewer may decide it.
    """

    viewer: Person
    appeal: Appeal
    step: Step
    person: Person
    decider: Person
    answerer: Person | None
    mine: bool


@dataclass(frozen=True, slots=True)
class StepSeen:
    """A step as a decider sees it: as it stands, its notice, by whom, its appeal, those before.

    Until the notice has arrived its dates are those that would hold if it arrived now; `sending`
    is whether it is on its way.
    `others` are the other accounts that it rests on, which its person is never told.
    """

    viewer: Person
    step: Step
    notice: StepNotice
    decider: Person
    appeal: Appeal | None
    earlier: tuple[Step, ...]
    others: tuple[Person, ...]
    sending: bool


@dataclass(frozen=True, slots=True)
class History:
    """Every step against a person with its appeal, newest first; and the rung that counts."""

    viewer: Person
    person: Person
    steps: tuple[tuple[Step, Appeal | None], ...]
    rung: Step | None


async def appeals_of(db: Database, *, by: int) -> tuple[list[Case], list[Case]]:
    """The appeals that are open, the next to be answered first; and the latest decided ones.

    The viewer's own are not among them: those are seen like anybody's own, without names.
    """
    async with db.read() as tx:
        viewer = await _viewer(tx, by)
        waiting = await _cases(tx, await appeals.waiting(tx), viewer)
        return waiting, await _cases(tx, await appeals.decided(tx, LATEST), viewer)


async def case(db: Database, number: str, *, by: int) -> Case:
    """One appeal, for who may decide appeals."""
    async with db.read() as tx:
        viewer = await _viewer(tx, by)
        found = await appeals.by_number(tx, number)
        if found is None:
            raise Refused("stale-button")
        _require_another(viewer, found.person_id)
        return await _case(tx, found, viewer)


async def seen(db: Database, number: str, *, by: int, now: datetime, rules: PayRules) -> StepSeen:
    """The step of that number, for who may decide appeals."""
    async with db.read() as tx:
        viewer = await _viewer(tx, by)
        step = await steps.by_number(tx, number)
        if step is None:
            raise Refused("stale-button")
        _require_another(viewer, step.person_id)
        evidence = await steps.evidence_of(tx, step.id)
        every = await steps.of_person(tx, step.person_id)
        return StepSeen(
            viewer,
            step,
            await notice_of(tx, step, evidence, now=now, rules=rules),
            await people.by_id(tx, step.decided_by),
            await appeals.of_step(tx, step.id),
            tuple(one for one in every if one.id < step.id),
            tuple([await people.by_id(tx, one.other_id) for one in evidence if one.other_id]),
            await _is_sending(tx, step),
        )


async def _is_sending(tx: Tx, step: Step) -> bool:
    owed = await notices.by_key(tx, f"step:{step.id}")
    return step.told_at is None and owed is not None and owed.state in _ON_ITS_WAY


async def history(db: Database, person_id: int, *, by: int, now: datetime) -> History:
    """Every step against the person, for an admin."""
    async with db.read() as tx:
        viewer = await people.by_id(tx, by)
        require_admin(viewer)
        every = await steps.of_person(tx, person_id)
        shown = tuple([(one, await appeals.of_step(tx, one.id)) for one in reversed(every)])
        return History(viewer, await people.by_id(tx, person_id), shown, highest(every, now))


async def _viewer(tx: Tx, by: int) -> Person:
    viewer = await people.by_id(tx, by)
    if not viewer.may_arbitrate:
        raise Refused("not-arbiter")
    return viewer


def _require_another(viewer: Person, person_id: int) -> None:
    """Refuse the deciders' view of one's own case: it names who decided, and other accounts."""
    if viewer.id == person_id:
        raise Refused("own-standing")


async def _cases(tx: Tx, found: Iterable[Appeal], viewer: Person) -> list[Case]:
    return [await _case(tx, one, viewer) for one in found if one.person_id != viewer.id]


async def _case(tx: Tx, one: Appeal, viewer: Person) -> Case:
    return Case(
        viewer,
        one,
        await steps.by_id(tx, one.step_id),
        await people.by_id(tx, one.person_id),
        await people.by_id(tx, one.step_by),
        await people.by_id(tx, one.decided_by) if one.decided_by is not None else None,
        may_decide(viewer, one.step_by, one.person_id),
    )
