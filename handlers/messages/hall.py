"""What a button, command or message cannot do."""

from typing import Any

from bot.services import awaiting
from handlers.context import Hall
from handlers.messages.screen import Screen, button


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
    """A "no" as a message: what was asked for can be tried again or left, else back to work."""
    words = hall.words(args["language"])
    text = words.rich(f"refused-{args['reason']}", **args["facts"])
    who = args.get("person_id")
    if who is not None and await awaiting.expected(hall.db, who, now=hall.clock.now()):
        return Screen(text, ((button(words("button-cancel"), "ac"),),))
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
