"""A project in the making: its questions, and the summary before it is made."""

from typing import Any

from bot import say
from bot.amounts import read_amount
from bot.domain.money import Money, hourly
from bot.domain.project_fields import WIZARD, Draft, Field
from bot.domain.projects import NewProject
from bot.formats.records import Fault
from bot.formats.schemes import packaged
from bot.services import project_drafts, schemes
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages import scheme_words
from handlers.messages.faults import SHOWN, what_is_wrong
from handlers.messages.profile_words import language_name
from handlers.messages.project import overlap
from handlers.messages.project_edits import how, told
from handlers.messages.screen import Row, Screen, button, lines, rows_of
from handlers.messages.settings import WORK_LANGUAGES

TIMES = (30, 60, 120, 180, 300, 600)
_MOST_LABEL = 40
_OVERLAP = ("draft-overlap", "draft-overlap-range")


async def field(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """One question about the project, with what can be tapped as its answer."""
    words = hall.words(args["language"])
    draft = await project_drafts.mine(hall.db, args["number"], by=args["person_id"])
    which = Field(args["field"])
    known = draft.fields.get(which)
    nth = say.number(words.language, WIZARD.index(which) + 1)
    text = lines(
        words.rich("project-ask-head", nth=nth, count=say.number(words.language, len(WIZARD)),
                   field=words(f"project-field-{which}")),
        words.rich("project-edit-now", value=_told(words, draft, which)) if known else None,
        words.rich("project-ask-scheme") if which is Field.scheme else how(words, which),
        between="\n\n",
    )  # fmt: skip
    rows = await _answers(hall, words, draft, which, args["person_id"])
    back = (button(words("button-project-draft"), "pjd", draft.number),)
    return Screen(text, (*rows, back))


async def _answers(
    hall: Hall, words: Words, draft: Draft, which: Field, person_id: int
) -> tuple[Row, ...]:
    number = draft.number
    if which is Field.scheme:
        found = await schemes.listed(hall.db, by=person_id)
        return rows_of(
            [
                button(scheme_words.title(words, one.body)[:_MOST_LABEL], "pjh", number, one.name)
                for one in found
            ],
            2,
        )
    if which is Field.time:
        said = [(say.duration(words.language, one), one) for one in TIMES]
        return rows_of([button(label, "pji", number, one) for label, one in said], 3)
    if which is Field.languages:
        return _languages(words, draft)
    if which is Field.key and draft.fields.get(which):
        label = words("button-project-key", key=draft.fields[which])
        return ((button(label, "pjd", number),),)
    return ()


def _languages(words: Words, draft: Draft) -> tuple[Row, ...]:
    chosen = draft.fields.get(Field.languages, [])
    buttons = [
        button(
            words("button-mark", mark="✓" if one in chosen else "·",
                  name=language_name(words.language, one)),
            "pjg", draft.number, one,
        )
        for one in dict.fromkeys((*chosen, *WORK_LANGUAGES))
    ]  # fmt: skip
    last = button(words("button-project-any-language"), "pjy", draft.number)
    if chosen:
        last = button(words("button-project-languages-done"), "pjz", draft.number,
                      style="primary")  # fmt: skip
    return (*rows_of(buttons, 3), (last,))


async def card(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """All that was said of the project, what stands for the rest, and what is missing."""
    words = hall.words(args["language"])
    draft = await project_drafts.mine(hall.db, args["number"], by=args["person_id"])
    made = await project_drafts.checked(hall.db, draft, hall.rules.sureness)
    said = [
        words.rich("project-field-line", field=words(f"project-field-{one}"),
                   value=_told(words, draft, one))
        for one in WIZARD
    ]  # fmt: skip
    text = lines(
        words.rich("project-draft-head"),
        lines(*said),
        _faults(words, draft, made) if isinstance(made, list) else _whole(words, made),
        between="\n\n",
    )
    return Screen(text, _rows(words, draft, is_whole=not isinstance(made, list)))


def _told(words: Words, draft: Draft, which: Field) -> str:
    value = draft.fields.get(which)
    if which is Field.languages and value == []:
        return words("project-none-languages")
    if not value:
        return "—"
    if which is Field.pay:
        return say.money(words.language, _money(value))
    if which is Field.scheme:
        body = packaged(value)
        return scheme_words.title(words, body) if body is not None else str(value)
    return told(words, which, value)


def _money(value: dict[str, str]) -> Money:
    found = read_amount(value["per_task"], value["currency"], mark=".")
    return found if isinstance(found, Money) else Money(0, value["currency"])


def _whole(words: Words, made: NewProject) -> Text:
    """What the project comes to, and the defaults that nobody was asked about."""
    offer = made.offer
    rate = hourly(offer.pay, offer.seconds_per_task)
    return lines(
        words.rich("project-draft-rate", money=say.money(words.language, rate)),
        words.rich(
            "project-draft-rest", overlap=overlap(words, offer, _OVERLAP),
            tasks=offer.tasks_per_job, days=offer.review_days,
            fixed=offer.pay_terms.fixed_percent, rejected=offer.pay_terms.rejected_percent,
        ),
        words.rich("project-draft-hint"),
        between="\n\n",
    )  # fmt: skip


def _faults(words: Words, draft: Draft, faults: list[Fault]) -> Text:
    missing = [
        words(f"project-field-{one}") for one in WIZARD
        if one not in draft.fields and one is not Field.languages
    ]  # fmt: skip
    if missing:
        return words.rich("project-draft-missing", fields=", ".join(missing))
    said = [
        words.rich("project-draft-fault", field=one.field, what=what_is_wrong(words, one))
        for one in faults[:SHOWN]
    ]
    return lines(words.rich("project-draft-faults"), *said)


def _rows(words: Words, draft: Draft, *, is_whole: bool) -> tuple[Row, ...]:
    number = draft.number
    following = project_drafts.next_field(draft.fields)
    buttons = [
        button(words(f"project-field-{one}"), "pjq", number, one,
               style="primary" if one is following else None)
        for one in WIZARD
    ]  # fmt: skip
    rows: list[Row] = [*rows_of(buttons, 2)]
    if is_whole:
        rows.append((button(words("button-sample"), "pjc", number),))
        rows.append((button(words("button-project-create"), "pjk", number, style="success"),))
    rows.append(
        (
            button(words("button-project-drop"), "pjj", number),
            button(words("button-back"), "pl", 0),
        )
    )
    return tuple(rows)
