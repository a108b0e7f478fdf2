"""Two things at once, in the one order in which they could harm: PostgreSQL shows it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from bot.domain.draws import NewDraw
from bot.domain.pay_terms import Verdict
from bot.domain.payouts import PayoutState
from bot.domain.people import Arrival, Role
from bot.domain.places import Hindrance, Membership, Rights
from bot.domain.projects import ProjectState
from bot.domain.refusal import Refused
from bot.effects.places import lose_place
from bot.insistence import insistently
from bot.services import calls, chats, claims, processes, tiers
from bot.services.processes import Member
from storage import draws, leases, lines, payruns, people, projects, reviews, schema
from storage.database import Database, OtherBotError, Tx
from tests.services.builders import GROUP, NOW, RULES, Hall
from tests.services.test_payout_files import make, paid_run

pytestmark = pytest.mark.engines("postgres")


async def waits(db: Database, number: int = 1) -> None:
    """Return when so many transactions of the database wait for a lock."""
    waiting = text(
        "SELECT count(*) FROM pg_stat_activity "
        "WHERE datname = current_database() AND wait_event_type = 'Lock'"
    )
    async with asyncio.timeout(30):
        while True:
            async with db.read() as tx:
                if ((await tx.execute(waiting)).scalar() or 0) >= number:
                    return


@asynccontextmanager
async def kept(db: Database, project_id: int) -> AsyncIterator[Tx]:
    """A transaction that keeps a project from all others."""
    async with db.begin() as tx:
        await projects.lock(tx, project_id)
        yield tx


async def test_a_place_that_lapses_while_the_last_answer_waits_gives_no_job(hall: Hall) -> None:
    project = await hall.project(tasks=1, overlap=1)
    call = await hall.call(limit=1)
    new = await hall.person(arrival=Arrival.zone)
    await hall.try_claim(call, new)
    late = NOW + timedelta(hours=1)
    async with kept(hall.db, project.id):
        lapsing = asyncio.create_task(calls.lapse_offers(hall.db, now=late))
        await waits(hall.db)
        arriving = asyncio.create_task(
            claims.finish_arrival(
                hall.db, person_id=new, zone="UTC", cause=hall.cause(), now=late, rules=RULES,
                random=hall.random,
            )
        )  # fmt: skip
        await waits(hall.db, 2)
    await lapsing
    got = await arriving
    assert got.job is None
    assert got.list_place == 1


async def test_what_two_saw_of_one_loss_is_told_once(hall: Hall) -> None:
    await hall.project()
    await hall.group()
    await hall.call(groups=(GROUP,))
    gone = Rights(Membership.left, may_post=False)

    async def removed() -> None:
        await chats.bot_moved(
            hall.db, chat_id=GROUP, kind="supergroup", title="G", rights=gone, by=None,
            cause=hall.cause(), now=NOW,
        )  # fmt: skip

    before = len(await hall.notices("chat_changed"))
    async with hall.db.begin() as tx:
        await lose_place(tx, GROUP, None, Hindrance.gone, key="n1", now=NOW)
        update = asyncio.create_task(insistently(removed))
        await waits(hall.db)
    await update
    told = [row.person_id for row in (await hall.notices("chat_changed"))[before:]]
    assert len(told) == len(set(told)) > 0


async def test_no_call_is_posted_for_a_project_that_closes_meanwhile(hall: Hall) -> None:
    project = await hall.project()
    boss = await hall.person(roles=(Role.coordinator,))
    await hall.group()
    async with kept(hall.db, project.id) as tx:
        await projects.change(tx, project.id, state=ProjectState.closed)
        posting = asyncio.create_task(
            calls.post_call(
                hall.db, project_key="pairs", places=[(GROUP, None)], limit=None, by=boss,
                cause=hall.cause(), now=NOW,
            )
        )  # fmt: skip
        await waits(hall.db)
    with pytest.raises(Refused, match="project"):
        await posting


async def test_two_projects_with_cards_in_the_same_groups_are_in_nobodys_way(hall: Hall) -> None:
    other = GROUP - 1
    await hall.group()
    await hall.group(other)
    made = {}
    for key, places in (("pairs", (GROUP, other)), ("more", (other, GROUP))):
        await hall.project(key)
        made[key] = await hall.call(key, groups=places)
    async with hall.db.begin() as tx:
        for number, post in enumerate((await tx.execute(select(schema.call_posts))).all(), 1):
            await tx.execute(
                schema.call_posts.update()
                .where(schema.call_posts.c.id == post.id)
                .values(message_id=number)
            )
    one, two = await hall.people(2)
    async with hall.db.begin() as tx:
        await tx.execute(
            select(schema.chats.c.id).where(schema.chats.c.id == GROUP).with_for_update()
        )
        first = asyncio.create_task(hall.try_claim(made["pairs"], one))
        await waits(hall.db)
        second = asyncio.create_task(hall.try_claim(made["more"], two))
        await waits(hall.db, 2)
    # Neither of them meets a deadlock, which would be raised.
    assert (await first).job
    assert (await second).job


async def test_the_lease_is_renewed_however_many_wait_for_one_project(hall: Hall) -> None:
    project = await hall.project(tasks=40)
    call = await hall.call()
    crowd = await hall.people(30)
    watching = Database(hall.db.url.render_as_string(hide_password=False))
    async with kept(hall.db, project.id):
        taps = [asyncio.create_task(hall.try_claim(call, one)) for one in crowd]
        # They and the one that keeps the project have every connection there is.
        await waits(watching, 19)
        async with asyncio.timeout(30):
            standing = await processes.renew(hall.db, Member("one"), timedelta(minutes=1))
        assert standing.leads
    await asyncio.gather(*taps)
    await watching.close()


async def test_who_stands_still_while_it_renews_keeps_nobody_from_leading(hall: Hall) -> None:
    short, long = timedelta(microseconds=1), timedelta(minutes=1)
    await processes.renew(hall.db, Member("one"), short)

    async def stand_still() -> None:
        async with hall.db.begin(urgent=True) as tx:
            await leases.take(tx, leases.LEADER, "one", short)
            async with asyncio.timeout(30):
                assert (await processes.renew(hall.db, Member("two"), long)).leads
            await leases.is_held(tx, leases.LEADER, "one")

    with pytest.raises(DBAPIError, match="connection is closed"):
        await stand_still()


async def test_a_window_that_moves_in_the_last_moment_is_not_cut_off(hall: Hall) -> None:
    project = await hall.project()
    call = await hall.call(draw=NewDraw(60, "seed"))
    await hall.try_claim(call, await hall.person())
    late = NOW + timedelta(minutes=2)
    async with kept(hall.db, project.id) as tx:
        drawing = asyncio.create_task(
            claims.draw_due(hall.db, now=late, rules=RULES, random=hall.random)
        )
        await waits(hall.db)
        await draws.change(tx, call.id, until=late + timedelta(minutes=1))
    assert await drawing == 0
    assert await hall.acts("draw-closed") == []


async def test_a_payout_that_is_just_marked_comes_into_no_file(hall: Hall) -> None:
    admin, _, run = await paid_run(hall, 500, 700)
    first, second = await hall.rows(schema.payouts)
    async with hall.db.begin() as tx:
        await payruns.locked_payout(tx, first.number)
        making = asyncio.create_task(make(hall, run, admin))
        await waits(hall.db)
        await payruns.change_payout(tx, first.id, state=PayoutState.sent, sent_at=NOW)
    await making
    filed = [one.number for one in await hall.rows(schema.payouts) if one.file_id is not None]
    assert filed == [second.number]


async def test_two_bots_at_once_do_not_share_a_database(hall: Hall) -> None:
    async with hall.db.begin() as tx:
        await tx.execute(schema.hall.delete())
    bound = await asyncio.gather(
        *(insistently(partial(hall.db.bind, bot)) for bot in (1, 2)), return_exceptions=True
    )
    assert sum(isinstance(one, OtherBotError) for one in bound) == 1
    assert len(await hall.rows(schema.hall)) == 1


async def test_a_tier_is_not_counted_while_something_else_is_decided_about_the_person(
    hall: Hall,
) -> None:
    """Who read the facts before a decision would write the tier that it has changed."""
    await hall.project(tasks=12, tasks_per_job=12, overlap=1)
    job = await hall.finish(await hall.claim(await hall.call(), await hall.person()))
    night = NOW + timedelta(days=1)
    async with hall.db.begin() as tx:
        await people.locked(tx, job.person_id)
        counting = asyncio.create_task(tiers.recompute(hall.db, now=night, hour=2))
        await waits(hall.db)
        line = (await lines.of_job(tx, job.id))[0]
        await reviews.add(
            tx, assignment_id=line.assignment_id or 0, rating_id=None, by=job.person_id,
            verdict=Verdict.rejected, item=None, words=None, percent=0, fix=None, due_at=None,
            now=NOW,
        )  # fmt: skip
    assert await counting == 1
    (row,) = await hall.rows(schema.tiers)
    assert row.parts["verdicts"] == 1
