"""Tasks of Label Studio with what each rater said of them."""

import hashlib
from collections.abc import Iterator
from datetime import UTC
from typing import Any, Final

from bot.domain.schemes import Each, Question, QuestionKind, Scheme
from bot.formats.outgoing.asked import preference_of, ranking_of
from bot.formats.outgoing.deciding import kind_of, number_of, standing
from bot.formats.outgoing.form import Form, Row, Setting
from bot.formats.outgoing.label_studio_config import PROMPT, config, name_of, shown_as
from bot.formats.outgoing.pairs import is_conversation, messages
from bot.formats.outgoing.shapes import JSON
from bot.formats.votes import Counts, TaskVotes, Vote

_SIDES: Final = {"first": "left", "second": "right"}
_LARGEST: Final = 2**31 - 1


def _rows(task: TaskVotes, setting: Setting, counts: Counts) -> Iterator[Row]:
    if task.gold:
        counts.gold += 1
        return
    votes = standing(task)
    counts.unrated += not votes
    yield {
        "id": _number(task.external_id),
        "data": _data(task, setting.scheme),
        "annotations": [_annotation(vote, task, setting.scheme) for vote in votes],
        "predictions": [],
    }


def _data(task: TaskVotes, scheme: Scheme) -> Row:
    prompt: Any = messages(task.prompt) if is_conversation(task.prompt) else task.prompt[0].text
    found: Row = {"id": task.external_id, PROMPT: prompt}
    if ranking_of(scheme) is not None:
        found["responses"] = [{"id": one.id, "body": one.text} for one in task.responses]
    else:
        # The configuration names as many as the scheme allows, and each has to be there.
        for number in range(1, scheme.responses[1] + 1):
            found[f"answer_{number}"] = ""
        for number, one in enumerate(task.responses, 1):
            found[f"answer_{number}"] = one.text
    return found if task.language is None else {**found, "language": task.language}


def _annotation(vote: Vote, task: TaskVotes, scheme: Scheme) -> Row:
    return {
        "id": _number(vote.vote_id),
        "completed_by": _number(vote.rater),
        "result": list(_results(vote, task, scheme)),
        "was_cancelled": False,
        "ground_truth": False,
        "lead_time": vote.active_seconds,
        "created_at": vote.submitted_at.astimezone(UTC).isoformat(),
    }


def _number(name: str) -> int:
    """A number that stands for the name in every export."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:4]) % _LARGEST + 1


def _results(vote: Vote, task: TaskVotes, scheme: Scheme) -> Iterator[Row]:
    said = vote.counts_as
    if vote.reason is not None and "reason" not in said:
        said = {**said, "reason": vote.reason}
    for question in scheme.questions:
        if question.id not in said:
            continue
        answer = said[question.id]
        if question is preference_of(scheme):
            yield from _preference(question, answer, vote)
        elif question.each is None:
            yield _result(question, name_of(question), answer, vote, scheme)
        elif question.each is Each.response:
            for number, response in enumerate(task.responses, 1):
                if response.id in answer:
                    name, one = name_of(question, number), answer[response.id]
                    yield _result(question, name, one, vote, scheme, f"answer_{number}")
        else:
            for turn, one in answer.items():
                yield _result(question, name_of(question, turn), one, vote, scheme)


def _preference(question: Question, answer: Any, vote: Vote) -> Iterator[Row]:
    """A winner is a side; there is no side for a tie, which is a choice. And the strength."""
    kind = kind_of(answer)
    # One of the two names is what Label Studio's own check takes.
    name, to = question.id, "answer_1"
    if kind in _SIDES:
        yield _item(vote, name, to, "pairwise", {"selected": _SIDES[kind]})
        strength = {"rating": abs(number_of(answer))}
        yield _item(vote, f"{name}_strength", PROMPT, "rating", strength)
    else:
        yield _item(vote, f"{name}_tie", PROMPT, "choices", {"choices": [str(kind)]})


def _result(
    question: Question, name: str, answer: Any, vote: Vote, scheme: Scheme, to: str | None = None
) -> Row:
    kind = shown_as(question)
    if kind == "ranker":
        return _item(vote, name, "responses", kind, {kind: list(answer)})
    values = answer if isinstance(answer, list) else [answer]
    if kind == "rating":
        return _item(vote, name, to or PROMPT, kind, {kind: answer})
    if question.kind == QuestionKind.pick:
        to = "responses" if ranking_of(scheme) else None
    kept = {"textarea": "text", "choices": "choices"}[kind]
    return _item(vote, name, to or PROMPT, kind, {kept: [str(one) for one in values]})


def _item(vote: Vote, name: str, to: str, kind: str, value: Row) -> Row:
    return {"id": f"{vote.vote_id}-{name}", "from_name": name, "to_name": to, "type": kind,
            "value": value}  # fmt: skip


def _any(_scheme: Scheme) -> bool:
    return True


LABEL_STUDIO: Final = Form(
    "label-studio", "ls", _rows, _any,
    loses=("Verdicts, pay, versions of guidelines and the order in which answers were shown.",
           "Names of models, ids of responses unless they are ranked, the context of a task.",
           "Ids of tasks, votes and people are numbers made of ours; data.id has the task's own."),
    says=("One task each, with an annotation for each vote that stands.",
          ("The negative side of a preference is left, the positive one right; a tie and both bad "
          "are choices.")),
    shape=JSON, more=config,
)  # fmt: skip
