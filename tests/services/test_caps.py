"""The most of one day: jobs, jobs of a project, earnings; by the person's own clock."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.day_caps import local_day
from bot.domain.refusal import Refused
from bot.domain.rules import CapRules, Rules
from bot.services import waiting
from tests.services.builders import MINUTE, NOW, Hall

CAIRO_MIDNIGHT = datetime(2030, 1, 15, 22, tzinfo=UTC)  # of the 16th


def capped(**caps: object) -> Rules:
    return Rules(open_jobs=9, caps=CapRules(**caps))  # type: ignore[arg-type]


async def claim(hall: Hall, person: int, rules: Rules, now: datetime = NOW) -> None:
    call = await hall.call(limit=1)
    assert (await hall.try_claim(call, person, now=now, rules=rules)).job is not None


async def test_jobs_a_day_are_counted_until_the_persons_own_midnight(hall: Hall) -> None:
    await hall.project(tasks=20, tasks_per_job=1)
    ada, rules = await hall.person(zone="Africa/Cairo"), capped(jobs_a_day=2)
    # Yesterday, by Ada's clock.
    await claim(hall, ada, rules, CAIRO_MIDNIGHT - timedelta(days=1, seconds=1))
    await claim(hall, ada, rules)
    await claim(hall, ada, rules)
    with pytest.raises(Refused) as no:
        await claim(hall, ada, rules, CAIRO_MIDNIGHT - MINUTE)
    assert (no.value.reason, no.value.facts) == ("jobs-a-day", {"cap": 2, "until": CAIRO_MIDNIGHT})
    found = await waiting.work(hall.db, person_id=ada, now=NOW, rules=rules)
    assert [one.reason for _, one in found.reasons] == ["jobs-a-day"]
    await claim(hall, ada, rules, CAIRO_MIDNIGHT)


async def test_what_is_given_back_counts_for_no_day(hall: Hall) -> None:
    await hall.project(tasks=20)
    ada, rules = await hall.person(), capped(jobs_a_day=1)
    job = await hall.claim(await hall.call(), ada)
    await hall.give_back(job)
    await claim(hall, ada, rules)


async def test_a_project_can_give_out_less(hall: Hall) -> None:
    await hall.project("small", tasks=20, most_jobs_a_day=1)
    await hall.project("other", tasks=20)
    ada = await hall.person()
    await hall.claim(await hall.call("small"), ada)
    with pytest.raises(Refused, match="project-jobs-a-day"):
        await hall.claim(await hall.call("small"), ada)
    assert await hall.claim(await hall.call("other"), ada)


async def test_who_has_earned_the_most_of_a_day_goes_on_tomorrow(hall: Hall) -> None:
    await hall.project(tasks=20)
    ada = await hall.person()
    await hall.finish(await hall.claim(await hall.call(), ada))
    earned = {"USD": 5 * 40}
    with pytest.raises(Refused) as no:
        await claim(hall, ada, capped(earnings_a_day=earned))
    assert no.value.reason == "earnings-a-day"
    assert no.value.facts == {
        "most": 200, "currency": "USD", "until": datetime(2030, 1, 16, tzinfo=UTC),
    }  # fmt: skip
    await claim(hall, ada, capped(earnings_a_day={"USD": 201, "EUR": 1}))


@pytest.mark.parametrize(
    ("zone", "now", "hours"),
    [
        ("UTC", NOW, 24),
        ("Europe/Berlin", datetime(2030, 3, 31, 12, tzinfo=UTC), 23),
        ("Europe/Berlin", datetime(2030, 10, 27, 12, tzinfo=UTC), 25),
    ],
)
def test_a_day_is_as_long_as_its_clock_makes_it(zone: str, now: datetime, hours: int) -> None:
    first, last = local_day(zone, now)
    assert first <= now < last
    assert last - first == timedelta(hours=hours)
