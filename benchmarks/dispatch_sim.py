"""How calls reach people: ways side by side, by a simulation on the rules of the hall."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.dispatch_figures import Figures, curve, figures_of, missed
from benchmarks.dispatch_groups import GroupDraw, GroupPost, PingEverybody
from benchmarks.dispatch_hall import Hall, Policy
from benchmarks.dispatch_people import HIGH, LOW, MIDDLE, Town
from benchmarks.dispatch_waves import GroupAndWaves, OverAsking, Waves

PEOPLE, SEED = 300_000, 7
FEW = 40
# Jobs of a call, and on how many days there are three such calls.
RATIOS = {400: 1, 4_000: 1, 40_000: 1}
DAYS = 2
POLICIES: dict[str, Callable[[Hall], Policy]] = {
    "group_post": GroupPost, "group_draw": GroupDraw, "ping_everybody": PingEverybody,
    "waves": Waves, "group_and_waves": GroupAndWaves,
}  # fmt: skip
FAULTS: dict[str, Callable[[Hall], Policy]] = {"over_asking": OverAsking}
Curves = dict[str, list[tuple[float, float]]]


async def dispatch_sim(
    folder: Path,  # noqa: ARG001 - every benchmark is given one
    *,
    short: bool = False,
    pictures: Path | None = None,
) -> dict[str, Any]:
    """The figures of each way at each ratio of jobs to people; pictures of them into a folder."""
    began = time.monotonic()
    people = PEOPLE // 100 if short else PEOPLE
    town, curves = Town(people, MIDDLE, DAYS, SEED), Curves()
    policies = compared(town, FEW // 8 if short else FEW, DAYS, curves)
    found: dict[str, Any] = {
        "people": people, "jobs": FEW // 8 if short else FEW, "policies": policies,
        "ratios": {
            str(jobs): compared(town, jobs, days)
            for jobs, days in RATIOS.items() if not short
        },
        "settings": {
            setting.name: {"waves": simulated(Town(people, setting, DAYS, SEED), Waves, FEW)[0]}
            for setting in (LOW, HIGH) if not short
        },
        "goals_missed": missed(policies["waves"]),
    }  # fmt: skip
    if pictures is not None:
        from benchmarks.dispatch_pictures import draw

        draw(found, curves, pictures)
    return found | {"seconds": round(time.monotonic() - began, 1)}


def compared(town: Town, jobs: int, days: int, curves: Curves | None = None) -> dict[str, Figures]:
    """The figures of every way at so many jobs a call."""
    found = {}
    for name, policy in POLICIES.items():
        found[name], claims = simulated(town, policy, jobs, days)
        if curves is not None:
            curves[name] = claims
    return found


def simulated(
    town: Town, policy: Callable[[Hall], Policy], jobs: int, days: int = DAYS
) -> tuple[Figures, list[tuple[float, float]]]:
    """One way: its figures, and how its jobs were claimed over time."""
    hall = Hall(town, policy, jobs=jobs, days=days, seed=SEED)
    hall.run()
    return figures_of(hall), curve(hall)
