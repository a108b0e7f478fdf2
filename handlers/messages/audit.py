"""What the audit found, as admins read it."""

from typing import Any

from bot.typeset import Text
from handlers.context import Hall
from handlers.messages.screen import Screen, lines

MOST_SHOWN = 10


async def found(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Which promises do not hold, with examples, and what to do first."""
    words = hall.words(args["language"])
    said: list[Text | str | None] = [words.rich("audit-found", day=args["day"]), ""]
    for promise, count, *examples in args["breaches"][:MOST_SHOWN]:
        some = ", ".join(examples)
        said.append(words.rich("audit-line", promise=promise, count=count, some=some))
    left = len(args["breaches"]) - MOST_SHOWN
    if left > 0:
        said.append(words.rich("audit-more", count=left))
    what_now = words.rich("audit-what-now", command="hiringhall audit")
    return Screen(lines(*said, "", what_now))
