"""A course while it is taken: a question, its explanation, the result, each answer again."""

from typing import Any

from bot import say
from bot.domain.courses import Item
from bot.domain.schemes import in_language
from bot.domain.sittings import Sitting, SittingState
from bot.layout import lay_out
from bot.services import courses
from bot.services.courses import SittingView
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.courses import NO_PROJECT, shortened, why_not
from handlers.messages.screen import Button, Row, Screen, button, fitting, lines, rows_of
from handlers.messages.task_text import sections

# Numbers are short: so many stand beside one another on a phone.
_WIDTH = 4


async def sitting(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The sitting as it stands: the question at hand, the explanation, or the result."""
    view = await courses.view(
        hall.db, number=args["number"], person_id=args["person_id"], now=hall.clock.now()
    )
    return sitting_screen(hall, view)


def sitting_screen(hall: Hall, view: SittingView) -> Screen:
    """What is shown of a sitting now."""
    words = hall.words(view.person.language)
    if not view.sitting.is_open:
        return _ended(hall, words, view)
    if view.sitting.explains:
        position = view.sitting.turned
        label = words("button-next-question")
        row = (button(label, "xn", view.sitting.number, position, style="primary"),)
        return Screen(_explained(words, view, position), (row,))
    return _question(words, view)


def _question(words: Words, view: SittingView) -> Screen:
    one, position = view.sitting, view.sitting.turned
    asked = one.asked[position]
    item = view.course.items[asked.item]
    text = question_text(words, view.course.name(words.language), item, asked.order,
                         position, len(one.asked))  # fmt: skip
    if not item.has_several:
        rows = rows_of(
            [button(str(n + 1), "xa", one.number, position, n) for n in range(len(asked.order))],
            _WIDTH,
        )
        return Screen(text, rows)
    ticks = [
        _tick(words, one, position, place, on=option in one.ticked)
        for place, option in enumerate(asked.order)
    ]
    done: Row = (button(words("button-ticked-done"), "xd", one.number, position, style="success"),)
    return Screen(text, (*rows_of(ticks, _WIDTH), done))


def _tick(words: Words, one: Sitting, position: int, place: int, *, on: bool) -> Button:
    label = words("button-tick", mark="☑️" if on else "⬜️", nth=place + 1)
    # It says what it makes of the option, so that a second tap of the same button does no harm.
    return button(label, "xt", one.number, position, place, int(not on))


def question_text(
    words: Words, title: str, item: Item, order: tuple[int, ...], position: int, of: int
) -> Text:
    """A question as it is read, with its options in that order."""
    options = [
        words.rich("sitting-option", nth=n, option=in_language(item.options[at], words.language))
        for n, at in enumerate(order, 1)
    ]
    return lines(
        words.rich("sitting-head", title=title, position=position + 1, questions=of),
        *content(words, item),
        words.rich("sitting-about", ask=in_language(item.ask, words.language)),
        lines(*options) if options else None,
        words.rich("sitting-several") if item.has_several else None,
        between="\n\n",
    )


def content(words: Words, item: Item) -> list[Text]:
    """What the question is about, as a task would show it; nothing where it stands alone."""
    if item.content is None:
        return []
    return sections(words, lay_out(item.content, tuple(range(len(item.content.responses)))))


def explanation(
    words: Words, item: Item, order: tuple[int, ...], chosen: tuple[int, ...] | None
) -> Text:
    """The options of a question with what is right, what was chosen, and why."""
    said = []
    for at in order:
        option = in_language(item.options[at], words.language)
        if at in item.right and item.has_several and chosen is not None and at not in chosen:
            said.append(words.rich("sitting-option-missed", option=option))
        elif at in item.right:
            said.append(words.rich("sitting-option-right", option=option))
        elif chosen is not None and at in chosen:
            said.append(words.rich("sitting-option-wrong", option=option))
        else:
            said.append(words.rich("sitting-option-other", option=option))
    return lines(lines(*said), Text(in_language(item.why, words.language)), between="\n\n")


def _explained(words: Words, view: SittingView, position: int) -> Text:
    one = view.sitting
    asked = one.asked[position]
    item = view.course.items[asked.item]
    chosen = one.answers[position] if position < len(one.answers) else None
    if chosen is None:
        verdict = words.rich("sitting-unanswered")
    else:
        verdict = words.rich("sitting-right" if item.is_right(chosen) else "sitting-wrong")
    return lines(
        words.rich("sitting-head", title=view.course.name(words.language), position=position + 1,
                   questions=len(one.asked)),
        *content(words, item),
        words.rich("sitting-about", ask=in_language(item.ask, words.language)),
        verdict,
        explanation(words, item, asked.order, chosen),
        words.rich("sitting-withdrawn") if asked.item in view.voided else None,
        between="\n\n",
    )  # fmt: skip


async def answers(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """One answer after the end, with the way to the others and back to the result."""
    view = await courses.view(
        hall.db, number=args["number"], person_id=args["person_id"], now=hall.clock.now()
    )
    words, one = hall.words(view.person.language), view.sitting
    if one.is_open or not _tells(one):
        return sitting_screen(hall, view)
    at = min(max(int(args["position"]), 0), len(one.asked) - 1)
    turn = [
        button(f"{mark} {to + 1}", "xi", one.number, to)
        for mark, to in (("◀️", at - 1), ("▶️", at + 1))
        if 0 <= to < len(one.asked)
    ]
    back = (button(words("button-to-result"), "xq", one.number),)
    return Screen(_explained(words, view, at), (tuple(turn), back) if turn else (back,))


def _ended(hall: Hall, words: Words, view: SittingView) -> Screen:
    """How it ended, what it pays, what follows; every answer is one tap away."""
    one = view.sitting
    then = (result(words, view), *_what_follows(hall, words, view))
    text = fitting(
        lines(*_last(words, view, whole=True), *then, between="\n\n"),
        lines(*_last(words, view, whole=False), *then, between="\n\n"),
    )
    rows: list[Row] = []
    if _tells(one):
        rows.append((button(words("button-see-answers"), "xi", one.number, 0),))
    return Screen(text, (*rows, *next_rows(words, view)))


def _tells(one: Sitting) -> bool:
    """Whether its right answers are told; those of a try that does not count would be free."""
    return one.state is not SittingState.dropped


def _last(words: Words, view: SittingView, *, whole: bool) -> list[Text]:
    """The explanation of the last answer, where the others had theirs as well.

    Nobody can follow it without the example; that is left out only where it does not fit.
    """
    one = view.sitting
    position = len(one.asked) - 1
    if not one.is_finished or one.turned != position:
        return []
    item = view.course.items[one.asked[position].item]
    is_right = item.is_right(one.answers[position])
    order = one.asked[position].order
    return [
        *(content(words, item) if whole else ()),
        words.rich("sitting-about", ask=in_language(item.ask, words.language)),
        words.rich("sitting-right" if is_right else "sitting-wrong"),
        explanation(words, item, order, one.answers[position]),
    ]


def result(words: Words, view: SittingView) -> Text:
    """How the sitting ended, in one sentence."""
    one, title = view.sitting, view.course.name(words.language)
    of = len(one.asked)
    facts = {"title": title, "right": one.right or 0, "questions": of}
    needed = view.course.needed(of)
    if one.state is SittingState.done:
        return words.rich("sitting-done", title=title)
    if one.state is SittingState.dropped:
        return words.rich("sitting-dropped", title=title)
    if one.state is SittingState.lapsed:
        return words.rich("sitting-lapsed", **facts, needed=needed, answered=len(one.answers))
    passed = one.state is SittingState.passed
    return words.rich("sitting-passed" if passed else "sitting-failed", **facts, needed=needed)


def _what_follows(hall: Hall, words: Words, view: SittingView) -> list[Text | None]:
    one, person, held = view.sitting, view.person, view.stands.held
    pay = None
    if one.pay is not None and one.line is not None:
        money = say.money(words.language, one.pay)
        pay = words.rich("sitting-pay", money=money, line=one.line)
    gained = one.state in (SittingState.done, SittingState.passed)
    if gained and held is not None and held.sitting_id == one.id and held.expires_at is not None:
        date = say.date(words.language, held.expires_at, person.zone)
        return [pay, words.rich("sitting-valid", date=date)]
    if gained:
        return [pay]
    no, chance, exam = view.stands.no, view.stands.chance, view.course.exam
    if no is None and chance is not None and exam is not None:
        return [pay, words.rich("sitting-again", nth=chance.nth, tries=exam.tries)]
    return [pay, why_not(hall, words, person, no) if no is not None else None]


def next_rows(words: Words, view: SittingView) -> tuple[Row, ...]:
    """Where one goes from a sitting that has ended; never nowhere."""
    project, stands = view.project, view.stands
    rows: list[Row] = []
    if stands.held is not None and project is not None:
        label = words("button-on-to-project", project=shortened(project.name))
        rows.append((button(label, "xp", project.key, style="success"),))
    elif stands.held is None and stands.chance is not None:
        label, key = words("button-try-again"), project.key if project else NO_PROJECT
        rows.append((button(label, "xc", stands.published.id, key),))
    elif stands.no is not None and stands.no.reason == "course-over":
        rows.append((button(words("button-ask-hall"), "ua"),))
    return (*rows, (button(words("button-my-work"), "w"),))
