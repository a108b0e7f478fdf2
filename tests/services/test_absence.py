"""Being away: reminders, the pause, one tap to return; a pause of one's own."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.domain.people import Arrival, Pause, Role, Standing
from bot.domain.refusal import Refused
from bot.domain.rules import StandingRules
from bot.services import absence, people, waiting
from storage import schema
from tests.services.builders import DAY, NOW, RULES, Hall

HOUR = timedelta(hours=1)


async def look(hall: Hall, *, after: float) -> int:
    return await absence.look_for_absent(
        hall.db, now=NOW + timedelta(days=after), rules=StandingRules()
    )


async def told(hall: Hall) -> list[tuple[str, int]]:
    """The notices about being away, each with its turn."""
    return [
        (row.kind, row.args["missed"])
        for kind in ("absence", "absence_paused") for row in await hall.notices(kind)
    ]  # fmt: skip


async def shows_up(hall: Hall, person_id: int, *, now: datetime) -> None:
    who = await hall.who(person_id)
    assert who.telegram_id is not None
    await people.meet(
        hall.db, telegram_id=who.telegram_id, name=who.name, username=None, language="en",
        client_language=None, now=now, rules=RULES,
    )  # fmt: skip


async def test_two_reminders_then_a_pause_each_once(hall: Hall) -> None:
    ada = await hall.person()
    seen = {}
    for day in (20.9, 21, 21.1, 27.9, 28, 34.9, 35, 36, 90):
        seen[day] = await look(hall, after=day)
    assert {day for day, count in seen.items() if count} == {21, 28, 35}
    assert await told(hall) == [("absence", 1), ("absence", 2), ("absence_paused", 3)]
    assert not any(row.sound for row in await hall.rows(schema.notices))
    paused = await hall.who(ada)
    assert (paused.pause, paused.paused_until) == (Pause.inactive, None)
    assert paused.standing is Standing.good


async def test_after_a_long_silence_of_ours_nobody_is_paused_at_once(hall: Hall) -> None:
    ada = await hall.person()
    for after in (60, 60.1, 66.9):
        await look(hall, after=after)
    assert await told(hall) == [("absence", 1)]
    await look(hall, after=67)
    await look(hall, after=73.9)
    assert (await hall.who(ada)).pause is None
    await look(hall, after=74)
    assert (await hall.who(ada)).pause is Pause.inactive


async def test_a_sign_of_life_begins_anew(hall: Hall) -> None:
    ada = await hall.person()
    await look(hall, after=21)
    await shows_up(hall, ada, now=NOW + 22 * DAY)
    assert await look(hall, after=42) == 0
    assert await look(hall, after=43) == 1


async def test_a_sign_of_life_is_written_once_a_day(hall: Hall) -> None:
    ada = await hall.person()
    await shows_up(hall, ada, now=NOW + 23 * HOUR)
    assert (await hall.who(ada)).seen_at == NOW
    await shows_up(hall, ada, now=NOW + 24 * HOUR)
    assert (await hall.who(ada)).seen_at == NOW + DAY


async def test_any_sign_ends_the_pause_and_says_so_once(hall: Hall) -> None:
    ada = await hall.person()
    for day in (21, 28, 35):
        await look(hall, after=day)
    for _ in range(2):
        await shows_up(hall, ada, now=NOW + 40 * DAY)
    assert (await hall.who(ada)).pause is None
    assert len(await hall.notices("welcome_back")) == 1
    assert len(await hall.acts("returned")) == 1
    await waiting.sign_on(hall.db, person_id=ada, hours=1, cause=hall.cause(), now=NOW + 40 * DAY)


async def test_a_tap_on_i_am_back_is_not_answered_twice(hall: Hall) -> None:
    ada = await hall.person()
    for day in (21, 28, 35):
        await look(hall, after=day)
    now = NOW + 40 * DAY
    await shows_up(hall, ada, now=now)
    await absence.come_back(hall.db, person_id=ada, cause=hall.cause(), now=now)
    assert [row.state for row in await hall.notices("welcome_back")] == ["cancelled"]


@pytest.mark.parametrize(
    "values",
    [
        {"unreachable_since": NOW},
        {"standing": Standing.deactivated},
        {"standing": Standing.suspended},
        {"arrival": Arrival.zone},
        {"telegram_id": None},
        {"pause": Pause.own},
        {"pause": Pause.own, "paused_until": NOW + 28 * DAY},
    ],
)
async def test_who_is_not_waited_for(hall: Hall, values: dict[str, Any]) -> None:
    await hall.person(**values)
    assert await look(hall, after=40) == 0


async def test_who_has_a_job_or_runs_the_hall_is_not_waited_for(hall: Hall) -> None:
    await hall.project()
    ada = await hall.person()
    await hall.claim(await hall.call(), ada)
    await hall.person("Boss", roles=(Role.admin,))
    await look(hall, after=40)
    assert await told(hall) == []


async def test_a_pause_of_ones_own_takes_off_the_list_and_ends_by_itself(hall: Hall) -> None:
    ada = await hall.person()
    await waiting.sign_on(hall.db, person_id=ada, hours=4, cause=hall.cause(), now=NOW)
    await absence.pause(hall.db, person_id=ada, days=7, cause=hall.cause(), now=NOW)
    assert await hall.rows(schema.waiting) == []
    with pytest.raises(Refused, match="paused"):
        await waiting.sign_on(hall.db, person_id=ada, hours=4, cause=hall.cause(), now=NOW)
    later = NOW + 7 * DAY
    await waiting.sign_on(hall.db, person_id=ada, hours=4, cause=hall.cause(), now=later)


async def test_an_absence_begins_when_the_pause_ended(hall: Hall) -> None:
    ada = await hall.person()
    await absence.pause(hall.db, person_id=ada, days=28, cause=hall.cause(), now=NOW)
    assert await look(hall, after=48) == 0
    assert await look(hall, after=49) == 1


async def test_i_am_back_ends_a_pause_without_an_end(hall: Hall) -> None:
    ada = await hall.person()
    await absence.pause(hall.db, person_id=ada, days=None, cause=hall.cause(), now=NOW)
    with pytest.raises(Refused, match="paused-own"):
        await waiting.sign_on(hall.db, person_id=ada, hours=4, cause=hall.cause(), now=NOW)
    for _ in range(2):
        back = await absence.come_back(hall.db, person_id=ada, cause=hall.cause(), now=NOW)
        assert back.pause is None
    assert len(await hall.acts("returned")) == 1


async def test_a_pause_of_another_kind_is_not_ended_by_ones_own(hall: Hall) -> None:
    ada = await hall.person(pause=Pause.skips, paused_until=NOW + HOUR)
    with pytest.raises(Refused, match="paused"):
        await absence.pause(hall.db, person_id=ada, days=1, cause=hall.cause(), now=NOW)
    kept = await absence.come_back(hall.db, person_id=ada, cause=hall.cause(), now=NOW)
    assert kept.pause is Pause.skips
    with pytest.raises(Refused, match="stale-button"):
        await absence.pause(hall.db, person_id=ada, days=2, cause=hall.cause(), now=NOW)
