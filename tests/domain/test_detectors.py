"""Detectors: what they find, what they never look at, and what they do not bring up again."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.detectors import (
    DETECTORS,
    Facts,
    Finding,
    FinishedJob,
    OtherAccount,
    look,
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
