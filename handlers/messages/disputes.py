"""Disputes: for who objects, and for who decides."""

from typing import Any

from bot import say
from bot.domain.disputes import DisputeState
from bot.domain.reviews import Draft
from bot.services import disputes, pay
from bot.services.disputes import Disputed
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages import pay_lines
from handlers.messages.evidence import (
    decided,
    given,
    known,
    protects,
    quoted,
    refused_by_client,
    task,
)
from handlers.messages.screen import Button, Row, Screen, button, lines


def _date(hall: Hall, words: Words, one: Disputed) -> str:
    at = one.dispute.decide_by
    return say.clock_time(words.language, at, one.person.zone, hall.clock.now())


async def mine(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The person's own dispute: open with its words, or what came of it."""
    words = hall.words(args["language"])
    one = await disputes.disputed(hall.db, args["number"], args["person_id"])
    dispute, line = one.dispute, one.facts.line
    evidence = button(words("button-evidence"), "re", line.number)
    head = words.rich("dispute-head", project=one.facts.project.name, number=one.facts.job.number)
    if dispute.state is not DisputeState.open:
        paid, row = await _money(hall, words, one)
        text = lines(head, *_outcome(words, one), paid, between="\n\n")
        return Screen(text, ((evidence, *row),))
    said = [words.rich("dispute-open", date=_date(hall, words, one))]
    rows: tuple[Row, ...] = ((evidence,),)
    if dispute.words:
        said.append(lines(words.rich("dispute-words"), quoted(dispute.words)))
    elif args.get("asking"):
        said.append(words.rich("dispute-ask-words"))
        rows = ((button(words("button-no-words"), "rx", dispute.number),), *rows)
    else:
        rows = ((_add_words(words, one), evidence),)
    return Screen(lines(head, *said, between="\n\n"), rows)


def _add_words(words: Words, one: Disputed) -> Button:
    label = words("button-add-words")
    if one.refusal is not None:
        return button(label, "bs", one.refusal.number)
    if one.dispute.task_id is not None:
        return button(label, "gdd", one.facts.line.number)
    return button(label, "rd", one.review.number if one.review else "-")


def _outcome(words: Words, one: Disputed) -> list[Text | None]:
    dispute = one.dispute
    came = dispute.state if dispute.decided_by is not None else "unanswered"
    if one.refusal is not None:
        return [words.rich(f"refusal-outcome-{came}"), quoted(dispute.answer)]
    about = "gold" if one.dispute.task_id is not None else "dispute"
    free = _free(one, dispute.state) if about == "dispute" else ""
    return [words.rich(f"{about}-outcome-{came}{free}"), quoted(dispute.answer)]


async def _money(hall: Hall, words: Words, one: Disputed) -> tuple[Text | None, Row]:
    """What the outcome brought its person, and where that money stands by now."""
    number = one.facts.made_up
    overturned = one.dispute.state is DisputeState.overturned
    mine = one.dispute.person_id == one.person.id
    if number is None or not overturned or not mine or not one.withheld.minor:
        return None, ()
    paid = await pay.line(
        hall.db, number=number, person_id=one.person.id, now=hall.clock.now(), rules=hall.rules.pay
    )
    money = say.money(words.language, paid.line.pay)
    said = words.rich("dispute-money", money=money, number=number)
    row: Row = (button(words("button-dispute-line"), "ei", number, "all", 0),)
    return lines(said, pay_lines.state(hall, words, paid)), row


def _free(one: Disputed, state: str) -> str:
    """How texts about money that was withheld end where none was."""
    return "-free" if state == DisputeState.overturned and not one.withheld.minor else ""


async def opened(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """For who may decide: a dispute waits."""
    words = hall.words(args["language"])
    one = await disputes.disputed(hall.db, args["number"], args["person_id"])
    text = words.rich(
        "dispute-waits", project=one.facts.project.name, date=_date(hall, words, one)
    )
    return Screen(text, ((button(words("button-decide"), "rp", args["number"]),),))


async def card(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The dispute with task, answer, verdict and objection, and the buttons to decide it."""
    words = hall.words(args["language"])
    one = await disputes.disputed(hall.db, args["dispute"], args["person_id"])
    number, facts = one.dispute.number, one.facts
    after: Row = (
        button(words("button-guidelines"), "ru", facts.line.number),
        button(words("button-review-next"), "rz", number),
    )
    everything: Row = (button(words("button-review-all"), "rv"),)
    if one.dispute.state is not DisputeState.open:
        head = words.rich("dispute-card-head", project=facts.project.name)
        text = lines(head, words.rich(f"dispute-was-{one.dispute.state}"), between="\n\n")
        return Screen(text, (after[1:], everything))
    stands = button(words("button-uphold"), "rg", number, "upheld", style="danger")
    free = _free(one, DisputeState.overturned)
    label = words(f"button-overturn{free}", money=say.money(words.language, one.withheld))
    if one.refusal is not None:
        label = words("button-refusal-wrong")
        stands = button(words("button-refusal-right"), "rg", number, "upheld", style="danger")
    right = button(label, "rg", number, "overturned", style="success")
    text = lines(*_body(hall, words, one), between="\n\n")
    if one.dispute.task_id is not None:
        return Screen(text, (*_gold_rows(words, number), after, everything), protects(facts))
    return Screen(text, ((right,), (stands,), after, everything), protects(facts))


def _gold_rows(words: Words, number: str) -> tuple[Row, ...]:
    """How a dispute about a known answer can be decided."""
    ways = (("corrected", "success"), ("overturned", "success"), ("upheld", "danger"))
    return tuple(
        (button(words(f"button-gold-{way}"), "rg", number, way, style=style),)
        for way, style in ways
    )


def _body(hall: Hall, words: Words, one: Disputed) -> list[Text | None]:
    facts = one.facts
    verdict = refused_by_client(words, one.refusal)
    if one.review is not None:
        verdict = decided(hall, words, facts, one.review, one.person.zone)
    objection = quoted(one.dispute.words) or words.rich("dispute-no-words")
    return [
        lines(
            words.rich("dispute-card-head", project=facts.project.name),
            words.rich("dispute-card-until", date=_date(hall, words, one)),
        ),
        task(words, facts),
        given(words, facts),
        known(words, facts),
        verdict,
        lines(words.rich("dispute-card-words"), objection),
    ]


async def draft(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """A decision in preparation: its words, and what it will mean."""
    words = hall.words(args["language"])
    prepared, one = await disputes.preparing(hall.db, args["draft"], args["person_id"])
    back: Row = (button(words("button-back"), "rp", one.dispute.number),)
    text = lines(*_body(hall, words, one), _wanted(words, prepared, one), between="\n\n")
    if not prepared.words:
        return Screen(text, (back,), protects(one.facts))
    if one.dispute.task_id is None:
        label = words(f"button-confirm-{prepared.verdict}")
    else:
        label = words(f"button-confirm-gold-{prepared.verdict}")
    yes = button(label, "rk", prepared.number, style="success")
    return Screen(text, ((yes,), back), protects(one.facts))


def _wanted(words: Words, prepared: Draft, one: Disputed) -> Text:
    money = say.money(words.language, one.withheld)
    if one.dispute.task_id is not None:
        ask = words.rich("draft-ask-words") if not prepared.words else None
        said = ask or lines(quoted(prepared.words), words.rich("draft-mend"))
        return lines(words.rich(f"gold-effect-{prepared.verdict}"), said)
    effect = (
        words.rich(f"dispute-effect-{prepared.verdict}{_free(one, prepared.verdict)}", money=money)
        if one.refusal is None
        else words.rich(f"refusal-effect-{prepared.verdict}")
    )
    if not prepared.words:
        return lines(effect, words.rich("draft-ask-words"))
    return lines(effect, quoted(prepared.words), words.rich("draft-mend"))
