"""Steps as admins and arbiters see them: one with its notice, the history, taking one back."""

from typing import Any

from bot import say
from bot.domain.appeals import Appeal, AppealState
from bot.domain.refusal import Refused
from bot.domain.step_notices import StepNotice
from bot.domain.steps import Step, StepKind
from bot.services import standing
from bot.services.standing import StepSeen, Worded
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.deciding import code_of
from handlers.messages.evidence import quoted
from handlers.messages.screen import (
    MOST_TEXT,
    Button,
    Row,
    Screen,
    button,
    lines,
    page_of,
    rows_of,
    turning,
)
from handlers.messages.standing_notice import (
    evidence_buttons,
    evidence_line,
    what_it_means,
)

PAGE = 8


def step_line(words: Words, one: Step, appeal: Appeal | None, zone: str) -> Text:
    """A step in a line: when, what, why, where it stands."""
    state = "untold" if one.is_live and one.told_at is None else one.state
    said = words.rich(
        "step-line", date=say.date(words.language, one.decided_at, zone), number=one.number,
        kind=words(f"step-kind-{code_of(one.kind)}"), reason=_reason(words, one),
        state=words(f"step-is-{state}"),
    )  # fmt: skip
    if appeal is None:
        return said
    return said + words(f"step-line-appeal-{appeal.state}")


def _reason(words: Words, one: Step) -> str:
    return words(f"button-reason-{one.reason}")


def open_button(words: Words, one: Step) -> Button:
    """The button that opens the step."""
    kind = words(f"step-kind-{code_of(one.kind)}")
    return button(words("button-open-step", kind=kind, number=one.number), "jn", one.number)


async def card(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """One step: what its person was told, who decided, its evidence, and taking it back."""
    words, now = hall.words(args["language"]), hall.clock.now()
    found = await standing.seen(
        hall.db, args["number"], by=args["person_id"], now=now, rules=hall.rules.pay
    )
    step, viewer = found.step, args["person_id"]
    rows: list[Row] = [*evidence_buttons(words, found.notice)]
    mine: list[Button] = []
    if found.appeal is not None:
        mine.append(button(words("button-see-appeal"), "js", found.appeal.number))
    if found.viewer.is_admin and step.is_live and step.person_id != viewer:
        mine.append(button(words("button-withdraw"), "jp", step.number))
    if found.viewer.is_admin:
        mine.append(button(words("button-person"), "qp", step.person_id))
    rows += rows_of(mine, 2)
    return Screen(_fitting(words, found), tuple(rows))


def _fitting(words: Words, found: StepSeen) -> Text:
    """The card with as much of the evidence as one message holds; buttons open all of it."""
    shown = len(found.notice.evidence)
    while True:
        text = lines(
            words.rich("step-card-head", name=found.notice.person.name),
            *facts_of(words, found, shown), between="\n\n",
        )  # fmt: skip
        if text.units <= MOST_TEXT or not shown:
            return text
        shown -= 1


def facts_of(words: Words, found: StepSeen, shown: int) -> list[Text | None]:
    """What a decider has to know of a step, with so much of the evidence."""
    notice, step = found.notice, found.step
    zone = found.viewer.zone
    told = "step-told" if step.told_at else "step-sending" if found.sending else "step-untold"
    at = say.moment(words.language, step.told_at or step.decided_at, zone)
    ended = quoted(step.ended_words)
    return [
        lines(
            step_line(words, step, found.appeal, zone),
            words.rich(
                "step-decided-by", name=found.decider.name,
                date=say.moment(words.language, step.decided_at, zone),
            ),
            words.rich(told, date=at) if step.is_live or step.told_at else None,
        ),
        lines(
            words.rich("step-card-words" if step.told_at else "step-card-will-read"),
            what_it_means(words, notice) if step.is_live else None, quoted(step.words),
        ),
        lines(words.rich("step-card-ended"), ended) if ended else None,
        lines(
            _evidence(words, notice, shown),
            *(words.rich("step-card-other", name=one.name) for one in found.others),
        ) if notice.evidence else None,
        lines(
            words.rich("step-card-earlier"),
            *(step_line(words, one, None, zone) for one in found.earlier[-PAGE:]),
        ) if found.earlier else None,
    ]  # fmt: skip


def _evidence(words: Words, notice: StepNotice, shown: int) -> Text | None:
    if not notice.evidence:
        return None
    said = [
        evidence_line(words, notice, nth, one)
        for nth, one in enumerate(notice.evidence[:shown], 1)
    ]
    return lines(words.rich("step-evidence"), *said)


async def history(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Every step against the person, page by page."""
    words, whose, page = hall.words(args["language"]), args["whose"], args.get("page", 0)
    found = await standing.history(hall.db, whose, by=args["person_id"], now=hall.clock.now())
    shown = page_of(list(found.steps), page, PAGE)
    said = [step_line(words, one, appeal, found.viewer.zone) for one, appeal in shown]
    head = words.rich("step-history-head", name=found.person.name)
    turn = turning(len(found.steps), page, lambda label, to: button(label, "jo", whose, to), PAGE)
    back: Row = (button(words("button-person"), "qp", whose),)
    rows = (*rows_of([open_button(words, one) for one, _ in shown], 1), *turn, back)
    return Screen(lines(head, *(said or [words.rich("step-history-none")])), rows)


async def wording(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """A withdrawal or an answer: its words asked for, then shown with what they will do."""
    words = hall.words(args["language"])
    said = await standing.worded(hall.db, by=args["person_id"], now=hall.clock.now())
    cancel: Row = (button(words("button-cancel"), "ac"),)
    kind = words(f"step-kind-{code_of(said.step.kind)}")
    head = words.rich(f"wording-{_act(said)}", kind=kind, name=said.person.name,
                      number=said.step.number)  # fmt: skip
    if said.words is None:
        return Screen(lines(head, words.rich("wording-ask"), between="\n\n"), (cancel,))
    text = lines(
        lines(head, words.rich(f"wording-then-{_act(said)}")),
        lines(words.rich("wording-reads", name=said.person.name), quoted(said.words)),
        words.rich("draft-mend"),
        between="\n\n",
    )
    style = "danger" if said.state is AppealState.upheld else "success"
    yes = button(words(f"button-wording-{_act(said)}"), "jq", said.number, style=style)
    return Screen(text, ((yes,), cancel))


def _act(said: Worded) -> str:
    return "withdrawal" if said.state is None else str(said.state)


async def untold(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """For admins: the notice of a step cannot reach its person, or cannot be sent at all."""
    words = hall.words(args["language"])
    try:
        found = await standing.seen(
            hall.db, args["number"], by=args["person_id"], now=hall.clock.now(),
            rules=hall.rules.pay,
        )  # fmt: skip
    except Refused:
        # Whoever is no admin any more has nothing to do with it.
        return None
    step, person = found.step, found.notice.person
    if not step.is_live or step.told_at is not None:
        return None
    text = words.rich(
        "step-untold-failed" if person.unreachable_since is None else "step-untold-told",
        name=person.name, kind=words(f"step-kind-{code_of(step.kind)}"), number=step.number,
    )  # fmt: skip
    renewed = _renewal(words, step) if person.unreachable_since is None else ()
    return Screen(text, (*renewed, (open_button(words, step),)))


def _renewal(words: Words, step: Step) -> tuple[Row, ...]:
    """The one button that takes a step back and prepares it anew; a region's is made again."""
    if step.kind is StepKind.closing:
        return ()
    return ((button(words("button-renew-step"), "nx", step.number, style="primary"),),)


async def unsent(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The steps whose notice could not be made, each with a way to mend it."""
    words = hall.words(args["language"])
    found = await standing.unsent(hall.db, by=args["person_id"])
    back: Row = (button(words("button-people-again"), "qs"),)
    if not found:
        return Screen(words.rich("steps-unsent-none"), (back,))
    said = [
        words.rich(
            "steps-unsent-line", name=person.name, number=step.number,
            kind=words(f"step-kind-{code_of(step.kind)}"),
        )
        for step, person in found[:PAGE]
    ]  # fmt: skip
    rows = [
        (
            *(
                (button(words("button-renew-one", number=step.number), "nx", step.number),)
                if step.kind is not StepKind.closing
                else ()
            ),
            open_button(words, step),
        )
        for step, _ in found[:PAGE]
    ]
    head = words.rich("steps-unsent-head", count=len(found))
    return Screen(lines(head, lines(*said), between="\n\n"), (*rows, back))
