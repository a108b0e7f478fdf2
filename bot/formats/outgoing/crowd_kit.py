"""Tables as crowd-kit reads them: who gave which label to what, or preferred which of two."""

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from bot.domain.main_question import label_of, main_question
from bot.domain.schemes import Scheme
from bot.domain.tasks import Response
from bot.formats.outgoing.asked import has_pairs, preference_of, ranking_of
from bot.formats.outgoing.deciding import kind_of, standing
from bot.formats.outgoing.form import Form, Row, Setting
from bot.formats.outgoing.shapes import CSV
from bot.formats.votes import Counts, TaskVotes, Vote

_PAIR = 2


def _has_question(scheme: Scheme) -> bool:
    return main_question(scheme) is not None


def _labels(task: TaskVotes, setting: Setting, counts: Counts) -> Iterator[Row]:
    if task.gold:
        counts.gold += 1
        return
    question = main_question(setting.scheme)
    found = 0
    for vote in standing(task) if question else ():
        label = label_of(question, vote.counts_as) if question else None
        if label is not None:
            found += 1
            yield {"task": task.external_id, "worker": vote.rater, "label": label}
    counts.unrated += not found


def _pairwise(task: TaskVotes, setting: Setting, counts: Counts) -> Iterator[Row]:
    if task.gold:
        counts.gold += 1
        return
    names = _names(task)
    votes = standing(task)
    counts.unrated += not votes
    for vote in votes:
        for left, right, label in _preferred(vote, task.responses, setting.scheme, counts):
            yield {"worker": vote.rater, "left": names[left], "right": names[right],
                   "label": names[label]}  # fmt: skip


def _names(task: TaskVotes) -> dict[str, str]:
    """What the responses are called: by their models, or by the task where that is not enough."""
    models = [one.model for one in task.responses]
    if all(models) and len(set(models)) == len(models):
        return {one.id: str(one.model) for one in task.responses}
    return {one.id: f"{task.external_id}/{one.id}" for one in task.responses}


def _preferred(
    vote: Vote, responses: tuple[Response, ...], scheme: Scheme, counts: Counts
) -> Iterator[tuple[str, str, str]]:
    """Left, right and the better one, by the ids of responses."""
    ids = [one.id for one in responses]
    question = preference_of(scheme)
    if question is not None and len(ids) == _PAIR:
        said = vote.counts_as.get(question.id)
        kind = "undecided" if said is None else kind_of(said)
        if kind in ("first", "second"):
            yield ids[0], ids[1], ids[kind == "second"]
        else:
            counts.tied_pairs += 1
        return
    ranking = ranking_of(scheme)
    order: list[str] = (vote.counts_as.get(ranking.id) if ranking else None) or []
    for one, other in combinations(ids, 2) if order else ():
        yield one, other, min(one, other, key=order.index)


CROWD_KIT: Final = Form(
    "crowd-kit", "ck", _labels, _has_question,
    loses=("All questions but the main one, and all texts.",
           "Times, verdicts and pay.", "Languages, models and the context of a task."),
    says=("One row for each vote that stands; the label is the answer to the main question.",),
    shape=CSV, columns=("task", "worker", "label"),
)  # fmt: skip
CROWD_KIT_PAIRWISE: Final = Form(
    "crowd-kit-pairwise", "cp", _pairwise, has_pairs,
    loses=("The strength of a preference, and votes for a tie or for both bad.",
           "Texts, reasons, times, verdicts and pay.", "Which task a vote is about."),
    says=(("What is compared is called by its model; where a task does not name two different "
          "ones, by the ids of the task and the response."),
          "A ranking is one row for each two answers."),
    shape=CSV, columns=("worker", "left", "right", "label"),
)  # fmt: skip
