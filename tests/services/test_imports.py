"""Imports: read with a report by line, published whole or not at all, and once."""

import asyncio

import pytest

from bot.domain.people import Role
from bot.domain.projects import ProjectState
from bot.domain.refusal import Refused, Repeated
from bot.services import imports, projects
from bot.services.imports import Published, Report
from storage import schema
from tests.services.builders import NOW, Hall, item, lines_of


async def publish(
    hall: Hall, report: Report, *, skip: bool = False, cause: str | None = None
) -> Published:
    return await imports.publish(hall.db, report, skip_refused=skip, by=None, cause=cause, now=NOW)


async def staged(hall: Hall, boss: int) -> tuple[str, Report]:
    number = await imports.stage(
        hall.db, person_id=boss, name="t.jsonl", body=lines_of(item("a"), item("b")),
        cause=hall.cause(), now=NOW,
    )  # fmt: skip
    name, body = await imports.staged_file(hall.db, number, by=boss)
    report = await imports.inspect(
        hall.db, project_key="pairs", name=name, data=body, by=boss, number=number
    )
    return number, report


async def test_the_first_batch_opens_the_project(hall: Hall) -> None:
    project = await hall.project(tasks=0)
    assert project.state is ProjectState.draft
    made = await hall.publish("pairs", item("a"), item("b", overlap=7, priority=3))
    assert (made.tasks, made.gold, made.left_out) == (2, 0, 0)
    first, second = await hall.rows(schema.tasks)
    assert (first.overlap, first.open_slots, first.batch_id) == (3, 3, 1)
    assert (second.overlap, second.open_slots, second.priority) == (7, 7, 3)
    assert (await projects.by_key(hall.db, "pairs", by=None)).state is ProjectState.open
    assert await hall.slots_add_up() == 10


async def test_a_fault_keeps_the_whole_file_out(hall: Hall) -> None:
    await hall.project(tasks=0)
    report = await hall.inspect("pairs", item("a"), {"id": "bad", "prompt": 7}, item("c"))
    before = await hall.census()
    with pytest.raises(Refused) as no:
        await publish(hall, report)
    assert no.value.reason == "import-faults"
    assert await hall.census() == before


async def test_the_rest_is_published_on_request_and_lines_are_counted_not_faults(
    hall: Hall,
) -> None:
    await hall.project(tasks=0)
    report = await hall.inspect("pairs", item("a"), {"id": "", "prompt": 7}, item("c"))
    assert len(report.faults) > 1
    made = await publish(hall, report, skip=True)
    assert (made.tasks, made.left_out) == (2, 1)
    assert [row.external_id for row in await hall.rows(schema.tasks)] == ["a", "c"]


async def test_what_was_imported_before_is_a_fault_of_its_line(hall: Hall) -> None:
    await hall.project(tasks=0)
    await hall.publish("pairs", item("a"))
    report = await hall.inspect("pairs", item("new"), item("a"))
    assert [(f.line, f.field, f.code) for f in report.faults] == [(2, "id", "already-imported")]
    with pytest.raises(Refused, match="import-faults"):
        await publish(hall, report)
    await hall.project("other", tasks=0)
    assert (await hall.publish("other", item("a"))).tasks == 1


async def test_a_file_with_nothing_new_is_refused(hall: Hall) -> None:
    await hall.project(tasks=0)
    await hall.publish("pairs", item("a"))
    report = await hall.inspect("pairs", item("a"))
    with pytest.raises(Refused, match="import-empty"):
        await publish(hall, report, skip=True)


async def test_a_report_that_others_overtook_publishes_nothing(hall: Hall) -> None:
    await hall.project(tasks=0)
    one, other = [await hall.inspect("pairs", item("a"), item(n)) for n in ("b", "c")]
    await publish(hall, one)
    before = await hall.census()
    with pytest.raises(Refused, match="import-faults"):
        await publish(hall, other)
    assert await hall.census() == before


async def test_a_staged_file_is_published_once(hall: Hall) -> None:
    await hall.project(tasks=0)
    boss = await hall.person(roles=(Role.coordinator,))
    number, report = await staged(hall, boss)
    done = await asyncio.gather(
        *(publish(hall, report, cause=f"u:{n}") for n in range(3)), return_exceptions=True
    )
    assert sum(isinstance(one, Published) for one in done) == 1
    assert [one.reason for one in done if isinstance(one, Refused)] == ["file-used"] * 2
    with pytest.raises(Refused, match="file-used"):
        await imports.staged_file(hall.db, number, by=boss)
    assert len(await hall.rows(schema.tasks)) == 2
    assert (await hall.rows(schema.files))[0].body == b""


async def test_one_cause_publishes_once(hall: Hall) -> None:
    await hall.project(tasks=0)
    boss = await hall.person(roles=(Role.coordinator,))
    _, report = await staged(hall, boss)
    await publish(hall, report, cause="u:1")
    with pytest.raises(Repeated):
        await publish(hall, report, cause="u:1")


async def test_a_dropped_file_is_gone(hall: Hall) -> None:
    await hall.project(tasks=0)
    boss, ada = await hall.person(roles=(Role.coordinator,)), await hall.person()
    number, report = await staged(hall, boss)
    with pytest.raises(Refused, match="not-coordinator"):
        await imports.drop(hall.db, number=number, by=ada, cause=hall.cause())
    await imports.drop(hall.db, number=number, by=boss, cause=hall.cause())
    with pytest.raises(Refused, match="file-used"):
        await imports.drop(hall.db, number=number, by=boss, cause=hall.cause())
    with pytest.raises(Refused, match="file-used"):
        await publish(hall, report)
    assert await hall.rows(schema.tasks) == []


async def test_a_staged_file_is_for_who_sent_it(hall: Hall) -> None:
    await hall.project(tasks=0)
    boss, other = [await hall.person(roles=(Role.coordinator,)) for _ in range(2)]
    number, _ = await staged(hall, boss)
    with pytest.raises(Refused, match="file-used"):
        await imports.staged_file(hall.db, number, by=other)
    with pytest.raises(Refused, match="file-used"):
        await imports.drop(hall.db, number=number, by=other, cause=hall.cause())
    assert (await imports.staged_file(hall.db, number, by=boss))[0] == "t.jsonl"


async def test_only_coordinators_import(hall: Hall) -> None:
    await hall.project(tasks=0)
    ada = await hall.person()
    with pytest.raises(Refused, match="not-coordinator"):
        await imports.stage(
            hall.db, person_id=ada, name="t", body=b"", cause=hall.cause(), now=NOW
        )
    with pytest.raises(Refused, match="not-coordinator"):
        await imports.inspect(hall.db, project_key="pairs", name="t", data=b"{}", by=ada)
    with pytest.raises(Refused, match="no-project"):
        await imports.inspect(hall.db, project_key="nothing", name="t", data=b"{}", by=None)


async def test_a_closed_project_takes_no_tasks(hall: Hall) -> None:
    await hall.project(tasks=0)
    report = await hall.inspect("pairs", item("a"))
    await projects.set_state(
        hall.db, key="pairs", state=ProjectState.closed, by=None, cause=None, now=NOW
    )
    with pytest.raises(Refused, match="project-closed"):
        await publish(hall, report)


async def test_gold_tasks_have_no_slots_and_no_batch(hall: Hall) -> None:
    await hall.project(tasks=0)
    made = await hall.publish("pairs", item("gold", gold={"preference": -3}), item("plain"))
    assert (made.tasks, made.gold) == (1, 1)
    gold, plain = await hall.rows(schema.tasks)
    assert (gold.overlap, gold.open_slots, gold.batch_id) == (0, 0, None)
    assert gold.gold == {"preference": -3}
    assert (plain.overlap, plain.gold) == (3, None)
    assert await hall.slots_add_up() == 3


async def test_more_tasks_than_fit_one_statement_are_published_whole(hall: Hall) -> None:
    await hall.project(tasks=1200, overlap=1)
    ranks = [row.rank for row in await hall.rows(schema.tasks)]
    assert ranks == sorted(set(ranks))
