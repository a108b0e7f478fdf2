"""What TRL trains on: preference pairs, single answers with a label, written answers."""

from collections.abc import Iterator
from typing import Any, Final

from bot.domain.tasks import Turn
from bot.formats.outgoing.asked import (
    has_labels,
    has_pairs,
    has_writing,
    preference_of,
    rejection_of,
    writing_of,
)
from bot.formats.outgoing.deciding import given
from bot.formats.outgoing.form import Form, Row, Setting
from bot.formats.outgoing.pairs import (
    answer,
    is_conversation,
    messages,
    noted,
    outcome_of,
    pairs,
)
from bot.formats.votes import Counts, TaskVotes

_LOST: Final = (
    "Single votes, who cast them and how many agreed.",
    "Reasons, times, verdicts and pay.",
    "Names of models, ids of tasks, and the context of a task.",
)


def _prompt(prompt: tuple[Turn, ...], setting: Setting) -> Any:
    if setting.as_messages:
        return messages(prompt)
    if is_conversation(prompt):
        raise ValueError("a prompt of several turns in a file of strings")
    return prompt[0].text


def _answer(text: str, setting: Setting) -> Any:
    return answer(text) if setting.as_messages else text


def _preferences(task: TaskVotes, setting: Setting, counts: Counts) -> Iterator[Row]:
    for pair in pairs(task, setting, counts):
        yield {
            "prompt": _prompt(task.prompt, setting),
            "chosen": _answer(pair.won.text, setting),
            "rejected": _answer(pair.lost.text, setting),
            **noted(task, setting.scheme),
        }


def _unpaired(task: TaskVotes, setting: Setting, counts: Counts) -> Iterator[Row]:
    """Two rows of a choice between two, one row of an audit; a tie has none."""
    if task.gold:
        counts.gold += 1
        return
    prompt = _prompt(task.prompt, setting)
    for text, label in _labelled(task, setting, counts):
        yield {"prompt": prompt, "completion": _answer(text, setting), "label": label}


def _labelled(task: TaskVotes, setting: Setting, counts: Counts) -> list[tuple[str, bool]]:
    texts = [one.text for one in task.responses]
    if preference_of(setting.scheme) is None:
        rejected = _is_rejected(task, setting, counts)
        return [] if rejected is None else [(texts[0], not rejected)]
    decided = outcome_of(task, setting, counts)
    if decided == "both_bad":
        return [(text, False) for text in texts]
    if decided in ("first", "second"):
        return list(zip(texts, (decided == "first", decided == "second"), strict=True))
    return []


def _is_rejected(task: TaskVotes, setting: Setting, counts: Counts) -> bool | None:
    question = rejection_of(setting.scheme)
    said: list[bool] = [one == "yes" for one in given(task, question.id)] if question else []
    if not said:
        counts.unrated += 1
        return None
    if 2 * sum(said) == len(said):
        counts.ties += 1
        return None
    return 2 * sum(said) > len(said)


def _completions(task: TaskVotes, setting: Setting, counts: Counts) -> Iterator[Row]:
    """One row for each answer that somebody wrote and that stands."""
    question = writing_of(setting.scheme)
    if task.gold or question is None:
        counts.gold += task.gold
        return
    written = given(task, question.id)
    counts.unrated += not written
    for text in written:
        prompt = _prompt(task.prompt, setting)
        yield {"prompt": prompt, "completion": _answer(str(text), setting)}


TRL_PREFERENCE: Final = Form(
    "trl-preference", "tp", _preferences, has_pairs,
    loses=("The strength of a preference.", *_LOST,
           "Tasks that ended in a tie, with both answers bad, undecided or unrated."),
    says=(("A ranking makes a pair of each two answers of which more than half of its votes "
          "have one before the other."),),
    uniform=True,
)  # fmt: skip
TRL_UNPAIRED: Final = Form(
    "trl-unpaired", "tu", _unpaired, has_labels,
    loses=("The strength of a preference, and which two answers were compared.", *_LOST,
           "Tasks that ended in a tie, undecided or unrated."),
    says=("The better one of two answers has the label true, the other one false.",
          "Both answers of a task that ended with both bad have the label false."),
    uniform=True,
)  # fmt: skip
TRL_COMPLETION: Final = Form(
    "trl-completion", "tc", _completions, has_writing,
    loses=("The answers that were there before, and which of them was improved.",
           "Who wrote an answer, times, verdicts and pay.",
           "Names of models, ids of tasks, and the context of a task."),
    says=(("One row for each written answer that was not returned or rejected; where a reviewer "
          "put it right, the reviewer's text."),),
    uniform=True,
)  # fmt: skip
