"""An appeal, as the one who made it sees it: open with its words, or answered."""

from datetime import datetime
from typing import Any

from bot.domain.appeals import Appeal, AppealState
from bot.domain.people import BARRED, Person, Role
from bot.domain.steps import LIVE, Step, StepState, took_roles
from bot.services import standing
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.evidence import quoted
from handlers.messages.screen import Row, Screen, button, lines
from handlers.messages.standing import kind_name, moment


async def mine(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The person's own appeal: until when it is answered, or what the answer was."""
    appeal, step, person = await standing.appealed(
        hall.db, args["number"], by=args["person_id"]
    )  # fmt: skip
    words, now = hall.words(person.language), hall.clock.now()
    head = words.rich(
        "appeal-head", number=appeal.number, kind=kind_name(words, step), step=step.number
    )
    said: list[Text | None]
    if appeal.state is AppealState.open:
        late = now >= appeal.decide_by
        asking = bool(args.get("asking"))
        said = _open(words, person, appeal, step, asking=asking, late=late)
    else:
        then = _after(words, person, step, now)
        late_words = words.rich("appeal-words-late") if args.get("late") else None
        said = [_answer(words, person, appeal), quoted(appeal.answer), then, late_words]
    rows = _rows(words, appeal, step, asking=bool(args.get("asking")))
    return Screen(lines(head, *said, between="\n\n"), rows)


def _open(
    words: Words, person: Person, appeal: Appeal, step: Step, *, asking: bool, late: bool
) -> list[Text | None]:
    ends = "-egregious" if step.is_egregious else ""
    date = moment(words, person, appeal.decide_by)
    silence = words(f"step-appeal-silence{ends}")
    until = (
        words.rich("appeal-open-late", date=date)
        if late
        else words.rich("appeal-open", date=date, silence=silence)
    )
    waits = step.state is StepState.scheduled
    nothing = words.rich("appeal-stops") if waits else words.rich("appeal-stays")
    if appeal.words:
        return [until, nothing, lines(words.rich("appeal-words"), quoted(appeal.words))]
    return [until, nothing, words.rich("appeal-ask-words") if asking else None]


def _rows(words: Words, appeal: Appeal, step: Step, *, asking: bool) -> tuple[Row, ...]:
    notice = button(words("button-see-notice"), "ks", step.number)
    back: Row = (notice, button(words("button-my-standing"), "kb"))
    if appeal.state is not AppealState.open:
        return (back,)
    if asking and not appeal.words:
        return ((button(words("button-without-words"), "kn", appeal.number),), back)
    return ((button(words("button-add-words"), "kw", appeal.number),), back)


def _answer(words: Words, person: Person, appeal: Appeal) -> Text:
    date = moment(words, person, appeal.decided_at or appeal.decide_by)
    if appeal.decided_by is None and appeal.role is None:
        return words.rich("appeal-unanswered", date=date)
    role = words(f"role-{Role(appeal.role or Role.admin)}")
    return words.rich(f"appeal-answered-{appeal.state}", date=date, role=role)


def _after(words: Words, person: Person, step: Step, now: datetime) -> Text:
    """What follows from the answer, with the dates that hold by now."""
    if step.state not in LIVE:
        took = step.state is StepState.withdrawn and step.access_stops
        returns = took and person.standing not in BARRED
        back = words.rich("appeal-access-now") if returns else None
        roles = words.rich("appeal-roles") if returns and took_roles(step) else None
        return lines(back, roles, words.rich("appeal-upheld-more"))
    dated = (
        ("appeal-stops-at", step.access_stops if step.state is StepState.scheduled else None),
        ("appeal-returns-at", step.access_returns),
        ("appeal-ends-at", step.ends_at),
        ("appeal-counts-until", step.counts_until),
    )
    said = [
        words.rich(key, date=moment(words, person, at)) for key, at in dated if at and now < at
    ]
    return lines(*said, words.rich("appeal-upheld-more"))
