"""Standing in any order, on both engines: nobody is put out but step by step, told, by people."""

import os

import pytest
from hypothesis.stateful import run_state_machine_as_test

from tests.services.standing_rules import PeopleStandAndFall
from tests.services.test_model import profile

RUNS = int(os.environ.get("HALL_STANDING_RUNS", "8"))
STEPS = int(os.environ.get("HALL_STANDING_STEPS", "30"))


class OnPostgres(PeopleStandAndFall):
    """The same on the other engine."""

    engine = "postgres"


@pytest.mark.parametrize(
    "machine", [PeopleStandAndFall, OnPostgres], ids=["sqlite", "postgres"]
)  # fmt: skip
def test_whatever_happens_everybody_stands_as_was_decided_and_told(
    machine: type[PeopleStandAndFall],
) -> None:
    # A database of PostgreSQL is slower to make; what both engines share is seen on the other.
    runs = RUNS if machine is PeopleStandAndFall else max(RUNS // 3, 1)
    run_state_machine_as_test(machine, settings=profile(runs, STEPS, fixed=True))
