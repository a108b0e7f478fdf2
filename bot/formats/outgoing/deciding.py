"""One answer out of several votes: adjudicated, or of more than half of them, or none."""

from collections import Counter
from collections.abc import Callable, Iterable
from statistics import median
from typing import Any, Final

from bot.domain.schemes import Scheme
from bot.formats.outgoing.asked import preference_of, scales_of
from bot.formats.votes import Outcome, TaskVotes, Vote

STANDING: Final = frozenset({"submitted", "accepted"})
# What the votes on a task say of two responses; by a majority, or as somebody else weighs them.
Decide = Callable[[TaskVotes, str], Outcome]


def standing(task: TaskVotes) -> list[Vote]:
    """The votes that count: handed in or accepted."""
    return [vote for vote in task.votes if vote.verdict in STANDING]


def given(task: TaskVotes, question: str) -> list[Any]:
    """The answers to a question that count; where a reviewer put one right, that one.

    An answer that was adjudicated stands alone.
    """
    if task.adjudicated is not None and task.adjudicated[0] == question:
        return [task.adjudicated[1]]
    said = [vote.counts_as for vote in standing(task)]
    return [answers[question] for answers in said if question in answers]


def by_majority(task: TaskVotes, question: str) -> Outcome:
    """What more than half of the votes say of two responses, or why nothing is said."""
    kinds = Counter(map(kind_of, given(task, question)))
    if not kinds:
        return "unrated"
    kind, votes = kinds.most_common(1)[0]
    return kind if 2 * votes > kinds.total() else "undecided"


def kind_of(preference: int | str) -> Outcome:
    """What one answer says of two responses."""
    if isinstance(preference, str):
        return "both_bad" if preference == "both_bad" else "undecided"
    if preference == 0:
        return "tie"
    return "first" if preference < 0 else "second"


def number_of(preference: int | str) -> int:
    """One answer from -3 to 3; 0 where it names no winner."""
    return 0 if isinstance(preference, str) else max(-3, min(3, preference))


def strength(task: TaskVotes, question: str, outcome: Outcome) -> int:
    """How much better: the median of the votes for the winner, from -3 to 3; 0 for no winner."""
    side = [abs(number_of(one)) for one in given(task, question) if kind_of(one) == outcome]
    if outcome not in ("first", "second") or not side:
        return 0
    size = round_down(median(side))
    return -size if outcome == "first" else size


def scores(task: TaskVotes, scheme: Scheme) -> dict[str, dict[str, int]]:
    """Of each response, by its id, its scores: the median of the votes on each scale."""
    found: dict[str, dict[str, int]] = {}
    for question in scales_of(scheme):
        for response in task.responses:
            said = [
                answers[response.id]
                for answers in given(task, question.id)
                if isinstance(answers, dict) and type(answers.get(response.id)) is int
            ]
            if said:
                found.setdefault(response.id, {})[question.id] = round_down(median(said))
    return found


def round_down(number: float) -> int:
    """The nearest whole number, the lower one of two that are as near."""
    whole = int(number // 1)
    return whole + (number - whole > 0.5)


def before(orders: Iterable[list[str]], one: str, other: str) -> tuple[int, int]:
    """How many of the orders have the one before the other, and the other before the one."""
    ranked = [order.index(one) < order.index(other) for order in orders]
    return sum(ranked), len(ranked) - sum(ranked)


def reasons(task: TaskVotes, scheme: Scheme) -> list[tuple[int, str]]:
    """Of each vote on two responses its strength, and the words that it gave."""
    question = preference_of(scheme)
    if question is None:
        return []
    return [
        (number_of(answer), vote.reason or "")
        for vote in standing(task)
        if (answer := vote.counts_as.get(question.id)) is not None
    ]
