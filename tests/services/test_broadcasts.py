"""Broadcasts: who fits, what is refused, and that each person comes to exactly one end."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.domain.broadcasts import FOR_ALL, Body, Broadcast, BroadcastState, Fate, Kind
from bot.domain.notices import Delivered, Undeliverable, Unknown, Unreached
from bot.domain.people import Role, Standing
from bot.domain.refusal import Refused
from bot.services import awaiting, broadcasts, outbox
from storage import broadcasts as stored
from storage import people as stored_people
from storage import schema
from tests.services.builders import DAY, MINUTE, NOW, SECOND, Hall

BEGUN = NOW + 61 * SECOND


async def boss(hall: Hall) -> int:
    return await hall.person("Boss", roles=(Role.admin,))


async def asked(hall: Hall, by: int, now: datetime = NOW) -> Any:
    found = await awaiting.awaited(hall.db, by, now=now)
    assert found is not None
    return found


async def drafted(hall: Hall, by: int, text: str = "Hello.", now: datetime = NOW) -> Broadcast:
    """A draft with that message for all."""
    one = await broadcasts.begin(hall.db, by=by, now=now)
    await broadcasts.ask(
        hall.db, number=one.number, topic=broadcasts.WORDS, by=by, card_id=None, now=now,
        version=FOR_ALL,
    )  # fmt: skip
    await broadcasts.write(hall.db, asked=await asked(hall, by, now), body=Body(text))
    return one


async def choose(hall: Hall, one: Broadcast, what: str, value: str = "-") -> int:
    """Narrow it down by that; returns how many fit then."""
    await broadcasts.choose(
        hall.db, number=one.number, what=what, value=value, on=True, by=one.by_id
    )
    return await reached(hall, one)


async def reached(hall: Hall, one: Broadcast, now: datetime = NOW) -> int:
    found = await broadcasts.prepared(hall.db, number=one.number, by=one.by_id, now=now)
    return found.people


async def confirmed(hall: Hall, one: Broadcast, now: datetime = NOW) -> None:
    """The sender has typed the number."""
    how: dict[str, Any] = {"notes": {}, "now": now}
    count = await broadcasts.ask_count(
        hall.db, number=one.number, by=one.by_id, card_id=None, **how
    )
    await broadcasts.confirm(
        hall.db,
        asked=await asked(hall, one.by_id, now),
        text=str(count),
        cause=hall.cause(),
        **how,
    )


async def fates(hall: Hall) -> list[str]:
    rows = await hall.rows(schema.broadcast_recipients)
    return sorted(row.state for row in rows)


async def now_stands(hall: Hall, one: Broadcast) -> Broadcast:
    async with hall.db.read() as tx:
        return await stored.by_id(tx, one.id)


async def test_people_are_narrowed_down_by_each_thing_and_by_all_of_them_at_once(
    hall: Hall,
) -> None:
    by = await boss(hall)
    await hall.project(languages=("en",))
    ada = await hall.person("Ada", languages=["en", "ar"], zone="Africa/Cairo")
    await hall.person("Ben", languages=["ar"], country="EG")
    cem = await hall.person("Cem", languages=["en"], zone="Europe/Berlin")
    await hall.person("Gone", standing=Standing.deactivated)
    await hall.person("Away", unreachable_since=NOW)
    await hall.person("Erased", erased_at=NOW)
    await hall.person("Quiet", hall_news=False)
    one = await drafted(hall, by)
    assert await reached(hall, one) == 4
    assert await choose(hall, one, "country", "EG") == 2
    assert await choose(hall, one, "language", "en") == 1
    assert await choose(hall, one, "country", "DE") == 2
    await broadcasts.choose(
        hall.db, number=one.number, what="country", value="EG", on=False, by=by
    )
    assert await reached(hall, one) == 1
    assert await choose(hall, one, "idle", "7") == 0
    assert await reached(hall, one, now=NOW + 8 * DAY) == 1
    again = await drafted(hall, by)
    await broadcasts.discard(hall.db, number=again.number, by=by)
    one = await drafted(hall, by)
    # Whoever wants no messages to all is still reached about the own work.
    assert await choose(hall, one, "project", "pairs") == 4
    assert await choose(hall, one, "worked") == 0
    call = await hall.call()
    await hall.claim(call, ada)
    assert await reached(hall, one) == 1
    await broadcasts.ask(
        hall.db, number=one.number, topic=broadcasts.IDS, by=by, card_id=None, now=NOW
    )
    known = [(await hall.who(each)).telegram_id for each in (ada, cem)]
    with pytest.raises(Refused, match="broadcast-ids"):
        await broadcasts.name_people(hall.db, asked=await asked(hall, by), text=f"{known[0]} 77")
    text = f"{known[0]}, {known[1]}"
    await broadcasts.name_people(hall.db, asked=await asked(hall, by), text=text)
    assert await reached(hall, one) == 1


async def test_a_coordinator_writes_to_the_own_projects_and_to_nobody_else(hall: Hall) -> None:
    mine, _ = await hall.project("mine"), await hall.project("other")
    by = await hall.person("Cora")
    async with hall.db.begin() as tx:
        await stored_people.grant(
            tx, person_id=by, role=Role.coordinator, project_id=mine.id, by=None, now=NOW
        )
    one = await drafted(hall, by)
    assert (await now_stands(hall, one)).segment.project_id == mine.id
    with pytest.raises(Refused, match="no-project"):
        await choose(hall, one, "project", "other")
    await broadcasts.choose(
        hall.db, number=one.number, what="project", value="mine", on=False, by=by
    )
    with pytest.raises(Refused, match="broadcast-project"):
        await confirmed(hall, one)
    with pytest.raises(Refused, match="not-coordinator"):
        await broadcasts.desk(hall.db, by=await hall.person("Nobody"))


async def test_what_is_too_long_in_one_language_nobody_and_the_past_are_refused(
    hall: Hall,
) -> None:
    by = await boss(hall)
    await hall.person("Kiri", zone="Pacific/Kiritimati")
    one = await drafted(hall, by)
    async with hall.db.begin() as tx:
        bodies = {FOR_ALL: Body("", (), Kind.photo, "f"), "ar": Body("ن" * 1020)}
        await stored.write(tx, one.id, bodies)
    with pytest.raises(Refused) as no:
        await broadcasts.ask_count(
            hall.db, number=one.number, by=by, notes={"ar": 10}, card_id=None, now=NOW
        )
    assert (no.value.reason, no.value.facts) == (
        "broadcast-caption",
        {"wording": "ar", "count": 6},
    )
    # There it is past midnight of the next day already.
    with pytest.raises(Refused, match="broadcast-past"):
        await broadcasts.set_time(
            hall.db, number=one.number, at="2030-01-16 02:00", by=by, now=NOW
        )
    with pytest.raises(Refused, match="broadcast-far"):
        await broadcasts.set_time(hall.db, number=one.number, at="2031-01-16 2:00", by=by, now=NOW)
    with pytest.raises(Refused, match="broadcast-time"):
        await broadcasts.set_time(hall.db, number=one.number, at="tomorrow", by=by, now=NOW)
    assert await choose(hall, one, "country", "DE") == 0
    with pytest.raises(Refused, match="broadcast-nobody"):
        await broadcasts.ask_count(
            hall.db, number=one.number, by=by, notes={}, card_id=None, now=NOW
        )


async def test_the_count_that_is_typed_is_the_one_that_was_shown_and_still_holds(
    hall: Hall,
) -> None:
    by = await boss(hall)
    one = await drafted(hall, by)
    how: dict[str, Any] = {"notes": {}, "now": NOW}
    await broadcasts.ask_count(hall.db, number=one.number, by=by, card_id=None, **how)
    question = await asked(hall, by)
    with pytest.raises(Refused, match="broadcast-count"):
        await broadcasts.confirm(hall.db, asked=question, text="2", cause=hall.cause(), **how)
    await hall.person("Late")
    with pytest.raises(Refused, match="broadcast-changed"):
        await broadcasts.confirm(hall.db, asked=question, text="1", cause=hall.cause(), **how)
    assert (await now_stands(hall, one)).state is BroadcastState.draft


async def test_a_draft_that_was_changed_after_the_count_was_asked_for_is_not_sent(
    hall: Hall,
) -> None:
    by = await boss(hall)
    one = await drafted(hall, by)
    how: dict[str, Any] = {"notes": {}, "now": NOW}
    await broadcasts.ask_count(hall.db, number=one.number, by=by, card_id=None, **how)
    question = await asked(hall, by)
    assert await choose(hall, one, "language", "en") == question.args["people"]
    with pytest.raises(Refused, match="broadcast-altered"):
        await broadcasts.confirm(
            hall.db, asked=question, text=str(question.args["people"]), cause=hall.cause(), **how
        )
    assert (await now_stands(hall, one)).state is BroadcastState.draft


async def sweep(hall: Hall, now: datetime) -> None:
    while await broadcasts.send_due(hall.db, now=now):
        pass


async def test_each_person_comes_to_one_end_which_the_report_tells(hall: Hall) -> None:
    by = await boss(hall)
    people = [by, *await hall.people(6)]
    one = await drafted(hall, by)
    await confirmed(hall, one)
    await sweep(hall, NOW + 30 * SECOND)
    assert await fates(hall) == []
    await sweep(hall, BEGUN)
    await hall.person("Too late")
    async with hall.db.begin() as tx:
        await stored_people.change(tx, people[6], standing=Standing.deactivated)
    assert await fates(hall) == [Fate.queued] * 7
    ends: dict[int, Any] = {
        people[0]: Delivered(1), people[1]: Delivered(2), people[2]: Unknown("died"),
        people[3]: Undeliverable("no", unreached=Unreached.blocked),
        people[4]: Undeliverable("no", unreached=Unreached.unstarted),
        people[5]: Undeliverable("no", unreached=Unreached.deleted), people[6]: Delivered(None),
    }  # fmt: skip
    for notice in await outbox.lease(hall.db, BEGUN, 20):
        await outbox.settle(hall.db, notice, ends[notice.person_id or 0], BEGUN)
    await sweep(hall, BEGUN + SECOND)
    assert await fates(hall) == sorted(
        ["sent", "sent", "uncertain", "blocked", "unstarted", "deleted", "left-out"]
    )
    done = await now_stands(hall, one)
    assert done.state is BroadcastState.done
    assert done.counts[Fate.sent] == 2
    assert [n.args["number"] for n in await hall.rows(
        schema.notices, schema.notices.c.kind == "broadcast_report"
    )] == [one.number]  # fmt: skip
    _, rows = await broadcasts.report(hall.db, number=one.number, by=by)
    assert len(rows) == 7
    acts = [await hall.acts(f"broadcast-{act}") for act in ("confirmed", "begun", "ended")]
    assert [len(found) for found in acts] == [1, 1, 1]


async def test_who_goes_between_the_count_and_the_sending_is_in_the_report(hall: Hall) -> None:
    by = await boss(hall)
    _, blocks, leaves = await hall.people(3)
    one = await drafted(hall, by)
    await confirmed(hall, one)
    async with hall.db.begin() as tx:
        await stored_people.change(tx, blocks, unreachable_since=NOW + 30 * SECOND)
        await stored_people.change(tx, leaves, hall_news=False)
    await sweep(hall, BEGUN)
    for notice in await outbox.lease(hall.db, BEGUN, 20):
        await outbox.settle(hall.db, notice, Delivered(notice.id), BEGUN)
    await sweep(hall, BEGUN + SECOND)
    done = await now_stands(hall, one)
    assert done.counts == {Fate.sent: 2, Fate.blocked: 1, Fate.left_out: 1}


async def test_what_is_stopped_before_anybody_is_listed_went_to_nobody(hall: Hall) -> None:
    by = await boss(hall)
    await hall.people(3)
    one = await drafted(hall, by)
    await confirmed(hall, one)
    await broadcasts.stop(
        hall.db, number=one.number, by=by, cause=hall.cause(), now=BEGUN
    )  # fmt: skip
    await sweep(hall, BEGUN)
    assert (await now_stands(hall, one)).counts == {Fate.stopped: 4}


async def test_a_stop_cancels_what_is_queued_and_only_what_was_in_flight_arrives(
    hall: Hall,
) -> None:
    by = await boss(hall)
    await hall.people(4)
    one = await drafted(hall, by)
    await confirmed(hall, one)
    await sweep(hall, BEGUN)
    flying = await outbox.lease(hall.db, BEGUN, 1)
    await broadcasts.stop(
        hall.db, number=one.number, by=by, cause=hall.cause(), now=BEGUN + SECOND
    )
    assert not await broadcasts.still_on(hall.db, one.id)
    assert await outbox.lease(hall.db, BEGUN + SECOND, 20) == []
    await broadcasts.send_due(hall.db, now=BEGUN + SECOND)
    assert (await now_stands(hall, one)).state is BroadcastState.stopping
    await outbox.settle(hall.db, flying[0], Delivered(9), BEGUN + SECOND)
    await sweep(hall, BEGUN + 2 * SECOND)
    assert (await now_stands(hall, one)).state is BroadcastState.stopped
    assert await fates(hall) == ["sent", *["stopped"] * 4]
    with pytest.raises(Refused, match="broadcast-over"):
        await broadcasts.stop(hall.db, number=one.number, by=by, cause=hall.cause(), now=BEGUN)


async def test_it_can_be_taken_back_for_a_minute_and_is_a_draft_again(hall: Hall) -> None:
    by = await boss(hall)
    one = await drafted(hall, by)
    await confirmed(hall, one)
    how: dict[str, Any] = {"number": one.number, "by": by}
    await broadcasts.undo(hall.db, cause=hall.cause(), now=NOW + 59 * SECOND, **how)
    assert (await now_stands(hall, one)).state is BroadcastState.draft
    await confirmed(hall, one, NOW + MINUTE)
    with pytest.raises(Refused, match="broadcast-begun"):
        await broadcasts.undo(hall.db, cause=hall.cause(), now=NOW + 2 * MINUTE, **how)


async def test_each_gets_it_at_the_time_of_the_own_clock_and_after_quiet_hours(
    hall: Hall,
) -> None:
    by = await boss(hall)
    zones = {"Asia/Tokyo": 0, "America/New_York": 0, "Europe/Berlin": 0}
    for zone in zones:
        await hall.person(zone, zone=zone)
    await hall.person("Sleeper", quiet_from="00:00", quiet_to="11:00")
    one = await drafted(hall, by)
    await broadcasts.set_time(hall.db, number=one.number, at="2030-01-17 09:00", by=by, now=NOW)
    await confirmed(hall, one)
    await sweep(hall, BEGUN)
    rows = await hall.rows(schema.broadcast_recipients)
    day = datetime(2030, 1, 17, tzinfo=NOW.tzinfo)
    assert [row.due_at - day for row in rows] == [
        timedelta(hours=hours) for hours in (9, 0, 14, 8, 11)
    ]
    await sweep(hall, day)
    assert await fates(hall) == ["queued", *["waiting"] * 4]
    # What nobody could send in a day is not sent at all.
    await sweep(hall, day + timedelta(hours=37))
    assert sorted(set(await fates(hall))) == ["late", "queued"]


async def take_roles(hall: Hall, of: int) -> None:
    async with hall.db.begin() as tx:
        for role_id, person, _, _ in await stored_people.all_roles(tx):
            if person.id == of:
                await stored_people.revoke(tx, role_id)


async def test_whoever_lost_the_right_meanwhile_sends_nothing(hall: Hall) -> None:
    by = await boss(hall)
    await boss(hall)
    one = await drafted(hall, by)
    await confirmed(hall, one)
    await take_roles(hall, by)
    await sweep(hall, BEGUN)
    assert (await now_stands(hall, one)).state is BroadcastState.stopped
    assert await fates(hall) == []


async def test_what_was_planned_for_later_goes_only_while_its_sender_may_send_it(
    hall: Hall,
) -> None:
    by = await boss(hall)
    await boss(hall)
    one = await drafted(hall, by)
    tomorrow = (NOW + timedelta(days=1)).strftime("%Y-%m-%d 12:00")
    await broadcasts.set_time(hall.db, number=one.number, at=tomorrow, by=by, now=NOW)
    await confirmed(hall, one)
    await sweep(hall, BEGUN)
    assert set(await fates(hall)) == {"waiting"}
    await take_roles(hall, by)
    await sweep(hall, BEGUN + timedelta(days=2))
    assert (await now_stands(hall, one)).state is BroadcastState.stopped
    assert set(await fates(hall)) == {"stopped"}


async def test_the_same_page_listed_and_queued_twice_reaches_everybody_once(hall: Hall) -> None:
    by = await boss(hall)
    await hall.people(3)
    one = await drafted(hall, by)
    await confirmed(hall, one)
    await sweep(hall, BEGUN)
    async with hall.db.begin() as tx:
        # As if a restored or delayed process did it all again.
        await stored.change(tx, one.id, listed=False, listed_id=0)
        again = schema.broadcast_recipients.update().values(state=Fate.waiting)
        await tx.execute(again)
    await sweep(hall, BEGUN + SECOND)
    assert len(await fates(hall)) == 4
    owed = await hall.rows(schema.notices, schema.notices.c.kind == "broadcast")
    assert len(owed) == 4


def test_a_version_without_a_picture_gets_the_one_for_all() -> None:
    whole = Body("All", (), Kind.photo, "f1")
    one: Any = type("One", (), {"bodies": {FOR_ALL: whole, "ar": Body("كل")}})()
    got = Broadcast.body_for(one, "ar")
    assert (got.kind, got.file_id, got.text) == (Kind.photo, "f1", "كل")
    assert Broadcast.body_for(one, "de") == replace(whole)
