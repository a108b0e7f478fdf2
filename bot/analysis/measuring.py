"""All figures of one project, from the answers to its questions."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from bot.analysis.agreement import Votes, agreement
from bot.analysis.coincidences import Ints
from bot.analysis.one_coin import accuracies
from bot.analysis.peers import Peers, against_peers
from bot.domain.measuring import (
    Ballots,
    Labels,
    Level,
    PersonFigures,
    QuestionFigures,
    Undefined,
    Worked,
)


def question_figures(ballots: Ballots) -> QuestionFigures:
    """The agreement on one question."""
    found = agreement(_votes(ballots), ballots.level)
    low, high = found.interval or (None, None)
    return QuestionFigures(
        ballots.question, ballots.level, found.alpha, found.why, low, high, found.units,
        found.ratings,
    )  # fmt: skip


def person_figures(
    worked: Worked, main: Ballots | None, labels: Labels, known: Mapping[int, tuple[int, int]]
) -> Sequence[PersonFigures]:
    """Every rater: `main` holds the answers to compare with peers', `labels` the votes.

    `known` says how many known answers a rater had right, of how many.
    """
    peers = against_peers(_votes(main), main.level) if main else {}
    raters, nth = np.unique(_ints(worked.raters), return_inverse=True)
    right = accuracies(_votes(labels.ballots), _ints(labels.could), known)
    seconds = np.frombuffer(worked.seconds, dtype=np.float64) if worked.seconds else np.zeros(0)
    order = np.lexsort((seconds, nth))
    parts = np.split(seconds[order], np.cumsum(np.bincount(nth))[:-1]) if len(raters) else []
    nobody = Peers(None, Undefined.nothing, 0)
    return [
        _person(int(who), peers.get(int(who), nobody), right.get(int(who)), own)
        for who, own in zip(raters, parts, strict=True)
    ]


def _person(who: int, peers: Peers, right: float | None, own: Any) -> PersonFigures:
    seconds = own[~np.isnan(own)]
    return PersonFigures(
        who, peers.alpha, peers.why, peers.units, right,
        float(np.median(seconds)) if len(seconds) else None, len(own),
    )  # fmt: skip


def _votes(ballots: Ballots) -> Votes:
    domain, values = np.unique(_ints(ballots.values), return_inverse=True)
    is_name = ballots.level is Level.nominal
    return Votes(
        _ints(ballots.units), _ints(ballots.raters), values.astype(np.int64),
        list(range(len(domain))) if is_name else domain.tolist(),
    )  # fmt: skip


def _ints(column: Any) -> Ints:
    return np.frombuffer(column, dtype=np.int64) if len(column) else np.zeros(0, dtype=np.int64)
