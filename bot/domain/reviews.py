"""Reviews: what a reviewer says of a rating or a flag, and what has to be given with it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from bot.domain.answering import Answers
from bot.domain.gold import is_same
from bot.domain.lines import Line, LineKind, LineState, part_of
from bot.domain.money import Money
from bot.domain.pay_terms import PayTerms, Verdict
from bot.domain.people import Person
from bot.domain.ratings import Assignment, RatingState
from bot.domain.refusal import Refused
from bot.domain.schemes import Scheme, Values, next_question, without_unasked

MOST_RETURNS = 2
LEAST_WORDS = 10  # characters that explain something
MOST_WORDS = 500
RETURN_HOURS = (24, 48, 72)
# After the due time of a return somebody still has to look at what came of it.
AFTER_RETURN = timedelta(days=1)
# What a flag that was not right names: there is no rubric for flags.
FLAG_ITEM = "flag"


class Stage(StrEnum):
    """What a verdict in preparation wants next; `ready` when it can be given."""

    answers = "answers"
    item = "item"
    words = "words"
    ready = "ready"


@dataclass(frozen=True, slots=True)
class Review:
    """A verdict as it was given; it never changes.

    `percent` is what it leaves of the price, `fix` the answers of the reviewer, `due_at` until
    when a returned rating can be corrected.
    """

    id: int
    number: str
    assignment_id: int
    rating_id: int | None
    reviewer_id: int
    verdict: Verdict
    item: str | None
    words: str | None
    percent: int
    fix: dict[str, Any] | None
    due_at: datetime | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Draft:
    """A verdict in preparation, or the decision of a dispute (`dispute_id`)."""

    id: int
    number: str
    person_id: int
    line_id: int
    dispute_id: int | None
    verdict: str
    item: str | None
    words: str | None
    fix: dict[str, Any] | None
    hours: int
    partial: dict[str, list[Any]] = field(default_factory=dict)

    @property
    def answers(self) -> Answers:
        """The corrected answer as far as it is given."""
        return Answers(self.fix or {}, self.partial)


def require_reviewer(person: Person, project_id: int | None) -> None:
    """Refuse whoever may not review the project."""
    if not person.may_review(project_id):
        raise Refused("not-reviewer")


def require_waiting(line: Line, assignment: Assignment, by: int) -> None:
    """Refuse a verdict on one's own work, on what was decided, and on what is being corrected."""
    if line.person_id == by:
        raise Refused("own-work")
    if line.state is not LineState.submitted:
        raise Refused("reviewed-already")
    if assignment.held or assignment.state not in (RatingState.submitted, RatingState.flagged):
        raise Refused("returned-now")


def require_in_time(line: Line, verdict: Verdict, now: datetime) -> None:
    """Refuse to take anything behind the deadline, also while the clock has not come by yet."""
    if verdict is not Verdict.accepted and now >= line.accept_by:
        raise Refused("review-time-over")


def require_fitting(line: Line, verdict: Verdict, returns: int) -> None:
    """Refuse a verdict that the line cannot get, with `returns` given to it before."""
    if line.kind is LineKind.flag and verdict in (Verdict.fixed, Verdict.returned):
        raise Refused("stale-button")
    if verdict is Verdict.returned and returns >= MOST_RETURNS:
        raise Refused("returned-twice", most=MOST_RETURNS)


def worth(line: Line, terms: PayTerms, verdict: Verdict) -> Money:
    """What the line comes to under the verdict; a flag earns all or nothing."""
    return part_of(line.offered, percent_of(line, terms, verdict))


def percent_of(line: Line, terms: PayTerms, verdict: Verdict) -> int:
    """What part of the promised money the verdict leaves."""
    if line.kind is LineKind.flag:
        return 0 if verdict is Verdict.rejected else 100
    return terms.percent(verdict)


def brief(text: str) -> str:
    """The trimmed words; refused where they are too many to be read on a phone."""
    words = text.strip()
    if len(words) > MOST_WORDS:
        raise Refused("words-too-many", most=MOST_WORDS, length=len(words))
    return words


def explains(text: str | None) -> str:
    """The trimmed words; refused where they are too few to explain anything, or too many."""
    words = brief(text or "")
    if len(words) < LEAST_WORDS:
        raise Refused("words-too-few", least=LEAST_WORDS)
    return words


def alike(
    first: Review, verdict: Verdict, item: str | None, fix: Values | None, form: Scheme
) -> bool:
    """Whether a second verdict says what the first did: the same of the work, by the same item.

    Of two fixes the answers are the same, too, as far as they are not in own words.
    """
    if (first.verdict, first.item) != (verdict, item):
        return False
    return verdict is not Verdict.fixed or is_same(form, first.fix or {}, fix or {})


def stage(draft: Draft, line: Line, scheme: Scheme, terms: PayTerms) -> Stage:
    """What the verdict wants next: answers, rubric item, words, or to be given.

    Whatever takes money, and a return, is explained; a fix that costs nothing speaks for itself.
    """
    verdict = Verdict(draft.verdict)
    unanswered = not draft.fix or next_question(scheme, draft.fix) is not None
    if verdict is Verdict.fixed and (unanswered or draft.partial):
        return Stage.answers
    reduces = percent_of(line, terms, verdict) < 100
    if reduces and draft.item is None:
        return Stage.item
    if (reduces or verdict is Verdict.returned) and not draft.words:
        return Stage.words
    return Stage.ready


def require_complete(
    line: Line, terms: PayTerms, verdict: Verdict, item: str | None, words: str | None
) -> None:
    """Refuse a verdict without what the person is owed to be told."""
    reduces = percent_of(line, terms, verdict) < 100
    if reduces and not item:
        raise Refused("stale-button")
    if reduces or verdict is Verdict.returned:
        explains(words)


def fixed_answer(scheme: Scheme, fix: Values | None, answer: Values) -> dict[str, Any]:
    """The reviewer's whole answer; refused when something is missing or nothing differs."""
    kept = without_unasked(scheme, fix or {})
    if not kept or next_question(scheme, kept) is not None:
        raise Refused("fix-unfinished")
    if all(answer.get(name) == value for name, value in kept.items()):
        raise Refused("fix-same")
    return kept


def hours_of(chosen: int, default: int) -> int:
    """The hours that a return gives: one of those on the buttons, else the hall's own."""
    return chosen if chosen in RETURN_HOURS else default


def accept_by_after_return(accept_by: datetime, due_at: datetime) -> datetime:
    """The review deadline of a returned rating: there is a day left after its due time."""
    return max(accept_by, due_at + AFTER_RETURN)
