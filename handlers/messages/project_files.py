"""A dropped project file: what it would change, or that it changes nothing."""

from typing import Any

from bot.domain.pay_terms import PayTerms
from bot.domain.refusal import Refused
from bot.formats.new_project import new_project
from bot.services import imports, project_files, projects, schemes
from bot.services.project_files import Compared
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages import repricing, scheme_words
from handlers.messages.schemes import mark
from handlers.messages.screen import Row, Screen, button, lines

_PERCENTS = ("fixed_percent", "rejected_percent", "flag_percent")


async def staged(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What a project file changes of what is asked and of what is earned, and for whom."""
    words, number = hall.words(args["language"]), args["number"]
    name, body = await imports.staged_file(hall.db, number, by=args["person_id"])
    made = new_project(body, await schemes.own_bodies(hall.db), hall.rules.sureness)
    if isinstance(made, list):
        raise Refused("stale-button")
    found = await project_files.compared(hall.db, made, by=args["person_id"], rules=hall.rules.pay)
    if found is None:
        raise Refused("stale-button")
    head = "project-staged" if found.asks_else else "project-staged-less"
    asked = found.asks_else
    text = lines(
        words.rich(head, file=name, project=made.name),
        lines(scheme_words.shown(words, made.scheme)) if asked else None,
        scheme_words.asked(words, made.scheme) if asked else None,
        _earned(words, found),
        words.rich("project-staged-hint") if asked else None,
        words.rich("project-edit-keeps", jobs=found.open_jobs),
        between="\n\n",
    )
    sample: Row = (button(words("button-sample"), "tpl", number, style="primary"),)
    publish = words("button-project-publish")
    rows = (
        *((sample,) if asked else ()),
        (button(publish, "tpk", number, mark(made.scheme), style="success"),),
        (button(words("button-drop-file"), "fn", number),),
    )
    return Screen(text, rows)


def _earned(words: Words, found: Compared) -> Text | None:
    """What changes for who works there: the price, and the terms by which it is paid."""
    said = []
    if found.price.price != found.project.offer.pay:
        said = [repricing.change(words, found.price), repricing.below_floor(words, found.price)]
    old, new = found.before.offer, found.after.offer
    said += [
        _part(words, name, getattr(old.pay_terms, name), getattr(new.pay_terms, name))
        for name in _PERCENTS
    ]
    said += [
        _part(words, "review_days", old.review_days, new.review_days),
        _part(words, "confirm_days", _days(old.pay_terms), _days(new.pay_terms)),
    ]
    there = [one for one in said if one is not None]
    return lines(*there) if there else None


def _days(terms: PayTerms) -> int:
    return terms.confirm_days or 0


def _part(words: Words, name: str, old: int, new: int) -> Text | None:
    return words.rich(f"project-part-{name}", old=old, new=new) if old != new else None


async def unchanged(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The file says what stands already."""
    words = hall.words(args["language"])
    project = await projects.by_key(hall.db, args["key"], by=args["person_id"])
    text = words.rich("project-unchanged", project=project.name, version=project.version)
    return Screen(text, ((button(words("button-to-project"), "p", project.key),),))
