"""The tier of a reviewer: what counts, with what weight, and from when on."""

import pytest

from bot.domain.reviewer_tier import LEAST_OF_KIND, Part, ReviewerRecord, Share

ALL = Share(20, 20)


@pytest.mark.parametrize(
    ("record", "tier"),
    [
        (ReviewerRecord(), None),
        (ReviewerRecord(19, ALL, ALL, ALL), None),
        (ReviewerRecord(20), None),
        (ReviewerRecord(20, Share(4, 4), Share(4, 4), Share(4, 4)), None),
        (ReviewerRecord(20, ALL, ALL, ALL), 98),
        (ReviewerRecord(20, Share(0, 20), Share(0, 20), Share(0, 20)), 2),
        # 40 × 20.5/21 + 30 × 0.5/21 + 30 × 10.5/21, of 100
        (ReviewerRecord(60, ALL, Share(0, 20), Share(10, 20)), 55),
        # A kind of which there is too little leaves its weight to the others.
        (ReviewerRecord(60, ALL, Share(0, 20), Share(0, 4)), 57),
    ],
)
def test_the_tier_follows_the_published_formula(record: ReviewerRecord, tier: int | None) -> None:
    assert record.tier == tier


def test_each_better_verdict_raises_the_tier() -> None:
    for part in Part:
        worse = ReviewerRecord(40, **({str(one): Share(5, 10) for one in Part}))
        better = ReviewerRecord(
            40, **({str(one): Share(6 if one is part else 5, 10) for one in Part})
        )
        assert worse.tier is not None
        assert better.tier is not None
        assert better.tier > worse.tier


def test_nobody_without_a_tier_is_below_one() -> None:
    assert not ReviewerRecord().is_below(100)
    assert ReviewerRecord(20, ALL, ALL, ALL).is_below(99)
    assert LEAST_OF_KIND == 5
