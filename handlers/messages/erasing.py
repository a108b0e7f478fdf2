"""Leaving for good: what goes, what stays and why, what is still open; doing without pay."""

from typing import Any

from bot import say
from bot.domain.erasing import Obstacle, Ties
from bot.domain.money import Money
from bot.services import erasing, people
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.screen import Row, Screen, button, lines


async def screen(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What an erasure takes and what it leaves, and what is still open before it."""
    words = hall.words(args["language"])
    person = await people.by_id(hall.db, args["person_id"])
    ties = await erasing.ties(hall.db, person_id=person.id)
    open_now = [_obstacle(hall, words, ties, one, person.zone) for one in ties.obstacles]
    text = lines(
        words.rich("erase-head"),
        words.rich("erase-goes"),
        words.rich("erase-stays", days=hall.rules.record_days),
        words.rich("erase-before") if open_now else words.rich("erase-free"),
        lines(*open_now) if open_now else None,
        between="\n\n",
    )
    back = (button(words("button-back"), "va"),)
    return Screen(text, (*_rows(words, ties), back))


def _obstacle(hall: Hall, words: Words, ties: Ties, one: Obstacle, zone: str) -> Text:
    match one:
        case Obstacle.roles:
            return words.rich("erase-open-roles", count=ties.roles)
        case Obstacle.jobs:
            return words.rich("erase-open-jobs", count=ties.jobs)
        case Obstacle.review:
            until = ties.review_by or hall.clock.now()
            when = say.clock_time(words.language, until, zone, hall.clock.now())
            return words.rich("erase-open-review", count=ties.review, when=when)
        case Obstacle.payout:
            return words.rich("erase-open-payout", money=_summed(words, ties.on_the_way))
        case Obstacle.owed:
            return words.rich("erase-open-owed", money=_summed(words, ties.owed))
        case Obstacle.disputes:
            return words.rich("erase-open-disputes", count=ties.disputes)
        case Obstacle.appeals:
            return words.rich("erase-open-appeals", count=ties.appeals)


def _summed(words: Words, amounts: tuple[Money, ...]) -> str:
    return ", ".join(say.money(words.language, one) for one in amounts)


def _rows(words: Words, ties: Ties) -> tuple[Row, ...]:
    if not ties.obstacles:
        return ((button(words("button-erase"), "vd", style="danger"),),)
    return tuple(
        (
            button(
                words("button-waive", money=say.money(words.language, one)), "ve", one.currency,
                one.minor,
            ),
        )
        for one in ties.owed
    )  # fmt: skip


async def ask_waive(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Ask once more before somebody does without pay."""
    words = hall.words(args["language"])
    money = say.money(words.language, Money(args["minor"], args["currency"]))
    rows = (
        (
            button(words("button-waive-surely", money=money), "vf", args["currency"],
                   args["minor"], style="danger"),
        ),
        (button(words("button-waive-not"), "vc", style="primary"),),
    )  # fmt: skip
    return Screen(words.rich("waive-ask", money=money), rows)


async def surely(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The last question before an erasure."""
    words = hall.words(args["language"])
    rows = (
        (button(words("button-erase-surely"), "vg", style="danger"),),
        (button(words("button-erase-not"), "va", style="primary"),),
    )
    return Screen(words.rich("erase-ask"), rows)


def goodbye(words: Words) -> Screen:
    """The last message."""
    return Screen(words.rich("erase-done"))
