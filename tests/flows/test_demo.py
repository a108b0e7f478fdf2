import asyncio
import contextlib
import itertools
import json
import logging
import re
import sys
from collections.abc import AsyncIterator, Coroutine, Iterator
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot.demo import demo
from bot.demo.crowd import LEFT_FOR_VISITORS, gather, live
from bot.demo.pace import jobs_on
from bot.demo.people import Taste, names
from bot.demo.tally import Tally
from bot.demo.visit import another_batch, restock, welcome
from bot.demo.world import opened, sample
from tests.flows.hall import tasks_file

FOUR_WAY = {
    "id": "four",
    "prompt": "Which?",
    "responses": [{"id": letter, "text": f"Answer {letter}"} for letter in "abcd"],
}

GOLD = [
    {"prompt": f"What is {n} and {n}?",
     "responses": [{"id": "a", "text": "No idea."}, {"id": "b", "text": f"It is {2 * n}."}]}
    for n in (2, 3)
]  # fmt: skip


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture(autouse=True)
def with_a_log_of_its_own(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    root = logging.getLogger()
    monkeypatch.setattr(root, "handlers", list(root.handlers))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    level = root.level
    yield
    logging.captureWarnings(capture=False)
    root.setLevel(level)


def rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


async def test_any_task_file_is_rated_once_and_exported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mine.jsonl"
    known = [one | {"id": f"k{n}", "gold": {"preference": 2}} for n, one in enumerate(GOLD)]
    more = "\n".join(map(json.dumps, [*known, FOUR_WAY]))
    file.write_bytes(tasks_file(12) + b"\n" + more.encode())
    await demo(once=True, data=file, port=0)
    shown = capsys.readouterr()
    figures = json.loads(shown.out.splitlines()[-1])
    assert figures["ratings"] == 12
    assert figures["claimed"] >= figures["submitted"] >= 3
    assert figures["refused_calls"] == 0
    # Five taps to arrive and one to submit, besides one a task: the first job has five or two.
    assert figures["taps_first_job"] in {8, 11}
    assert figures["sounds_per_job"] <= 2
    # A warning, a second one, a suspension, and an end with a date that the appeal stops.
    assert (figures["standing_notices"], figures["appeals_stopped"]) == (4, 1)
    # Two are called, one of them passes it on; everybody who has arrived gets the broadcast:
    # those three, who coordinates, the admin, and a fourth who may have found no job.
    assert figures["offers"] == 3
    assert figures["broadcast_delivered"] >= 5
    # One rating each agrees with nobody.
    assert figures["alpha"] is None
    # Nobody can tell what is gold; a file that brings some has a figure in the end.
    assert figures["gold_answers"] >= 1
    assert 0 < figures["gold_accuracy"] < 1
    assert "## How good it is" in shown.err
    trl = Path(figures["export"])
    assert trl.parent == tmp_path / "demo"
    assert len(rows(trl)) == figures["exported"] > 0
    assert set(rows(trl)[0]) == {"prompt", "chosen", "rejected"}
    assert len(rows(tmp_path / "demo" / "demo-data-raw.jsonl")) == 12 + figures["gold_answers"]
    assert "mine.jsonl: line 15, responses: has too many responses" in shown.err
    assert "12 tasks published, 1 refused" in shown.err
    assert "WRONG" not in shown.err
    assert "ERROR" not in shown.err
    assert "WARNING" not in shown.err


@pytest.mark.parametrize(
    ("content", "said"), [(json.dumps(FOUR_WAY), "line 1"), (None, "No such")]
)
async def test_a_file_that_gives_nothing_ends_the_demo_with_code_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str | None, said: str
) -> None:
    file = tmp_path / "four.jsonl"
    if content is not None:
        file.write_text(content)
    with pytest.raises(SystemExit) as end:
        await demo(once=True, data=file, port=0)
    assert end.value.code == 1
    shown = capsys.readouterr()
    assert said in shown.err
    assert shown.out == ""


@pytest.mark.parametrize(
    ("change", "counts", "said"),
    [
        ({}, (5, 0, 5), []),
        ({"stuck": ["Amina waited"]}, (5, 0, 5), ["stuck: Amina waited"]),
        ({"claimed": {"A", "B"}}, (5, 0, 5), ["jobs without an end: B"]),
        ({}, (5, 2, 5), ["2 ratings are missing"]),
        ({}, (5, 0, 4), ["4 ratings were exported, the project card says 5, people saw 5"]),
        ({"rated": 7}, (5, 0, 5, 2), []),
        (
            {"rated": 6},
            (5, 0, 5),
            ["5 ratings were exported, the project card says 5, people saw 6"],
        ),
    ],
)
def test_what_does_not_add_up_is_said(
    change: dict[str, object], counts: tuple[int, ...], said: list[str]
) -> None:
    tally = Tally(claimed={"A"}, submitted={"A"}, rated=5)
    for name, value in change.items():
        setattr(tally, name, value)
    done, missing, exported, *gold = counts
    found = tally.faults(done=done, missing=missing, exported=exported, gold=sum(gold))
    assert found == said


def test_every_person_has_a_name_of_their_own() -> None:
    many = [name for name, _ in itertools.islice(names(), 100)]
    assert len(set(many)) == 100


def test_the_longer_answer_is_liked_more_often_wherever_it_stands() -> None:
    taste = Taste("somebody")
    options = (-3, -2, -1, 0, None, 1, 2, 3)
    for lengths, liked in (([900, 300], range(-3, 0)), ([300, 900], range(1, 4))):
        chosen = [options[taste.choose(lengths, 8)] for _ in range(300)]
        assert sum(value in liked for value in chosen) > 200
        assert 0 in chosen


def test_the_same_person_always_chooses_alike() -> None:
    def choices() -> list[int]:
        taste = Taste("somebody")
        return [taste.choose([100, 120], 8) for _ in range(50)]

    assert choices() == choices()


@contextlib.asynccontextmanager
async def meanwhile(work: Coroutine[object, object, None]) -> AsyncIterator[None]:
    """Something that goes on for as long as the block; what goes wrong in it fails the test."""
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


async def test_a_visitor_meets_people_at_work_and_can_join_in_each_role() -> None:
    async with opened() as world:
        key = await world.project(sample("project.yaml"))
        made = await world.publish("tasks.jsonl", sample("tasks.jsonl"))
        assert (made.tasks, made.ratings, made.refused) == (40, 120, [])
        people = gather(world, 12)
        visitor = world.join("You", "en")
        card = await world.call(key)
        async with meanwhile(live(world, people, card, Tally())):
            await visitor.expect(lambda m: m.id == card.id and jobs_on(m) < 24, chat=world.group)
        said = welcome(world, visitor)
        assert all(
            f"?people={one.id}" in said for one in (visitor, world.admin, world.coordinator)
        )
        page = re.findall(r"http://\S+", said)[0]
        async with ClientSession() as http, http.get(page) as answer:
            assert answer.status == 200
        assert world.sandbox.refused_calls() == []


async def test_more_tasks_come_when_few_jobs_are_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.demo.visit.BEFORE_RESTOCK", 0.0)
    async with opened() as world:
        key = await world.project(sample("project.yaml"))
        await world.publish("few.jsonl", tasks_file(5))
        card = await world.call(key)
        assert jobs_on(card) <= LEFT_FOR_VISITORS
        # A visitor makes another project: then a file is asked for which one it is.
        await world.project(sample("project.yaml").replace(b"sample-pairs", b"another"))
        async with meanwhile(restock(world, card, key)):
            await world.admin.expect(lambda m: jobs_on(m) == 27, chat=world.group)


def test_another_batch_has_the_sample_tasks_under_new_ids() -> None:
    first, second = (
        [json.loads(line) for line in body.splitlines()]
        for body in (sample("tasks.jsonl"), another_batch(2))
    )
    assert [task["prompt"] for task in first] == [task["prompt"] for task in second]
    assert not {task["id"] for task in first} & {task["id"] for task in second}
