"""In which zone people are paid: the one nearest to their own clock."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from bot.domain.lines import LineKind
from bot.domain.money import Money
from bot.domain.pay_periods import PayDay
from bot.domain.people import Arrival
from bot.domain.rules import PayRules, Rules
from bot.effects.owe_line import owe_line
from bot.services import claims, payruns, people
from storage import schema
from tests.services.builders import NOW, Hall

WORLD = ("Europe/Berlin", "Asia/Manila", "America/Bogota")
RULES = replace(Rules(), pay=PayRules(zones=WORLD, day=PayDay(4, time(12)), thresholds={}))
# Friday, 18 January 2030, 12:00 in Manila, which is 04:00 UTC.
FRIDAY_IN_MANILA = datetime(2030, 1, 18, 4, tzinfo=UTC)
HOUR = timedelta(hours=1)


async def pay_zone(hall: Hall, person_id: int) -> str:
    (row,) = await hall.rows(schema.people, schema.people.c.id == person_id)
    return str(row.pay_zone)


async def moves_to(hall: Hall, person_id: int, zone: str) -> None:
    await people.choose_zone(
        hall.db, person_id=person_id, zone=zone, cause=hall.cause(), now=NOW, rules=RULES
    )


async def earns(hall: Hall, person_id: int) -> None:
    async with hall.db.begin() as tx:
        await owe_line(
            tx, person_id=person_id, project_id=None, kind=LineKind.bonus,
            money=Money(500, "USD"), reason="extra-work", because=None, by=None, now=NOW,
        )  # fmt: skip


async def paid(hall: Hall) -> list[int]:
    return [one.person_id for one in await hall.rows(schema.statements)]


async def test_the_pay_zone_follows_the_time_zone(hall: Hall) -> None:
    ada = await hall.person(arrival=Arrival.zone)
    await claims.finish_arrival(
        hall.db, person_id=ada, zone="Asia/Tokyo", cause=hall.cause(), now=NOW, rules=RULES,
        random=hall.random,
    )  # fmt: skip
    assert await pay_zone(hall, ada) == "Asia/Manila"
    await moves_to(hall, ada, "America/New_York")
    assert await pay_zone(hall, ada) == "America/Bogota"


async def test_each_zone_is_paid_at_its_own_noon_and_whoever_has_none_with_the_first(
    hall: Hall,
) -> None:
    manila, bogota, early, elsewhere = await hall.people(4)
    await moves_to(hall, manila, "Asia/Manila")
    await moves_to(hall, bogota, "America/Lima")
    # Somebody from before there were pay zones, and one whose pay zone was given up since.
    await hall.change(schema.people, elsewhere, pay_zone="Africa/Cairo")
    for person in (manila, bogota, early, elsewhere):
        await earns(hall, person)
    await payruns.run_due(hall.db, now=FRIDAY_IN_MANILA, rules=RULES.pay)
    assert await paid(hall) == [manila]
    await payruns.run_due(hall.db, now=FRIDAY_IN_MANILA + 7 * HOUR, rules=RULES.pay)
    assert await paid(hall) == [manila, early, elsewhere]
    await payruns.run_due(hall.db, now=FRIDAY_IN_MANILA + 13 * HOUR, rules=RULES.pay)
    assert await paid(hall) == [manila, early, elsewhere, bogota]


async def test_who_moves_between_two_runs_of_a_week_is_paid_once(hall: Hall) -> None:
    ada = (await hall.people(1))[0]
    await moves_to(hall, ada, "Asia/Manila")
    await earns(hall, ada)
    await payruns.run_due(hall.db, now=FRIDAY_IN_MANILA, rules=RULES.pay)
    await moves_to(hall, ada, "America/Lima")
    await payruns.run_due(hall.db, now=FRIDAY_IN_MANILA + 24 * HOUR, rules=RULES.pay)
    assert await paid(hall) == [ada]
