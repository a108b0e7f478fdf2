"""The outbox: what is leased, what follows from each outcome, what a crash leaves."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.domain.notices import (
    Broken,
    Delivered,
    Moved,
    Notice,
    NoticeState,
    Outcome,
    Priority,
    TryAgain,
    Undeliverable,
    Unknown,
    Wait,
)
from bot.domain.people import Standing
from bot.domain.places import GONE, Hindrance, Membership, Rights
from bot.services import outbox
from storage import calls, chats, jobs, notices, people, posts, projects
from storage.database import Database
from storage.schema import jobs as jobs_table
from storage.schema import notices as table
from tests.services.builders import new_project

NOW = datetime(2030, 1, 1, tzinfo=UTC)
SECOND = timedelta(seconds=1)
ADMIN = Rights(Membership.administrator)


async def owe(db: Database, key: str, chat_id: int = 5, **more: Any) -> None:
    """Write one notice."""
    values: dict[str, Any] = {
        "kind": "plain",
        "args": {},
        "priority": Priority.personal,
    }
    async with db.begin() as tx:
        assert await notices.add(tx, key=key, chat_id=chat_id, now=NOW, **(values | more))


async def lease_one(db: Database, now: datetime = NOW) -> Notice:
    (notice,) = await outbox.lease(db, now, 25)
    return notice


async def row_of(db: Database, key: str) -> Any:
    async with db.read() as tx:
        return (await tx.execute(select(table).where(table.c.key == key))).one()


async def states(db: Database) -> dict[str, str]:
    async with db.read() as tx:
        rows = await tx.execute(select(table.c.key, table.c.state).order_by(table.c.id))
        return {row.key: row.state for row in rows}


async def test_one_a_chat_is_leased_in_order_and_by_priority(db: Database) -> None:
    await owe(db, "a", 5)
    await owe(db, "b", 5)
    await owe(db, "c", 6, priority=Priority.broadcast)
    await owe(db, "d", 7, priority=Priority.job)
    assert [notice.key for notice in await outbox.lease(db, NOW, 25)] == ["d", "a", "c"]
    # The first of chat 5 is in flight: its second waits.
    assert await outbox.lease(db, NOW, 25) == []


async def test_no_more_than_asked_for_are_leased(db: Database) -> None:
    for chat_id in range(1, 5):
        await owe(db, f"n{chat_id}", chat_id)
    assert len(await outbox.lease(db, NOW, 3)) == 3


async def test_what_is_stale_is_cancelled_and_the_next_of_its_chat_goes(db: Database) -> None:
    await owe(db, "old", expires_at=NOW - SECOND)
    await owe(db, "new")
    assert [notice.key for notice in await outbox.lease(db, NOW, 25)] == ["new"]
    assert await states(db) == {"old": "cancelled", "new": "sending"}


@pytest.mark.parametrize(
    ("outcome", "state", "later", "attempts"),
    [
        (Delivered(77), NoticeState.sent, timedelta(0), 1),
        (Delivered(None), NoticeState.cancelled, timedelta(0), 1),
        (Wait(NOW + 35 * SECOND), NoticeState.queued, 35 * SECOND, 0),
        (TryAgain("502"), NoticeState.queued, SECOND, 1),
        (Unknown("cut"), NoticeState.queued, SECOND, 1),
        (Moved(-100), NoticeState.queued, timedelta(0), 0),
        (Undeliverable("blocked"), NoticeState.undeliverable, timedelta(0), 1),
        (Broken("too long"), NoticeState.failed, timedelta(0), 1),
    ],
)
async def test_each_outcome_is_written(
    db: Database, outcome: Outcome, state: NoticeState, later: timedelta, attempts: int
) -> None:
    await owe(db, "a")
    settled = await outbox.settle(db, await lease_one(db), outcome, NOW)
    row = await row_of(db, "a")
    assert (row.state, row.attempts) == (state, attempts)
    assert row.not_before == NOW + later
    assert row.leased_until is None
    assert settled.state is state
    assert row.sent_at == (NOW if state is NoticeState.sent else None)
    assert row.repeated is isinstance(outcome, Unknown)


async def test_the_reason_is_kept(db: Database) -> None:
    await owe(db, "a")
    await outbox.settle(db, await lease_one(db), Broken("Message is too long"), NOW)
    assert (await row_of(db, "a")).error == "Message is too long"


async def test_a_crash_while_sending_repeats_and_says_so(db: Database) -> None:
    await owe(db, "a")
    await owe(db, "news", 6, priority=Priority.broadcast)
    await owe(db, "edit", 7, edits=9)
    assert len(await outbox.lease(db, NOW, 25)) == 3
    assert await outbox.recover(db, NOW, all=True) == 3
    assert await states(db) == {"a": "queued", "news": "uncertain", "edit": "queued"}
    assert (await row_of(db, "a")).repeated is True
    assert (await row_of(db, "edit")).repeated is False


async def test_a_living_process_keeps_what_it_has_in_flight(db: Database) -> None:
    await owe(db, "a")
    notice = await lease_one(db)
    assert await outbox.recover(db, NOW) == 0
    late = NOW + outbox.LEASE
    assert await outbox.recover(db, late, but_for={notice.id}) == 0
    assert await outbox.recover(db, late) == 1


async def test_a_notice_that_crashes_every_time_ends(db: Database) -> None:
    await owe(db, "a")
    now = NOW
    for _ in range(20):
        now += timedelta(hours=1)
        await outbox.lease(db, now, 25)
        await outbox.recover(db, now, all=True)
    assert await states(db) == {"a": "uncertain"}


async def person(db: Database, telegram_id: int) -> int:
    async with db.begin() as tx:
        return await people.add(
            tx, telegram_id=telegram_id, name="Ada", username=None, language="en", zone="UTC",
            quiet=("22:00", "08:00"), standing=Standing.good, now=NOW,
        )  # fmt: skip


async def unreachable_since(db: Database, person_id: int) -> datetime | None:
    async with db.read() as tx:
        return (await people.by_id(tx, person_id)).unreachable_since


async def test_who_cannot_be_reached_is_marked_with_the_first_time(db: Database) -> None:
    ada = await person(db, 5)
    for number in range(2):
        await owe(db, f"a{number}", 5, person_id=ada)
        now = NOW + number * timedelta(hours=1)
        await outbox.settle(db, await lease_one(db, now), Undeliverable("blocked"), now)
    assert await unreachable_since(db, ada) == NOW


async def group(db: Database, chat_id: int) -> None:
    async with db.begin() as tx:
        await chats.put(
            tx, chat_id=chat_id, kind="group", title="Hall", rights=ADMIN, added_by=None
        )


@pytest.mark.parametrize(
    ("hindrance", "thread", "rights"),
    [
        (Hindrance.gone, None, GONE),
        (Hindrance.no_rights, None, replace(ADMIN, may_post=False)),
        (Hindrance.topic_closed, 5, ADMIN),
        # Where no topic was named it is General that is closed.
        (Hindrance.topic_closed, None, replace(ADMIN, may_post=False)),
    ],
)
async def test_what_keeps_a_message_out_of_a_group_is_recorded(
    db: Database, hindrance: Hindrance, thread: int | None, rights: Rights
) -> None:
    await group(db, -7)
    await owe(db, "a", -7, thread_id=thread)
    await outbox.settle(db, await lease_one(db), Undeliverable("no", hindrance), NOW)
    async with db.read() as tx:
        chat = await chats.by_id(tx, -7)
    assert chat is not None
    assert chat.rights == rights


async def test_a_group_that_moved_takes_its_notices_along(db: Database) -> None:
    await group(db, -7)
    await owe(db, "a", -7, edits=3)
    await owe(db, "b", -7)
    await outbox.settle(db, await lease_one(db), Moved(-1007), NOW)
    assert ((await row_of(db, "a")).chat_id, (await row_of(db, "b")).chat_id) == (-1007, -1007)
    notice = await lease_one(db)
    # What it was to edit stayed behind in the old group.
    assert (notice.key, notice.chat_id, notice.edits) == ("a", -1007, None)


async def test_a_job_card_is_found_again(db: Database) -> None:
    ada = await person(db, 5)
    async with db.begin() as tx:
        project = await projects.add(tx, key="p", name="P", by=None, now=NOW)
        job = await jobs.add(tx, {
            "number": "JOB", "person_id": ada, "project_id": project, "state": "active",
            "terms": {}, "size": 1, "position": 0, "claimed_at": NOW, "due_at": NOW,
            "last_act_at": NOW,
        })  # fmt: skip
    await owe(db, "a", kind="job_card", args={"job_id": job})
    await outbox.settle(db, await lease_one(db), Delivered(77), NOW)
    async with db.read() as tx:
        found = await tx.execute(select(jobs_table.c.card_message_id))
        assert found.scalar_one() == 77


async def test_a_call_card_is_found_again(db: Database) -> None:
    await group(db, -7)
    async with db.begin() as tx:
        project = await projects.add(tx, key="p", name="P", by=None, now=NOW)
        made = new_project("p")
        await projects.add_version(
            tx, project, scheme=made.scheme, guide=made.guidelines, offer=made.offer, now=NOW
        )
        call = await calls.add(tx, number="CALL", project_id=project, limit=None, by=None, now=NOW)
        post = await posts.add(tx, call, -7, None)
    await owe(db, "a", -7, kind="call_card", args={"post_id": post})
    await outbox.settle(db, await lease_one(db), Delivered(77), NOW)
    async with db.read() as tx:
        assert (await posts.by_id(tx, post)).message_id == 77


async def test_a_card_that_was_not_sent_is_not_recorded(db: Database) -> None:
    await owe(db, "a", kind="call_card", args={"post_id": 1})
    await outbox.settle(db, await lease_one(db), Delivered(None), NOW)
    assert await states(db) == {"a": "cancelled"}


async def test_what_comes_next_is_what_is_not_due_yet(db: Database) -> None:
    assert await outbox.upcoming(db, NOW) == (False, None)
    await owe(db, "due")
    await owe(db, "soon", 6, not_before=NOW + SECOND)
    await owe(db, "later", 7, not_before=NOW + 9 * SECOND)
    assert await outbox.upcoming(db, NOW) == (True, NOW + SECOND)


async def test_who_wakes_late_does_not_queue_again_what_another_is_sending(db: Database) -> None:
    await owe(db, "a")
    mine = await lease_one(db)
    assert await outbox.recover(db, NOW, all=True) == 1
    later = NOW + 10 * SECOND
    theirs = await lease_one(db, later)
    await outbox.settle(db, mine, TryAgain("the network was away"), later)
    assert await states(db) == {"a": "sending"}
    await outbox.settle(db, theirs, Delivered(7), later)
    assert await states(db) == {"a": "sent"}
    assert await outbox.lease(db, later + 60 * SECOND, 25) == []
