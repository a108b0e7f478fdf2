"""The short forms of the soaks, and for each a planted fault that it must catch."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks.crashpoints import POINTS

ROOT = Path(__file__).parent.parent
LONGEST_SECONDS = 240


def soak(name: str, *, rounds: int, plant: str | None = None) -> dict[str, Any]:
    """The figures of a run in a process of its own, as `make soak` starts it."""
    command = [sys.executable, "-m", "benchmarks", "soak", name, "--rounds", str(rounds)]
    done = subprocess.run(  # noqa: S603 - our own program with our own words
        [*command, *(["--plant", plant] if plant else [])],
        cwd=ROOT, capture_output=True, text=True, timeout=LONGEST_SECONDS, check=False,
    )  # fmt: skip
    said = done.stdout.strip().splitlines()
    assert said, done.stderr
    figures: dict[str, Any] = json.loads(said[-1])
    assert figures["name"] == name
    assert done.returncode == (1 if figures["failures"] else 0)
    figures["said"] = "\n".join(line for line in said if "FAULT" in line) + done.stderr
    return figures


def test_nothing_acknowledged_is_lost_when_the_bot_is_killed() -> None:
    figures = soak("kill", rounds=6)
    assert figures["failures"] == 0, figures["said"]
    assert figures["kills"] == figures["rounds"] == 6
    assert figures["acknowledged"] > 0


@pytest.mark.parametrize(
    "plant", ["ack-before-commit", "slot-leak", "offset-first", "half-writes"]
)
def test_the_kill_run_sees_a_planted_fault(plant: str) -> None:
    assert soak("kill", rounds=12, plant=plant)["failures"] > 0


def test_nothing_is_lost_at_any_named_point() -> None:
    figures = soak("crashpoints", rounds=1)
    assert figures["failures"] == 0, figures["said"]
    assert figures["reached"] == figures["points"] == len(POINTS)


def test_the_crash_points_see_a_planted_fault() -> None:
    assert soak("crashpoints", rounds=1, plant="ack-before-commit")["failures"] > 0


def test_fifty_people_on_twelve_places_get_twelve_jobs() -> None:
    figures = soak("claims", rounds=1)
    assert figures["failures"] == 0, figures["said"]
    assert (figures["winners"], figures["refused"]) == (12, 38)


def test_the_race_sees_a_missing_transaction() -> None:
    assert soak("claims", rounds=1, plant="no-transaction")["failures"] > 0


def test_every_connection_tells_the_disk_first() -> None:
    assert soak("syncs", rounds=1)["failures"] == 0


def test_a_connection_that_does_not_is_seen() -> None:
    assert soak("syncs", rounds=1, plant="normal")["failures"] > 0


def test_the_model_sees_a_planted_fault() -> None:
    assert soak("model", rounds=5, plant="slot-leak")["failures"] > 0


def test_every_cent_is_paid_once_however_often_the_hall_is_killed_on_pay_day() -> None:
    figures = soak("payyear", rounds=3)
    assert figures["failures"] == 0, figures["said"]
    assert figures["kills"] == figures["rounds"] == 3
    assert figures["statements"] > 50


@pytest.mark.parametrize("plant", ["line-left", "told-late", "paid-late"])
def test_the_pay_days_see_a_planted_fault(plant: str) -> None:
    assert soak("payyear", rounds=40, plant=plant)["failures"] > 0


def test_everything_about_standing_is_told_once_and_never_early_however_often_the_hall_dies() -> (
    None
):
    figures = soak("standing", rounds=3)
    assert figures["failures"] == 0, figures["said"]
    assert figures["kills"] == figures["rounds"] == 3
    assert min(figures["steps"], figures["appeals"], figures["deactivated"]) > 0


@pytest.mark.parametrize("plant", ["effect-early", "told-twice", "counts-untold"])
def test_the_year_of_standing_sees_a_planted_fault(plant: str) -> None:
    assert soak("standing", rounds=3, plant=plant)["failures"] > 0


def test_the_model_of_the_ledger_goes_on_by_its_seed() -> None:
    figures = soak("ledger", rounds=3)
    assert figures["failures"] == 0, figures["said"]
    assert (figures["reached"], figures["next_seed"], figures["steps"]) == (3, 2, 300)


def test_the_model_of_the_ledger_sees_a_planted_fault() -> None:
    assert soak("ledger", rounds=10, plant="line-left")["failures"] > 0


def test_no_answer_of_any_scheme_is_lost_between_two_taps() -> None:
    figures = soak("schemes", rounds=1)
    assert figures["failures"] == 0, figures["said"]
    assert figures["kills"] >= 2


def test_a_draft_that_is_only_in_memory_is_seen() -> None:
    assert soak("schemes", rounds=9, plant="drafts-in-memory")["failures"] > 0


def test_forged_taps_and_guessed_links_come_to_nothing() -> None:
    figures = soak("forged", rounds=1)
    assert figures["failures"] == 0, figures["said"]
    assert figures["taps"] > 450
    assert figures["guesses"] == 5_000


@pytest.mark.parametrize(
    ("name", "plant"),
    [("access", "everybody-admin"), ("forged", "anybodys-job"), ("forged", "short-token"),
     ("forged", "link-for-all")],
)  # fmt: skip
def test_a_door_that_stands_open_is_seen(name: str, plant: str) -> None:
    assert soak(name, rounds=1, plant=plant)["failures"] > 0


@pytest.mark.parametrize("plant", ["code-points", "part-cut", "cell-lost"])
def test_the_reading_run_sees_a_planted_fault(plant: str) -> None:
    assert soak("reading", rounds=40, plant=plant)["failures"] > 0


def test_hostile_files_are_read_soon_and_in_little_memory() -> None:
    figures = soak("imports", rounds=300)
    assert figures["failures"] == 0, figures["said"]
    assert figures["good"] > 50
    assert figures["peak_mb"] < 256


@pytest.mark.parametrize("plant", ["nan-passes", "any-depth", "half-characters"])
def test_hostile_files_find_a_planted_fault(plant: str) -> None:
    assert soak("imports", rounds=150, plant=plant)["failures"] > 0
