"""Taking back a published file: what it comes to, and what became of it."""

from typing import Any

from bot.domain.taking_back import require_in_hand
from bot.services import taking_back
from bot.services.taking_back import Published
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.screen import Row, Screen, button, lines


async def ask(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What taking it back would come to, with the tap that does it."""
    words = hall.words(args["language"])
    found = await taking_back.look(hall.db, args["number"], by=args["person_id"])
    require_in_hand(found.batch)
    number, fate = found.batch.number, found.fate
    back = (button(words("button-back"), "bb", number),)
    if fate.is_untouched:
        yes = button(words("button-take-back-yes"), "pjw", number, style="danger")
        return Screen(_whole(words, found), ((yes,), back))
    rows: tuple[Row, ...] = (back,)
    if fate.to_pull:
        label = words("button-pull-rest", count=fate.to_pull)
        rows = ((button(label, "pjr", number, style="danger"),), back)
    return Screen(_rest(words, found), rows)


def _whole(words: Words, found: Published) -> Text:
    fate = found.fate
    return lines(
        words.rich("take-back-ask", number=found.batch.number, project=found.project.name),
        words.rich("take-back-whole", count=fate.tasks + fate.gold),
        between="\n\n",
    )


def _rest(words: Words, found: Published) -> Text:
    fate = found.fate
    said = "take-back-rest" if fate.to_pull else "take-back-no-rest"
    return lines(
        words.rich("take-back-not", number=found.batch.number, project=found.project.name),
        words.rich(
            "take-back-given", given=fate.given, tasks=fate.tasks + fate.gold, rated=fate.rated,
            work=fate.in_work,
        ),
        words.rich(said, count=fate.to_pull, missing=fate.missing),
        between="\n\n",
    )  # fmt: skip


async def done(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The file is taken back."""
    words = hall.words(args["language"])
    found = await taking_back.look(hall.db, args["number"], by=args["person_id"])
    text = words.rich(
        "taken-back", number=found.batch.number, file=found.batch.file_name,
        project=found.project.name,
    )  # fmt: skip
    return Screen(text, (_to_project(found),))


async def rest(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What was left of the file is pulled."""
    words = hall.words(args["language"])
    found = await taking_back.look(hall.db, args["number"], by=args["person_id"])
    text = words.rich("rest-pulled", number=found.batch.number, count=args["tasks"])
    pulled = (button(words("button-pulled"), "pjl", found.project.key, 0),)
    return Screen(text, (pulled, _to_project(found)))


def _to_project(found: Published) -> Row:
    return (button(found.project.name[:40], "p", found.project.key),)
