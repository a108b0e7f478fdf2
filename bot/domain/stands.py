"""Where a person stands: one status, why and since when, and one next date or none known."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.appeals import Appeal, AppealState
from bot.domain.ladder import highest, standing_of
from bot.domain.people import Person, Standing, is_paused
from bot.domain.steps import ENDINGS, Step, StepKind

WithAppeal = tuple[Step, Appeal | None]


class Coming(StrEnum):
    """What happens at the next date."""

    over = "over"  # the step counts no more
    returns = "returns"  # claiming is possible again
    lapses = "lapses"  # a hold ends, unless a person decides otherwise before
    stops = "stops"  # access to work ends
    ends = "ends"  # the relationship ends
    answered = "answered"  # an appeal is answered, and nothing changes before
    resumes = "resumes"  # a pause ends
    unknown = "unknown"


@dataclass(frozen=True, slots=True)
class Stands:
    """The one status of a person, the step that makes it so, and what comes next.

    `since` is none for who has always stood so; `at` is none exactly where no date is known.
    """

    standing: Standing
    because: Step | None
    since: datetime | None
    coming: Coming
    at: datetime | None


def stands(person: Person, own: Sequence[WithAppeal], now: datetime) -> Stands:
    """Where the person stands, by the steps that the person was told of."""
    told = [(step, appeal) for step, appeal in own if step.told_at is not None]
    steps = [step for step, _ in told]
    standing = standing_of(steps, now)
    because = _because(standing, steps, now)
    if because is None:
        return _good(person, steps, now)
    appeal = next((appeal for step, appeal in told if step is because), None)
    since = because.access_stops if standing is Standing.deactivated else because.told_at
    coming, at = _next(standing, because, appeal, now)
    return Stands(standing, because, since, coming, at)


def _good(person: Person, steps: Sequence[Step], now: datetime) -> Stands:
    since = max((one.ended_at for one in steps if one.ended_at is not None), default=None)
    if is_paused(person, now) and person.paused_until is not None:
        return Stands(person.standing, None, since, Coming.resumes, person.paused_until)
    # An applicant has no steps, and is still one.
    standing = Standing.applicant if person.standing is Standing.applicant else Standing.good
    return Stands(standing, None, since, Coming.unknown, None)


def _because(standing: Standing, steps: Sequence[Step], now: datetime) -> Step | None:
    """The step that makes the standing what it is; of several, the one that holds longest.

    None in good standing.
    """
    live = [one for one in steps if one.is_live]
    if standing in (Standing.deactivating, Standing.deactivated):
        return max((one for one in live if one.kind in ENDINGS), key=lambda one: one.id)
    if standing is Standing.suspended:
        return max(
            (one for one in live if one.bars(now)),
            key=lambda one: (one.access_returns or now, one.id),
        )
    return highest(steps, now)


def _next(
    standing: Standing, because: Step, appeal: Appeal | None, now: datetime
) -> tuple[Coming, datetime | None]:
    waits = appeal is not None and appeal.state is AppealState.open
    match standing:
        case Standing.warned:
            return Coming.over, because.counts_until
        case Standing.suspended:
            hold = because.kind is StepKind.hold
            return (Coming.lapses if hold else Coming.returns), because.access_returns
        case Standing.deactivating if appeal is None or not waits:
            return Coming.stops, because.access_stops
    if appeal is not None and waits and now < appeal.decide_by:
        return Coming.answered, appeal.decide_by
    if because.ends_at is not None and now < because.ends_at:
        return Coming.ends, because.ends_at
    return Coming.unknown, None


def barred_until(steps: Sequence[Step], now: datetime) -> datetime | None:
    """Until when the person cannot claim, or can finish what is open; none where none is known."""
    told = [one for one in steps if one.told_at is not None]
    standing = standing_of(told, now)
    because = _because(standing, told, now)
    if because is None or standing not in (Standing.suspended, Standing.deactivating):
        return None
    ends = because.access_returns if standing is Standing.suspended else because.access_stops
    return ends if ends is not None and now < ends else None
