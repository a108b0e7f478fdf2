"""The formula of tiers: bounded, fair in its parts, and as the documents state it."""

from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.tiers import LEAST_RATINGS, Missing, Parts, gained, lost, missing, tier_from


@st.composite
def parts(draw: st.DrawFn) -> Parts:
    gold, verdicts = draw(st.integers(0, 300)), draw(st.integers(0, 300))
    return Parts(
        draw(st.integers(LEAST_RATINGS, 2_000)),
        draw(st.integers(0, gold)), gold, draw(st.integers(0, verdicts)), verdicts,
        draw(st.none() | st.floats(-1, 1)), draw(st.integers(0, 500)),
    )  # fmt: skip


def of(one: Parts) -> int:
    found = tier_from(one)
    assert found is not None
    return found


def test_the_example_of_the_documents_comes_out() -> None:
    example = Parts(120, gold_right=13, gold=15, accepted=27, verdicts=30, peers=0.62, units=85)
    assert tier_from(example) == 81
    assert tier_from(replace(example, gold_right=12)) == 79


@given(parts())
def test_a_tier_is_between_0_and_100(one: Parts) -> None:
    assert 0 <= of(one) <= 100


@given(parts())
def test_what_speaks_for_somebody_never_lowers_and_what_speaks_against_never_raises(
    one: Parts,
) -> None:
    now = of(one)
    assert of(replace(one, gold=one.gold + 1, gold_right=one.gold_right + 1)) >= now
    assert of(replace(one, verdicts=one.verdicts + 1, accepted=one.accepted + 1)) >= now
    assert of(replace(one, gold=one.gold + 1)) <= now
    assert of(replace(one, verdicts=one.verdicts + 1)) <= now
    if one.peers is not None:
        assert of(replace(one, peers=min(one.peers + 0.1, 1.0))) >= now


@given(parts(), st.booleans(), st.booleans())
def test_one_rating_more_moves_it_by_seven_at_most(one: Parts, right: bool, gold: bool) -> None:
    more = replace(one, ratings=one.ratings + 1)
    if gold:
        more = replace(more, gold=one.gold + 1, gold_right=one.gold_right + right)
    else:
        more = replace(more, verdicts=one.verdicts + 1, accepted=one.accepted + right)
    assert abs(of(more) - of(one)) <= 7


def test_who_has_few_ratings_has_none_and_who_has_no_facts_is_in_the_middle() -> None:
    assert tier_from(Parts(LEAST_RATINGS - 1, 9, 9)) is None
    assert missing(Parts(4)) == Missing(0, 6)
    assert tier_from(Parts(LEAST_RATINGS)) == 50
    assert tier_from(Parts(40, peers=None, units=0)) == 50


@given(parts(), st.sampled_from((0, 40, 60, 80, 100)))
@example(Parts(10, peers=None, units=0), 60)
def test_as_many_right_ones_as_are_said_to_be_missing_lead_there_and_no_fewer(
    one: Parts, asked: int
) -> None:
    found = missing(one, (asked,))
    assert (found is None) == (of(one) >= asked)
    if found is None:
        return

    def with_known(more: int) -> int:
        return of(replace(one, gold=one.gold + more, gold_right=one.gold_right + more))

    def with_verdicts(more: int) -> int:
        return of(replace(one, verdicts=one.verdicts + more, accepted=one.accepted + more))

    for added, count in ((with_known, found.known), (with_verdicts, found.verdicts)):
        assert added(count - 1) < found.step <= added(count)


def test_what_is_missing_counts_what_is_judged_and_not_what_is_handed_in() -> None:
    # Who has hardly any facts is near the next step, however many ratings brought those few.
    assert missing(Parts(500)) == Missing(60, known=2, verdicts=3)
    bad = Parts(100, gold_right=5, gold=20, accepted=10, verdicts=20)
    assert missing(bad) == Missing(60, known=22, verdicts=33)
    assert missing(Parts(500, 100, 100, 100, 100)) is None


def test_a_step_is_lost_and_gained_where_the_tier_passes_it() -> None:
    steps = (40, 60, 80)
    assert lost(80, 59, steps) == (60, 80)
    assert lost(60, None, steps) == (40, 60)
    assert lost(59, 41, steps) == ()
    assert gained(None, 60, steps) == (40, 60)
    assert gained(79, 80, steps) == (80,)
