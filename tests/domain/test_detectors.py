"""Detectors: what they find, what they never look at, and what they do not bring up again."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.detectors import (
    DETECTORS,
    Facts,
    Finding,
    FinishedJob,
    OtherAccount,
    Rated,
    look,
    newer_than,
)
from bot.domain.rules import StandingRules
from bot.domain.steps import REASONS, Evidence, EvidenceKind
from tests.domain.made import NOW

RULES = StandingRules()


def jobs(pattern: str) -> tuple[FinishedJob, ...]:
    """Jobs from the newest to the oldest: `x` ran out of time, `o` was handed in."""
    return tuple(
        FinishedJob(f"J{len(pattern) - nth}", NOW - timedelta(days=nth), sign == "x")
        for nth, sign in enumerate(pattern)
    )


def found(facts: Facts, *used: Evidence) -> list[Finding]:
    return look(facts, used, RULES)


def test_each_detector_is_about_a_published_reason_that_skips_nothing() -> None:
    assert len({one.name for one in DETECTORS}) == len(DETECTORS)
    assert not any(REASONS[one.reason].egregious for one in DETECTORS)


def test_three_expired_jobs_in_a_row_are_proposed_oldest_first() -> None:
    (one,) = found(Facts(1, jobs("xxxo")))
    assert (one.detector, one.reason) == ("expiry-streak", "expired-jobs")
    assert [piece.number for piece in one.evidence] == ["J2", "J3", "J4"]


def test_a_job_handed_in_ends_a_streak() -> None:
    for pattern in ("", "x", "xx", "oxxx", "xoxx", "xxox", "oooo"):
        assert found(Facts(1, jobs(pattern))) == []


def test_jobs_that_were_brought_up_are_not_brought_up_again() -> None:
    facts = Facts(1, jobs("xxxxx"))
    old = Evidence(EvidenceKind.job, "expired", NOW, "J3")
    assert found(facts, old) == []
    (one,) = found(Facts(1, jobs("xxxxxx")), old)
    assert [piece.number for piece in one.evidence] == ["J4", "J5", "J6"]


def test_another_account_is_brought_up_once_by_each_detector() -> None:
    other, third = OtherAccount(7, NOW), OtherAccount(8, NOW)
    (one,) = found(Facts(9, payees=(other,)))
    assert (one.detector, one.evidence[0].other_id) == ("shared-payout", 7)
    assert found(Facts(9, payees=(other,)), *one.evidence) == []
    (more,) = found(Facts(9, payees=(other, third)), *one.evidence)
    assert [piece.other_id for piece in more.evidence] == [8]
    (back,) = found(Facts(9, barred=(other,)), *one.evidence)
    assert back.detector == "second-account"


def test_a_common_name_says_nothing() -> None:
    facts = Facts(9, barred=(OtherAccount(7, NOW),), namesakes=3)
    assert len(found(facts)) == 1
    assert found(replace(facts, namesakes=4)) == []


@given(st.text("xo", max_size=9), st.integers(1, 5))
def test_a_streak_is_proposed_exactly_when_the_last_jobs_all_expired(
    pattern: str, least: int
) -> None:
    rules = StandingRules(expired_jobs=least)
    proposed = look(Facts(1, jobs(pattern)), (), rules)
    assert bool(proposed) == pattern.startswith("x" * least)
    if proposed:
        assert len(proposed[0].evidence) == least


def rated(count: int, speaking: int) -> tuple[Rated, ...]:
    """So many ratings, the newest first, of which the first ones speak."""
    return tuple(
        Rated(f"L{nth}", NOW - timedelta(hours=nth), nth < speaking) for nth in range(count)
    )


def _rated(part: str, rated: tuple[Rated, ...]) -> Facts:
    facts: dict[str, Any] = {part: rated}
    return replace(Facts(1), **facts)


@pytest.mark.parametrize(
    ("detector", "part", "below", "reached"),
    [
        # 6.5 of 11 is below 0.6, 7.5 is not; and nine answers are too few.
        ("gold-accuracy", "gold", rated(10, 3), rated(10, 4)),
        ("gold-accuracy", "gold", rated(9, 9), rated(10, 10)),
        ("impossible-speed", "pace", rated(20, 10), rated(20, 11)),
        ("impossible-speed", "pace", rated(19, 19), rated(20, 19)),
        ("one-option", "option", rated(20, 14), rated(20, 15)),
        ("copied-answers", "copies", rated(4, 4), rated(5, 5)),
    ],
)
def test_each_detector_of_ratings_begins_at_its_threshold(
    detector: str, part: str, below: tuple[Rated, ...], reached: tuple[Rated, ...]
) -> None:
    assert look(_rated(part, below), (), StandingRules()) == []
    (found,) = look(_rated(part, reached), (), StandingRules())
    assert found.detector == detector
    assert {one.number for one in found.evidence} == {one.number for one in reached if one.speaks}
    assert all(one.kind is EvidenceKind.line for one in found.evidence)
    # What was brought up once is not brought up again.
    assert look(_rated(part, reached), found.evidence, StandingRules()) == []
    late = newer_than(_rated(part, reached), NOW)
    assert look(late, (), StandingRules()) == []
