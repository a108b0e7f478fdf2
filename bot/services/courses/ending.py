"""What follows when a sitting ends: the grade, its pay, the qualification; each once."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.courses import Course
from bot.domain.lines import LineKind
from bot.domain.people import Person
from bot.domain.sittings import Sitting, SittingState, graded, regraded
from bot.effects.owe_line import owe_line
from bot.effects.record import record
from bot.effects.tell import tell
from storage import courses, qualifications, sittings
from storage.database import Tx

GAINS = (SittingState.done, SittingState.passed)


async def end(
    tx: Tx, person: Person, sitting: Sitting, course: Course, *, by: int | None, now: datetime
) -> Sitting:
    """Grade the sitting, owe its pay where every question was answered, grant what it gives."""
    # A question that is being withdrawn counts here, or this try is graded again for it.
    await courses.lock(tx, sitting.course_id)
    voided = await courses.voided(tx, sitting.version_id)
    past = await sittings.of(tx, sitting.person_id, sitting.course_id)
    ended = graded(sitting, course, voided, now, past)
    if ended.pay is not None and ended.is_finished:
        line = await owe_line(
            tx, person_id=person.id, project_id=ended.project_id, kind=LineKind.training,
            money=ended.pay, reason=None, because=course.name(person.language), by=None, now=now,
        )  # fmt: skip
        ended = replace(ended, line=line)
    await sittings.keep(tx, ended)
    after = {
        "state": ended.state,
        "right": ended.right,
        "of": len(ended.asked),
        "course": course.key,
    }
    subject = f"sitting:{ended.number}"
    await record(tx, "sitting-ended", subject, by=by, now=now, after=after)
    if ended.state in GAINS:
        await _gain(tx, ended, course, now)
    return ended


async def _gain(tx: Tx, sitting: Sitting, course: Course, now: datetime) -> None:
    days = course.valid_days
    await qualifications.gain(
        tx, person_id=sitting.person_id, course_id=sitting.course_id, sitting_id=sitting.id,
        now=now, expires_at=now + timedelta(days=days) if days else None,
    )  # fmt: skip
    subject, after = f"person:{sitting.person_id}", {"course": course.key}
    await record(tx, "qualified", subject, by=None, now=now, after=after)


async def grade_again(tx: Tx, person: Person, sitting: Sitting, now: datetime) -> None:
    """Look at a failed try again, after a question was withdrawn; who passes by it is told."""
    await courses.lock(tx, sitting.course_id)
    course = await courses.body(tx, sitting.version_id)
    voided = await courses.voided(tx, sitting.version_id)
    again = regraded(sitting, course, voided)
    await sittings.keep(tx, again)
    await sittings.end_regrading(tx, sitting.id)
    if again.state is sitting.state:
        return
    before, after = {"state": sitting.state}, {"state": again.state, "course": course.key}
    subject = f"sitting:{again.number}"
    await record(tx, "sitting-regraded", subject, by=None, now=now, before=before, after=after)
    if await qualifications.held(tx, person.id, again.course_id) is None:
        await _gain(tx, again, course, now)
        await tell(
            tx, person, "sitting_regraded", key=f"sitting-regraded:{again.id}", now=now,
            can_wait=True, sitting_id=again.id,
        )  # fmt: skip
