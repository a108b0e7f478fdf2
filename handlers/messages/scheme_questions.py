"""One question of a scheme in the making: what can be changed, and when it is asked."""

from typing import Any

from bot import say
from bot.domain import scheme_drafts as rules
from bot.domain import scheme_parts as parts
from bot.domain.schemes import in_language
from bot.services import scheme_drafts
from handlers.context import Hall, Words
from handlers.messages import scheme_words
from handlers.messages.screen import Button, File, Row, Screen, button, lines, rows_of


async def card(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The question with a button for each thing that can be changed."""
    words = hall.words(args["language"])
    draft = await scheme_drafts.mine(hall.db, args["number"], by=args["person_id"])
    one = rules.question_of(draft.body, args["question"])
    place = draft.body["questions"].index(one)
    text = lines(
        scheme_words.question(words, draft.body, one, place + 1),
        words.rich("scheme-question-options") if rules.needs_options(one) else None,
        words.rich("scheme-question-hint"),
        between="\n\n",
    )
    number, name = draft.number, one["id"]
    rows: list[Row] = []
    if one["kind"] == "scale":
        rows.append(tuple(_scale(one, number, least, most) for least, most in rules.SCALES))
    if rules.has_own_options(one):
        style = "primary" if rules.needs_options(one) else None
        key = "button-question-options" if rules.needs_options(one) else "button-question-others"
        label = words(key)
        rows.append((button(label, "tr", number, name, style=style),))
    turns = [_turn(words, one, number, what) for what in parts.turns_for(draft.body, one)]
    if parts.hangs_on(draft.body, name):
        turns.append(button(words("button-question-when"), "tu", number, name))
    rows += rows_of(turns, 2)
    last = [
        button(words("button-question-words"), "tq", number, name),
        button(words("button-question-remove"), "tmr", number, name),
    ]
    if place:
        last.insert(1, button(words("button-question-up"), "tmu", number, name))
    add = (button(words("button-scheme-add"), "tl", number),)
    done = (button(words("button-question-done"), "tk", number, style="success"),)
    return Screen(text, (*rows, tuple(last), add, done))


def _scale(one: rules.Body, number: str, least: int, most: int) -> Button:
    mark = "✓ " if (one["from"], one["to"]) == (least, most) else ""
    return button(f"{mark}{least}–{most}", "ts", number, one["id"], least, most)


def _turn(words: Words, one: rules.Body, number: str, what: parts.Turn) -> Button:
    match what:
        case parts.Turn.required:
            is_on = one.get("required", True)
        case parts.Turn.words:
            label = words("button-turn-words", words=one.get("min_words", 0))
            return button(label, "to", number, one["id"], what)
        case parts.Turn.each:
            is_on = "each" in one
        case parts.Turn.works:
            is_on = "of" in one
        case _:
            is_on = bool(one.get(what.value))
    mark = "☑️" if is_on else "▫️"
    return button(f"{mark} {words(f'button-turn-{what}')}", "to", number, one["id"], what)


async def when(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """After which answers the question is asked: first to which question, then which ones."""
    words = hall.words(args["language"])
    draft = await scheme_drafts.mine(hall.db, args["number"], by=args["person_id"])
    one = rules.question_of(draft.body, args["question"])
    number, name = draft.number, one["id"]
    rows: list[Row] = []
    hangs = one.get("when")
    ids = [other["id"] for other in draft.body["questions"]]
    for other in parts.hangs_on(draft.body, name):
        chosen = hangs is not None and hangs["question"] == other["id"]
        place = ids.index(other["id"])
        said = in_language(other["ask"], words.language)
        label = words("button-scheme-question", nth=say.number(words.language, place + 1),
                      question=say.short(said, 30))  # fmt: skip
        if not chosen:
            rows.append((button(label, "tw", number, name, place),))
            continue
        rows.append((button(f"✓ {label}", "txa", number, name),))
        rows += rows_of(_values(words, draft.body, one, number), 2)
    text = lines(
        scheme_words.question(words, draft.body, one, ids.index(name) + 1),
        words.rich("scheme-when-values" if hangs else "scheme-when-ask"),
        between="\n\n",
    )
    always = button(words("button-when-always"), "txa", number, name)
    done = button(words("button-done"), "tn", number, name, style="success")
    return Screen(text, (*rows, (always, done)))


def _values(words: Words, body: rules.Body, one: rules.Body, number: str) -> list[Button]:
    other = rules.question_of(body, one["when"]["question"])
    return [
        button(
            ("☑️ " if value in one["when"]["values"] else "▫️ ")
            + in_language(label, words.language),
            "tx", number, one["id"], place,
        )
        for place, (value, label) in enumerate(parts.values_of(other))
    ]  # fmt: skip


async def file(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The draft as a file, to translate it or to change what has no button."""
    words = hall.words(args["language"])
    draft = await scheme_drafts.mine(hall.db, args["number"], by=args["person_id"])
    others = [one for one in hall.texts.languages if one != "en"]
    name, body = scheme_drafts.file_of(draft, others)
    text = words.rich("scheme-translate-how", labels=", ".join(f"{one}:" for one in others))
    return Screen(text, file=File(name, body))
