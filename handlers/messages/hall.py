"""Help, and what a button or command cannot do."""

from typing import Any

from bot.services import people
from bot.typeset import Entity, Text
from handlers.context import Hall
from handlers.messages.screen import Screen, button, lines


async def help_page(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """How it works, by role."""
    person = await people.by_id(hall.db, args["person_id"])
    words = hall.words(person.language)
    said: list[Text | str] = [words.rich("help-contractor", seconds=hall.rules.undo_seconds)]
    if person.may_review():
        said.append(words.rich("help-reviewer"))
    if person.may_coordinate():
        example = words("help-project-example")
        said += [words.rich("help-coordinator"), _block(example, "yaml")]
    if person.speaks_for_client():
        said.append(words.rich("help-client"))
    if person.is_admin:
        said.append(words.rich("help-admin"))
    elif person.may_arbitrate:
        said.append(words.rich("help-arbiter"))
    return Screen(lines(*said, between="\n\n"), ((button(words("button-my-work"), "w"),),))


def _block(text: str, language: str) -> Text:
    whole = Text(text)
    return Text(text, (Entity("pre", 0, whole.units, language=language),))


async def use_private(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Not here: in the private chat; and what becomes of the message that was too much."""
    words = hall.words(hall.rules.language)
    left = args.get("left")
    return Screen(words.rich("group-use-private" if left is None else f"group-private-{left}"))


async def slower(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Somebody goes far too fast: until when nothing more is read."""
    words = hall.words(args["language"])
    return Screen(words.rich("slower", seconds=args["seconds"]))


async def not_understood(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """A "no" as a message, with the way back to work."""
    words = hall.words(args["language"])
    text = words.rich(f"refused-{args['reason']}", **args["facts"])
    return Screen(text, ((button(words("button-my-work"), "w"),),))


async def went_wrong(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """An apology with a number."""
    words = hall.words(args["language"])
    text = words.rich("alert-wrong", number=args["number"])
    return Screen(text, ((button(words("button-my-work"), "w"),),))


async def set_aside(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """For admins: an update could not be handled and was set aside."""
    words = hall.words(args["language"])
    return Screen(
        words.rich(
            "alert-admin", number=args["number"], error=args["error"], update=str(args["update"])
        )
    )
