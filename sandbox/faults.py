"""Faults made on purpose. All are off until somebody asks for them."""

import random
import re
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

_KINDS = re.compile(r"429:\d+|403 blocked|400 migrated|502|slow:\d+(\.\d+)?|cut before|cut after")
LATEST = 0.05


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong with one call; `amount` is seconds where the kind has them."""

    kind: str
    amount: float = 0.0


@dataclass(slots=True)
class _Planned:
    methods: str
    fault: Fault
    times: int


@dataclass(frozen=True, slots=True)
class _Chance:
    methods: str
    fault: Fault
    probability: float


def read_fault(kind: str) -> Fault:
    """The fault that the words name; ValueError for unknown words."""
    if not _KINDS.fullmatch(kind):
        raise ValueError(f"unknown fault {kind!r}")
    name, _, amount = kind.partition(":")
    return Fault(name, float(amount or 0))


def _probability(value: float) -> float:
    if not 0 <= value <= 1:
        raise ValueError("a probability lies between 0 and 1")
    return value


class Faults:
    """Which calls fail and which updates come twice or out of order."""

    def __init__(self, seed: int = 0) -> None:
        self._random = random.Random(seed)
        self._planned: list[_Planned] = []
        self._chances: list[_Chance] = []
        self._duplicate = 0.0
        self._reorder = 0.0
        self._lose = 0.0

    def next(self, methods: str, kind: str, times: int = 1) -> None:
        """The next `times` calls of methods that fit the pattern fail like this."""
        self._planned.append(_Planned(methods, read_fault(kind), times))

    def rate(self, kind: str, probability: float, methods: str = "*") -> None:
        """Each fitting call fails like this with the probability; 0 ends it."""
        fault = read_fault(kind)
        self._chances = [
            chance
            for chance in self._chances
            if (chance.methods, chance.fault) != (methods, fault)
        ]
        if _probability(probability):
            self._chances.append(_Chance(methods, fault, probability))

    def duplicate_updates(self, probability: float) -> None:
        """Each delivered update comes once more with the probability."""
        self._duplicate = _probability(probability)

    def reorder_updates(self, probability: float) -> None:
        """Each batch comes shuffled, each delivery to a webhook late, with the probability."""
        self._reorder = _probability(probability)

    def lose_answers(self, probability: float) -> None:
        """The bot's yes to a delivery is lost with the probability: the update comes again."""
        self._lose = _probability(probability)

    def clear(self) -> None:
        """No faults from here on."""
        self._planned.clear()
        self._chances.clear()
        self._duplicate = self._reorder = self._lose = 0.0

    def pick(self, method: str) -> Fault | None:
        """What goes wrong with this call, if anything."""
        for planned in self._planned:
            if fnmatchcase(method, planned.methods):
                planned.times -= 1
                if planned.times <= 0:
                    self._planned.remove(planned)
                return planned.fault
        for chance in self._chances:
            if fnmatchcase(method, chance.methods) and self._random.random() < chance.probability:
                return chance.fault
        return None

    def doubles(self) -> bool:
        """Whether this update is to come once more."""
        return self._duplicate > 0 and self._random.random() < self._duplicate

    def loses(self) -> bool:
        """Whether this yes of the bot gets lost."""
        return self._lose > 0 and self._random.random() < self._lose

    def lateness(self) -> float:
        """Seconds by which this delivery comes late, so that others overtake it."""
        if self._reorder > 0 and self._random.random() < self._reorder:
            return self._random.uniform(0, LATEST)
        return 0.0

    def shuffle(self, batch: list[Any]) -> None:
        """Perhaps put the batch out of order, in place."""
        if self._reorder > 0 and self._random.random() < self._reorder:
            self._random.shuffle(batch)
