"""The whole life of money, in any order, on both engines: every promise about it holds."""

import os

import pytest
from hypothesis.stateful import run_state_machine_as_test

from tests.services.ledger_outgoing import MoneyGoesOut
from tests.services.test_model import profile

# `make soak ONLY=ledger ROUNDS=n` does as many runs as one likes.
RUNS = int(os.environ.get("HALL_LEDGER_RUNS", "100"))
STEPS = int(os.environ.get("HALL_LEDGER_STEPS", "50"))


class OnPostgres(MoneyGoesOut):
    """The same on the other engine."""

    engine = "postgres"


@pytest.mark.parametrize("machine", [MoneyGoesOut, OnPostgres], ids=["sqlite", "postgres"])
def test_whatever_happens_every_cent_is_accounted_for(machine: type[MoneyGoesOut]) -> None:
    run_state_machine_as_test(machine, settings=profile(RUNS, STEPS, fixed=True))
