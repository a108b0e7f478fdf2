"""What is measured of ratings, and on which level: rules that hold wherever agreement is told."""

from enum import StrEnum

from bot.domain.schemes import Question, QuestionKind


class Level(StrEnum):
    """Which differences between two answers count."""

    nominal = "nominal"  # equal or not
    ordinal = "ordinal"  # how many answers lie between
    interval = "interval"  # the difference
    ratio = "ratio"  # the difference in relation to the size


class Method(StrEnum):
    """How one answer is made of many."""

    majority = "majority"
    weighted = "weighted"
    dawid_skene = "dawid-skene"
    bradley_terry = "bradley-terry"


class Undefined(StrEnum):
    """Why there is no figure of agreement."""

    nothing = "nothing"  # no rating at all
    no_pairs = "no-pairs"  # no unit with two ratings
    all_equal = "all-equal"  # one and the same answer everywhere: chance cannot be told apart


def level_of(question: Question) -> Level:
    """The level that suits the answers of the question.

    Numbers from low to high (strength of a preference, a scale) and places in a ranking have an
    order, but nobody promises that their steps are equal: ordinal. All else is equal or not.
    """
    numbers = [one.value for one in question.options if isinstance(one.value, int)]
    if question.kind == QuestionKind.choice and len(numbers) == len(question.options) > 1:
        return Level.ordinal
    return Level.ordinal if question.kind == QuestionKind.rank else Level.nominal
