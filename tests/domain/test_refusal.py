"""A refusal carries a reason and its facts, also in a log."""

import pytest

from bot.domain.refusal import Refused
from bot.domain.rules import Rules


@pytest.mark.parametrize(
    ("no", "text"),
    [
        (Refused("all-taken"), "all-taken"),
        (Refused("open-jobs-cap", cap=2), "open-jobs-cap (cap=2)"),
        (Refused("x", one=1, two="b"), "x (one=1, two=b)"),
    ],
)
def test_a_refusal_names_its_reason_and_facts(no: Refused, text: str) -> None:
    assert str(no) == text


def test_the_rules_have_the_published_defaults() -> None:
    rules = Rules()
    assert (rules.open_jobs, rules.offer_minutes, rules.undo_seconds) == (2, 10, 10)
    assert (rules.skips_to_pull, rules.quiet_from, rules.quiet_to) == (5, "22:00", "08:00")
