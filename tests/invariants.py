"""What is true of a hall after any step, whatever happened: each sentence a function.

Every function is given a transaction on one state of the database and returns what is wrong there.
"""

from collections.abc import Awaitable, Callable

from sqlalchemy import Select, and_, case, exists, func, not_, or_, select, text
from sqlalchemy.exc import DBAPIError

from bot.domain.notices import NoticeState
from bot.domain.ratings import COUNTED
from storage import audit
from storage.database import Database, Tx
from storage.schema import (
    assignments,
    calls,
    causes,
    draws,
    hands,
    inbox,
    jobs,
    journal,
    notices,
    offers,
    projects,
    ratings,
    reviews,
    tasks,
)

Invariant = Callable[[Tx], Awaitable[list[str]]]

_COUNTED = tuple(state.value for state in COUNTED)
_MOST_SHOWN = 5


async def _named(tx: Tx, what: str, found: Select[int]) -> list[str]:
    """One sentence about the rows that ought not to be there; none when there are none."""
    ids = list((await tx.execute(found)).scalars())
    if not ids:
        return []
    shown = ", ".join(map(str, ids[:_MOST_SHOWN]))
    return [f"{what}: {shown}{' and more' if len(ids) > _MOST_SHOWN else ''} ({len(ids)})"]


async def each_task_misses_what_nobody_holds_or_has_given(tx: Tx) -> list[str]:
    """Open slots are the overlap less the ratings that are held or count."""
    fills = or_(assignments.c.held, assignments.c.state.in_(_COUNTED))
    filled = (
        select(func.count())
        .where(assignments.c.task_id == tasks.c.id, fills)
        .correlate(tasks)
        .scalar_subquery()
    )
    wrong = select(tasks.c.id).where(
        tasks.c.gold.is_(None), tasks.c.open_slots != tasks.c.overlap - filled
    )
    return await _named(tx, "tasks whose slots were lost or doubled", wrong)


async def open_slots_lie_between_none_and_the_overlap(tx: Tx) -> list[str]:
    """No task is above its overlap or below none."""
    inside = tasks.c.open_slots.between(0, tasks.c.overlap)
    return await _named(
        tx, "tasks with slots out of range", select(tasks.c.id).where(not_(inside))
    )


async def each_project_counts_the_slots_of_its_open_tasks(tx: Tx) -> list[str]:
    """The counter of a project is the sum over its open tasks."""
    missing = func.coalesce(func.sum(case((tasks.c.state == "open", tasks.c.open_slots))), 0)
    counted = (
        select(missing)
        .where(tasks.c.project_id == projects.c.id)
        .correlate(projects)
        .scalar_subquery()
    )
    wrong = select(projects.c.id).where(projects.c.open_slots != counted)
    return await _named(tx, "projects with a wrong counter", wrong)


async def nobody_has_a_task_twice(tx: Tx) -> list[str]:
    """One assignment for each task and person."""
    pair = (assignments.c.task_id, assignments.c.person_id)
    twice = select(assignments.c.task_id).group_by(*pair).having(func.count() > 1)
    return await _named(tx, "tasks given twice to one person", twice)


async def no_call_promises_more_than_it_is_for(tx: Tx) -> list[str]:
    """What is taken and what is held stay within the limit of a call."""
    held = (
        select(func.count())
        .where(offers.c.call_id == calls.c.id, offers.c.state == "held")
        .correlate(calls)
        .scalar_subquery()
    )
    wrong = select(calls.c.id).where(
        calls.c.places_limit.is_not(None), calls.c.taken + held > calls.c.places_limit
    )
    return await _named(tx, "calls that promise more than they are for", wrong)


async def nobody_has_two_private_calls_to_answer(tx: Tx) -> list[str]:
    """One question at a time."""
    mine = select(offers.c.person_id).where(offers.c.private, offers.c.state == "held")
    twice = mine.group_by(offers.c.person_id).having(func.count() > 1)
    return await _named(tx, "people with two private calls at once", twice)


async def only_active_jobs_hold(tx: Tx) -> list[str]:
    """What is held is held in a job that somebody works on."""
    wrong = select(assignments.c.id).join(jobs, jobs.c.id == assignments.c.job_id)
    ended = wrong.where(assignments.c.held, jobs.c.state != "active")
    return await _named(tx, "assignments held by a job that has ended", ended)


async def assignments_are_of_the_person_and_project_of_their_job(tx: Tx) -> list[str]:
    """No job holds somebody else's task."""
    wrong = (
        select(assignments.c.id)
        .join(jobs, jobs.c.id == assignments.c.job_id)
        .join(tasks, tasks.c.id == assignments.c.task_id)
        .where(
            or_(
                assignments.c.person_id != jobs.c.person_id,
                tasks.c.project_id != jobs.c.project_id,
            )
        )
    )
    return await _named(tx, "assignments in a foreign job", wrong)


async def an_active_job_has_all_its_tasks(tx: Tx) -> list[str]:
    """A job has one assignment at each position, but for those that its person gave back."""
    mine = assignments.c.job_id == jobs.c.id
    places = select(func.count(assignments.c.position.distinct())).where(mine).correlate(jobs)
    count = select(func.count()).where(mine).correlate(jobs).scalar_subquery()
    gave = exists().where(
        journal.c.subject == "job:" + jobs.c.number,
        journal.c.act.in_(("given-back", "handed-in-late")),
    )
    too_few = and_(count != jobs.c.size, not_(gave))
    wrong = select(jobs.c.id).where(
        jobs.c.state == "active", or_(too_few, places.scalar_subquery() != count)
    )
    return await _named(tx, "active jobs without all their tasks", wrong)


async def no_job_is_submitted_and_yet_to_be(tx: Tx) -> list[str]:
    """The undo window belongs to active jobs alone."""
    wrong = select(jobs.c.id).where(jobs.c.state != "active", jobs.c.submits_at.is_not(None))
    return await _named(tx, "ended jobs with an undo window", wrong)


async def a_submitted_job_says_when(tx: Tx) -> list[str]:
    """Submitted and settled jobs have the time of their submission."""
    wrong = select(jobs.c.id).where(
        jobs.c.state.in_(("submitted", "settled")), jobs.c.submitted_at.is_(None)
    )
    return await _named(tx, "submitted jobs without a time", wrong)


async def versions_of_a_rating_have_no_gap(tx: Tx) -> list[str]:
    """The versions of a rating are 1, 2, 3 ..."""
    wrong = (
        select(ratings.c.assignment_id)
        .group_by(ratings.c.assignment_id)
        .having(
            or_(
                func.min(ratings.c.version) != 1,
                func.max(ratings.c.version) != func.count(),
            )
        )
    )
    return await _named(tx, "ratings with a gap in their versions", wrong)


async def what_is_in_has_its_rating(tx: Tx) -> list[str]:
    """An assignment that was submitted or accepted has a rating that says the same."""
    same = and_(
        ratings.c.assignment_id == assignments.c.id, ratings.c.state == assignments.c.state
    )
    wrong = select(assignments.c.id).where(
        assignments.c.state.in_(("submitted", "accepted")), not_(exists().where(same))
    )
    return await _named(tx, "assignments in without a rating", wrong)


async def each_rating_belongs_to_what_is_in(tx: Tx) -> list[str]:
    """No rating counts for an assignment that is still a draft or was left out.

    A returned one becomes a draft again while it is corrected.
    """
    wrong = select(ratings.c.id).join(assignments, assignments.c.id == ratings.c.assignment_id)
    again = and_(assignments.c.state == "draft", ratings.c.state == "returned", assignments.c.held)
    draft = and_(assignments.c.state.in_(("draft", "skipped", "flagged")), not_(again))
    return await _named(tx, "ratings of drafts", wrong.where(draft))


async def each_job_was_claimed_once(tx: Tx) -> list[str]:
    """The journal has exactly one claim for each job but those that a reviewer gave back."""
    claims = (
        select(func.count())
        .where(journal.c.act == "claimed", journal.c.subject == "job:" + jobs.c.number)
        .correlate(jobs)
        .scalar_subquery()
    )
    wrong = select(jobs.c.id).where(claims != case((jobs.c.review_id.is_(None), 1), else_=0))
    return await _named(tx, "jobs not claimed once", wrong)


async def each_job_of_a_return_has_one_rating_and_its_review(tx: Tx) -> list[str]:
    """Its one assignment is returned or worked on while it is open, and waits after that."""
    mine = select(assignments.c.id).where(assignments.c.job_id == jobs.c.id).correlate(jobs)
    free = mine.where(assignments.c.held.is_(False)).exists()
    strange = ~exists().where(reviews.c.id == jobs.c.review_id, reviews.c.verdict == "returned")
    wrong = select(jobs.c.id).where(
        jobs.c.review_id.is_not(None),
        or_(jobs.c.size != 1, strange, and_(jobs.c.state == "active", free)),
    )
    return await _named(tx, "returns without their rating", wrong)


async def what_is_being_corrected_was_returned(tx: Tx) -> list[str]:
    """No rating counts while its person is correcting it."""
    worked_on = (
        select(ratings.c.id)
        .join(assignments, assignments.c.id == ratings.c.assignment_id)
        .where(assignments.c.held, ratings.c.state != "returned")
    )
    return await _named(tx, "ratings that count while they are corrected", worked_on)


async def no_call_gives_more_than_it_had(tx: Tx) -> list[str]:
    """A call has taken a place for each job that did not come back, never more than its limit.

    A job that borrows a place has taken none.
    """
    back = ("given back", "expired")
    mine = select(func.count()).where(
        jobs.c.call_id == calls.c.id, jobs.c.state.not_in(back), ~jobs.c.borrows
    )
    using = mine.correlate(calls).scalar_subquery()
    # A late hand-in needs no place: the call may be full again by then.
    capped = case(
        (calls.c.places_limit.is_not(None) & (using > calls.c.places_limit), calls.c.places_limit),
        else_=using,
    )
    wrong = select(calls.c.id).where(
        or_(calls.c.taken > calls.c.places_limit, calls.c.taken != capped)
    )
    return await _named(tx, "calls that gave too much", wrong)


async def notices_are_in_a_known_state(tx: Tx) -> list[str]:
    """Every notice is queued, sending, sent, uncertain, undeliverable, failed or cancelled."""
    known = [state.value for state in NoticeState]
    wrong = select(notices.c.id).where(notices.c.state.not_in(known))
    return await _named(tx, "notices in an unknown state", wrong)


async def what_was_sent_is_some_message(tx: Tx) -> list[str]:
    """A notice that was sent has the id of its message, one in flight has a lease."""
    unsent = and_(notices.c.state == "sent", notices.c.message_id.is_(None))
    unleased = and_(notices.c.state == "sending", notices.c.leased_until.is_(None))
    wrong = select(notices.c.id).where(or_(unsent, unleased))
    return await _named(tx, "notices sent without a message", wrong)


async def no_notice_is_owed_twice(tx: Tx) -> list[str]:
    """One notice for each key."""
    twice = select(func.min(notices.c.id)).group_by(notices.c.key).having(func.count() > 1)
    return await _named(tx, "notices owed twice", twice)


async def updates_wait_are_done_or_set_aside(tx: Tx) -> list[str]:
    """Every stored update is new, done, or set aside under a number."""
    known = inbox.c.state.in_(("new", "done", "aside"))
    unnumbered = and_(inbox.c.state == "aside", inbox.c.number.is_(None))
    wrong = select(inbox.c.update_id).where(or_(not_(known), unnumbered))
    return await _named(tx, "updates in an unknown state", wrong)


async def a_cause_has_its_effect_once(tx: Tx) -> list[str]:
    """No cause stands twice."""
    twice = select(causes.c.cause).group_by(causes.c.cause).having(func.count() > 1)
    found = list((await tx.execute(twice)).scalars())
    return [f"causes with two effects: {found}"] if found else []


async def the_engine_finds_its_files_whole(tx: Tx) -> list[str]:
    """Indexes, rows and foreign keys fit together; PostgreSQL sees to that by itself."""
    if tx.dialect.name != "sqlite":
        return []
    said = list((await tx.execute(text("PRAGMA integrity_check"))).scalars())
    torn = list(await tx.execute(text("PRAGMA foreign_key_check")))
    wrong = [f"integrity_check: {said}"] if said != ["ok"] else []
    return wrong + ([f"foreign_key_check: {torn}"] if torn else [])


async def a_call_draws_as_long_as_its_draw_is_not_done(tx: Tx) -> list[str]:
    """Jobs of a draw go to hands until every hand is answered, and then to anybody."""
    undone = exists().where(draws.c.call_id == calls.c.id, draws.c.state != "done")
    wrong = select(calls.c.id).where(calls.c.drawing != undone)
    return await _named(tx, "calls that draw without a draw, or the other way round", wrong)


async def each_hand_of_a_draw_that_is_done_has_one_answer(tx: Tx) -> list[str]:
    """Nobody who put up a hand is left without a word, and the word says when."""
    done = exists().where(draws.c.call_id == hands.c.call_id, draws.c.state == "done")
    waits = and_(hands.c.state == "up", done)
    undated = and_(hands.c.state != "up", hands.c.answered_at.is_(None))
    wrong = select(hands.c.id).where(or_(waits, undated))
    return await _named(tx, "hands without an answer", wrong)


async def every_promise_about_money_holds(tx: Tx) -> list[str]:
    """Ledger, lines, statements and payouts are as the nightly audit wants them."""
    return [str(breach) for breach in await audit.breaches(tx)]


INVARIANTS: tuple[Invariant, ...] = (
    each_task_misses_what_nobody_holds_or_has_given,
    open_slots_lie_between_none_and_the_overlap,
    each_project_counts_the_slots_of_its_open_tasks,
    nobody_has_a_task_twice,
    no_call_promises_more_than_it_is_for,
    nobody_has_two_private_calls_to_answer,
    only_active_jobs_hold,
    assignments_are_of_the_person_and_project_of_their_job,
    an_active_job_has_all_its_tasks,
    no_job_is_submitted_and_yet_to_be,
    a_submitted_job_says_when,
    versions_of_a_rating_have_no_gap,
    what_is_in_has_its_rating,
    each_rating_belongs_to_what_is_in,
    each_job_was_claimed_once,
    each_job_of_a_return_has_one_rating_and_its_review,
    what_is_being_corrected_was_returned,
    no_call_gives_more_than_it_had,
    a_call_draws_as_long_as_its_draw_is_not_done,
    each_hand_of_a_draw_that_is_done_has_one_answer,
    notices_are_in_a_known_state,
    what_was_sent_is_some_message,
    no_notice_is_owed_twice,
    updates_wait_are_done_or_set_aside,
    a_cause_has_its_effect_once,
    every_promise_about_money_holds,
    the_engine_finds_its_files_whole,
)

# What nobody may do to a written row, by any way in.
_FORBIDDEN = (
    "UPDATE journal SET act = act || '!'",
    "DELETE FROM journal",
    "UPDATE ratings SET answer = '{}'",
    "DELETE FROM ratings",
)
_WRITTEN = {"journal": journal, "ratings": ratings}


async def broken(db: Database) -> list[str]:
    """Everything that is wrong with the hall now, seen in one transaction."""
    async with db.read() as tx:
        return [wrong for invariant in INVARIANTS for wrong in await invariant(tx)]


async def changeable(db: Database) -> list[str]:
    """Which statements the database lets through that would change what was written for good."""
    passed = []
    for statement in _FORBIDDEN:
        table = next(table for name, table in _WRITTEN.items() if name in statement)
        async with db.begin() as tx:
            if not (await tx.execute(select(func.count()).select_from(table))).scalar():
                continue
            written = await tx.begin_nested()
            try:
                await tx.execute(text(statement))
            except DBAPIError:
                await written.rollback()
            else:
                await written.rollback()
                passed.append(f"the database let through: {statement}")
    return passed
