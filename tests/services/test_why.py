"""Why there is nothing: each reason that a project can have, with the next date or none."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.domain.memberships import MemberState
from bot.domain.people import Arrival, Pause, Standing
from bot.domain.profiles import Level, Wanted
from bot.domain.projects import ProjectState
from bot.domain.refusal import Refused
from bot.domain.requirements_reading import parsed
from bot.domain.rules import CapRules, Rules
from bot.domain.schedules import When
from bot.domain.why import weight
from bot.services import projects, waiting
from storage import memberships, schedules, schema
from tests.services.builders import DAY, MINUTE, NOW, RULES, Hall

MIDNIGHT = datetime(2030, 1, 16, tzinfo=UTC)
HOUR = timedelta(hours=1)
CAPPED = Rules(open_jobs=9, caps=CapRules(jobs_a_day=1))


async def nothing_left(hall: Hall, ada: int) -> None:
    await hall.project(tasks=1, overlap=1)
    await hall.finish(await hall.claim(await hall.call(), await hall.person()))


async def with_others(hall: Hall, ada: int) -> None:
    await hall.project(tasks=1, overlap=1, due_minutes=30)
    await hall.claim(await hall.call(), await hall.person())


async def with_others_past_due(hall: Hall, ada: int) -> None:
    await hall.project(tasks=1, overlap=1, due_minutes=30)
    await hall.claim(await hall.call(), await hall.person(), now=NOW - HOUR)


async def held_places(hall: Hall, ada: int) -> None:
    await hall.project(tasks=1, overlap=1)
    await hall.try_claim(await hall.call(), await hall.person(arrival=Arrival.zone))


async def no_call(hall: Hall, ada: int) -> None:
    await hall.project()


async def planned_call(hall: Hall, ada: int) -> None:
    made = await hall.project()
    async with hall.db.begin() as tx:
        await schedules.add(
            tx, number="PLAN2345", project_id=made.id, by=ada, limit=None, draw=False,
            waves=False, places=(), when=When("UTC", NOW + HOUR, None), next_at=NOW + HOUR,
            now=NOW,
        )  # fmt: skip


async def seen_all(hall: Hall, ada: int) -> None:
    await hall.project(tasks=5)
    await hall.finish(await hall.claim(await hall.call(), ada))


async def two_jobs(hall: Hall, ada: int) -> None:
    await hall.project(tasks=20)
    for _ in range(2):
        await hall.claim(await hall.call(), ada)


def state(to: ProjectState) -> Callable[[Hall, int], Awaitable[None]]:
    async def make(hall: Hall, ada: int) -> None:
        await hall.project()
        await hall.call()
        await projects.set_state(
            hall.db, key="pairs", state=to, by=None, cause=None, now=NOW
        )  # fmt: skip

    return make


def asking(**offer: Any) -> Callable[[Hall, int], Awaitable[None]]:
    async def make(hall: Hall, ada: int) -> None:
        await hall.group(-1005)
        await hall.project(**offer)
        await hall.call()
        said = {"languages": ["en"], "levels": {"en": "basic", "de": "none"}, "country": "US",
                "skills": {"law": False}}  # fmt: skip
        await hall.change(schema.people, ada, **said)

    return make


def requiring(written: str) -> Callable[[Hall, int], Awaitable[None]]:
    return asking(requires=parsed(written))


def person(**values: Any) -> Callable[[Hall, int], Awaitable[None]]:
    async def make(hall: Hall, ada: int) -> None:
        await hall.project()
        await hall.call()
        await hall.change(schema.people, ada, **values)

    return make


async def one_job_today(hall: Hall, ada: int) -> None:
    await hall.project(tasks=20)
    await hall.claim(await hall.call(), ada)


async def one_job_of_it(hall: Hall, ada: int) -> None:
    await hall.project(tasks=20, most_jobs_a_day=1)
    await hall.claim(await hall.call(), ada)


async def much_earned(hall: Hall, ada: int) -> None:
    await hall.project(tasks=20)
    await hall.finish(await hall.claim(await hall.call(), ada))


CASES: dict[str, tuple[Callable[[Hall, int], Awaitable[None]], datetime | None, Rules]] = {
    "all-done": (nothing_left, None, RULES),
    "all-with-others": (with_others, NOW + 30 * MINUTE, RULES),
    "all-taken": (with_others_past_due, None, RULES),
    "places-held": (held_places, NOW + 10 * MINUTE, RULES),
    "no-call-open": (no_call, None, RULES),
    "call-scheduled": (planned_call, NOW + HOUR, RULES),
    "seen-all": (seen_all, None, RULES),
    "open-jobs-cap": (two_jobs, None, RULES),
    "project-paused": (state(ProjectState.paused), None, RULES),
    "project-closed": (state(ProjectState.closed), None, RULES),
    "language": (asking(languages=("de",)), None, RULES),
    "level": (asking(languages=("en",), wanted=Wanted(level=Level.good)), None, RULES),
    "country": (asking(wanted=Wanted(countries=("DE",))), None, RULES),
    "skill": (asking(wanted=Wanted(skills=("law",))), None, RULES),
    "requires-other": (requiring("skill law or country DE"), None, RULES),
    "requires-tier-unknown": (requiring("tier law >= 1"), None, RULES),
    "requires-member": (requiring("member -1005"), None, RULES),
    "paused": (person(pause=Pause.own, paused_until=NOW + DAY), NOW + DAY, RULES),
    "paused-own": (person(pause=Pause.own), None, RULES),
    "paused-inactive": (person(pause=Pause.inactive), None, RULES),
    "paused-skips-until": (person(pause=Pause.skips, paused_until=NOW + HOUR), NOW + HOUR, RULES),
    "standing-suspended": (person(standing=Standing.suspended), None, RULES),
    "jobs-a-day": (one_job_today, MIDNIGHT, CAPPED),
    "project-jobs-a-day": (one_job_of_it, MIDNIGHT, RULES),
    "earnings-a-day": (
        much_earned, MIDNIGHT, Rules(caps=CapRules(earnings_a_day={"USD": 200})),
    ),
}  # fmt: skip


@pytest.mark.parametrize("reason", CASES)
async def test_each_reason_is_told_with_its_date(hall: Hall, reason: str) -> None:
    make, until, rules = CASES[reason]
    ada = await hall.person()
    await make(hall, ada)
    found = await waiting.work(hall.db, person_id=ada, now=NOW, rules=rules)
    assert found.openings == []
    ((_, no),) = found.reasons
    assert (no.reason, no.facts.get("until")) == (reason, until)


async def test_what_one_can_do_something_about_stands_first(hall: Hall) -> None:
    ada = await hall.person(skills={"law": False}, country="US")
    pool = await hall.group(-1005)
    offers: dict[str, dict[str, Any]] = {
        "a-closed": {}, "b-paused": {}, "c-far": {"wanted": Wanted(countries=("DE",))},
        "d-waiting": {}, "e-capped": {"most_jobs_a_day": 1},
        "f-group": {"requires": parsed("member -1005")},
        "g-law": {"wanted": Wanted(skills=("law",))},
    }  # fmt: skip
    for key, offer in offers.items():
        await hall.project(key, **offer)
    for key, to in (("a-closed", ProjectState.closed), ("b-paused", ProjectState.paused)):
        await projects.set_state(hall.db, key=key, state=to, by=None, cause=None, now=NOW)
    await hall.finish(await hall.claim(await hall.call("e-capped"), ada))
    found = await waiting.work(hall.db, person_id=ada, now=NOW, rules=RULES)
    assert [name.removeprefix("Pairs of ")[0] for name, _ in found.reasons] == list("fedgcba")
    async with hall.db.begin() as tx:
        await memberships.put(tx, pool, ada, MemberState.member, now=NOW)
    found = await waiting.work(hall.db, person_id=ada, now=NOW, rules=RULES)
    assert [no.reason for _, no in found.reasons][:2] == ["project-jobs-a-day", "no-call-open"]


def test_a_reason_that_is_not_known_here_stands_among_the_others() -> None:
    assert weight(Refused("something-new")) == 2
    assert weight(Refused("something-new", until=NOW)) == 1
