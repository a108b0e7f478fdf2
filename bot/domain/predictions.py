"""Predictions of models that come with tasks: they order the queue, and nobody is shown them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Final

from bot.domain.main_question import label_of
from bot.domain.schemes import Question

# What a rank has room for.
MOST: Final = 127


def disagreement(question: Question | None, predictions: Iterable[Mapping[str, Any]]) -> int:
    """How far the models disagree on the main question, from 0 to 127.

    It is the part of pairs of models that say different things; fewer than two say nothing.
    """
    if question is None:
        return 0
    labels = Counter(label for one in predictions if (label := _label(question, one)) is not None)
    models = sum(labels.values())
    pairs = models * (models - 1)
    alike = sum(count * (count - 1) for count in labels.values())
    return round(MOST * (pairs - alike) / pairs) if pairs else 0


def _label(question: Question, prediction: Mapping[str, Any]) -> str | None:
    """What the model says; what is no answer of the scheme stays a text of its own."""
    values = prediction.get("values")
    said = values.get(question.id) if isinstance(values, Mapping) else None
    if isinstance(said, list) and all(isinstance(one, int | str) for one in said):
        return label_of(question, {question.id: said})
    return None if said is None else str(said)
