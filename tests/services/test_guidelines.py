"""Guidelines before a job: read again when they changed, with a check that teaches."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from bot.domain.gates import GateKind
from bot.domain.learning import Learning
from bot.domain.people import Role
from bot.domain.projects import ProjectState
from bot.domain.refusal import Refused
from bot.services import claims, courses, projects
from bot.services.courses import GuideView
from storage import schema
from tests.services.builders import DAY, NOW, Hall, new_project
from tests.services.course_acts import question

CHECK = Learning(check=(question("one"), question("two")))


async def publish(hall: Hall, text: str, *, now: datetime = NOW, **offer: Any) -> None:
    """A version of the project with these guidelines."""
    made = replace(new_project(**offer), guidelines=text)
    await projects.create(hall.db, made, by=None, cause=None, now=now)


async def read(hall: Hall, person_id: int, version: int) -> GuideView:
    return await courses.mark_read(
        hall.db, project_key="pairs", version=version, person_id=person_id, cause=hall.cause(),
        now=NOW,
    )  # fmt: skip


async def reply(hall: Hall, view: GuideView, *, right: bool) -> tuple[GuideView, bool | None]:
    assert view.item is not None
    assert view.nth is not None
    place = next(n for n, at in enumerate(view.order) if (at in view.item.right) is right)
    return await courses.answer_check(
        hall.db, project_key="pairs", version=view.version, nth=view.nth, place=place,
        person_id=view.person.id, cause=hall.cause(), now=NOW,
    )  # fmt: skip


async def test_who_worked_under_older_guidelines_reads_the_new_ones(hall: Hall) -> None:
    await hall.project()
    call, ada, bo = await hall.call(), await hall.person(), await hall.person("Bo")
    await hall.claim(call, ada)
    await publish(hall, "Choose the shorter one.")
    asked = await hall.try_claim(call, ada)
    # The job that is open goes on; what is asked comes before the next one.
    assert asked.again
    await hall.finish(await hall.claim(call, ada))
    asked = await hall.try_claim(call, ada)
    assert asked.gate is not None
    assert (asked.gate.kind, asked.gate.what) == (GateKind.guidelines, "2")
    assert asked.held_until is not None
    assert (await hall.try_claim(call, bo)).job is not None
    with pytest.raises(Refused, match="stale-button"):
        await read(hall, ada, 1)
    assert (await read(hall, ada, 2)).nth is None
    assert (await hall.try_claim(call, ada)).job is not None
    await read(hall, ada, 2)
    (entry,) = await hall.acts("guidelines-read")
    assert (entry.subject, entry.after) == (
        f"person:{ada}", {"project": "pairs", "version": 2},
    )  # fmt: skip


async def test_a_change_that_needs_no_reading_asks_nobody_but_who_missed_one(hall: Hall) -> None:
    await hall.project()
    call, ada, bo = await hall.call(), await hall.person(), await hall.person("Bo")
    await hall.finish(await hall.claim(call, ada))
    await publish(hall, "Choose well.", learning=Learning(reread=False))
    (entry,) = [one for one in await hall.acts("project-version") if one.after["version"] == 2]
    assert entry.after["learning"]["reread"] is False
    await hall.finish(await hall.claim(call, ada))
    await hall.finish(await hall.claim(call, bo))
    await publish(hall, "Choose the shorter one.", now=NOW + DAY)
    await publish(hall, "Choose the shorter one!", learning=Learning(reread=False))
    asked = await hall.try_claim(call, bo)
    assert asked.gate is not None
    assert asked.gate.what == "4"


async def test_a_check_is_asked_of_everybody_once_and_bars_nobody(hall: Hall) -> None:
    await hall.project(learning=CHECK)
    call, ada = await hall.call(), await hall.person()
    asked = await hall.try_claim(call, ada)
    assert asked.gate is not None
    view = await read(hall, ada, 1)
    assert view.nth == 0
    for _ in range(3):
        view, right = await reply(hall, view, right=False)
        assert (right, view.nth) == (False, 0)
    first = view
    view, right = await reply(hall, view, right=True)
    assert (right, view.nth) == (True, 1)
    # The second of two devices shows the first question still.
    _, again = await reply(hall, first, right=True)
    assert again is None
    assert (await hall.try_claim(call, ada)).gate is not None
    view, right = await reply(hall, view, right=True)
    assert (right, view.nth) == (True, None)
    job = (await hall.try_claim(call, ada)).job
    assert job is not None
    await hall.finish(job)
    assert (await hall.try_claim(call, ada)).job is not None


async def test_the_check_does_not_come_before_the_reading(hall: Hall) -> None:
    await hall.project(learning=CHECK)
    ada = await hall.person()
    with_nothing_read = await courses.answer_check(
        hall.db, project_key="pairs", version=1, nth=0, place=0, person_id=ada,
        cause=hall.cause(), now=NOW,
    )  # fmt: skip
    assert with_nothing_read[1] is None
    assert await hall.rows(schema.read_marks) == []


async def test_who_never_worked_there_is_asked_for_nothing_without_a_check(hall: Hall) -> None:
    await hall.project()
    await publish(hall, "Choose the shorter one.")
    call, ada = await hall.call(), await hall.person()
    assert (await hall.try_claim(call, ada)).job is not None


async def test_guidelines_of_a_draft_are_for_those_who_make_it(hall: Hall) -> None:
    project = await hall.project(learning=CHECK, tasks=0)
    assert project.state is ProjectState.draft
    ada, boss = await hall.person(), await hall.person("Bo", roles=(Role.coordinator,))
    with pytest.raises(Refused, match="no-project"):
        await read(hall, ada, 1)
    with pytest.raises(Refused, match="no-project"):
        await claims.project_id_of(hall.db, "pairs", reader=ada)
    assert await claims.project_id_of(hall.db, "pairs", reader=boss) == project.id
    assert (await read(hall, boss, 1)).nth == 0
