"""One rating as a client judges it, and the way to a refusal of it."""

from typing import Any

from bot import say
from bot.domain.batches import LEAST_WORDS, MOST_WORDS, REASONS, Asked, RefusalState
from bot.domain.schemes import is_asked, spoken
from bot.layout import Section, lay_out
from bot.services import awaiting, batches, images
from bot.services.batches import LineView
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages import task_text
from handlers.messages.batches import PAGE
from handlers.messages.evidence import quoted
from handlers.messages.screen import File, Row, Screen, button, lines, rows_of, turning

# Of the texts of a task on one card; the file has them whole.
ROOM = 2600
MARKS = {
    "waiting": "⏳", "confirmed": "✅", "silent": "☑️", "refused": "❌", "refusal held": "✋",
}  # fmt: skip
_SHORT = 24


def answers_of(words: Words, asked: Asked) -> list[str]:
    """The answers in words, as if the responses had been shown in the order of the import."""
    values = asked.answers
    return [
        spoken(question, values[question.id], words.language)
        for question in asked.form.questions
        if question.id in values and is_asked(question, values)
    ]


async def listing(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The ratings of a batch, each a button."""
    words = hall.words(args["language"])
    page, number = args.get("page", 0), args["number"]
    one, found, count = await batches.lines_page(
        hall.db, number, by=args["person_id"], page=page, size=PAGE
    )
    buttons = []
    for asked in found:
        answer = (answers_of(words, asked) or [""])[0]
        mark = MARKS[batches.said_of(asked)]
        label = f"{mark} {say.short(asked.external_id, 16)} · {say.short(answer, _SHORT)}"
        buttons.append(button(label, "bo", asked.line.number))
    turn = turning(count, page, lambda label, to: button(label, "bn", number, to), PAGE)
    back = (button(words("button-back"), "bb", number),)
    head = words.rich("batch-lines-head", number=number, project=one.project.name, count=count)
    return Screen(
        lines(head, words.rich("batch-lines-marks")), (*rows_of(buttons, 1), *turn, back)
    )


def sections_of(words: Words, view: LineView) -> tuple[Text, bool]:
    """The task as it fits one card, and whether something of it was left to the file."""
    order = tuple(range(len(view.content.responses)))
    found = lay_out(view.content, order).sections
    room = ROOM // max(len(found), 1)
    said, is_cut = [], False
    for section in found:
        plain = section.text.text
        is_cut = is_cut or len(plain) > room or section.image is not None
        shown: Text | str = section.text if len(plain) <= room else say.short(plain, room)
        none = words.rich("job-image-above") if section.image else "—"
        said.append(lines(_heading(words, section), shown if plain else none))
    return lines(*said, between="\n\n"), is_cut


def _heading(words: Words, section: Section) -> Text:
    return words.rich(task_text.heading_key(section), **task_text.named(section))


async def line(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """One rating: the task, the answer, what was said of it, and what can be said."""
    words = hall.words(args["language"])
    view = await batches.line_view(
        hall.db, args["line"], by=args["person_id"], now=hall.clock.now()
    )
    task, is_cut = sections_of(words, view)
    text = lines(
        line_head(words, view), task, given(words, view), _said(words, view),
        between="\n\n",
    )  # fmt: skip
    return Screen(text, _rows(words, view, is_cut=is_cut))


def line_head(words: Words, view: LineView) -> Text:
    """Which rating this is."""
    return words.rich(
        "batch-line-head", task=say.short(view.asked.external_id, 64),
        number=view.asked.line.number, batch=view.batch.number,
    )  # fmt: skip


def given(words: Words, view: LineView) -> Text:
    """What the rater answered."""
    said = [say.short(one, 600) for one in answers_of(words, view.asked)]
    return words.rich("batch-line-answer", answer=" · ".join(said))


def because(words: Words, reason: str, said: str) -> Text:
    """Why a rating is refused: the published reason, and the client's words set apart."""
    return lines(words.rich(f"refusal-reason-{reason}"), quoted(said))


def _said(words: Words, view: LineView) -> Text:
    state = batches.said_of(view.asked)
    by = view.asked.line.confirm_by
    until = say.date(words.language, by, view.zone) if by else ""
    whole = words.rich(f"batch-said-{state.replace(' ', '-')}", until=until)
    live = [one for one in view.refusals if one.state in (RefusalState.held, RefusalState.applied)]
    for one in live:
        whole = lines(whole, because(words, one.reason, one.words))
    return whole


def _rows(words: Words, view: LineView, *, is_cut: bool) -> tuple[Row, ...]:
    number, state = view.asked.line.number, batches.said_of(view.asked)
    rows: list[Row] = []
    if view.waits:
        row = [button(words("button-confirm-one"), "bk", number, style="success")]
        if state != "refusal held":
            row.append(button(words("button-refuse"), "br", number, style="danger"))
        rows.append(tuple(row))
    if is_cut:
        rows.append((button(words("button-whole-task"), "bt", number),))
    rows.append((button(words("button-batch-lines"), "bn", view.batch.number, 0),))
    return tuple(rows)


async def whole_task(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The task of a rating as a file, nothing left out."""
    words = hall.words(args["language"])
    view = await batches.line_view(
        hall.db, args["line"], by=args["person_id"], now=hall.clock.now()
    )
    order = tuple(range(len(view.content.responses)))
    parts = [
        f"{_heading(words, one).text}\n\n{one.source}\n"
        for one in lay_out(view.content, order).sections
    ]
    answer = given(words, view).text
    body = "\n".join([*parts, answer, ""]).encode()
    return Screen(line_head(words, view), file=File(f"rating-{args['line']}.md", body))


async def image(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The image of one answer, under its heading."""
    words = hall.words(args["language"])
    view = await batches.line_view(
        hall.db, args["line"], by=args["person_id"], now=hall.clock.now()
    )
    order = tuple(range(len(view.content.responses)))
    for section in lay_out(view.content, order).sections:
        if section.letter == args["place"] and section.image is not None:
            shown = await images.by_digest(hall.db, section.image)
            return Screen(_heading(words, section), photo=shown)
    return None


async def reasons(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The published reasons, each a button."""
    words = hall.words(args["language"])
    view = await batches.line_view(
        hall.db, args["line"], by=args["person_id"], now=hall.clock.now()
    )
    buttons = [
        button(words(f"refusal-reason-{code}"), "bw", args["line"], code) for code in REASONS
    ]
    back = (button(words("button-back"), "bo", args["line"]),)
    text = lines(line_head(words, view), given(words, view), words.rich("refuse-why"))
    return Screen(text, (*rows_of(buttons, 1), back))


async def ask_words(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What is wrong, to be written in a message."""
    words = hall.words(args["language"])
    reason = words(f"refusal-reason-{args['reason']}")
    text = words.rich("refuse-write", reason=reason, least=LEAST_WORDS, most=MOST_WORDS)
    return Screen(text, ((button(words("button-cancel"), "ac"),),))


async def preview(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The refusal as it would be made; none when something else was asked for meanwhile."""
    words = hall.words(args["language"])
    asked = await awaiting.awaited(hall.db, args["person_id"], now=hall.clock.now())
    if asked is None or asked.number != args["question"]:
        return None
    text = lines(
        words.rich("refuse-ask"),
        because(words, asked.args["reason"], asked.args["words"]),
        words.rich("refuse-again"),
        between="\n\n",
    )  # fmt: skip
    rows = (
        (button(words("button-refuse"), "bf", asked.number, style="danger"),),
        (button(words("button-cancel"), "ac"),),
    )
    return Screen(text, rows)
