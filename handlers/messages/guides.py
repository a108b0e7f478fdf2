"""Guidelines before a job: the text, then the questions of the check, each explained."""

from typing import Any

from bot.domain.schemes import in_language
from bot.services import courses
from bot.services.claims import GateView
from bot.services.courses import GuideView
from bot.typeset import Text, markdown, split
from handlers.context import Hall, Words
from handlers.messages.gate_words import held
from handlers.messages.screen import File, Row, Screen, button, fitting, lines, rows_of
from handlers.messages.sittings import content, explanation

# Units of one message, with room for what stands around it.
_ONE = 3300
_PART = 3800
# From so many parts on the rest is a file.
_MOST_PARTS = 3


def _parts(view: GuideView) -> list[Text]:
    whole = markdown(view.project.guidelines)
    return [whole] if whole.units <= _ONE and len(whole.entities) <= 80 else split(whole, _PART)


async def gate(hall: Hall, view: GateView) -> Screen:
    """What is to be read now, or the question that is next."""
    found = await courses.guide(hall.db, person_id=view.person.id, project_id=view.project.id)
    words = hall.words(view.person.language)
    if found.is_read and found.nth is not None:
        return _question(words, found, held(hall, view))
    parts, check = _parts(found), len(found.project.offer.learning.check)
    text = lines(
        _head(words, found),
        words.rich("guide-changed") if found.worked else None,
        parts[0] if len(parts) == 1 else words.rich("guide-parts"),
        words.rich("guide-check", count=check) if check else None,
        held(hall, view),
        between="\n\n",
    )
    rows: list[Row] = []
    if len(parts) == 1:
        rows.append(_read(words, found))
    else:
        label = words("button-show-guide")
        rows.append((button(label, "xr", found.project.key, found.version, style="primary"),))
    return Screen(text, (*rows, (button(words("button-decline"), "wd", found.project.key),)))


def _head(words: Words, found: GuideView) -> Text:
    return words.rich("guide-head", project=found.project.name, version=found.version)


def _read(words: Words, found: GuideView) -> Row:
    label = words("button-read")
    return (button(label, "xg", found.project.key, found.version, style="success"),)


def count_parts(view: GuideView) -> int:
    """In how many messages the guidelines come, the last one with the button."""
    parts = len(_parts(view))
    return parts if parts <= _MOST_PARTS else 2


async def part(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """One message of long guidelines; the last one has the button, and may be the whole file."""
    found = await courses.guide(
        hall.db, person_id=args["person_id"], project_id=args["project_id"]
    )
    if found.version != args["version"]:
        return None
    words = hall.words(found.person.language)
    parts, at = _parts(found), int(args["part"])
    rows = (_read(words, found),) if at + 1 == count_parts(found) else ()
    if at and len(parts) > _MOST_PARTS:
        name = f"guidelines-{found.project.key}-{found.version}.md"
        text = lines(_head(words, found), words.rich("guide-file"))
        return Screen(text, rows, file=File(name, found.project.guidelines.encode()))
    return Screen(parts[at] if at else lines(_head(words, found), parts[0], between="\n\n"), rows)


def _question(words: Words, found: GuideView, waits: Text | None) -> Screen:
    item, nth = found.item, found.nth
    if item is None or nth is None:
        raise LookupError("a check without a question at hand")
    options = [
        words.rich("sitting-option", nth=n, option=in_language(item.options[at], words.language))
        for n, at in enumerate(found.order, 1)
    ]
    text = lines(
        _question_head(words, found, nth), *content(words, item),
        words.rich("sitting-about", ask=in_language(item.ask, words.language)),
        lines(*options), waits, between="\n\n",
    )  # fmt: skip
    key, version = found.project.key, found.version
    buttons = [
        button(str(place + 1), "xk", key, version, nth, place) for place in range(len(options))
    ]
    show: Row = (button(words("button-show-guide"), "xr", key, version),)
    return Screen(text, (*rows_of(buttons, 4), show))


def _question_head(words: Words, found: GuideView, nth: int) -> Text:
    of = len(found.project.offer.learning.check)
    return words.rich("guide-question", project=found.project.name, position=nth + 1, questions=of)


async def answered(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What an answer of the check was worth: explained, with the way on or once more."""
    found = await courses.guide(hall.db, person_id=args["person_id"], project_id=0,
                                key=args["key"])  # fmt: skip
    words, nth = hall.words(found.person.language), int(args["nth"])
    item = found.project.offer.learning.check[nth]
    why = in_language(item.why, words.language)
    if not args["right"]:
        text = lines(_question_head(words, found, nth), words.rich("guide-wrong", why=why),
                     between="\n\n")  # fmt: skip
        again = button(words("button-again"), "xw", found.project.key, style="primary")
        return Screen(text, ((again,),))
    through = found.is_read and found.nth is None
    said = (
        words.rich("sitting-about", ask=in_language(item.ask, words.language)),
        words.rich("sitting-right"),
        explanation(words, item, tuple(range(len(item.options))), None),
        words.rich("guide-through") if through else None,
    )
    head = _question_head(words, found, nth)
    text = fitting(
        lines(head, *content(words, item), *said, between="\n\n"),
        lines(head, *said, between="\n\n"),
    )
    on = button(words("button-go-on-course"), "xp" if through else "xw", found.project.key,
                style="success")  # fmt: skip
    return Screen(text, ((on,),))
