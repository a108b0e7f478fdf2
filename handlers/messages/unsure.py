"""Tasks without a sure answer as their coordinators see them: the list, and one task."""

from typing import Any

from bot import say
from bot.domain.main_question import parts_of
from bot.domain.overlap import Asks
from bot.domain.schemes import QuestionKind, in_language, spoken
from bot.services import unsure
from bot.services.unsure import Card, Unsure
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.pulled import in_short, whole
from handlers.messages.screen import Row, Screen, button, lines, rows_of, turning

PAGE = 6
_NAME = 40
_MARKS = {Asks.coordinator: "❓", Asks.expert: "🎓"}


async def listing(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The tasks of a project that wait, those for the coordinator first."""
    words = hall.words(args["language"])
    key, page = args["key"], args.get("page", 0)
    found = await unsure.listed(hall.db, key, by=args["person_id"], page=page, size=PAGE)
    back: tuple[Row, ...] = ((button(words("button-back"), "p", key),),)
    if not found.count:
        return Screen(words.rich("unsure-none", project=found.project.name), back)
    head = words.rich("unsure-head", project=found.project.name, count=found.count)
    buttons = [
        button(f"{_mark(one)} {_short(one.external_id)}", "unv", one.task_id)
        for one in found.found
    ]
    turn = turning(found.count, page, lambda label, to: button(label, "unq", key, to), PAGE)
    text = lines(head, words.rich("unsure-marks"), between="\n\n")
    return Screen(text, (*rows_of(buttons, 1), *turn, *back))


async def card(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """One of them: what people answered, what it says, and an answer to tap."""
    words = hall.words(args["language"])
    found = await unsure.card(hall.db, args["task"], by=args["person_id"])
    content, is_cut = in_short(words, found.content)
    text = lines(
        lines(
            words.rich("unsure-task", task=_short(found.task.external_id),
                       project=found.project.name),
            words.rich("unsure-shares", count=found.task.answer.ratings),
            lines(*_shares(words, found)),
            words.rich("unsure-expert") if found.task.answer.asks is Asks.expert else None,
        ),
        content,
        lines(
            words.rich("unsure-ask", ask=in_language(found.question.ask, words.language)),
            words.rich("unsure-effect"),
        ),
        between="\n\n",
    )  # fmt: skip
    return Screen(text, _rows(words, found, is_cut=is_cut))


def _shares(words: Words, found: Card) -> list[Text]:
    shares = found.task.answer.shares
    return [
        words.rich("unsure-share", answer=_said(words, found, one), share=round(100 * shares[one]))
        for one in sorted(shares, key=lambda one: (-shares[one], one))
    ]


def _rows(words: Words, found: Card, *, is_cut: bool) -> tuple[Row, ...]:
    one = found.task
    taps = [
        button(_said(words, found, label), "uny", one.task_id, found.sign, place)
        for place, label in enumerate(found.labels)
    ]
    rows = [*rows_of(taps, 2)]
    if is_cut:
        rows.append((button(words("button-pulled-file"), "ung", one.task_id),))
    return (*rows, (button(words("button-back"), "unq", found.project.key, 0),))


def _said(words: Words, found: Card, label: str) -> str:
    """An answer in the words of the scheme; responses by the letters under which they stand."""
    ids = [one.id for one in found.content.responses]
    letters = [in_language(one, words.language) for one in found.project.scheme.letters]
    named = dict(zip(ids, letters, strict=False))
    parts = parts_of(found.question, label, ids)
    if found.question.kind in (QuestionKind.pick, QuestionKind.rank):
        return " > ".join(named.get(str(one), str(one)) for one in parts)
    return ", ".join(spoken(found.question, one, words.language) for one in parts)


async def file(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The whole text of such a task as a file."""
    words = hall.words(args["language"])
    found = await unsure.card(hall.db, args["task"], by=args["person_id"])
    caption = words.rich("pulled-file", task=_short(found.task.external_id))
    rows = ((button(words("button-back"), "unv", found.task.task_id),),)
    return Screen(caption, rows, file=whole(words, found.content))


def _mark(one: Unsure) -> str:
    return _MARKS.get(one.answer.asks or Asks.coordinator, "")


def _short(text: str) -> str:
    return say.short(text, _NAME)


SCREENS = {"unsure": listing, "unsure_task": card, "unsure_file": file}
