"""How decisions are made here: what people decide, what a program does, and with what weight."""

from typing import Any

from bot.services import people
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.screen import Row, Screen, button, lines


async def screen(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What people decide and what a program does, with its figures, and what never counts."""
    words = hall.words(args["language"])
    text = lines(
        words.rich("how-head"),
        words.rich("how-people"),
        _ladder(hall, words),
        _program(hall, words),
        _held_back(hall, words),
        words.rich("how-never"),
        between="\n\n",
    )
    rows: tuple[Row, ...] = (
        (button(words("button-how-measured"), "kg"),),
        (button(words("button-my-standing"), "ka"),),
    )
    return Screen(text, rows)


async def measured(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Who gets work, what a program measures and points out, and with what weight."""
    words = hall.words(args["language"])
    text = lines(
        words.rich("how-measured-head"),
        words.rich("how-order"),
        words.rich("how-later"),
        _review(hall, words),
        _detectors(hall, words),
        between="\n\n",
    )
    rows: tuple[Row, ...] = (
        (button(words("button-how-decided"), "ki"), button(words("button-quality"), "ku")),
        (button(words("button-my-standing"), "ka"),),
    )
    return Screen(text, rows)


def _ladder(hall: Hall, words: Words) -> Text:
    rules = hall.rules.standing
    return words.rich(
        "how-ladder", suspension=rules.suspension_days, between=rules.between_days,
        ratings=rules.between_ratings, warning=rules.warning_days, hold=rules.hold_hours,
        grace=rules.grace_days, appeal=rules.appeal_days, reply=rules.reply_days,
    )  # fmt: skip


def _program(hall: Hall, words: Words) -> Text:
    first, second, pause = hall.rules.standing.inactive_days
    return words.rich(
        "how-program", dispute=hall.rules.pay.reply_days, reply=hall.rules.standing.reply_days,
        first=first, second=second, pause=pause,
    )  # fmt: skip


def _held_back(hall: Hall, words: Words) -> Text:
    rules = hall.rules
    return words.rich(
        "how-held-back", skips=rules.caps.skip_streak, minutes=rules.caps.skip_pause_minutes,
        open=rules.open_jobs,
    )  # fmt: skip


def _review(hall: Hall, words: Words) -> Text:
    rules = hall.rules.reviews
    return words.rich("how-review", new=rules.new_percent, trusted=rules.trusted_percent)


def _detectors(hall: Hall, words: Words) -> Text:
    rules = hall.rules.standing
    found = rules.detectors
    return words.rich(
        "how-detectors", jobs=rules.expired_jobs, percent=found.gold_percent,
        answers=found.gold_answers, fast=found.fast, option=found.one_option, copies=found.copies,
    )  # fmt: skip


async def rights(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Once a year: what everybody here can demand, and where."""
    person = await people.by_id(hall.db, args["person_id"])
    words = hall.words(person.language)
    rules = hall.rules.standing
    text = words.rich(
        "rights-notice", appeal=rules.appeal_days, reply=rules.reply_days, grace=rules.grace_days
    )
    rows = (
        (button(words("button-my-standing"), "kb"),),
        (button(words("button-how-decided"), "kj"),),
    )
    return Screen(text, rows)
