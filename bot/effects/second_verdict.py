"""A line as its second reviewer sees it: as if nobody had judged it, and then only they."""

from dataclasses import replace

from bot.domain.lines import Line, LineState, part_of
from bot.domain.pay_terms import Verdict
from bot.domain.ratings import Assignment, RatingState
from bot.domain.reviews import Review
from storage.second_reviews import SecondReview


def line_of(second: SecondReview, line: Line) -> Line:
    """The line as if the second verdict were the only one."""
    bare = replace(
        line, drawn=second.drawn, state=LineState.submitted, pay=line.offered, reason=None,
        because=None, accept_by=second.give_by, accepted_at=None, confirmed_at=None,
        statement_id=None,
    )  # fmt: skip
    if second.verdict in (None, Verdict.returned) or second.percent is None:
        return bare
    pay = part_of(line.offered, second.percent)
    state = LineState.accepted if pay.minor else LineState.rejected
    return replace(bare, state=state, pay=pay, reason=second.item, because=second.words)


def assignment_of(second: SecondReview, one: Assignment) -> Assignment:
    """The assignment as if the second verdict were the only one."""
    if second.verdict is Verdict.returned:
        return replace(one, state=RatingState.returned, held=True)
    flagged = one.state is RatingState.flagged
    return replace(one, state=RatingState.flagged if flagged else RatingState.submitted)


def as_first(second: SecondReview, one: Assignment) -> Review:
    """The second verdict in the form of a first; it must have been given."""
    if second.verdict is None or second.reviewer_id is None or second.given_at is None:
        raise ValueError(f"second verdict {second.number} is not given")
    return Review(
        id=second.id, number=second.number, assignment_id=one.id, rating_id=None,
        reviewer_id=second.reviewer_id, verdict=second.verdict, item=second.item,
        words=second.words, percent=second.percent or 0, fix=second.fix, due_at=None,
        at=second.given_at,
    )  # fmt: skip
