"""What is left of a question that nobody has to answer any more."""

from typing import Any

from handlers.context import Hall
from handlers.messages.screen import Screen


async def cancelled(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The question was taken back."""
    return Screen(hall.words(args["language"]).rich("ask-cancelled"))
