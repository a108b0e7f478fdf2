"""The card of a call in a group, topic or channel."""

from datetime import UTC
from typing import Any

from bot import say
from bot.domain.calls import CallState
from bot.domain.projects import Terms
from bot.services import calls
from bot.services.calls import Card
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.course_lines import asked_first
from handlers.messages.profile_words import needs
from handlers.messages.requirements import required
from handlers.messages.screen import Button, Screen, button, digest, lines
from handlers.messages.work import basis


async def card(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The card in the hall's language: how many jobs are left, what they are and pay.

    Nothing where its place does not take it now; it comes when that changes.
    """
    found = await calls.card(hall.db, args["post_id"], rules=hall.rules)
    if not found.reachable:
        return None
    words = hall.words(hall.rules.language)
    text = lines(
        words.rich("call-head", project=found.project.name),
        _left(words, found),
        _facts(words, found),
        between="\n\n",
    )
    label = words("button-hand" if found.call.drawing else "button-claim")
    shown = found.project.version_id
    tap = button(label, "c", found.call.number, shown, style="success")
    terms = Button(words("button-terms"), url=hall.deep_link(f"t{found.call.number}"))
    open_now = found.call.state is CallState.live and found.left
    screen = Screen(text, ((tap,), (terms,)) if open_now else ())
    unchanged = digest(screen) == found.shown and "anew" not in args
    return None if unchanged else screen


async def retracted(hall: Hall, _args: dict[str, Any]) -> Screen | None:
    """All that is left of a card that stands below by now, where it cannot be taken away."""
    return Screen(hall.words(hall.rules.language).rich("call-below"))


def _left(words: Words, found: Card) -> Text:
    if found.call.state is CallState.closed:
        return words.rich("call-closed")
    if not found.left:
        return words.rich("call-filled")
    left = words.rich("call-left", left=found.left)
    if found.draw is None or not found.call.drawing:
        return left
    # A group has no zone of its own: world time, and it says so.
    until = f"{found.draw.until.astimezone(UTC):%H:%M:%S}"
    return lines(left, words.rich("call-draw", until=until))


def _client(words: Words, terms: Terms) -> Text | None:
    days = terms.pay_terms.confirm_days
    return None if days is None else words.rich("call-client", days=days)


def _facts(words: Words, found: Card) -> Text:
    offer, terms = found.project.offer, found.terms
    seconds = terms.seconds_per_task * offer.tasks_per_job
    return lines(
        words.rich(
            "call-size",
            tasks=offer.tasks_per_job,
            time=say.duration(words.language, seconds),
            basis=basis(words, found.pace),
        ),
        words.rich(
            "call-pay",
            money=say.money(words.language, terms.pay),
            job=say.money(words.language, terms.pay.times(offer.tasks_per_job)),
            hourly=say.money(words.language, terms.hourly),
        ),
        needs(words, offer.languages, offer.wanted),
        required(words, offer),
        asked_first(words, offer.learning),
        words.rich("call-review", days=terms.review_days),
        _client(words, terms),
        words.rich(
            "call-quality",
            fixed=say.number(words.language, terms.pay_terms.fixed_percent),
            rejected=say.number(words.language, terms.pay_terms.rejected_percent),
        ),
        words.rich("call-warning", warning=offer.content_warning)
        if offer.content_warning
        else None,
    )
