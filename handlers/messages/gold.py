"""Known answers: for coordinators those of a project, for people what they missed."""

from typing import Any

from bot import say
from bot.domain.disputes import dispute_by
from bot.domain.gold import ScoreState, as_shown, compared, smoothed
from bot.domain.gold_choice import NONE
from bot.domain.schemes import Scheme, Values, form_of, is_asked, spoken
from bot.domain.tasks import TaskState
from bot.layout import lay_out
from bot.services import gold
from bot.services.gold import Card, Listed, Missed
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages import task_text
from handlers.messages.evidence import given, protects, task
from handlers.messages.questions import asked_of
from handlers.messages.screen import Row, Screen, button, lines, rows_of, turning

PAGE = 6
_ROOM = 2000
_NAME = 40
_MARKS = {TaskState.suspended: "❓", TaskState.withdrawn: "✖️", TaskState.pulled: "▪️"}


async def listing(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The gold of a project in figures, and its tasks."""
    words = hall.words(args["language"])
    key, page = args["key"], args.get("page", 0)
    found = await gold.listed(hall.db, key, by=args["person_id"], page=page, size=PAGE)
    said = [
        words.rich(
            "gold-line", mark=_MARKS.get(one.state, "🔹"), task=short(one.external_id),
            given=one.given, answers=one.answers, missed=one.missed,
        )
        for one in found.items
    ]  # fmt: skip
    buttons = [
        button(f"{_MARKS.get(one.state, '🔹')} {short(one.external_id)}", "gdo", one.id)
        for one in found.items
    ]
    turn = turning(found.stock.count, page, lambda label, to: button(label, "gd", key, to), PAGE)
    rows: list[Row] = [*rows_of(buttons, 1), *turn]
    if found.stock.decided:
        rows.append((button(words("button-gold-copy"), "gdp", key),))
    rows.append((button(words("button-back"), "p", key),))
    text = lines(_head(words, found), lines(*said) if said else None, between="\n\n")
    return Screen(text, tuple(rows))


def _head(words: Words, found: Listed) -> Text:
    stock = found.stock
    if not stock.count:
        return lines(words.rich("gold-none", project=found.project.name), words.rich("gold-how"))
    right, total = found.accuracy
    quality = None
    if total:
        percent = round(100 * smoothed(right, total))
        quality = words.rich("gold-accuracy", percent=percent, right=right, total=total)
    return lines(
        words.rich("gold-head", project=found.project.name, count=stock.count),
        words.rich("gold-figures", given=stock.given, answers=stock.answers, missed=stock.missed),
        words.rich("gold-doubted", count=stock.suspended) if stock.suspended else None,
        quality,
    )


async def card(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """One gold task: what people see, the known answer, what they gave instead."""
    words = hall.words(args["language"])
    found = await gold.card(hall.db, args["task"], by=args["person_id"])
    one = found.item
    head = words.rich("gold-task-head", task=short(one.external_id), project=found.project.name)
    figures = words.rich("gold-figures", given=one.given, answers=one.answers, missed=one.missed)
    others = [
        lines(words.rich("gold-others", count=other.people), _answer(words, found, other.answer))
        for other in found.others
    ]
    text = lines(
        lines(head, figures), words.rich(f"gold-is-{one.state}"), *shown(words, found), *others,
        between="\n\n",
    )  # fmt: skip
    return Screen(text, _rows(words, found))


def _rows(words: Words, found: Card) -> tuple[Row, ...]:
    one, rows = found.item, []
    if one.state is TaskState.suspended:
        rows.append((button(words("button-gold-keep"), "gdk", one.id, style="success"),))
        for other in found.others:
            said = short(_plain(words, found, other.answer))
            label = words("button-gold-correct", answer=said)
            rows.append((button(label, "gdc", one.id, other.sign),))
        if compared(found.project.scheme, found.known):
            rows.append((button(words("button-gold-choose"), "gdx", one.id, NONE),))
        rows.append((button(words("button-gold-withdraw"), "gdw", one.id, style="danger"),))
    elif one.state is TaskState.open:
        rows.append((button(words("button-gold-suspend"), "gds", one.id),))
    rows.append((button(words("button-back"), "gd", found.project.key, 0),))
    return tuple(rows)


def _form(found: Card, known: Values) -> tuple[Scheme, dict[str, Any]]:
    content = found.content
    names = [one.id for one in content.responses]
    form = form_of(found.project.scheme, len(names), content.assistant_turns)
    return form, as_shown(found.project.scheme, known, range(len(names)), names)


def _answer(words: Words, found: Card, known: Values) -> Text:
    form, values = _form(found, known)
    return said(words, form, values)


def said(words: Words, form: Scheme, values: Values) -> Text:
    """An answer in words, question by question."""
    return lines(
        *(
            words.rich(
                "evidence-choice", question=asked_of(words, form, one),
                answer=spoken(one, values[one.id], words.language),
            )
            for one in form.questions
            if one.id in values and is_asked(one, values)
        )
    )  # fmt: skip


def _plain(words: Words, found: Card, known: Values) -> str:
    form, values = _form(found, known)
    said = (spoken(one, values[one.id], words.language) for one in form.questions
            if one.id in values)  # fmt: skip
    return ", ".join(said)


def shown(words: Words, found: Card) -> list[Text]:
    """What people see of the task, and its known answer."""
    right = _answer(words, found, found.known)
    return [*_content(words, found), lines(words.rich("gold-known"), right)]


def _content(words: Words, found: Card) -> list[Text]:
    """What people see of the task, each part as far as it fits the card."""
    sections = lay_out(found.content, tuple(range(len(found.content.responses)))).sections
    room = _ROOM // max(len(sections), 1)
    return [
        lines(
            words.rich(task_text.heading_key(one), **task_text.named(one)),
            one.text if len(one.text.text) <= room else short(one.text.text, room),
        )
        for one in sections
    ]


async def doubted(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """For who coordinates: a known answer is in doubt."""
    words = hall.words(args["language"])
    found = await gold.card(hall.db, args["task"], by=args["person_id"])
    text = words.rich(
        "gold-doubted-notice", project=found.project.name,
        task=short(found.item.external_id), missed=found.item.missed,
        answers=found.item.answers,
    )  # fmt: skip
    return Screen(text, ((button(words("button-decide"), "gdo", args["task"], style="primary"),),))


async def missed(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """A known answer that the person missed: task, own answer, the known one, what it means."""
    words = hall.words(args["language"])
    one = await gold.missed(hall.db, args["line"], args["person_id"])
    facts = one.facts
    text = lines(
        words.rich("gold-missed-head", project=facts.project.name, number=facts.job.number),
        task(words, facts),
        given(words, facts, own=True),
        lines(words.rich("gold-missed-known"), said(words, facts.scheme, facts.known)),
        words.rich(f"gold-missed-{one.state}"),
        _until(hall, words, one),
        between="\n\n",
    )
    return Screen(text, _missed_rows(hall, words, one), protects(facts))


def _can_object(hall: Hall, one: Missed) -> bool:
    in_time = hall.clock.now() < dispute_by(one.decided_at, hall.rules.pay)
    return one.dispute is None and one.state is not ScoreState.void and in_time


def _until(hall: Hall, words: Words, one: Missed) -> Text | None:
    if not _can_object(hall, one):
        return None
    date = say.date(words.language, dispute_by(one.decided_at, hall.rules.pay), one.person.zone)
    return words.rich("gold-missed-dispute", date=date, days=hall.rules.pay.reply_days)


def _missed_rows(hall: Hall, words: Words, one: Missed) -> tuple[Row, ...]:
    number = one.facts.line.number
    row: list[Row] = [(button(words("button-guidelines"), "ru", number),)]
    if one.dispute is not None:
        row.insert(0, (button(words("button-dispute-see"), "rx", one.dispute.number),))
    elif _can_object(hall, one):
        row.insert(0, (button(words("button-dispute"), "gdd", number),))
    return tuple(row)


async def repaid(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What was rejected for a known answer that fell is paid."""
    words = hall.words(args["language"])
    found = await gold.concerned(hall.db, args["line"], args["person_id"])
    text = words.rich(
        "gold-repaid", project=found.project.name, number=found.job.number, line=found.line.number,
        money=say.money(words.language, found.withheld),
    )  # fmt: skip
    return Screen(text, ((button(words("button-evidence"), "re", args["line"]),),))


async def fell(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """A known answer that the person had missed fell: it counts for nothing."""
    words = hall.words(args["language"])
    found = await gold.concerned(hall.db, args["line"], args["person_id"])
    text = words.rich("gold-fell", project=found.project.name, number=found.job.number)
    return Screen(text, ((button(words("button-evidence"), "re", args["line"]),),))


def short(text: str, most: int = _NAME) -> str:
    """The text as far as there is room for it."""
    return say.short(text, most)
