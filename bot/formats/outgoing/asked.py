"""What a scheme asks, as far as a format has a place for it."""

from collections.abc import Mapping

from bot.domain.schemes import Each, Question, QuestionKind, Scheme

_PAIR = (2, 2)
_YES_OR_NO = frozenset({"yes", "no"})


def preference_of(scheme: Scheme) -> Question | None:
    """The question which of two answers is better, and by how much."""
    if scheme.responses != _PAIR:
        return None
    choices = (one for one in scheme.questions if one.kind == QuestionKind.choice)
    of_both = (one for one in choices if one.each is None)
    return next((one for one in of_both if one.mirror or one.id == "preference"), None)


def ranking_of(scheme: Scheme) -> Question | None:
    """The question that orders all answers."""
    ranks = (one for one in scheme.questions if one.kind == QuestionKind.rank)
    return next((one for one in ranks if one.each is None), None)


def scales_of(scheme: Scheme) -> tuple[Question, ...]:
    """The questions that give each answer a number."""
    return tuple(
        one
        for one in scheme.questions
        if one.each is Each.response
        and one.kind == QuestionKind.choice
        and one.options
        and all(type(option.value) is int for option in one.options)
    )


def rejection_of(scheme: Scheme) -> Question | None:
    """The question whether a user would reject the only answer."""
    for one in scheme.questions:
        values = {option.value for option in one.options}
        if scheme.responses == (1, 1) and one.id == "rejected" and values == _YES_OR_NO:
            return one
    return None


def writing_of(scheme: Scheme) -> Question | None:
    """The question that asks for an answer in full, or for a better one."""
    texts = (one for one in scheme.questions if one.kind == QuestionKind.text and one.long)
    return next((one for one in texts if one.each is None), None)


def has_preference(scheme: Scheme) -> bool:
    """Whether it asks which of two answers is better."""
    return preference_of(scheme) is not None


def has_ranking(scheme: Scheme) -> bool:
    """Whether it asks for an order of the answers."""
    return ranking_of(scheme) is not None


def has_pairs(scheme: Scheme) -> bool:
    """Whether its answers say of two responses which one is better."""
    return has_preference(scheme) or has_ranking(scheme)


def has_labels(scheme: Scheme) -> bool:
    """Whether its answers say of single responses whether they are good."""
    return has_preference(scheme) or rejection_of(scheme) is not None


def has_writing(scheme: Scheme) -> bool:
    """Whether people write answers."""
    return writing_of(scheme) is not None


def has_five_scales(scheme: Scheme) -> bool:
    """Whether it asks for the five scores of HelpSteer2, each from 0 to 4."""
    found: Mapping[str, Question] = {one.id: one for one in scales_of(scheme)}
    return all(
        name in found and {option.value for option in found[name].options} <= set(range(5))
        for name in FIVE
    )


FIVE = ("helpfulness", "correctness", "coherence", "complexity", "verbosity")
