"""Detectors as admins see them: thresholds, a dry run, proposals with their evidence."""

from typing import Any

from bot import say
from bot.domain.detectors import DETECTORS
from bot.domain.reviewer_tier import REVIEWER_TIER
from bot.domain.steps import Evidence, EvidenceKind
from bot.services import detecting
from bot.services.detecting import Names, Waiting
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages import reviewing
from handlers.messages.screen import Button, Row, Screen, button, lines, rows_of, turning

PAGE = 6


async def screen(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Every detector with its threshold and what it would find now, and what waits."""
    words, by = hall.words(args["language"]), args["person_id"]
    rules, now = hall.rules.standing, hall.clock.now()
    found = await detecting.trial(hall.db, by=by, page=0, size=1, now=now, rules=rules)
    _, count = await detecting.waiting(hall.db, by=by, page=0, size=1)
    said = [
        lines(
            words.rich(
                f"detector-{one.name}", threshold=one.threshold(rules),
                percent=rules.detectors.gold_percent,
            ),
            words.rich("detectors-line", count=found.counts.get(one.name, 0)),
            between=" ",
        )
        for one in DETECTORS
    ]  # fmt: skip
    text = lines(
        words.rich("detectors-head"), words.rich("detectors-waiting", count=count), *said,
        _reviewers(hall, words), words.rich("detectors-never"), between="\n\n",
    )  # fmt: skip
    row = (*_waiting(words, count), button(words("button-detectors-trial"), "nj", 0))
    return Screen(text, (row,))


def _reviewers(hall: Hall, words: Words) -> Text | None:
    least = hall.rules.reviews.least_tier
    return words.rich("detector-reviewer-tier", threshold=least) if least else None


def _waiting(words: Words, count: int) -> tuple[Button, ...]:
    return (button(words("button-proposals", count=count), "ni", 0),) if count else ()


async def detected(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Once a day: how many are new; nothing where they were dealt with meanwhile."""
    words = hall.words(args["language"])
    _, count = await detecting.waiting(hall.db, by=args["person_id"], page=0, size=1)
    if not count:
        return None
    rows = ((*_waiting(words, count), button(words("button-detectors"), "nh")),)
    return Screen(words.rich("detected", count=min(args["count"], count)), rows)


async def trial(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Whom the detectors would propose now and by what evidence; nothing is written."""
    words, page = hall.words(args["language"]), args.get("page", 0)
    found = await detecting.trial(
        hall.db, by=args["person_id"], page=page, size=PAGE, now=hall.clock.now(),
        rules=hall.rules.standing,
    )  # fmt: skip
    zone = found.viewer.zone
    said = [
        lines(
            words.rich(
                "detectors-found", name=person.name[:40], number=number,
                detector=words(f"detector-name-{one.detector}"),
            ),
            *_evidence(words, one.evidence, found.names, zone),
        )
        for one, person, number in found.shown
    ]  # fmt: skip
    buttons = [
        button(words("button-proposal", name=person.name[:20], number=number), "qp", person.id)
        for _, person, number in found.shown
    ]
    turn = turning(found.count, page, lambda label, to: button(label, "nj", to), PAGE)
    head = words.rich("detectors-trial-head", count=found.count)
    back: Row = (button(words("button-detectors"), "nh"),)
    return Screen(lines(head, *said, between="\n\n"), (*rows_of(buttons, 2), *turn, back))


async def listing(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What waits for a decision, the oldest first."""
    words, page = hall.words(args["language"]), args.get("page", 0)
    found, count = await detecting.waiting(hall.db, by=args["person_id"], page=page, size=PAGE)
    back: Row = (button(words("button-detectors"), "nh"),)
    if not count:
        return Screen(words.rich("proposals-none"), (back,))
    said = [_line(words, one) for one in found]
    buttons = [
        button(
            words("button-proposal", name=one.person.name[:20], number=one.pseudonym), "nk",
            one.proposal.number,
        )
        for one in found
    ]  # fmt: skip
    turn = turning(count, page, lambda label, to: button(label, "ni", to), PAGE)
    text = lines(words.rich("proposals-head", count=count), lines(*said), between="\n\n")
    return Screen(text, (*rows_of(buttons, 2), *turn, back))


def _line(words: Words, one: Waiting) -> Text:
    return words.rich(
        "proposals-line", name=one.person.name[:40], number=one.pseudonym,
        detector=words(f"detector-name-{one.proposal.detector}"),
        date=say.date(words.language, one.proposal.found_at, one.viewer.zone),
    )  # fmt: skip


async def card(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """One proposal: who, why, by what evidence, and the two ways to deal with it."""
    words = hall.words(args["language"])
    one = await detecting.one_waiting(hall.db, args["number"], by=args["person_id"])
    if one.proposal.detector == REVIEWER_TIER:
        return await reviewing.proposal(hall, args)
    zone = one.viewer.zone
    text = lines(
        lines(
            words.rich(
                "proposal-head", name=one.person.name, number=one.pseudonym,
                detector=words(f"detector-name-{one.proposal.detector}"),
                date=say.date(words.language, one.proposal.found_at, zone),
            ),
            words.rich(
                "proposal-standing", standing=words(f"standing-{one.person.standing}")
            ),
        ),
        lines(
            words.rich("proposal-why"),
            *_evidence(words, one.proposal.evidence, one.names, zone),
        ),
        words.rich("proposal-hint"),
        between="\n\n",
    )  # fmt: skip
    rows: tuple[Row, ...] = (
        *rows_of(_ratings(words, one.proposal.evidence), 5),
        (
            button(words("button-proposal-decide"), "jt", one.proposal.number, style="primary"),
            button(words("button-proposal-dismiss"), "nl", one.proposal.number),
        ),
        (
            button(words("button-proposal-person"), "qp", one.person.id),
            button(words("button-back"), "ni", 0),
        ),
    )
    return Screen(text, rows)


def _ratings(words: Words, evidence: tuple[Evidence, ...]) -> list[Button]:
    """What opens each rating, under the number that it has in the text."""
    return [
        button(words("button-step-evidence", nth=nth), "re", one.number)
        for nth, one in enumerate(evidence, 1)
        if one.kind is EvidenceKind.line and one.number is not None
    ]


def _evidence(words: Words, evidence: tuple[Evidence, ...], names: Names, zone: str) -> list[Text]:
    return [_piece(words, nth, one, names, zone) for nth, one in enumerate(evidence, 1)]


def _piece(words: Words, nth: int, one: Evidence, names: Names, zone: str) -> Text:
    date = say.moment(words.language, one.at, zone)
    if one.kind is EvidenceKind.account:
        name, number = names.get(one.other_id or 0, ("—", "—"))
        return words.rich("proposal-account", nth=nth, name=name[:40], number=number, date=date)
    key = "proposal-job" if one.kind is EvidenceKind.job else "proposal-line"
    return words.rich(key, nth=nth, number=one.number or "—", date=date)
