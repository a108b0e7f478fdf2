"""What else is told about a step: it took effect, was taken back, is over; a job went back."""

from typing import Any

from bot.domain.people import BARRED, Person
from bot.domain.stands import stands
from bot.domain.steps import Step, StepKind, took_roles
from bot.services import jobs, standing
from bot.services.standing import Own
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.evidence import quoted
from handlers.messages.screen import Row, Screen, button, lines
from handlers.messages.standing import headline, kind_name, moment


async def effective(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Access to work has ended; nothing where the step was taken back meanwhile."""
    own, step = await _own(hall, args)
    if step is None or not step.is_live:
        return None
    words, person = hall.words(own.person.language), own.person
    appeals = [appeal for one, appeal in own.steps if one.id == step.id and appeal]
    by = step.appeal_by
    can_appeal = by is not None and not appeals and hall.clock.now() < by
    later = step.ends_at if step.ends_at and step.ends_at > hall.clock.now() else None
    text = lines(
        words.rich("step-told-effective", kind=kind_name(words, step), number=step.number),
        words.rich("step-told-effective-ends", date=moment(words, person, later))
        if later
        else None,
        words.rich("step-told-money"),
        words.rich("step-told-appeal", by=moment(words, person, by))
        if can_appeal and by
        else None,
        between="\n\n",
    )
    appeal: Row = (button(words("button-appeal"), "kp", step.number, style="primary"),)
    rows = (*((appeal,) if can_appeal else ()), *_below(words, step))
    return Screen(text, rows)


async def withdrawn(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """A step was taken back, with the words of who did."""
    own, step = await _own(hall, args)
    if step is None:
        return None
    words = hall.words(own.person.language)
    told = words.rich("step-told-withdrawn", kind=kind_name(words, step), number=step.number)
    back = took_roles(step) and own.person.standing not in BARRED
    roles = words.rich("appeal-roles") if back else None
    return _with_standing(hall, own, step, lines(told, quoted(step.ended_words), roles))


async def expired(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """A step has run out, and counts no more."""
    own, step = await _own(hall, args)
    if step is None:
        return None
    words = hall.words(own.person.language)
    told = words.rich("step-told-expired", kind=kind_name(words, step), number=step.number)
    return _with_standing(hall, own, step, told)


async def returned(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """A suspension has ended, or a hold has lapsed."""
    own, step = await _own(hall, args)
    if step is None:
        return None
    words = hall.words(own.person.language)
    lapsed = step.kind is StepKind.hold or step.counts_until is None
    if own.person.standing in BARRED:
        # Something else came meanwhile, which the next sentence names.
        key = "step-told-lapsed-still" if lapsed else "step-told-returned-still"
        told = words.rich(key, number=step.number)
    elif lapsed or step.counts_until is None:
        told = words.rich("step-told-lapsed", number=step.number)
    else:
        until = moment(words, own.person, step.counts_until)
        told = words.rich("step-told-returned", number=step.number, until=until)
    return _with_standing(hall, own, step, told)


def _with_standing(hall: Hall, own: Own, step: Step, told: Text) -> Screen:
    words = hall.words(own.person.language)
    now = headline(words, stands(own.person, own.steps, hall.clock.now()))
    return Screen(lines(told, now, between="\n\n"), _below(words, step))


def _below(words: Words, step: Step) -> tuple[Row, ...]:
    notice = button(words("button-see-notice"), "kt", step.number)
    return ((notice, button(words("button-my-standing"), "kb")),)


async def _own(hall: Hall, args: dict[str, Any]) -> tuple[Own, Step | None]:
    own = await standing.own(hall.db, person_id=args["person_id"], now=hall.clock.now())
    found = (one for one, _ in own.steps if one.number == args["number"])
    return own, next(found, None)


async def job_released(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """A job went back because access has ended."""
    view = await jobs.view(hall.db, args["job_id"])
    person: Person = view.person
    words = hall.words(person.language)
    text = words.rich("step-released", number=view.job.number, project=view.project.name)
    return Screen(text, ((button(words("button-my-standing"), "kb"),),))
