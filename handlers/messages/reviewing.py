"""How reviewers are checked: their figures, the lines behind them, and losing the role."""

from typing import Any

from bot import say
from bot.domain.reviewer_tier import LEAST_VERDICTS, WEIGHTS, Part, ReviewerRecord
from bot.services import detecting, reviewing
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.screen import Row, Screen, button, lines, rows_of

_MOST = 10


def figures(words: Words, found: ReviewerRecord, least: int) -> Text:
    """The tier with its parts, or why there is none; and what follows below the least."""
    tier = found.tier
    head = (
        words.rich("reviewer-tier", tier=tier, least=least)
        if tier is not None
        else words.rich("reviewer-no-tier", verdicts=found.verdicts, least=LEAST_VERDICTS)
    )
    return lines(head, *(_part(words, found, one) for one in Part))


def _part(words: Words, found: ReviewerRecord, part: Part) -> Text:
    share = found.share(part)
    counts = "yes" if part in found.counted else "no"
    return words.rich(
        f"reviewer-part-{part}", right=share.right, of=share.of, weight=WEIGHTS[part],
        counts=counts,
    )  # fmt: skip


async def own(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The person's own figures with the formula and the lines that speak against them."""
    words, now = hall.words(args["language"]), hall.clock.now()
    found = await reviewing.own(hall.db, args["person_id"], now=now)
    least, zone = hall.rules.reviews.least_tier, found.person.zone
    shown = found.missed[-_MOST:]
    said = [
        words.rich(
            f"reviewer-missed-{fact}", number=number, date=say.date(words.language, at, zone)
        )
        for fact, number, at in shown
    ]
    text = lines(
        words.rich("reviewer-head"),
        figures(words, found.record, least),
        words.rich("reviewer-below") if found.record.is_below(least) else None,
        lines(words.rich("reviewer-missed"), *said) if said else None,
        words.rich("reviewer-how", least=least, verdicts=LEAST_VERDICTS),
        between="\n\n",
    )
    seen = [button(number, "re", number) for number in dict.fromkeys(one for _, one, _ in shown)]
    back: Row = (
        button(words("button-review-all"), "rv"), button(words("button-questions"), "ua"),
    )  # fmt: skip
    return Screen(text, (*rows_of(seen, 3), back))


async def proposal(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """A reviewer below the tier, for an admin: the figures, the lines, and the two ways."""
    words, number = hall.words(args["language"]), args["number"]
    one = await detecting.one_waiting(hall.db, number, by=args["person_id"])
    found = await reviewing.of_person(
        hall.db, one.person.id, by=args["person_id"], now=hall.clock.now()
    )
    zone = one.viewer.zone
    said = [
        words.rich(
            f"reviewer-missed-{piece.fact}", number=piece.number or "—",
            date=say.date(words.language, piece.at, zone),
        )
        for piece in one.proposal.evidence[-_MOST:]
    ]  # fmt: skip
    text = lines(
        words.rich("reviewer-proposal-head", name=one.person.name, number=one.pseudonym),
        figures(words, found, hall.rules.reviews.least_tier),
        lines(words.rich("reviewer-missed"), *said),
        words.rich("reviewer-proposal-hint"),
        between="\n\n",
    )
    pieces = dict.fromkeys(piece.number for piece in one.proposal.evidence[-_MOST:])
    seen = [button(piece, "re", piece) for piece in pieces if piece is not None]
    rows: tuple[Row, ...] = (
        *rows_of(seen, 3),
        (button(words("button-reviewer-take"), "rmt", number, style="danger"),),
        (
            button(words("button-proposal-dismiss"), "nl", number),
            button(words("button-proposal-person"), "qp", one.person.id),
        ),
        (button(words("button-back"), "ni", 0),),
    )
    return Screen(text, rows)


async def taken(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The person is told that the role was taken, by what, and how to object."""
    words = hall.words(args["language"])
    text = words.rich("reviewer-taken", lines=", ".join(args["lines"]))
    return Screen(text, ((button(words("button-questions"), "ua"),),))


SCREENS = {"reviewer": own, "reviewer_role_taken": taken}
