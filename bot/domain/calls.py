"""Calls and offers: how many places are left, and who may take one."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.people import Person, may_work
from bot.domain.profiles import require_fit
from bot.domain.projects import Project, require_open
from bot.domain.refusal import Refused
from bot.domain.requirements import Facts
from bot.domain.unmet import require_met

# A group takes 20 messages a minute, edits counted. One edit every 3.5 s leaves room for two other
# messages, and each of four cards that change all the time is true again within 14 s.
BETWEEN_EDITS = timedelta(seconds=3.5)


class CallState(StrEnum):
    """Where a call stands."""

    live = "live"
    filled = "filled"
    closed = "closed"


class OfferState(StrEnum):
    """Where a held place stands."""

    held = "held"
    claimed = "claimed"
    declined = "declined"
    lapsed = "lapsed"


@dataclass(frozen=True, slots=True)
class Call:
    """The announcement of jobs of one project; `limit` caps its places, none means no cap.

    While it is `drawing`, its places go only to the hands that were put up in its draw. With
    `waves` it goes to people privately as well.
    """

    id: int
    number: str
    project_id: int
    state: CallState
    limit: int | None
    taken: int
    drawing: bool = False
    waves: bool = False


def places(
    call: Call, *, open_slots: int, tasks_per_job: int, held: int, elsewhere: int = 0,
    borrowed: int = 0,
) -> int:  # fmt: skip
    """How many jobs the call still offers, held places not counted.

    The open slots divided by the tasks of a job, rounded up; at most what the call was for. What
    is held `elsewhere`, by other calls of the project, needs slots, but no place of this call.
    What is `borrowed` comes back when the job ends; while work is there it never is the last.
    """
    if call.state is CallState.closed:
        return 0
    by_work = -(-open_slots // tasks_per_job) - elsewhere
    by_call = by_work if call.limit is None else call.limit - call.taken
    left = max(min(by_work, by_call) - held, 0)
    return max(left - borrowed, min(left, 1))


def state_after(call: Call, left: int) -> CallState:
    """`filled` when no place is left, `live` again when one came back; `closed` stays."""
    if call.state is CallState.closed:
        return call.state
    return CallState.live if left else CallState.filled


def require_right_to_claim(
    person: Person, project: Project, *, facts: Facts, open_jobs: int, cap: int, now: datetime
) -> None:  # fmt: skip
    """Refuse who may not claim a job of the project now, with the first reason that holds."""
    may_work(person, now)
    require_open(project)
    require_fit(facts.profile, project.offer.languages, project.offer.wanted)
    require_met(project.offer.requires, facts)
    if open_jobs >= cap:
        raise Refused("open-jobs-cap", cap=cap)


def offer_ends(now: datetime, minutes: int) -> datetime:
    """Until when a place is held."""
    return now + timedelta(minutes=minutes)
