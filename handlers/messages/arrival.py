"""What is said where a part of a task could not be shown, and the ways on from there."""

from dataclasses import replace
from typing import Any

from bot.domain.ratings import FlagKind
from bot.effects.view_job import View
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.screen import Screen, button, lines
from handlers.messages.task_text import LETTERS


def noted(words: Words, view: View, card: Screen) -> Screen:
    """The card of a task, with a word and the ways on where something did not arrive."""
    job = view.job
    if job.position not in view.unread:
        return card
    letters = _refused(view)
    said = words.rich("part-missing", images=len(letters), letters=", ".join(letters))
    ways = [button(words("button-show-again"), "d", job.number)]
    if not job.is_return:
        flag = button(words("button-flag-broken"), "fr", job.number, job.step, FlagKind.broken)
        ways.append(flag)
    return replace(
        card, text=lines(card.text, said, between="\n\n"), rows=(tuple(ways), *card.rows)
    )


def _refused(view: View) -> list[str]:
    """The letters of the answers with an image that Telegram did not take."""
    if view.content is None or view.current is None:
        return []
    shown = [view.content.responses[place] for place in view.current.shown_order]
    return [LETTERS[n] for n, one in enumerate(shown) if one.image in view.refused_images]


def unread_line(words: Words, view: View) -> Text | None:
    """On the summary: which tasks have not arrived whole."""
    if not view.unread:
        return None
    tasks = ", ".join(map(str, sorted(view.unread)))
    return words.rich("part-missing-tasks", count=len(view.unread), tasks=tasks)


async def refused(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """To who coordinates: Telegram does not take a part of a task."""
    facts = {name: args[name] for name in ("task", "project", "why")}
    return Screen(hall.words(args["language"]).rich("part-refused", **facts))
