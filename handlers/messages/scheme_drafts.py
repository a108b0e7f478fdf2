"""Making a scheme in the chat: the draft, what is shown, adding a question."""

from typing import Any

from bot import say
from bot.domain import scheme_drafts as rules
from bot.domain.scheme_drafts import Draft, Shows
from bot.domain.schemes import in_language
from bot.formats.records import Fault
from bot.services import scheme_drafts
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages import scheme_words
from handlers.messages.faults import what_is_wrong
from handlers.messages.screen import Row, Screen, button, lines, rows_of

SHOWN_FAULTS = 5


async def shows(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What people are shown: the first question about a new scheme."""
    words = hall.words(args["language"])
    draft = await scheme_drafts.current(hall.db, by=args["person_id"])
    buttons = [button(words(f"button-shows-{one}"), "ti", one) for one in Shows]
    text = lines(
        words.rich("scheme-shows-ask"),
        words.rich("scheme-shows-replaces") if draft is not None else None,
        between="\n\n",
    )
    return Screen(text, (*rows_of(buttons, 1), (button(words("button-back"), "ta", 0),)))


async def card(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The draft: its questions, what it lacks, and what can be done."""
    words = hall.words(args["language"])
    draft = await scheme_drafts.mine(hall.db, args["number"], by=args["person_id"])
    found = scheme_drafts.checked(draft)
    body, name = draft.body, draft.body.get("name")
    called = scheme_words.title(words, body) if name else words("scheme-unnamed")
    text = lines(
        lines(words.rich("scheme-draft-head", title=called), scheme_words.shown(words, body)),
        scheme_words.asked(words, body) if body["questions"] else None,
        _lacks(words, found) if isinstance(found, list) else words.rich("scheme-draft-whole"),
        between="\n\n",
    )
    return Screen(text, _rows(words, draft, is_whole=not isinstance(found, list)))


def _rows(words: Words, draft: Draft, *, is_whole: bool) -> tuple[Row, ...]:
    number, body, name = draft.number, draft.body, draft.body.get("name")
    questions = [
        button(
            words("button-scheme-question", nth=say.number(words.language, nth),
                  question=say.short(in_language(one["ask"], words.language), 30)),
            "tn", number, one["id"],
        )
        for nth, one in enumerate(body["questions"], 1)
    ]  # fmt: skip
    add = button(words("button-scheme-add"), "tl", number, style=None if is_whole else "primary")
    rows: list[Row] = [*rows_of(questions, 1)]
    if len(body["questions"]) < rules.MOST_QUESTIONS:
        rows.append((add,))
    if is_whole:
        rows.append((button(words("button-sample"), "tds", number, style="primary"),))
        if name:
            save = words("button-scheme-save", name=name)
            rows.append((button(save, "tdk", number, style="success"),))
        rows.append(
            (
                button(words("button-scheme-rename" if name else "button-scheme-name"), "tdn",
                       number, style=None if name else "success"),
                button(words("button-scheme-translate"), "tdf", number),
            )
        )  # fmt: skip
    rows.append(
        (button(words("button-scheme-drop"), "tdd", number), button(words("button-back"), "ta", 0))
    )
    return tuple(rows)


def _lacks(words: Words, faults: list[Fault]) -> Text:
    said = list(dict.fromkeys(_lack(words, one) for one in faults))
    return lines(words.rich("scheme-lacks"), *said[:SHOWN_FAULTS])


def _lack(words: Words, fault: Fault) -> str:
    """What is missing, by the question and not by a line of a file that nobody wrote."""
    steps = fault.field.split(".")
    what = what_is_wrong(words, fault)
    if steps[:1] != ["questions"]:
        return words("scheme-lack", what=what)
    if len(steps) < 2:
        return words("scheme-lack-questions" if fault.code == "empty" else "scheme-lack-all")
    nth = say.number(words.language, int(steps[1]))
    if steps[2:3] == ["rows"] and fault.code in ("missing", "empty"):
        return words("scheme-lack-options", nth=nth)
    if steps[2:3] == ["when"] and fault.code in ("missing", "empty"):
        return words("scheme-lack-when", nth=nth)
    return words("scheme-lack-question", nth=nth, what=what)


async def kinds(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Which kind of question to add, each with what it is for."""
    words = hall.words(args["language"])
    draft = await scheme_drafts.mine(hall.db, args["number"], by=args["person_id"])
    found = rules.parts_for(draft.body)
    said = [words.rich(f"scheme-kind-{one}", kind=words(f"scheme-part-{one}")) for one in found]
    buttons = [button(words(f"scheme-part-{one}"), "tm", draft.number, one) for one in found]
    text = lines(words.rich("scheme-kinds-ask"), lines(*said), between="\n\n")
    back = (button(words("button-back"), "tk", draft.number),)
    return Screen(text, (*rows_of(buttons, 2), back))


async def words(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """How to write a question."""
    said = hall.words(args["language"])
    draft = await scheme_drafts.mine(hall.db, args["number"], by=args["person_id"])
    part, question = args.get("part"), args.get("question")
    old = None
    if question:
        asked = rules.question_of(draft.body, question)
        old = said.rich("scheme-words-old", question=in_language(asked["ask"], said.language))
    # Letters are dealt anew for each person, so what hangs on them says nothing afterwards.
    dealt = draft.body["responses"][1] >= 2 and part in ("choice", "many", "scale")
    text = lines(
        said.rich("scheme-words-ask", most=rules.MOST_ASK),
        old,
        said.rich("scheme-words-no-letters") if dealt else None,
        between="\n\n",
    )
    return Screen(text, ((button(said("button-cancel"), "ac"),),))


async def options(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """How to write the answers to a question."""
    words = hall.words(args["language"])
    draft = await scheme_drafts.mine(hall.db, args["number"], by=args["person_id"])
    asked = rules.question_of(draft.body, args["question"])
    text = words.rich(
        "scheme-options-ask", question=in_language(asked["ask"], words.language),
        most=rules.MOST_OPTIONS, signs=rules.MOST_LABEL,
    )  # fmt: skip
    return Screen(text, ((button(words("button-cancel"), "ac"),),))


async def name(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """How to name the scheme."""
    words = hall.words(args["language"])
    await scheme_drafts.mine(hall.db, args["number"], by=args["person_id"])
    text = words.rich("scheme-name-ask", example=rules.EXAMPLE, name=rules.name_of(rules.EXAMPLE))
    return Screen(text, ((button(words("button-cancel"), "ac"),),))
