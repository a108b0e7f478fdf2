"""How good the work on a project is, in words: on its card, its chart, in the list."""

from bot import say
from bot.domain.gold import smoothed
from bot.domain.measuring import is_low
from bot.effects.project_quality import Quality
from bot.services.glances import Glance
from bot.typeset import Text
from handlers.context import Words
from handlers.messages.screen import lines


def quality(words: Words, found: Quality) -> Text:
    """How far people agree, on what that rests, and how they fare with known answers."""
    right, total = found.gold
    gold = None
    if total:
        percent = round(100 * smoothed(right, total))
        gold = words.rich("figures-gold", percent=percent, right=right, total=total)
    return lines(_agreement(words, found), gold)


def _agreement(words: Words, found: Quality) -> Text:
    if not found.has_answer:
        return words.rich("figures-agreement-many")
    one = found.agreement
    if one is None:
        return words.rich("figures-agreement-not-yet")
    if one.alpha is None:
        return words.rich(f"figures-agreement-{one.why}")
    facts = {
        "alpha": _two(words, one.alpha), "level": words(f"figures-level-{one.level}"),
        "tasks": one.units, "ratings": one.ratings,
    }  # fmt: skip
    if one.low is None or one.high is None:
        return words.rich("figures-agreement", **facts)
    low, high = _two(words, one.low), _two(words, one.high)
    return words.rich("figures-agreement-between", low=low, high=high, **facts)


def _two(words: Words, figure: float) -> str:
    return say.agreement(words.language, figure)


def troubles(words: Words, found: Glance) -> Text | None:
    """What is wrong with a project or waits for somebody, in one line; none where nothing is."""
    measured = found.agreement
    said = [
        words(f"glance-{name}", count=count)
        for name, count in (
            ("doubted", found.doubted), ("unsure", found.unsure), ("pulled", found.pulled),
            ("review", found.to_review),
        )
        if count
    ]  # fmt: skip
    alpha = None if measured is None else measured.alpha
    if measured is not None and alpha is not None and is_low(alpha, measured.units):
        said.insert(0, words("glance-agreement", alpha=_two(words, alpha)))
    if found.is_uncalled:
        said.append(words("glance-uncalled"))
    return words.rich("glance", troubles=" · ".join(said)) if said else None
