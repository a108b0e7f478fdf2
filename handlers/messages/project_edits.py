"""Changing a project in the chat: its fields, what a change means and for whom, its file."""

from collections.abc import Callable
from functools import partial
from typing import Any

from bot import say
from bot.domain.overlap import MOST_OVERLAP, TARGETS
from bot.domain.profiles import OWN_SKILL, SKILLS
from bot.domain.project_fields import (
    CHOICES,
    EDITABLE,
    LONGEST,
    OPTIONAL,
    RANGES,
    Field,
    require_editable,
    value_of,
)
from bot.domain.project_wanted import MOST_SKILLS
from bot.formats.project_text import project_fields, project_text
from bot.formats.records import Fault
from bot.services import project_edits, projects, schemes
from bot.services.project_edits import Edit
from bot.typeset import Text, markdown
from handlers.context import Hall, Words
from handlers.messages.faults import what_is_wrong
from handlers.messages.profile_words import language_names, skill_name, wanted_words
from handlers.messages.requirements import spoken_requirement
from handlers.messages.screen import Button, File, Row, Screen, button, lines, rows_of

_SHOWN = 200


async def card(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What can be changed, each field a button, with what stands now."""
    words = hall.words(args["language"])
    project = await projects.by_key(hall.db, args["key"], by=args["person_id"])
    said = [
        words.rich(
            "project-field-line", field=words(f"project-field-{one}"),
            value=told(words, one, value_of(project, one), 60),
        )
        for one in EDITABLE
    ]  # fmt: skip
    buttons = [button(words(f"project-field-{one}"), "pje", project.key, one) for one in EDITABLE]
    rows = (
        *rows_of(buttons, 2),
        (button(words("button-reprice"), "pr", project.key),
         button(words("button-project-file"), "pjf", project.key)),
        (button(words("button-back"), "p", project.key),),
    )  # fmt: skip
    head = words.rich("project-edit-head", project=project.name, version=project.version)
    return Screen(lines(head, lines(*said), words.rich("project-edit-hint"), between="\n\n"), rows)


def told(words: Words, field: Field, value: Any, most: int = _SHOWN) -> str:
    """The value of a field as people read it, cut where it is long."""
    if value in (None, (), ""):
        return words(f"project-none-{field}")
    if field in (Field.due_minutes, Field.time):
        seconds = value * 60 if field is Field.due_minutes else value
        return say.duration(words.language, seconds)
    if field is Field.review_days:
        return words("project-value-days", count=value)
    if field is Field.confidence:
        return words("project-value-confidence", target=value.target, most=value.most)
    if field is Field.review_share:
        return words("project-value-percent", share=value)
    if (named := _NAMED.get(field)) is not None:
        value = named(words, value)
    text = " ".join(markdown(value).text.split()) if field is Field.guidelines else str(value)
    return say.short(text, most)


_NAMED: dict[Field, Callable[[Words, Any], str]] = {
    Field.languages: language_names, Field.skill: skill_name,
    Field.level: partial(wanted_words, field=Field.level),
    Field.countries: partial(wanted_words, field=Field.countries),
    Field.skills: partial(wanted_words, field=Field.skills),
    Field.reason: lambda words, value: words(f"project-value-reason-{value}"),
    Field.requires: spoken_requirement,
}  # fmt: skip


async def ask(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """How to write the new value."""
    words = hall.words(args["language"])
    project = await projects.by_key(hall.db, args["key"], by=args["person_id"])
    field = require_editable(args["field"])
    text = lines(
        words.rich("project-edit-ask", project=project.name,
                   field=words(f"project-field-{field}")),
        words.rich("project-edit-now", value=told(words, field, value_of(project, field))),
        how(words, field),
        between="\n\n",
    )  # fmt: skip
    of = "level" if field is Field.level else f"project-value-{field}"
    choices = [
        button(words(f"{of}-{one}"), "pwv", project.key, field, one)
        for one in CHOICES.get(field, ())
    ]
    rows: list[Row] = [*rows_of(choices, 2)]
    if field in OPTIONAL and value_of(project, field) not in (None, ()):
        label = words(f"button-project-none-{field}")
        rows.append((button(label, "pjn", project.key, field),))
    return Screen(text, (*rows, (button(words("button-cancel"), "ac"),)))


def how(words: Words, field: Field) -> Text:
    """How the field is written, and within which limits."""
    if field in RANGES:
        least, most = RANGES[field]
        return words.rich(f"project-how-{field}", least=least, most=most)
    if field is Field.skill:
        return words.rich("project-how-skill", skills=", ".join(SKILLS), own=OWN_SKILL)
    if field is Field.skills:
        return words.rich(
            "project-how-skills", skills=", ".join(SKILLS), own=OWN_SKILL, most=MOST_SKILLS
        )
    if field is Field.confidence:
        least, most = TARGETS
        return words.rich("project-how-confidence", least=least, most=most, ratings=MOST_OVERLAP)
    return words.rich(f"project-how-{field}", most=LONGEST.get(field, 0))


async def fault(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What is wrong with what was written; it can be written again."""
    words = hall.words(args["language"])
    wrong = Fault(0, "", args["code"], args["facts"])
    text = words.rich("project-edit-fault", what=what_is_wrong(words, wrong))
    return Screen(text, ((button(words("button-cancel"), "ac"),),))


async def preview(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Old and new, for whom it holds, and the tap that saves it."""
    words = hall.words(args["language"])
    found = await project_edits.proposed(
        hall.db, number=args["number"], by=args["person_id"], now=hall.clock.now()
    )
    field = found.field
    text = lines(
        words.rich("project-edit-preview", project=found.project.name,
                   field=words(f"project-field-{field}")),
        words.rich("project-edit-change", old=told(words, field, found.old),
                   new=told(words, field, found.new)),
        _means(words, found),
        between="\n\n",
    )  # fmt: skip
    return Screen(text, _choice(words, found, args["number"]))


def _means(words: Words, found: Edit) -> Text:
    """What the change means, and what it leaves as it is."""
    if found.field is Field.confidence:
        return _costs(words, found)
    if found.field is Field.review_share:
        if found.new is None:
            return words.rich("project-means-share-none")
        return words.rich("project-means-review_share", share=found.new)
    if found.fits is not None:
        now, then, everybody = found.fits
        facts = {"now": now, "then": then, "everybody": everybody}
    else:
        facts = {"tasks": found.tasks} if found.field is Field.overlap else {}
    return lines(
        words.rich(f"project-means-{'requires' if found.fits else found.field}", **facts),
        words.rich("project-edit-keeps", jobs=found.open_jobs),
    )


def _costs(words: Words, found: Edit) -> Text:
    """What it can cost at most that answers are to be so sure."""
    rule, offer = found.new, found.project.offer
    if rule is None:
        return words.rich("project-means-confidence-none", overlap=offer.overlap)
    most = rule.most + 1  # an expert's comes behind them
    return words.rich(
        "project-means-confidence", overlap=offer.overlap, most=rule.most,
        times=say.number(words.language, round(most / offer.overlap, 1)),
        money=say.money(words.language, offer.pay.times(most)),
        usual=say.money(words.language, offer.pay.times(offer.overlap)),
    )  # fmt: skip


def _choice(words: Words, found: Edit, number: str) -> tuple[Row, ...]:
    yes: list[Button] = [button(words("button-project-save"), "pjs", number, 1, style="success")]
    rows: list[Row] = [tuple(yes)]
    if found.field is Field.guidelines:
        rows.append((button(words("button-project-save-typo"), "pjs", number, 0),))
    return (*rows, (button(words("button-cancel"), "ac"),))


async def done(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The change is saved."""
    words = hall.words(args["language"])
    project = await projects.by_key(hall.db, args["key"], by=args["person_id"])
    rows = (
        (button(words("button-project-more"), "pjm", project.key),
         button(words("button-to-project"), "p", project.key)),
    )  # fmt: skip
    text = words.rich("project-edited", project=project.name, version=project.version)
    return Screen(text, rows)


async def file(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The project as the file that makes it; what the client pays stands in it for admins."""
    words = hall.words(args["language"])
    made, is_whole = await project_edits.as_file(hall.db, key=args["key"], by=args["person_id"])
    body = project_text(project_fields(made, await schemes.own_bodies(hall.db)))
    text = lines(
        words.rich("project-file-caption", project=made.name),
        None if is_whole else words.rich("project-file-no-price"),
    )
    rows = ((button(words("button-to-project"), "p", made.key),),)
    return Screen(text, rows, file=File(f"{made.key}.yaml", body))
