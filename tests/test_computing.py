"""The process beside the bot's: it answers, it dies alone, it never outlives the bot."""

import asyncio
import io
import math
import os
import pickle
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from operator import attrgetter

import pytest

from bot.computing import Compute, ComputeFailed, earnings_chart, statement_pdf
from bot.computing.worker import framed, serve
from bot.domain.earnings import DayEarned
from tests.printing.made import START, statement

# Starts a process, tells its id, and waits to be killed.
OWNER = """
import asyncio, os
from bot.computing import Compute

async def main():
    compute = Compute()
    print(await compute(os.getpid), flush=True)
    await asyncio.Event().wait()

asyncio.run(main())
"""


@pytest.fixture
async def compute() -> AsyncIterator[Compute]:
    made = Compute()
    yield made
    await made.stop()


async def test_functions_are_called_in_one_other_process(compute: Compute) -> None:
    assert compute._process is None
    ids = await asyncio.gather(*(compute(os.getpid) for _ in range(3)))
    assert len(set(ids)) == 1
    assert ids[0] != os.getpid()
    assert await compute(math.comb, 5, 2) == 10


async def test_what_a_function_raises_is_told_without_its_words(compute: Compute) -> None:
    with pytest.raises(ComputeFailed, match="ValueError") as raised:
        await compute(int, "Ada Lovelace")
    assert "Ada" not in str(raised.value)
    assert await compute(int, "7") == 7


async def test_a_process_that_died_is_replaced(compute: Compute) -> None:
    first = await compute(os.getpid)
    os.kill(first, 9)
    assert await compute(os.getpid) != first


async def test_what_kills_the_process_twice_has_failed(compute: Compute) -> None:
    with pytest.raises(ComputeFailed, match="died"):
        await compute(os._exit, 1)
    assert await compute(int, "7") == 7


async def test_what_takes_too_long_is_ended() -> None:
    compute = Compute(seconds=0.0)
    with pytest.raises(ComputeFailed, match="took over"):
        await compute(time.sleep, 60)
    await compute.stop()


async def test_who_no_longer_waits_leaves_no_answer_for_the_next(compute: Compute) -> None:
    impatient = asyncio.create_task(compute(math.factorial, 2000))
    await asyncio.sleep(0)
    impatient.cancel()
    assert await compute(math.comb, 5, 2) == 10
    assert impatient.cancelled()


async def test_the_process_knows_no_secret_of_the_hall(
    compute: Compute, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HIRINGHALL_TOKEN", "1:secret")
    monkeypatch.setenv("OTHER", "kept")
    assert await compute(os.getenv, "HIRINGHALL_TOKEN") is None
    assert await compute(os.getenv, "OTHER") == "kept"


async def test_what_is_printed_there_does_not_stand_between_answers(compute: Compute) -> None:
    await compute(print, "from a library")
    assert await compute(os.system, "echo from a program") == 0
    assert await compute(int, "7") == 7


async def test_stopping_ends_the_process_and_what_waits_for_it() -> None:
    compute = Compute()
    process = await compute(os.getpid)
    waiting = asyncio.create_task(compute(time.sleep, 60))
    await asyncio.sleep(0)
    await compute.stop()
    with pytest.raises(ComputeFailed, match="stopping"):
        await waiting
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_the_process_ends_when_its_owner_is_killed() -> None:
    command = [sys.executable, "-c", OWNER]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as owner:  # noqa: S603
        assert owner.stdout is not None
        assert int(owner.stdout.readline()) != owner.pid
        owner.kill()
        # Both write there, so its end comes when the last of them is gone.
        owner.communicate(timeout=30)


def test_requests_are_answered_until_they_end() -> None:
    asked = [(math.comb, (5, 2)), (attrgetter("nothing"), (1,))]
    answers = io.BytesIO()
    serve(io.BytesIO(b"".join(map(framed, asked))), answers)
    answers.seek(4)
    assert pickle.load(answers) == (True, 10)  # noqa: S301
    answers.read(4)
    went_well, why = pickle.load(answers)  # noqa: S301
    assert (went_well, why.partition("\n")[0]) == (False, "AttributeError")


async def test_papers_and_charts_are_made_there(compute: Compute) -> None:
    assert (await compute(statement_pdf, statement(), "ar")).startswith(b"%PDF-")
    days = [DayEarned(START.date(), 250, 100)]
    assert (await compute(earnings_chart, days, "USD", "en")).startswith(b"\x89PNG")


def test_the_bot_loads_neither_charts_nor_printing() -> None:
    look = "import sys, bot.app, bot.cli; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)  # noqa: S603
    loaded = set(done.stdout.split())
    assert {"bot.computing", "handlers.context"} < loaded
    large = {"matplotlib", "numpy", "fpdf", "fontTools", "uharfbuzz", "PIL", "pandas", "scipy"}
    large |= {"krippendorff", "evalica"}
    assert loaded & {*large, "bot.analysis", "bot.printing"} == set()
