"""Appeals for those who decide them: what waits and until when, one of them, reminders."""

from typing import Any

from bot import say
from bot.domain.appeals import AppealState
from bot.domain.refusal import Refused
from bot.services import standing
from bot.services.standing import Case
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.deciding import code_of
from handlers.messages.deciding_steps import facts_of
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
from handlers.messages.standing_notice import evidence_buttons

PAGE = 8


async def listing(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The appeals that are open, the next to be answered first; or those that were decided."""
    words, page = hall.words(args["language"]), args.get("page", 0)
    past = bool(args.get("decided"))
    waiting, decided = await standing.appeals_of(hall.db, by=args["person_id"])
    found = decided if past else waiting
    shown = page_of(found, page, PAGE)
    said = [_line(hall, words, one) for one in shown]
    none = words.rich("appeals-none-decided" if past else "appeals-none")
    head = words.rich("appeals-head-decided" if past else "appeals-head", count=len(found))
    turn = turning(len(found), page, lambda label, to: button(label, "jr", int(past), to), PAGE)
    other = button(
        words("button-appeals-open", count=len(waiting))
        if past
        else words("button-appeals-decided", count=len(decided)),
        "jr", int(not past), 0,
    )  # fmt: skip
    rows = (*rows_of([_open(words, one) for one in shown], 1), *turn, (other,))
    return Screen(lines(head, *said, between="\n\n") if said else none, rows)


def _open(words: Words, one: Case) -> Button:
    return button(
        words("button-appeal-of", name=one.person.name[:30], number=one.appeal.number),
        "js", one.appeal.number,
    )  # fmt: skip


def _line(hall: Hall, words: Words, one: Case) -> Text:
    kind = words(f"step-kind-{code_of(one.step.kind)}")
    said = words.rich("appeals-line", name=one.person.name, kind=kind, number=one.appeal.number)
    return lines(said, _stands(hall, words, one))


def _stands(hall: Hall, words: Words, one: Case) -> Text:
    """Until when it is answered and by whom, or what came of it."""
    appeal, zone = one.appeal, one.viewer.zone
    if appeal.state is not AppealState.open:
        by = "clock" if appeal.role is None else "person"
        return words.rich(
            f"appeal-was-{appeal.state}-{by}",
            name=(one.answerer or one.decider).name,
            date=say.moment(words.language, appeal.decided_at or appeal.opened_at, zone),
        )
    date = say.moment(words.language, appeal.decide_by, zone)
    late = hall.clock.now() >= appeal.decide_by
    then = "egregious" if one.step.is_egregious else "silence"
    return lines(
        words.rich("appeal-late" if late else f"appeal-until-{then}", date=date),
        None if one.mine else words.rich("appeal-not-mine", name=one.decider.name),
    )


async def card(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """One appeal: the step and what it rests on, what its person says, and the two answers."""
    words, now = hall.words(args["language"]), hall.clock.now()
    one = await standing.case(hall.db, args["number"], by=args["person_id"])
    step = await standing.seen(
        hall.db, one.step.number, by=args["person_id"], now=now, rules=hall.rules.pay
    )
    number = one.appeal.number
    rows: list[Row] = []
    if one.appeal.state is AppealState.open and one.mine:
        rows.append((
            button(words("button-overturn-step"), "ju", number, "overturned", style="success"),
            button(words("button-uphold-step"), "ju", number, "upheld", style="danger"),
        ))  # fmt: skip
    rows += evidence_buttons(words, step.notice)
    last = [button(words("button-all-appeals"), "jr", 0, 0)]
    if one.viewer.is_admin:
        last.append(button(words("button-person"), "qp", one.person.id))
    rows.append(tuple(last))
    shown = len(step.notice.evidence)
    while True:
        text = lines(
            lines(
                words.rich("appeal-card-head", number=number, name=one.person.name),
                _stands(hall, words, one),
            ),
            lines(
                words.rich("appeal-says", name=one.person.name),
                quoted(one.appeal.words) or words.rich("appeal-no-words"),
            ),
            lines(words.rich("appeal-answer"), quoted(one.appeal.answer))
            if one.appeal.answer
            else None,
            *facts_of(words, step, shown),
            between="\n\n",
        )
        if text.units <= MOST_TEXT or not shown:
            return Screen(text, tuple(rows))
        shown -= 1


async def due(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """For who may decide: an appeal waits, again, or still after its date."""
    words, now = hall.words(args["language"]), hall.clock.now()
    try:
        one = await standing.case(hall.db, args["number"], by=args["person_id"])
    except Refused:
        # Whoever decides appeals no more is not asked.
        return None
    appeal = one.appeal
    if appeal.state is not AppealState.open or not one.mine:
        return None
    if now >= appeal.decide_by:
        key = "appeal-due-late"
    else:
        key = "appeal-due-again" if appeal.reminded else "appeal-due-new"
    kind = words(f"step-kind-{code_of(one.step.kind)}")
    then = "egregious" if one.step.is_egregious else "silence"
    date = say.moment(words.language, appeal.decide_by, one.viewer.zone)
    text = lines(
        words.rich(key, name=one.person.name, kind=kind, number=appeal.number),
        words.rich(f"appeal-until-{then}", date=date) if now < appeal.decide_by else None,
    )
    return Screen(text, ((_open_due(words, one),),))


def _open_due(words: Words, one: Case) -> Button:
    return button(words("button-see-appeal"), "js", one.appeal.number, style="primary")
