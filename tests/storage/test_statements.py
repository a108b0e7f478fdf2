"""One set of statements for both engines: all that a busy hall executes compiles for each."""

import importlib
import pkgutil
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import ClauseElement, Dialect, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.base import Executable

import storage
from bot.domain.notices import Delivered, TryAgain
from bot.domain.people import Role, Step
from bot.domain.ratings import SkipReason
from bot.services import (
    calls,
    chats,
    claims,
    deadlines,
    exports,
    imports,
    inbox,
    outbox,
    people,
    projects,
    ratings,
    replies,
    reviews,
    roles,
    waiting,
)
from storage.database import Database
from tests.services.builders import DAY, GROUP, NOW, RULES, TIE, Hall, item, lines_of

POSTGRES: Dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
SQLITE: Dialect = sqlite.dialect()


def constants() -> Iterator[tuple[str, ClauseElement]]:
    """Every statement or condition that a module of `storage` keeps."""
    for module in pkgutil.iter_modules(storage.__path__, "storage."):
        if module.name == "storage.migrations":
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, ClauseElement) and isinstance(value, Executable):
                yield f"{module.name}.{name}", value


STATEMENTS = dict(constants())


@pytest.mark.parametrize("name", sorted(STATEMENTS))
def test_a_statement_that_is_kept_compiles_for_postgresql(name: str) -> None:
    assert str(STATEMENTS[name].compile(dialect=POSTGRES))


def test_the_queue_skips_what_others_have_locked_where_there_are_many_workers() -> None:
    queue = STATEMENTS["storage.tasks._QUEUE"]
    assert "FOR NO KEY UPDATE OF tasks SKIP LOCKED" in str(queue.compile(dialect=POSTGRES))
    assert "FOR UPDATE" not in str(queue.compile(dialect=SQLITE))


async def contractors_day(hall: Hall) -> None:
    """Most of what contractors do, and the clock to them."""
    db = hall.db
    await hall.project(tasks=8, overlap=2, tasks_per_job=2)
    group = await hall.group()
    call = await hall.call(groups=(group,), limit=9)
    ada, ben, cleo = await hall.people(3)
    new = await hall.person(step=Step.zone)
    await hall.try_claim(call, new)
    await claims.finish_arrival(
        db, person_id=new, zone="UTC", cause=hall.cause(), now=NOW, rules=RULES,
        random=hall.random,
    )  # fmt: skip
    await calls.lapse_offers(db, now=NOW + DAY)
    done = await hall.finish(await hall.claim(call, ada))
    job = await hall.claim(call, ben)
    await ratings.skip(db, await hall.act(job), reason=SkipReason.other)
    await hall.rate(job, TIE)
    await hall.give_back(job, submit_finished=True)
    late = await hall.claim(call, cleo)
    await hall.rate(late, TIE)
    await deadlines.remind(db, now=late.due_at - timedelta(minutes=2))
    await deadlines.expire(db, now=NOW + DAY)
    await hall.hand_in(late, now=NOW + DAY)
    await hall.sweep_submissions(now=NOW + 2 * DAY)
    await reviews.accept_overdue(db, now=NOW + 9 * DAY)
    assert done.person_id == ada
    await waiting.sign_on(db, person_id=ada, hours=2, cause=hall.cause(), now=NOW)
    await waiting.work(db, person_id=ada, now=NOW, rules=RULES)
    await waiting.sign_off(db, person_id=ada, cause=hall.cause(), now=NOW)
    await waiting.end_waits(db, now=NOW)
    await people.went_away(db, person_id=ada, now=NOW)
    await people.came_back(db, person_id=ada, now=NOW)
    await roles.ensure_admins(db, (77,), now=NOW, rules=RULES)


async def coordinators_day(hall: Hall) -> None:
    """Most of what coordinators and admins do, and the outbox for everybody."""
    db = hall.db
    boss = await hall.person("Boss", roles=(Role.admin,))
    await roles.grant(
        db, telegram_id=78, role=Role.client, project_key="pairs", by=boss, cause=hall.cause(),
        now=NOW, rules=RULES,
    )  # fmt: skip
    await roles.revoke(
        db, role_id=(await roles.everybody(db))[-1].role_id, by=boss, cause=hall.cause(), now=NOW
    )
    await exports.collect(db, project_key="pairs", by=None)
    await projects.listed(db, by=None)
    await inbox.receive(db, [(1, 5, {"a": 1})], NOW)
    await inbox.newest(db)
    await inbox.fail(db, 1, "no")
    await inbox.finish(db, [(await inbox.take(db, 0, 9))[0].update_id])
    number = await imports.stage(
        db, person_id=boss, name="t", body=lines_of(item("z")), cause=hall.cause(), now=NOW
    )
    await imports.drop(db, number=number, by=boss, cause=hall.cause())
    await replies.owe(db, chat_id=5, kind="help", cause="x", now=NOW, facts={})
    for n, notice in enumerate(await outbox.lease(db, NOW + DAY, 99)):
        await outbox.settle(db, notice, TryAgain("x") if n else Delivered(n + 1), NOW + DAY)
    await outbox.recover(db, NOW + DAY, all=True)
    await outbox.next_due(db, NOW)
    await chats.migrated(db, old=GROUP, new=GROUP - 1, cause=hall.cause(), now=NOW)
    await calls.close_finished(db, now=NOW + DAY)


async def test_whatever_a_hall_executes_in_a_day_compiles_for_postgresql(db: Database) -> None:
    seen: dict[str, Any] = {}

    def executed(_conn: Any, clause: Any, *_more: Any) -> None:
        if isinstance(clause, ClauseElement):
            seen.setdefault(str(clause), clause)

    engines = db.engines
    for engine in engines:
        event.listen(engine, "before_execute", executed)
    hall = Hall(db)
    await contractors_day(hall)
    await coordinators_day(hall)
    assert len(seen) > 120
    for clause in seen.values():
        assert str(clause.compile(dialect=POSTGRES))
