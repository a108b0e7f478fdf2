"""What a button, command or message cannot do."""

from typing import Any

from bot.services import awaiting, jobs
from handlers.context import Hall
from handlers.messages.screen import Row, Screen, button

# What was sent beside an open job: it stands above now, and one tap brings it back.
_BESIDE_THE_CARD = frozenset({"button-due", "kind-unused", "edit-unused"})


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
    """A "no" as a message: what was asked for can be tried again or left, else back to the job."""
    words = hall.words(args["language"])
    text = words.rich(f"refused-{args['reason']}", **args["facts"])
    who = args.get("person_id")
    if who is not None and await awaiting.expected(hall.db, who, now=hall.clock.now()):
        return Screen(text, ((button(words("button-cancel"), "ac"),),))
    rows: list[Row] = [(button(words("button-my-work"), "w"),)]
    if who is not None and args["reason"] in _BESIDE_THE_CARD:
        job = await jobs.latest(hall.db, who)
        if job is not None:
            rows.insert(0, (button(words("button-show-job"), "d", job.number, style="primary"),))
    return Screen(text, tuple(rows))


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
