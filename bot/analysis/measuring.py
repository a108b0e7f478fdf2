"""All figures of one project, from the answers to its questions."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from bot.analysis.aggregation import rater_agreement
from bot.analysis.agreement import Votes, agreement
from bot.analysis.coincidences import Ints
from bot.analysis.peers import Peers, against_peers
from bot.domain.measuring import (
    Ballots,
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
    worked: Worked, main: Ballots | None, labels: Ballots | None
) -> Sequence[PersonFigures]:
    """Every rater: `main` holds the answers to compare with peers', `labels` the votes."""
    peers = against_peers(_votes(main), main.level) if main else {}
    agreed = rater_agreement(_votes(labels)) if labels else {}
    raters, nth = np.unique(_ints(worked.raters), return_inverse=True)
    seconds = np.frombuffer(worked.seconds, dtype=np.float64) if worked.seconds else np.zeros(0)
    order = np.lexsort((seconds, nth))
    parts = np.split(seconds[order], np.cumsum(np.bincount(nth))[:-1]) if len(raters) else []
    nobody = Peers(None, Undefined.nothing, 0)
    return [
        _person(int(who), peers.get(int(who), nobody), agreed.get(int(who), (0.0, 0)), own)
        for who, own in zip(raters, parts, strict=True)
    ]


def _person(who: int, peers: Peers, agreed: tuple[float, float], own: Any) -> PersonFigures:
    known = own[~np.isnan(own)]
    return PersonFigures(
        who, peers.alpha, peers.why, peers.units, agreed[0], round(agreed[1]),
        float(np.median(known)) if len(known) else None, len(own),
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
