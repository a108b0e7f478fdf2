"""What is told about courses: a try that ended, one passed after all, what ends or has ended."""

from typing import Any

from bot import say
from bot.services import courses
from handlers.context import Hall
from handlers.messages.courses import NO_PROJECT
from handlers.messages.screen import Screen, button
from handlers.messages.sittings import next_rows, sitting_screen


async def lapsed(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """A try that was left has ended: whether it counts, and what follows."""
    view = await courses.view_by_id(hall.db, args["sitting_id"], hall.clock.now())
    return sitting_screen(hall, view)


async def regraded(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """A question was withdrawn, and the try is passed by it."""
    view = await courses.view_by_id(hall.db, args["sitting_id"], hall.clock.now())
    words, one = hall.words(view.person.language), view.sitting
    of = len(one.asked)
    text = words.rich(
        "sitting-regraded", title=view.course.name(words.language), right=one.right or 0,
        questions=of, needed=view.course.needed(of),
    )  # fmt: skip
    return Screen(text, next_rows(words, view))


async def granted(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """All tries are there again."""
    view = await courses.view_by_id(hall.db, args["sitting_id"], hall.clock.now())
    words = hall.words(view.person.language)
    text = words.rich("tries-granted", title=view.course.name(words.language))
    return Screen(text, next_rows(words, view))


async def ends(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """A qualification ends soon, and can be renewed; nothing where it was."""
    return await _qualification(hall, args, "held")


async def expired(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """A qualification has ended: what it means, how it comes back, whom to ask."""
    return await _qualification(hall, args, "expired")


async def _qualification(hall: Hall, args: dict[str, Any], state: str) -> Screen | None:
    person, found, view = await courses.qualification(
        hall.db, args["qualification_id"], hall.clock.now()
    )
    if found.state != state or found.expires_at is None:
        return None
    words = hall.words(person.language)
    text = words.rich(
        "qualification-ends" if state == "held" else "qualification-expired",
        title=view.published.course.name(words.language),
        date=say.date(words.language, found.expires_at, person.zone),
    )
    renew = button(words("button-renew"), "xc", view.published.id, NO_PROJECT, style="primary")
    return Screen(text, ((renew,), (button(words("button-ask-hall"), "ua"),)))
