"""What a contractor is told of a verdict: what, why, by whom, in money, and how to object."""

from datetime import datetime
from typing import Any

from bot import say
from bot.domain.disputes import dispute_by
from bot.domain.jobs import JobState
from bot.domain.lines import LineKind
from bot.domain.money import Money
from bot.domain.reviews import FLAG_ITEM
from bot.services import jobs, reviews
from bot.services.reviews import Told
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.evidence import objection, quoted, reason_name
from handlers.messages.screen import Screen, button, lines


async def verdict(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """A rating was reduced or rejected, or a flag was not right."""
    words = hall.words(args["language"])
    told = await reviews.verdict(hall.db, args["review"], args["person_id"])
    review, facts = told.verdict, told.facts
    flag = facts.line.kind is LineKind.flag
    item = None if flag or review.item is None else reason_name(words, review.item)
    until = dispute_by(review.at, hall.rules.pay)
    open_now = facts.dispute is None and hall.clock.now() < until
    text = lines(
        words.rich(
            f"verdict-head-{'flag' if flag else review.verdict}",
            project=facts.project.name, number=facts.job.number,
        ),
        lines(words.rich("evidence-item", item=item) if item else None, quoted(review.words)),
        lines(
            money(words, facts.line.offered, facts.line.pay),
            _by(hall, words, told),
            words.rich(
                "verdict-line", number=facts.line.number,
                code=FLAG_ITEM if flag else review.item or review.verdict,
            ),
        ),
        _objecting(hall, words, told, until) if open_now else None,
        between="\n\n",
    )  # fmt: skip
    task = button(words("button-evidence"), "re", facts.line.number)
    return Screen(text, ((task, *objection(hall, words, facts, args["person_id"])),))


def money(words: Words, was: Money, now: Money) -> Text:
    """What was promised and what it comes to."""
    percent = 100 * now.minor // was.minor if was.minor else 0
    return words.rich(
        "verdict-money", was=say.money(words.language, was), now=say.money(words.language, now),
        percent=percent,
    )  # fmt: skip


def _by(hall: Hall, words: Words, told: Told) -> Text:
    when = say.clock_time(words.language, told.verdict.at, told.person.zone, hall.clock.now())
    return words.rich("verdict-by", role=words(f"role-{told.role}"), when=when)


def _objecting(hall: Hall, words: Words, told: Told, until: datetime) -> Text:
    return words.rich(
        "verdict-dispute", date=say.date(words.language, until, told.person.zone),
        days=hall.rules.pay.reply_days,
    )  # fmt: skip


async def returned(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """A rating came back to be corrected; afterwards only what it was about."""
    words = hall.words(args["language"])
    told = await reviews.verdict(hall.db, args["review"], args["person_id"])
    view = await jobs.view_by_number(hall.db, args["job"], args["person_id"])
    open_now = view.job.state is JobState.active
    now = hall.clock.now()
    by = say.clock_time(words.language, view.job.due_at, told.person.zone, now)
    text = lines(
        words.rich("returned-head", project=told.facts.project.name, number=told.facts.job.number),
        quoted(told.verdict.words),
        words.rich("returned-what", due=by, money=say.money(words.language, view.job.terms.pay))
        if open_now
        else words.rich("returned-over"),
        between="\n\n",
    )
    evidence = button(words("button-evidence"), "re", told.facts.line.number)
    correct = button(words("button-correct"), "d", args["job"], style="primary")
    return Screen(text, ((correct, evidence),) if open_now else ((evidence,),))


async def return_over(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The time to correct a rating is over; it is judged as it stood."""
    view = await jobs.view(hall.db, args["job_id"])
    words = hall.words(view.person.language)
    return Screen(words.rich("returned-late", project=view.project.name))
