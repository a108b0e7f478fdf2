"""Reviewing: what waits, and one rating at a time with the buttons for a verdict."""

from typing import Any

from bot import say
from bot.domain.lines import LineKind, LineState
from bot.domain.pay_terms import Verdict
from bot.domain.review_sampling import Draw
from bot.domain.reviews import MOST_RETURNS, worth
from bot.effects.view_evidence import Evidence
from bot.services import reviewing, reviews
from bot.services.reviews import Reviewing
from bot.typeset import Text, markdown, split
from handlers.context import Hall, Words
from handlers.messages.evidence import given, known, protects, quoted, refused_by_client, task
from handlers.messages.screen import Row, Screen, button, lines, page_of

_MOST_NAME = 40


async def queue(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What waits for the person's verdict, each project a button; then the disputes."""
    words = hall.words(args["language"])
    found = await reviews.queue(hall.db, args["person_id"])
    zone, now = found.person.zone, hall.clock.now()
    said: list[Text | str] = [words.rich("review-head")]
    checked = await reviewing.own(hall.db, args["person_id"], now=now)
    if checked.record.is_below(hall.rules.reviews.least_tier):
        said.append(words.rich("reviewer-warning", tier=checked.record.tier or 0))
    rows: list[Row] = []
    for one in page_of([one for one in found.waiting if one.count], 0):
        when = say.clock_time(words.language, one.first, zone, now)
        said.append(words.rich("review-line", project=one.name, count=one.count, when=when))
        label = words("button-review-project", project=one.name[:_MOST_NAME], count=one.count)
        rows.append((button(label, "rw", one.key, style="primary"),))
    for one in page_of([one for one in found.waiting if one.left], 0):
        said.append(words.rich("review-left", project=one.name, count=one.left))
        label = words("button-review-left", project=one.name[:_MOST_NAME], count=one.left)
        rows.append((button(label, "rwl", one.key),))
    if found.disputes:
        count = len(found.disputes)
        when = say.clock_time(words.language, found.disputes[0][2], zone, now)
        said.append(words.rich("review-disputes", count=count, when=when))
        rows.append((button(words("button-review-disputes", count=count), "ro"),))
    if not rows:
        said.append(words.rich("review-none"))
    mine = button(words("button-reviewer"), "rmy")
    rows.append((mine, button(words("button-refresh"), "rv")))
    return Screen(lines(*said, between="\n\n"), tuple(rows))


async def card(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """One rating or flag, with the buttons for a verdict; a decided one says so."""
    words = hall.words(args["language"])
    view = await reviews.reviewing(hall.db, args["line"], args["person_id"])
    text = lines(*body(hall, words, view), between="\n\n")
    return Screen(text, _rows(words, view.facts), protects(view.facts))


def body(hall: Hall, words: Words, view: Reviewing) -> list[Text | None]:
    """The card without what is done with it: head, task, answer, what each verdict pays."""
    facts, line = view.facts, view.facts.line
    head = words.rich("review-card-head", project=facts.project.name, count=view.waiting)
    return (
        [
            lines(head, _disagreement(words, facts), _corrected(words, facts)),
            task(words, facts),
            given(words, facts),
            None if line.blind else known(words, facts),
            refused_by_client(words, facts.refusal),
            lines(_worth(words, facts), _until(hall, words, view)),
        ]
        if line.state is LineState.submitted
        else [head, _over(words, facts)]
    )


def _disagreement(words: Words, facts: Evidence) -> Text | None:
    if facts.line.drawn is not Draw.disagreement:
        return None
    return words.rich("review-card-disagreement")


def _corrected(words: Words, facts: Evidence) -> Text | None:
    returned = [one for one in facts.reviews if one.verdict is Verdict.returned]
    if not returned:
        return None
    return lines(words.rich("review-card-corrected"), quoted(returned[-1].words))


def _worth(words: Words, facts: Evidence) -> Text:
    line, terms = facts.line, facts.job.terms.pay_terms
    pays = {
        one: say.money(words.language, worth(line, terms, one))
        for one in (Verdict.accepted, Verdict.fixed, Verdict.rejected)
    }
    key = "review-worth-flag" if line.kind is LineKind.flag else "review-worth"
    return words.rich(
        key, full=pays[Verdict.accepted], fixed=pays[Verdict.fixed], none=pays[Verdict.rejected]
    )


def _until(hall: Hall, words: Words, view: Reviewing) -> Text:
    by = view.facts.line.accept_by
    when = say.clock_time(words.language, by, view.person.zone, hall.clock.now())
    return words.rich("review-card-until", when=when)


def _over(words: Words, facts: Evidence) -> Text:
    money = say.money(words.language, facts.line.pay)
    return words.rich("review-over", number=facts.line.number, money=money)


def _rows(words: Words, facts: Evidence) -> tuple[Row, ...]:
    number = facts.line.number
    after: Row = (
        button(words("button-guidelines"), "ru", number),
        button(words("button-review-next"), "rn", number),
    )
    everything: Row = (button(words("button-review-all"), "rv"),)
    if facts.line.state is not LineState.submitted:
        return (after[1:], everything)
    if facts.line.kind is LineKind.flag:
        first: tuple[Row, ...] = (
            (
                button(words("button-flag-right"), "ra", number, style="success"),
                button(words("button-flag-wrong"), "rj", number, style="danger"),
            ),
        )
        return (*first, after, everything)
    returns = sum(1 for one in facts.reviews if one.verdict is Verdict.returned)
    back: Row = (button(words("button-return"), "rt", number),) if returns < MOST_RETURNS else ()
    return (
        (
            button(words("button-accept"), "ra", number, style="success"),
            button(words("button-accept-fix"), "rf", number),
        ),
        (*back, button(words("button-reject"), "rj", number, style="danger")),
        after,
        everything,
    )


def shrunk(words: Words, facts: Evidence) -> Screen:
    """The one line that is left of a card when the next rating stands below."""
    money = say.money(words.language, facts.line.pay)
    text = words.rich("review-shrunk", number=facts.line.number, money=money)
    if facts.line.state is LineState.submitted:
        text = words.rich("review-shrunk-open", number=facts.line.number)
    return Screen(text, ((button(words("button-review-see"), "ri", facts.line.number),),))


async def guidelines(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The guidelines that held for the work."""
    words = hall.words(args["language"])
    facts = await reviews.evidence(hall.db, args["line"], args["person_id"])
    body_ = split(markdown(facts.guidelines))[0]
    return Screen(
        lines(words.rich("guidelines-head", name=facts.project.name), body_, between="\n\n")
    )
