"""Where a person stands: the notice of a step, `/standing`, and all that was decided."""

from datetime import datetime
from typing import Any

from bot import say
from bot.domain.appeals import Appeal, AppealState
from bot.domain.applications import ApplicationState
from bot.domain.people import Pause, Person, Standing, is_paused
from bot.domain.refusal import Refused
from bot.domain.stands import Coming, Stands, stands
from bot.domain.steps import Step, StepKind, StepState
from bot.domain.tiers import LEAST_RATINGS
from bot.services import standing, tiers
from bot.services.standing import Own
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.evidence import quoted
from handlers.messages.profile_words import listed, skill_name
from handlers.messages.screen import Row, Screen, button, lines, page_of, rows_of, turning
from handlers.messages.standing_notice import named, notice_screen

_PAGE = 8


async def step(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The notice of a step; one that lacks something cannot be made, one taken back is not."""
    now = hall.clock.now()
    try:
        notice, appeal = await standing.told(
            hall.db, args["number"], by=args["person_id"], now=now, rules=hall.rules.pay
        )
    except Refused as no:
        # A "no" would be sent in its place, and start the clock of a step nobody read about.
        raise ValueError(f"the notice of step {args['number']}: {no}") from no
    if notice.step.state is StepState.withdrawn:
        return None
    return notice_screen(hall.words(notice.person.language), notice, appeal, now)


async def again(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The notice of a step as it stands by now, for who was told of it."""
    now = hall.clock.now()
    notice, appeal = await standing.told(
        hall.db, args["number"], by=args["person_id"], now=now, rules=hall.rules.pay
    )
    words = hall.words(notice.person.language)
    back: Row = (button(words("button-my-standing"), "ka"),)
    return notice_screen(words, notice, appeal, now, back=back)


async def screen(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """One status with its reason and next date; all that bears on it is one tap away."""
    now = hall.clock.now()
    own = await standing.own(hall.db, person_id=args["person_id"], now=now)
    words = hall.words(own.person.language)
    found = stands(own.person, own.steps, now)
    told = [(step, appeal) for step, appeal in own.steps if step.told_at is not None]
    text = lines(
        _applied(words, own) or lines(*_status(words, own.person, found, told)),
        _pause(words, own.person, found, now),
        *(_block(words, own, step) for step, _ in told if _is_block(step)),
        *(_waits(words, own.person, one, now) for _, one in told if _is_open(one)),
        _tiers(words, await tiers.summary(hall.db, own.person.id)),
        between="\n\n",
    )
    return Screen(text, _rows(words, told))


def _tiers(words: Words, found: dict[str, int]) -> Text:
    if not found:
        return words.rich("stands-quality-none", least=LEAST_RATINGS)
    said = [
        words("stands-tier", skill=skill_name(words, skill), tier=tier)
        for skill, tier in sorted(found.items())
    ]
    return words.rich("stands-quality", tiers=listed(words, said))


def _applied(words: Words, own: Own) -> Text | None:
    """What an applicant waits for, or that it was declined."""
    if own.applied is None:
        return None
    if own.applied.state is ApplicationState.declined:
        return lines(
            lines(words.rich("stands-application-declined"), quoted(own.applied.words)),
            words.rich("applied-declined-more"),
        )
    date = moment(words, own.person, own.applied.reply_by)
    return lines(words.rich("stands-applicant"), words.rich("stands-applied", date=date))


def moment(words: Words, person: Person, at: datetime) -> str:
    """The moment by the person's clock, with its date."""
    return say.moment(words.language, at, person.zone)


def kind_name(words: Words, step: Step) -> str:
    """What the step is called."""
    return words(f"step-kind-{named(step.kind)}")


def _is_block(step: Step) -> bool:
    return step.is_live and step.kind is StepKind.block


def _is_open(appeal: Appeal | None) -> bool:
    return appeal is not None and appeal.state is AppealState.open


def headline(words: Words, found: Stands) -> Text:
    """The status in one plain sentence."""
    kind = found.because.kind if found.because else None
    if found.standing is Standing.suspended and kind is StepKind.hold:
        return words.rich("stands-held")
    if found.standing is Standing.warned and kind is StepKind.suspension:
        return words.rich("stands-warned-after")
    return words.rich(f"stands-{found.standing}")


def _status(
    words: Words, person: Person, found: Stands, told: list[tuple[Step, Appeal | None]]
) -> list[Text | None]:
    because = found.because
    blocked = found.standing is Standing.good and any(_is_block(step) for step, _ in told)
    waits = any(_is_open(one) for _, one in told)
    reason = words(f"step-reason-{because.reason}") if because else None
    return [
        words.rich("stands-good-blocked") if blocked else headline(words, found),
        words.rich("stands-since", date=moment(words, person, found.since))
        if found.since
        else None,
        words.rich("stands-why", reason=reason) if reason else None,
        _coming(words, person, found, waits=waits),
    ]


def _coming(words: Words, person: Person, found: Stands, *, waits: bool) -> Text:
    if found.at is None:
        return words.rich("stands-coming-asked" if waits else "stands-coming-unknown")
    key = f"stands-coming-{found.coming}"
    return words.rich(key, date=moment(words, person, found.at))


def _pause(words: Words, person: Person, found: Stands, now: datetime) -> Text | None:
    if person.pause is None or not is_paused(person, now):
        return None
    said = words.rich(f"stands-paused-{Pause(person.pause)}")
    if person.paused_until is None or found.coming is Coming.resumes:
        return said
    until = words.rich("stands-paused-until", date=moment(words, person, person.paused_until))
    return lines(said, until)


def _block(words: Words, own: Own, step: Step) -> Text:
    project = own.projects.get(step.project_id or 0, "")
    since = moment(words, own.person, step.told_at or step.decided_at)
    return words.rich("stands-blocked", project=project, date=since)


def _waits(words: Words, person: Person, appeal: Appeal | None, now: datetime) -> Text | None:
    if appeal is None:
        return None
    date = moment(words, person, appeal.decide_by)
    key = "stands-appealed" if now < appeal.decide_by else "stands-appealed-late"
    return words.rich(key, number=appeal.number, date=date)


def _rows(words: Words, told: list[tuple[Step, Appeal | None]]) -> tuple[Row, ...]:
    found = [
        button(words("button-step", kind=kind_name(words, step), number=step.number), "ks",
               step.number)
        for step, _ in told
        if step.is_live
    ]  # fmt: skip
    found += [
        button(words("button-open-appeal", number=one.number), "kq", one.number)
        for _, one in told
        if one is not None and _is_open(one)
    ]
    if told:
        found.append(button(words("button-history"), "kh", 0))
    found.append(button(words("button-quality"), "ku"))
    found.append(button(words("button-own-courses"), "xo"))
    found.append(button(words("button-how-decided"), "ki"))
    return (*rows_of(found, 1), (button(words("button-my-pay"), "eb"),))


async def history(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Every step that the person was told of, the newest first, with what became of it."""
    own = await standing.own(hall.db, person_id=args["person_id"], now=hall.clock.now())
    words = hall.words(own.person.language)
    told = [(step, appeal) for step, appeal in own.steps if step.told_at is not None]
    page = min(max(int(args.get("page", 0)), 0), max(len(told) - 1, 0) // _PAGE)
    shown = page_of(told, page, _PAGE)
    said = [_past(words, own.person, *one) for one in shown]
    head = words.rich("stands-history-head")
    nothing = None if said else words.rich("stands-history-none")
    opening = [
        button(words("button-step", kind=kind_name(words, one), number=one.number), "ks",
               one.number)
        for one, _ in shown
    ]  # fmt: skip
    turn = turning(len(told), page, lambda label, to: button(label, "kh", to), _PAGE)
    back: Row = (button(words("button-my-standing"), "ka"),)
    rows = (*rows_of(opening, 1), *turn, back)
    return Screen(lines(head, nothing, *said, between="\n\n"), rows)


def _past(words: Words, person: Person, step: Step, appeal: Appeal | None) -> Text:
    line = words.rich(
        "stands-history-line", kind=kind_name(words, step), number=step.number,
        date=moment(words, person, step.told_at or step.decided_at),
        state=_state(words, person, step),
    )  # fmt: skip
    if appeal is None:
        return line
    if appeal.state is AppealState.open:
        came = words("appeal-state-open", date=moment(words, person, appeal.decide_by))
    else:
        came = words(f"appeal-state-{appeal.state}")
    return lines(line, words.rich("stands-history-appeal", number=appeal.number, state=came))


def _state(words: Words, person: Person, step: Step) -> str:
    if step.state is StepState.effective:
        until = step.counts_until or step.access_returns
        if until is None:
            return words("step-state-effective")
        return words("step-state-effective-until", date=moment(words, person, until))
    at = step.access_stops if step.state is StepState.scheduled else step.ended_at
    return words(f"step-state-{step.state}", date=moment(words, person, at or step.decided_at))
