"""The simulation of dispatch in small: it counts right, and sees it when too many are asked."""

import pytest

from benchmarks.dispatch_figures import figures_of, gini, missed
from benchmarks.dispatch_hall import Hall
from benchmarks.dispatch_people import DAY, HOUR, MIDDLE, SLEEPS, WAKES, Town
from benchmarks.dispatch_sim import FAULTS, POLICIES, simulated
from benchmarks.dispatch_waves import Waves

JOBS, DAYS = 20, 1


@pytest.fixture(scope="module")
def town() -> Town:
    return Town(3_000, MIDDLE, DAYS, 7)


@pytest.mark.parametrize("name", POLICIES)
def test_each_way_gives_every_job_once_and_to_who_may_have_it(town: Town, name: str) -> None:
    hall = Hall(town, POLICIES[name], jobs=JOBS, days=DAYS, seed=1)
    hall.run()
    assert [len(one.claims) for one in hall.counts] == [JOBS] * 3
    assert sum(hall.earned) == 3 * JOBS
    assert all(town.qualified[person] for person, jobs in enumerate(hall.earned) if jobs)
    assert all(one.reached >= one.taps >= one.lost for one in hall.counts)


def test_waves_keep_their_goals_and_asking_three_for_each_place_breaks_them(town: Town) -> None:
    assert missed(simulated(town, Waves, JOBS, DAYS)[0]) == []
    faults = missed(simulated(town, FAULTS["over_asking"], JOBS, DAYS)[0])
    assert any("for nothing" in one for one in faults)


def test_waves_serve_the_list_and_scripts_gain_nothing_by_them(town: Town) -> None:
    waves, first_tap = (
        simulated(town, POLICIES[name], JOBS, DAYS)[0] for name in ("waves", "group_post")
    )
    assert waves["list_served"] > first_tap["list_served"]
    assert waves["claims_by_scripts"] < first_tap["claims_by_scripts"]
    assert waves["earners_of_best"] > first_tap["earners_of_best"]


def test_the_same_seed_gives_the_same_figures(town: Town) -> None:
    once, twice = (Hall(town, Waves, jobs=JOBS, days=DAYS, seed=3) for _ in range(2))
    once.run()
    twice.run()
    assert figures_of(once) == figures_of(twice)


def test_nobody_who_sleeps_sees_a_private_call(town: Town) -> None:
    hall = Hall(town, Waves, jobs=JOBS, days=DAYS, seed=1)
    for person in range(0, 3_000, 7):
        if town.kind[person]:
            local = town.sees_private(person, 6 * HOUR, hall.random)
            clock = (local + town.offsets[town.zone[person]]) % DAY
            assert WAKES <= clock <= SLEEPS


def test_the_gini_of_equal_shares_is_nothing_and_of_one_who_has_all_nearly_one() -> None:
    assert gini([2, 2, 2, 2]) == pytest.approx(0)
    assert gini([0, 0, 0, 8]) == pytest.approx(0.75)
