"""Who works in the demo: names and languages, habits, and the preferences of each."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, cycle
from random import Random

NAMES = (
    ("Amina", "en"), ("Bruno", "pt-br"), ("Chen", "zh-hans"), ("Dalia", "ar"), ("Emeka", "en"),
    ("Farah", "ar"), ("Grete", "de"), ("Hana", "ja"), ("Ilya", "ru"), ("Joana", "pt-br"),
    ("Kofi", "en"), ("Luz", "es"), ("Malik", "fr"), ("Nadia", "en"), ("Oskar", "de"),
    ("Priya", "en"), ("Quim", "es"), ("Rana", "ar"), ("Sofia", "es"), ("Tariq", "en"),
    ("Uma", "en"), ("Viktor", "uk"), ("Wen", "zh-hans"), ("Yael", "he"),
)  # fmt: skip
_OPTIONS = (-3, -2, -1, 0, "both_bad", 1, 2, 3)
# Above which leaning (without a sign) an answer is slightly better, better, much better.
_STEPS = (0.25, 0.8, 1.5)


def names() -> Iterator[tuple[str, str]]:
    """Names without end, each once, with the language of the phone."""
    for round_ in count():
        letter = f" {chr(ord('A') + round_ - 1)}." if round_ else ""
        for name, language in NAMES:
            yield f"{name}{letter}", language


@dataclass(frozen=True, slots=True)
class Habits:
    """What somebody does besides rating: the shares are per task, the rest happens once."""

    back: float = 0.05
    skips: float = 1 / 30
    flags_once: bool = False
    gives_back_once: bool = False
    undoes_once: bool = False
    straight_first_job: bool = False


def habits() -> Iterator[Habits]:
    """The habits of the crowd, in the order of their coming."""
    yield Habits(straight_first_job=True)
    yield Habits(flags_once=True)
    yield Habits(gives_back_once=True)
    yield Habits(undoes_once=True)
    yield from cycle((Habits(),))


class Taste:
    """Seeded preferences: chance, and a leaning to the longer answer."""

    def __init__(self, seed: str) -> None:
        self.chance = Random(seed)

    def happens(self, share: float) -> bool:
        """Whether something of that likelihood happens now."""
        return self.chance.random() < share

    def choose(self, lengths: list[int], options: int) -> int:
        """Which of the options to tap, for answers of these lengths in the order shown."""
        if options != len(_OPTIONS) or len(lengths) != 2:
            return self.chance.randrange(options)
        if self.happens(0.02):
            return _OPTIONS.index("both_bad")
        first, second = lengths
        longer = (second - first) / max(first, second, 1)
        leaning = self.chance.gauss(2.0 * longer, 0.9)
        strength = sum(1 for step in _STEPS if abs(leaning) > step)
        return _OPTIONS.index(strength if leaning > 0 else -strength)
