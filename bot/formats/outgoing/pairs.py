"""Winning and losing responses, out of a choice between two or a ranking."""

from dataclasses import dataclass
from itertools import combinations
from typing import Any

from bot.domain.schemes import Scheme
from bot.domain.tasks import Response, Turn
from bot.formats.outgoing.asked import preference_of, ranking_of, scales_of
from bot.formats.outgoing.deciding import before, given, number_of, scores
from bot.formats.outgoing.form import Setting
from bot.formats.votes import Counts, Outcome, TaskVotes

_PAIR = 2


@dataclass(frozen=True, slots=True)
class Pair:
    """Which of two responses won, and the part of the votes that each has."""

    won: Response
    lost: Response
    for_won: float
    for_lost: float


def pairs(task: TaskVotes, setting: Setting, counts: Counts) -> list[Pair]:
    """All pairs of the task with a winner; what has none is counted with its reason."""
    if task.gold:
        counts.gold += 1
        return []
    preference = preference_of(setting.scheme)
    if preference is not None:
        return _of_two(task, setting, preference.id, counts)
    ranking = ranking_of(setting.scheme)
    return _of_order(task, ranking.id, counts) if ranking else []


def outcome_of(task: TaskVotes, setting: Setting, counts: Counts) -> Outcome:
    """What the votes say of two responses; all but a winner is counted."""
    question = preference_of(setting.scheme)
    decided = setting.decide(task, question.id) if question else "unrated"
    if len(task.responses) != _PAIR and decided != "unrated":
        decided = "undecided"
    counts.note(decided)
    return decided


def _of_two(task: TaskVotes, setting: Setting, question: str, counts: Counts) -> list[Pair]:
    decided = outcome_of(task, setting, counts)
    if decided not in ("first", "second"):
        return []
    said = [number_of(one) for one in given(task, question)]
    parts = [sum(one < 0 for one in said) / len(said), sum(one > 0 for one in said) / len(said)]
    first, second = task.responses
    if decided == "first":
        return [Pair(first, second, *parts)]
    return [Pair(second, first, *reversed(parts))]


def _of_order(task: TaskVotes, question: str, counts: Counts) -> list[Pair]:
    orders = given(task, question)
    if not orders:
        counts.unrated += 1
        return []
    found = []
    for one, other in combinations(task.responses, 2):
        more, less = before(orders, one.id, other.id)
        total = more + less
        if more > less:
            found.append(Pair(one, other, more / total, less / total))
        elif less > more:
            found.append(Pair(other, one, less / total, more / total))
        else:
            counts.tied_pairs += 1
    counts.undecided += not found
    return found


def is_conversation(prompt: tuple[Turn, ...]) -> bool:
    """Tell whether the prompt is anything but one turn of a user."""
    return len(prompt) != 1 or prompt[0].role != "user"


def messages(prompt: tuple[Turn, ...]) -> list[dict[str, str]]:
    """The prompt as messages with roles."""
    return [{"role": turn.role, "content": turn.text} for turn in prompt]


def answer(text: str) -> list[dict[str, str]]:
    """A response as the message of an assistant."""
    return [{"role": "assistant", "content": text}]


def noted(task: TaskVotes, scheme: Scheme) -> dict[str, Any]:
    """The scores of the task as metadata, where the scheme asks for scores."""
    if not scales_of(scheme):
        return {}
    return {"metadata": {"scores": scores(task, scheme)}}
