"""The migration to pay: what was rated before there was a ledger is in it, and nothing else."""

# ruff: noqa: S608 - nothing but our own words

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from sqlalchemy import Connection, text

from bot.services import payruns, reviews
from storage import audit, schema
from storage.database import Database
from storage.migrate import _config, upgrade
from tests import postgres_server
from tests.services.builders import DAY, NOW, Hall
from tests.services.paid_hall import FRIDAY, PAY, WEEK

# Tables as they were at 0005, with what the statements below need.
_PERSON = (
    "INSERT INTO people (id, telegram_id, pseudonym, name, language, languages, zone, quiet_from, "
    "quiet_to, step, standing, created_at) VALUES ({id}, {id}, 'P{id}', 'Ada', 'en', '[\"en\"]', "
    "'UTC', '22:00', '08:00', 'done', 'good', {now})"
)
_TERMS = (
    '{"project_version_id": 1, "pay_minor": 70, "currency": "JPY", "hourly_minor": 2100, '
    '"seconds_per_task": 120, "measured": 0, "review_days": 3, "protect_content": false}'
)
_OFFER = (
    '{"pay_minor": 70, "currency": "JPY", "overlap": 3, "tasks_per_job": 2, '
    '"seconds_per_task": 120, "review_days": 3, "due_minutes": null, "languages": [], '
    '"protect_content": false, "content_warning": null}'
)
_SCHEME = (
    '{"name": "pairwise", "questions": [{"id": "preference", "kind": "choice", "ask": {}, '
    '"rows": []}]}'
)
_CONTENT = (
    '{"prompt": [["user", "Which?"]], "context": null, '
    '"responses": [["x", "X", null], ["y", "Y", null]]}'
)
_STATES = {1: "accepted", 2: "submitted", 3: "accepted"}


@pytest.fixture
async def db(engine: str, tmp_path: Path) -> AsyncIterator[Database]:
    """An empty hall at the schema before pay."""
    url = (
        f"sqlite+aiosqlite:///{tmp_path / 'hall.db'}"
        if engine == "sqlite"
        else postgres_server.address(await postgres_server.make_database())
    )
    hall = Database(url)
    async with hall.begin() as tx:
        await tx.run_sync(_to_0005)
    yield hall
    await hall.close()


def _to_0005(connection: Connection) -> None:
    command.upgrade(_config(connection), "0005")


def micros(moment: Any) -> int:
    return int(moment.timestamp()) * 1_000_000


async def rated(db: Database) -> None:
    """Two people of a project in yen, with ratings accepted and submitted."""
    now, decided, due = micros(NOW), micros(NOW + 3 * DAY), micros(NOW + 4 * DAY)
    made = [
        _PERSON.format(id=person, now=now) for person in (1, 2)
    ] + [
        "INSERT INTO projects (id, key, name, state, created_at) "  # noqa: ISC004 - one statement
        f"VALUES (1, 'p', 'P', 'open', {now})",
        f"INSERT INTO schemes (id, name, digest, body) VALUES (1, 'pairwise', 'd', '{_SCHEME}')",
        "INSERT INTO guidelines (id, project_id, version, body) VALUES (1, 1, 1, 'G')",
        "INSERT INTO project_versions (id, project_id, version, scheme_id, guidelines_id, offer, "  # noqa: ISC004 - one statement
        f"created_at) VALUES (1, 1, 1, 1, 1, '{_OFFER}', {now})",
        "UPDATE projects SET version_id = 1 WHERE id = 1",
        *(f"INSERT INTO tasks (id, project_id, external_id, content, overlap, open_slots, rank, "
          f"state, metadata, predictions) VALUES ({n}, 1, 't{n}', '{_CONTENT}', 3, 2, {n}, "
          "'open', '{}', '[]')" for n in _STATES),
        *("INSERT INTO jobs (id, number, person_id, project_id, state, terms, size, position, "
          f"claimed_at, due_at, last_act_at, submitted_at) VALUES ({n}, 'J{n}', {n}, 1, "
          f"'submitted', '{_TERMS}', 2, 3, {now}, {due}, {now}, {now})" for n in (1, 2)),
        *("INSERT INTO assignments (id, job_id, task_id, person_id, position, shown_order, state, "
          f"held, answer) VALUES ({n}, {1 + n // 3}, {n}, {1 + n // 3}, {1 + n % 2}, '[0, 1]', "
          f"'{state}', false, '{{}}')" for n, state in _STATES.items()),
        *("INSERT INTO ratings (id, number, assignment_id, job_id, version, answer, "
          "active_seconds, pay_minor, currency, submitted_at, accept_by, state, decided_at) "
          f"VALUES ({n}, 'R{n}', {n}, {1 + n // 3}, 1, '{{}}', 9, 70, 'JPY', {now}, {due}, "
          f"'{state}', {'NULL' if state == 'submitted' else decided})"
          for n, state in _STATES.items()),
    ]  # fmt: skip
    async with db.begin() as tx:
        for statement in made:
            await tx.exec_driver_sql(statement)


async def test_accepted_ratings_are_owed_and_submitted_ones_expected(db: Database) -> None:
    await rated(db)
    await upgrade(db)
    hall = Hall(db)
    lines = await hall.rows(schema.lines)
    assert [(one.number, one.person_id, one.state, one.pay_minor) for one in lines] == [
        ("R1", 1, "confirmed", 70), ("R2", 1, "submitted", 70), ("R3", 2, "confirmed", 70),
    ]  # fmt: skip
    assert {one.currency for one in lines} == {"JPY"}
    assert [one.confirmed_at for one in lines] == [NOW + 3 * DAY, None, NOW + 3 * DAY]
    legs = {(one.account, one.owner_id, one.minor) for one in await hall.rows(schema.postings)}
    assert legs == {
        ("project", 1, -70), ("earned", 1, 70), ("earned", 1, -70), ("payable", 1, 70),
        ("earned", 2, 70), ("earned", 2, -70), ("payable", 2, 70),
    }  # fmt: skip
    assert len(await hall.rows(schema.entries)) == 4
    async with db.read() as tx:
        assert await audit.breaches(tx) == []


async def test_what_was_owed_before_is_paid_on_the_next_pay_day(db: Database) -> None:
    await rated(db)
    await upgrade(db)
    hall = Hall(db)
    await reviews.accept_overdue(db, now=NOW + 4 * DAY)
    await payruns.run_due(db, now=FRIDAY + WEEK, rules=PAY)
    made = await hall.rows(schema.statements)
    assert [(one.person_id, one.net_minor) for one in made] == [(1, 140), (2, 70)]
    async with db.look() as tx:
        assert (await tx.execute(text("SELECT count(*) FROM payouts"))).scalar() == 2
