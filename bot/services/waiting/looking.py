"""All that `/work` tells a person."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.jobs import Job
from bot.domain.lines import OWED, LineState
from bot.domain.people import Person
from bot.domain.profiles import Question, tries
from bot.domain.projects import Project, ProjectState
from bot.domain.refusal import Refused
from bot.domain.rules import Rules
from bot.domain.why import weight
from bot.effects.course_view import CourseView, running
from bot.effects.late_work import still_wanted
from bot.effects.profile_gate import asked
from bot.effects.right_to_claim import require_standing, require_unread
from bot.services.waiting.opening import Opening, opening
from storage import draws, jobs, lines, offers, people, projects
from storage.database import Database, Tx

MOST_LATE = 3  # jobs that ran out of time and can be handed in from `/work`


@dataclass(frozen=True, slots=True)
class Unasked:
    """Projects with places for which something about the person is not known yet.

    So many `questions`, the same for all of them, stand before them.
    """

    questions: int
    projects: tuple[Project, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """What a person has, could have, waits for, and has earned.

    `held` is by the own tap, for what is asked first; `called` by private calls. `barred` is why
    no project at all offers anything, where that is about the person. The `reasons` begin with
    those about which the person can do something.
    """

    person: Person
    jobs: list[Job]
    names: dict[int, str]
    openings: list[Opening]
    reasons: list[tuple[str, Refused]]
    list_place: int | None
    list_until: datetime | None
    earned: dict[tuple[str, str], tuple[int, int]]
    late: list[tuple[Job, int]]
    draw_until: datetime | None = None
    barred: Refused | None = None
    held: tuple[tuple[Project, datetime], ...] = ()
    unasked: Unasked | None = None
    sittings: tuple[CourseView, ...] = ()
    called: tuple[tuple[Project, datetime], ...] = ()


async def work(db: Database, *, person_id: int, now: datetime, rules: Rules) -> Work:
    """What `/work` shows: for each open project a place to claim or the true reason why not."""
    async with db.read() as tx:
        person = await people.by_id(tx, person_id)
        everything = await projects.everything(tx)
        openings: list[Opening] = []
        reasons: list[tuple[str, Refused]] = []
        unasked: list[tuple[Project, tuple[Question, ...]]] = []
        for project in everything:
            if project.state is ProjectState.draft:
                continue
            try:
                found = await _offered(tx, person, project, now, rules)
                if left := await asked(tx, person, project, now):
                    unasked.append((project, left))
                else:
                    openings.append(found)
            except Refused as no:
                reasons.append((project.name, no))
        reasons.sort(key=lambda one: weight(one[1]))
        held = await _held(tx, person_id, now, private=False)
        unasked = [one for one in unasked if one[0].id not in {its.id for its, _ in held}]
        place, until = await people.place_on_list(tx, person_id, now) or (None, None)
        return Work(
            person,
            await jobs.current(tx, person_id),
            {project.id: project.name for project in everything},
            openings,
            reasons,
            place,
            until,
            _by_stage(await lines.sums_of(tx, person_id)),
            await _late(tx, person_id),
            await draws.next_of(tx, person_id),
            await _barred(tx, person, now),
            held,
            _nearest(unasked),
            await running(tx, person_id, now),
            await _held(tx, person_id, now, private=True),
        )


async def _offered(
    tx: Tx, person: Person, project: Project, now: datetime, rules: Rules
) -> Opening:
    if project.state is ProjectState.closed:
        # There are more of these every month, and nothing about them is to be looked up.
        raise Refused("project-closed", project=project.name)
    return await opening(tx, person, project, now=now, rules=rules)


async def _held(
    tx: Tx, person_id: int, now: datetime, *, private: bool
) -> tuple[tuple[Project, datetime], ...]:
    """The projects of which a place is held for the person, and until when."""
    held = await offers.of_person(tx, person_id, at=now)
    return tuple(
        [
            (await projects.by_id(tx, one.project_id), one.until)
            for one in held
            if one.private is private
        ]
    )


def _nearest(unasked: list[tuple[Project, tuple[Question, ...]]]) -> Unasked | None:
    """What the fewest answers open, and of that the most."""
    if not unasked:
        return None

    def opened(left: tuple[Question, ...]) -> tuple[Project, ...]:
        return tuple(project for project, other in unasked if set(other) <= set(left))

    first, left = min(
        unasked, key=lambda one: (tries(one[1], one[0].offer.wanted), -len(opened(one[1])))
    )
    others = tuple(one for one in opened(left) if one.id != first.id)
    return Unasked(tries(left, first.offer.wanted), (first, *others))


async def _barred(tx: Tx, person: Person, now: datetime) -> Refused | None:
    try:
        await require_unread(tx, person)
        await require_standing(tx, person, now=now)
    except Refused as no:
        return no
    return None


def _by_stage(
    sums: dict[tuple[str, str], tuple[int, int]],
) -> dict[tuple[str, str], tuple[int, int]]:
    """What is expected and what is owed: (state, currency) to (count, minor units)."""
    stages: dict[tuple[str, str], tuple[int, int]] = {}
    for (state, currency), (count, minor) in sums.items():
        stage = LineState.accepted if state in OWED else LineState(state)
        before = stages.get((stage, currency), (0, 0))
        stages[stage, currency] = (before[0] + count, before[1] + minor)
    return stages


async def _late(tx: Tx, person_id: int) -> list[tuple[Job, int]]:
    """Jobs that ran out of time, each with how many ratings of it can still be handed in."""
    expired = await jobs.expired_of(tx, person_id, MOST_LATE)
    counted = [(job, len(await still_wanted(tx, job))) for job in expired]
    return [(job, count) for job, count in counted if count]
