"""Dawid-Skene: what is true and how each rater errs, found together.

Source: Dawid and Skene, "Maximum Likelihood Estimation of Observer Error-Rates Using the EM
Algorithm", Applied Statistics 28 (1979).
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from bot.analysis.aggregation import Answers, majority, settled
from bot.analysis.agreement import Votes
from bot.analysis.coincidences import Floats, Ints, summed

ROUNDS: Final = 200
# Of every error of every rater as much is taken for seen: nobody is certain after three votes.
SMOOTHING: Final = 0.1
_STILL: Final = 1e-5  # the largest change of a share after which nothing more is looked for
_LEAST_SHARE: Final = 1e-6  # smaller ones are not told
# A label that had that part of the majorities and has none any more was swallowed by another.
_SWALLOWED: Final = 0.05
_MOST_CELLS: Final = 50_000_000  # of a table of float64: 400 MB


class Fallback(StrEnum):
    """Why the answers are those of the majority."""

    one_label = "one-label"  # nothing to tell apart
    too_large = "too-large"  # more errors of raters to estimate than memory holds
    collapsed = "collapsed"  # a label vanished, or raters came out as wrong more often than right


@dataclass(frozen=True, slots=True)
class Found:
    """The answers; how often each rater is right by them; whether the rounds came to rest."""

    answers: Answers
    accuracy: dict[int, float]
    rounds: int
    converged: bool
    fallback: Fallback | None


@dataclass(frozen=True, slots=True)
class _Table:
    """The votes with everything counted from 0."""

    units: Ints
    raters: Ints
    unit: Ints
    rater: Ints
    label: Ints
    wide: int

    def errors(self, truth: Floats) -> Floats:
        """Of each rater, for each true label (second) the chance of each answer (third)."""
        size = len(self.raters) * self.wide
        cell = self.rater * self.wide + self.label
        seen = np.stack(
            [summed(cell, truth[self.unit, true], size) for true in range(self.wide)]
        ).reshape(self.wide, len(self.raters), self.wide)
        seen = seen.transpose(1, 0, 2) + SMOOTHING
        return np.asarray(seen / seen.sum(axis=2, keepdims=True), dtype=np.float64)

    def truth(self, errors: Floats, prior: Floats) -> Floats:
        """Of each unit the chance of each label, in logarithms until the end."""
        logs = np.log(errors)
        found = np.stack(
            [
                summed(self.unit, logs[self.rater, true, self.label], len(self.units))
                for true in range(self.wide)
            ],
            axis=1,
        ) + np.log(prior)
        found = np.exp(found - found.max(axis=1, keepdims=True))
        return np.asarray(found / found.sum(axis=1, keepdims=True), dtype=np.float64)


def dawid_skene(votes: Votes, *, rounds: int = ROUNDS) -> Found:
    """The likeliest answers, or those of the majority with the reason why."""
    plain, table = majority(votes), _table(votes)
    if table.wide < 2:
        return Found(plain, {}, 0, converged=True, fallback=Fallback.one_label)
    if max(len(table.raters) * table.wide, len(table.units)) * table.wide > _MOST_CELLS:
        return Found(plain, {}, 0, converged=False, fallback=Fallback.too_large)
    _, used = np.unique(votes.values, return_inverse=True)
    labels = np.unique(votes.values)
    truth = np.zeros((len(table.units), table.wide))
    np.add.at(truth, (table.unit, used), 1.0)
    truth /= truth.sum(axis=1, keepdims=True)
    done, change = 0, np.inf
    errors, prior = table.errors(truth), _prior(truth)
    while done < rounds and change > _STILL:
        before, truth = truth, table.truth(errors, prior)
        errors, prior = table.errors(truth), _prior(truth)
        done, change = done + 1, float(np.abs(truth - before).max())
    if _is_collapsed(plain, truth, errors, prior, labels):
        return Found(plain, {}, done, converged=False, fallback=Fallback.collapsed)
    accuracy = np.einsum("rkk,k->r", errors, prior)
    told = {int(who): float(one) for who, one in zip(table.raters, accuracy, strict=True)}
    return Found(_answers(table.units, truth, labels), told, done, change <= _STILL, None)


def _table(votes: Votes) -> _Table:
    units, unit = np.unique(votes.units, return_inverse=True)
    raters, rater = np.unique(votes.raters, return_inverse=True)
    labels, label = np.unique(votes.values, return_inverse=True)
    return _Table(units, raters, unit, rater, label, len(labels))


def _prior(truth: Floats) -> Floats:
    many = truth.sum(axis=0) + SMOOTHING
    return np.asarray(many / many.sum(), dtype=np.float64)


def _is_collapsed(
    plain: Answers, truth: Floats, errors: Floats, prior: Floats, labels: Ints
) -> bool:
    if not np.isfinite(truth).all():
        return True
    before = np.array([(plain.lead == one).mean() for one in labels])
    after = np.bincount(truth.argmax(axis=1), minlength=len(labels))
    if np.any((before >= _SWALLOWED) & (after == 0)):
        return True
    # By guessing one is right as often as there are labels to guess.
    right = np.einsum("rkk,k->r", errors, prior)
    return bool(np.median(right) < 1 / len(labels))


def _answers(units: Ints, truth: Floats, labels: Ints) -> Answers:
    unit, place = np.nonzero(truth > _LEAST_SHARE)
    return settled(units, unit, labels[place], truth[unit, place])
