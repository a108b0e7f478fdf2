"""Known answers: how many tasks of a job have one, what counts as right, and when one is doubted.

Answers are compared as files have them: responses by their ids, what is asked about each response
or turn as a mapping from it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import floor
from random import Random
from typing import Any

from bot.domain.main_question import scale_of
from bot.domain.rules import GoldRules
from bot.domain.schemes import Each, Question, QuestionKind, Scheme, Values, canonical, exported

# The rubric item of a rejection that rests on a known answer.
GOLD_ITEM = "gold"
# On a scale of so many steps one step beside is right.
_LONG_SCALE = 5
USED = 1 << 32  # the rank of a gold task: how often it was given, above what breaks ties


class ScoreState(StrEnum):
    """Whether a score counts; `suspended` and `disputed` ones may count again."""

    counts = "counts"
    suspended = "suspended"
    disputed = "disputed"
    void = "void"


class GoldAct(StrEnum):
    """What was decided about a known answer."""

    copied = "copied"
    suspended = "suspended"
    kept = "kept"
    corrected = "corrected"
    withdrawn = "withdrawn"


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer to a gold task, and how its person did on the other ones: right, of how many."""

    correct: bool
    elsewhere: tuple[int, int]

    def is_good(self, percent: int) -> bool:
        """Whether the person is right often enough for the answer to weigh."""
        return 100 * smoothed(*self.elsewhere) >= percent


def smoothed(correct: int, total: int) -> float:
    """The share that is right, beginning in the middle: (0.5 + correct) / (1 + total)."""
    return (0.5 + correct) / (1 + total)


def how_many(tasks: int, share: float, random: Random) -> int:
    """How many of so many tasks have a known answer; what is no whole number goes by chance.

    One task at least is a real one.
    """
    wanted = tasks * share
    count = floor(wanted) + (random.random() < wanted - floor(wanted))
    return max(min(count, tasks - 1), 0)


def comes_up(share: float, random: Random) -> bool:
    """Whether chance gives a job of one task a known answer."""
    return random.random() < share


def share_of(tier: int | None, trusted_from: int, new: int, trusted: int) -> float:
    """What part of a person's tasks has a known answer; without a tier a person is new."""
    return (trusted if tier is not None and tier >= trusted_from else new) / 100


def used_more(rank: int) -> int:
    """The rank of a gold task that was given once more."""
    return rank + USED


def choose(ranks: Mapping[int, int], count: int, random: Random) -> list[int]:
    """So many of the tasks, those that were given least before others, by chance among these."""
    order = sorted(ranks)
    random.shuffle(order)
    return sorted(order, key=lambda one: ranks[one] // USED)[:count]


def mixed(real: Sequence[int], gold: Sequence[int], random: Random) -> list[int]:
    """The real tasks in their order, the others at places left to chance."""
    made = list(real)
    for one in gold:
        made.insert(random.randint(0, len(made)), one)
    return made


def answer_of(
    scheme: Scheme, values: Values, shown_order: Sequence[int], responses: Sequence[str]
) -> dict[str, Any]:
    """A stored answer as a known one is written."""
    return exported(scheme, canonical(scheme, values, shown_order), responses)


def compared(scheme: Scheme, known: Mapping[str, Any]) -> list[Question]:
    """The questions of a known answer that are not in own words."""
    return [one for one in scheme.questions if one.id in known and one.kind != QuestionKind.text]


def is_right(scheme: Scheme, known: Mapping[str, Any], answer: Mapping[str, Any]) -> bool | None:
    """Whether each known question was answered so; none where all are in own words.

    On a scale of five or more steps one step beside is right, too; a preference between two is
    right on the same side.
    """
    asked = compared(scheme, known)
    if not asked:
        return None
    return all(_question_right(one, known[one.id], answer.get(one.id)) for one in asked)


def _question_right(question: Question, known: Any, given: Any) -> bool:
    if question.each is None:
        return _same(question, known, given)
    given = given if isinstance(given, dict) else {}
    return all(_same(question, value, given.get(about)) for about, value in known.items())


def _same(question: Question, known: Any, given: Any) -> bool:
    if question.kind == QuestionKind.many:
        return isinstance(given, list) and set(given) == set(known)
    scale = scale_of(question)
    if known in scale and given in scale:
        if question.mirror:
            return bool((known > 0) - (known < 0) == (given > 0) - (given < 0))
        if len(scale) >= _LONG_SCALE:
            return abs(scale.index(known) - scale.index(given)) <= 1
    return bool(type(known) is type(given) and known == given)


def is_same(form: Scheme, one: Values, other: Values) -> bool:
    """Whether two answers to a form say the same by that measure, but for own words."""
    asked = [each for each in form.questions if each.kind != QuestionKind.text]
    return all(
        (each.id in one) == (each.id in other)
        and (each.id not in one or _same(each, one[each.id], other[each.id]))
        for each in asked
    )


def is_doubted(answers: Sequence[Answered], rules: GoldRules) -> bool:
    """Whether enough good raters answered, and more than half of them missed the known answer."""
    good = [one for one in answers if one.is_good(rules.doubt_percent)]
    missed = sum(not one.correct for one in good)
    return len(good) >= rules.doubt_answers and 2 * missed > len(good)


def agreed(scheme: Scheme, answers: Sequence[Mapping[str, Any]]) -> dict[str, Any] | None:
    """What all of several answers say; none where they differ in what is not in own words."""
    if len(answers) < 2:
        return None
    first = answers[0]
    found = {one.id: first[one.id] for one in compared(scheme, first)}
    same = all(
        {one.id: answer[one.id] for one in compared(scheme, answer)} == found
        for answer in answers[1:]
    )
    return found if same and found else None


def as_shown(
    scheme: Scheme, known: Mapping[str, Any], shown_order: Sequence[int], responses: Sequence[str]
) -> dict[str, Any]:
    """A known answer as somebody would have given it who saw the responses in that order."""
    place = {name: list(shown_order).index(nth) for nth, name in enumerate(responses)}
    found: dict[str, Any] = {}
    for one in scheme.questions:
        if one.id not in known:
            continue
        value = known[one.id]
        if one.each is None:
            found[one.id] = _shown(one, value, shown_order, place)
            continue
        for about, each in value.items():
            where = place[about] if one.each is Each.response else int(about) - 1
            found[f"{one.id}:{where}"] = _shown(one, each, shown_order, place)
    return found


def _shown(
    question: Question, value: Any, shown_order: Sequence[int], place: Mapping[str, int]
) -> Any:
    if question.kind == QuestionKind.rank:
        return [place[one] for one in value]
    if question.kind == QuestionKind.pick:
        return place[value]
    turned = question.mirror and tuple(shown_order) == (1, 0)
    return -value if turned and isinstance(value, int) else value
