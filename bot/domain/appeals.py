"""Appeals: the contractor's objection to a step, who may decide it, and until when."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.people import Person
from bot.domain.refusal import Refused
from bot.domain.steps import Step, StepState

_DAY = timedelta(days=1)
# When the deciders are reminded, in days since it was opened.
REMINDERS = (3, 6)


class AppealState(StrEnum):
    """Where an appeal stands; upheld: the step stands, overturned: it is withdrawn."""

    open = "open"
    upheld = "upheld"
    overturned = "overturned"


@dataclass(frozen=True, slots=True)
class Appeal:
    """An objection to one step; `decided_by` is none for the clock.

    `next_at` is when the clock looks at it, `reminded` how often deciders were reminded, `step_by`
    who decided the step and so must not decide this.
    """

    id: int
    number: str
    step_id: int
    person_id: int
    words: str
    state: AppealState
    opened_at: datetime
    decide_by: datetime
    next_at: datetime
    reminded: int
    step_by: int
    decided_by: int | None
    role: str | None
    answer: str | None
    decided_at: datetime | None


def require_appealable(step: Step, by: int, now: datetime) -> None:
    """Refuse an appeal against another's step, one that is gone, and after its time."""
    if step.person_id != by:
        raise Refused("not-yours")
    if step.state is StepState.withdrawn:
        raise Refused("step-withdrawn")
    if step.appeal_by is None:
        raise Refused("step-untold")
    if now >= step.appeal_by:
        raise Refused("appeal-over", days=step.appeal_days)


def decide_by(step: Step, now: datetime) -> datetime:
    """Until when an appeal that is opened now is answered."""
    return now + timedelta(days=step.reply_days)


def look_next(opened_at: datetime, by: datetime, reminded: int, now: datetime) -> datetime:
    """When the clock looks again: the next reminder, the date, after it once a day."""
    days = REMINDERS[reminded:]
    due = [opened_at + timedelta(days=day) for day in days]
    coming = [at for at in due if at < by]
    if coming:
        return coming[0]
    return by if now < by else now + _DAY


def may_decide(person: Person, step_by: int, appellant: int) -> bool:
    """Whether the person decides such an appeal: an admin or arbiter, neither of the two."""
    return person.may_arbitrate and person.id not in (step_by, appellant)


def require_decider(appeal: Appeal, person: Person) -> None:
    """Refuse whoever may not decide the appeal."""
    if not person.may_arbitrate:
        raise Refused("not-arbiter")
    if person.id == appeal.person_id:
        raise Refused("own-standing")
    if person.id == appeal.step_by:
        raise Refused("own-verdict")


def require_open(appeal: Appeal) -> None:
    """Refuse to decide what was decided."""
    if appeal.state is not AppealState.open:
        raise Refused(f"decided-{appeal.state}")


def after_upheld(step: Step, now: datetime) -> datetime | None:
    """When a step whose effect the appeal had stopped takes effect: never at once."""
    if step.access_stops is None or step.state is not StepState.scheduled:
        return None
    return max(step.access_stops, now + _DAY)
