"""Several options: quick taps on a card that is not redrawn yet are all taken, each once."""

from dataclasses import replace

import pytest

from bot.domain.jobs import Job
from bot.domain.refusal import Refused
from bot.services import projects, ratings
from bot.services.ratings import Act, Turned
from tests.services.builders import NOW, Hall, new_project

YES_NO = [[{"value": "yes", "label": {"en": "Yes"}}, {"value": "no", "label": {"en": "No"}}]]
LABELS = ("rude", "wrong", "long", "none")
SCHEME = {
    "name": "labels",
    "responses": [2, 2],
    "questions": [
        {
            "id": "labels", "kind": "many", "ask": {"en": "Which?"},
            "rows": [[
                {"value": one, "label": {"en": one}, "alone": one == "none"} for one in LABELS
            ]],
        },
        {"id": "sure", "kind": "choice", "ask": {"en": "Sure?"}, "rows": YES_NO},
    ],
}  # fmt: skip


@pytest.fixture
async def job(hall: Hall) -> Job:
    await projects.create(
        hall.db, replace(new_project(), scheme=SCHEME), by=None, cause=None, now=NOW
    )
    await hall.publish("pairs", *({"id": f"t{n}", **_pair()} for n in range(2)))
    return await hall.claim(await hall.call(), await hall.person())


def _pair() -> dict[str, object]:
    turns = [{"role": "user", "content": "Well?"}]
    return {"prompt": turns, "responses": [{"text": "One"}, {"text": "Two"}]}


def tap(hall: Hall, job: Job) -> Act:
    return Act(job.number, None, job.person_id, hall.cause(), NOW)


async def tick(
    hall: Hall, job: Job, option: int, *, on: bool = True, position: int = 1, question: int = 0
) -> Turned:
    return await ratings.tick(
        hall.db, tap(hall, job), position=position, question=question, option=option, on=on
    )


async def done(hall: Hall, job: Job, *, position: int = 1) -> Turned:
    return await ratings.close(hall.db, tap(hall, job), question=0, position=position)


async def test_boxes_ticked_on_one_card_are_all_taken(hall: Hall, job: Job) -> None:
    for option in (2, 0):
        await tick(hall, job, option)
    turned = await done(hall, job)
    assert (turned.job.position, turned.job.asked) == (1, None)
    assert (await hall.assignments(job))[0].values == {"labels": ["rude", "long"]}


async def test_a_box_tapped_twice_on_one_card_is_ticked_once(hall: Hall, job: Job) -> None:
    for _ in range(2):
        await tick(hall, job, 1)
    assert (await hall.assignments(job))[0].partial == {"labels": ["wrong"]}
    for _ in range(2):
        await tick(hall, job, 1, on=False)
    assert (await hall.assignments(job))[0].partial == {"labels": []}


async def test_a_tick_is_too_late_once_the_card_asks_something_else(hall: Hall, job: Job) -> None:
    await tick(hall, job, 0)
    await done(hall, job)
    await refused(hall, job)
    await ratings.answer(hall.db, await hall.act(job), question=1, option=0)
    assert (await hall.job(job)).position == 2
    await refused(hall, job)
    first, second = await hall.assignments(job)
    assert first.values["labels"] == ["rude"]
    assert (second.values, second.partial) == ({}, {})


async def refused(hall: Hall, job: Job) -> None:
    """Neither a tick nor [Done] of the first question of the first task is taken."""
    with pytest.raises(Refused, match="stale-button"):
        await tick(hall, job, 1)
    with pytest.raises(Refused, match="stale-button"):
        await done(hall, job)


async def test_an_answered_question_takes_ticks_when_it_is_turned_to(hall: Hall, job: Job) -> None:
    await tick(hall, job, 0)
    await done(hall, job)
    await ratings.ask(hall.db, await hall.act(job), question=0)
    await tick(hall, job, 1)
    assert (await hall.assignments(job))[0].partial == {"labels": ["rude", "wrong"]}


@pytest.mark.parametrize(("question", "option"), [(0, 4), (0, -1), (1, 0), (9, 0), (-1, 0)])
async def test_a_forged_tick_changes_nothing(
    hall: Hall, job: Job, question: int, option: int
) -> None:
    before = await hall.census()
    with pytest.raises(Refused, match="stale-button"):
        await tick(hall, job, option, question=question)
    assert await hall.census() == before
