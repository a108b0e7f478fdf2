"""How good the work on a project is, in words: with what it rests on, or why there is none."""

from typing import Any

import pytest

from bot.domain.measuring import Level, Undefined
from bot.effects.project_quality import Quality
from bot.services.glances import Glance
from bot.texts import Texts
from handlers.context import Words
from handlers.messages.project_figures import quality, troubles
from storage.measures import Measure
from tests.services.builders import NOW

WORDS = {one: Words(Texts.load(), one) for one in ("en", "ar")}


def measured(
    alpha: float | None, why: Undefined | None = None, *, low: float | None = 0.5, units: int = 85
) -> Measure:
    high = None if low is None else 0.7
    return Measure("preference", Level.ordinal, alpha, why, low, high, units, 240, NOW)


@pytest.mark.parametrize(
    ("found", "says"),
    [
        (Quality(measured(0.617), (0, 0), has_answer=True),
         "Agreement: 0.62 (alpha, ordinal; 95 %: 0.5 to 0.7; 85 tasks, 240 ratings)"),
        (Quality(measured(0.617, low=None, units=1), (0, 0), has_answer=True),
         "Agreement: 0.62 (alpha, ordinal; 1 task, 240 ratings)"),
        (Quality(measured(None, Undefined.all_equal), (0, 0), has_answer=True),
         "Agreement: undefined, since all answers are equal"),
        (Quality(measured(None, Undefined.no_pairs), (0, 0), has_answer=True),
         "Agreement: undefined, since no task has two ratings"),
        (Quality(None, (0, 0), has_answer=True), "Agreement: not measured yet"),
        (Quality(None, (0, 0), has_answer=False), "Agreement: told for each question"),
        (Quality(None, (17, 20), has_answer=True),
         "Known answers: 83 % right (smoothed), 17 of 20"),
    ],
)  # fmt: skip
def test_the_figures_say_what_they_rest_on_or_why_there_are_none(
    found: Quality, says: str
) -> None:
    assert says in quality(WORDS["en"], found).text
    assert "{" not in quality(WORDS["ar"], found).text


def glance(**what: int) -> Glance:
    usual: dict[str, Any] = {"unsure": 0, "doubted": 0, "pulled": 0, "to_review": 0}
    return Glance(None, is_uncalled=False, **(usual | what))


def test_the_list_says_what_is_wrong_and_nothing_where_nothing_is() -> None:
    words = WORDS["en"]
    assert troubles(words, glance()) is None
    many = troubles(words, glance(unsure=3, doubted=1, pulled=2, to_review=4))
    assert many is not None
    assert many.text == "⚠️ 1 gold in doubt · 3 unsure · 2 pulled · 4 to review"
    for alpha, units, is_told in ((0.39, 20, True), (0.4, 20, False), (0.1, 19, False)):
        low = Glance(measured(alpha, units=units), 0, 0, 0, 0, is_uncalled=False)
        said = troubles(words, low)
        assert (said is not None) is is_told
    silent = troubles(words, Glance(measured(None, Undefined.nothing), 0, 0, 0, 0, True))
    assert silent is not None
    assert silent.text == "⚠️ no call stands"
