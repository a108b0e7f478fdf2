"""Imports: read with a report by line, published whole or not at all, and once."""

import asyncio
import gzip
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from bot.domain.people import Role
from bot.domain.projects import ProjectState
from bot.domain.refusal import Refused, Repeated
from bot.formats.records import ReadingLimits
from bot.services import imports, projects
from bot.services.imports import Published, Report, loading, looking
from storage import schema
from storage.leases import DatabaseTime
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


# Large imports, which are brought in by pages


@pytest.fixture
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten rows are a page, so that few are many."""
    monkeypatch.setattr(looking, "_ROWS", 10)
    monkeypatch.setattr(loading, "_AT_ONCE", 10)


class Stopped(BaseException):
    """The process ends here."""


def many(count: int) -> list[dict[str, Any]]:
    return [item(f"t{n}", **({"gold": {"preference": 1}} if n % 5 == 2 else {}))
            for n in range(count)]  # fmt: skip


def stopper(doing: str, times: int) -> imports.Seen:
    """Ends the process the so-manieth time that something is done."""
    left = [times]

    def seen(what: str, _done: int) -> None:
        left[0] -= what == doing
        if not left[0]:
            raise Stopped

    return seen


async def bring_in(hall: Hall, report: Report, seen: imports.Seen | None = None) -> Published:
    return await imports.publish(
        hall.db, report, skip_refused=False, by=None, cause=None, now=NOW, seen=seen
    )


async def go_on(hall: Hall) -> int:
    """Look long after whoever was at it was seen last."""
    async with hall.db.begin() as tx:
        await tx.execute(update(schema.loads).values(renewed_at=0))
    return await imports.go_on(hall.db, now=NOW)


async def states(hall: Hall) -> Counter[str]:
    return Counter(row.state for row in await hall.rows(schema.tasks))


async def slots(hall: Hall) -> int:
    """The open slots of the project, which are those of its open tasks."""
    (project,) = await hall.rows(schema.projects)
    found = sum(row.open_slots for row in await hall.rows(schema.tasks) if row.state == "open")
    assert project.open_slots == found
    return int(found)


@pytest.mark.usefixtures("small_pages")
async def test_a_large_import_is_seen_by_nobody_before_it_is_decided(hall: Hall) -> None:
    await hall.project(tasks=3)
    call = await hall.call()
    before = await hall.census()
    report = await hall.inspect("pairs", *many(25)[4:])
    assert (report.page, report.good, report.gold) == (None, 21, 4)
    with pytest.raises(Stopped):
        await bring_in(hall, report, stopper("adding", 2))
    assert await states(hall) == {"open": 3, "staged": 20}
    assert (await projects.progress(hall.db, "pairs", by=None)).counts["tasks"] == 3
    assert await slots(hall) == 9
    job = await hall.claim(call, await hall.person())
    assert job.size == 3
    assert await go_on(hall) == 1
    assert await states(hall) == {"open": 3}
    after = await hall.census()
    assert [after[name] for name in ("batches", "loads", "images")] == [
        before[name] for name in ("batches", "loads", "images")
    ]
    made = await bring_in(hall, report)
    assert (made.tasks, made.gold) == (17, 4)
    assert await states(hall) == {"open": 24}
    assert await slots(hall) == 20 * 3 - 3
    assert (await hall.census())["loads"] == []


@pytest.mark.usefixtures("small_pages")
async def test_what_was_decided_is_opened_by_whoever_looks_next(hall: Hall) -> None:
    await hall.project(tasks=0)
    report = await hall.inspect("pairs", *many(25))
    with pytest.raises(Stopped):
        await bring_in(hall, report, stopper("opening", 1))
    assert await states(hall) == {"open": 10, "staged": 15}
    assert await slots(hall) == 30
    assert await go_on(hall) == 1
    assert await states(hall) == {"open": 25}
    assert await slots(hall) == 20 * 3
    assert await go_on(hall) == 0
    published = [row for row in await hall.rows(schema.journal) if row.act == "published"]
    assert len(published) == 1


@pytest.mark.usefixtures("small_pages")
async def test_a_large_import_with_a_fault_or_a_changed_file_leaves_nothing(
    hall: Hall, tmp_path: Path
) -> None:
    await hall.project(tasks=0)
    path = tmp_path / "t.jsonl"
    path.write_bytes(lines_of(*many(12)))
    report = await imports.inspect(
        hall.db, project_key="pairs", name=path.name, data=path, by=None
    )
    before = await hall.census()
    path.write_bytes(lines_of(*many(12)[:-1]))
    with pytest.raises(Refused, match="import-changed"):
        await bring_in(hall, report)
    assert await hall.census() == before
    path.write_bytes(lines_of(*many(12)))
    await projects.set_state(
        hall.db, key="pairs", state=ProjectState.closed, by=None, cause=None, now=NOW
    )
    before = await hall.census()
    with pytest.raises(Refused, match="project-closed"):
        await bring_in(hall, report)
    assert await hall.census() == before


@pytest.mark.usefixtures("small_pages")
async def test_one_large_import_at_a_time_and_the_rest_of_a_dead_one_makes_way(hall: Hall) -> None:
    await hall.project(tasks=0)
    one, other = [await hall.inspect("pairs", *many(size)) for size in (11, 12)]
    with pytest.raises(Stopped):
        await bring_in(hall, one, stopper("adding", 1))
    async with hall.db.begin() as tx:
        await tx.execute(update(schema.loads).values(renewed_at=DatabaseTime()))
    with pytest.raises(Refused, match="import-running"):
        await bring_in(hall, other)
    async with hall.db.begin() as tx:
        await tx.execute(update(schema.loads).values(renewed_at=0))
    assert (await bring_in(hall, other)).tasks == 10


@pytest.mark.usefixtures("small_pages")
async def test_a_large_file_of_a_chat_is_published_once(hall: Hall) -> None:
    await hall.project(tasks=0)
    boss = await hall.person(roles=(Role.coordinator,))
    body = gzip.compress(lines_of(*many(15)))
    number = await imports.stage(
        hall.db, person_id=boss, name="t.jsonl.gz", body=body, cause=hall.cause(), now=NOW
    )
    report = await imports.inspect(
        hall.db, project_key="pairs", name="t.jsonl.gz", data=body, by=boss, number=number
    )

    async def act(cause: str) -> Published:
        return await imports.publish(
            hall.db, report, skip_refused=False, by=boss, cause=cause, now=NOW
        )

    assert (await act("u:1")).tasks == 12
    with pytest.raises(Repeated):
        await act("u:1")
    with pytest.raises(Refused, match="file-used"):
        await act("u:2")
    assert len(await hall.rows(schema.tasks)) == 15


@pytest.mark.usefixtures("small_pages")
async def test_countless_known_ids_are_counted_and_not_all_told(hall: Hall) -> None:
    await hall.project(tasks=0)
    report = await hall.inspect("pairs", *many(11))
    await bring_in(hall, report)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(looking, "CHAT", ReadingLimits(faults=5))
        again = await hall.inspect("pairs", *many(11), item("new"))
    assert (again.rows, again.good, again.refused, len(again.faults)) == (12, 1, 11, 5)
