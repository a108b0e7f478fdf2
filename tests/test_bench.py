"""The short forms of the measurements: that they run, and count what they say they count."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
LONGEST_SECONDS = 180


def bench(name: str, *more: str) -> dict[str, Any]:
    """The figures of a short run in a process of its own."""
    command = [sys.executable, "-m", "benchmarks", "bench", name, "--short", *more]
    done = subprocess.run(  # noqa: S603 - our own program with our own words
        command, cwd=ROOT, capture_output=True, text=True, timeout=LONGEST_SECONDS, check=False
    )
    assert done.returncode == 0, done.stderr
    figures: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    assert figures["name"] == name
    return figures


def test_traffic_gives_both_bots_the_same_taps_and_nearly_the_same_calls() -> None:
    figures = bench("traffic")
    # One claim, five ratings and one submission for each of three people.
    assert figures["updates"] == figures["sqlite_updates"] == figures["postgres_updates"] == 21
    # Each tap is answered and brings one change of a card; the last card comes by itself.
    assert figures["calls"] >= 45
    # The card in the group is drawn anew now and then, by the clock.
    assert abs(figures["calls"] - figures["sqlite_calls"]) <= 3
    for engine in ("sqlite", "postgres"):
        low, high = figures[f"ratio_{engine}_range"]
        assert 0 < low <= figures[f"ratio_{engine}"] <= high
    assert figures["postgres_server_ms"] >= 0


def test_claims_are_measured_in_a_small_hall_and_in_a_large_one() -> None:
    figures = bench("claim_scale")
    assert figures["tasks"] == [50, 500]
    assert figures["contractors"] == [60, 400]
    for engine in ("sqlite", "postgres"):
        for size in ("small", "large"):
            assert 0 < figures[f"{engine}_{size}_p50_ms"] <= figures[f"{engine}_{size}_p99_ms"]
    assert figures["ratio_p99"] > 0
    assert figures["ratio_p99_postgres"] > 0


def test_a_pay_run_is_measured_on_both_engines() -> None:
    figures = bench("payrun")
    assert (figures["people"], figures["lines"]) == (200, 600)
    for engine in ("sqlite", "postgres"):
        assert figures[f"{engine}_people_per_s"] > 0
        assert figures[f"{engine}_peak_mb"] > figures[f"{engine}_peak_over_start_mb"] >= 0
        assert figures[f"{engine}_audit_s"] > 0


def test_an_import_is_measured_on_both_engines_while_people_claim() -> None:
    figures = bench("import")
    assert figures["tasks"] == 3_000
    for engine in ("", "postgres_"):
        assert figures[f"{engine}rows_per_second"] > 0
        assert 0 < figures[f"{engine}peak_mb"] < 256
        assert figures[f"{engine}claims"] > 0


def test_dispatch_is_simulated_each_way(tmp_path: Path) -> None:
    figures = bench("dispatch_sim", "--pictures", str(tmp_path))
    assert list(figures["policies"])[:4] == ["group_post", "group_draw", "ping_everybody", "waves"]
    for policy in figures["policies"].values():
        assert policy["seconds_to_last_claim"] >= policy["seconds_to_first_claim"] > 0
    assert figures["goals_missed"] == []
    assert (tmp_path / "dispatch-time.png").stat().st_size > 10_000


def test_a_broadcast_past_three_kills_brings_each_person_to_one_end() -> None:
    figures = bench("broadcast")
    assert figures["recipients"] == sum(figures["states"].values()) == 3000
    assert figures["kills"] == 3
    assert figures["doubled"] == 0
    # What was in flight at a kill may have arrived, and is not sent again.
    assert figures["states"]["uncertain"] <= 3 * 25
    assert figures["share_of_permitted_rate"] >= 0.98
    assert figures["refused_429"] <= 0.05
    assert figures["personal_notice_seconds"] <= 5


def test_a_night_of_measuring_is_measured_on_both_engines() -> None:
    figures = bench("quality")
    assert (figures["tasks"], figures["ratings"]) == (60, 180)
    for engine in ("sqlite", "postgres"):
        assert figures[f"{engine}_seconds"] > 0
        assert figures[f"{engine}_longest_stall_ms"] >= 0
        assert figures[f"{engine}_longest_computing_ms"] > 0
    assert figures["sqlite_alpha"] == figures["postgres_alpha"] > 0


def test_an_export_is_measured_on_both_engines() -> None:
    figures = bench("export")
    assert figures["ratings"] == 1200
    for form in ("raw", "trl_preference", "crowd_kit", "postgres_raw"):
        assert figures[f"{form}_ratings_per_second"] > 0
        assert figures[f"{form}_peak_mb"] > 0
    assert figures["raw_file_mb"] == figures["postgres_raw_file_mb"] > 0
