"""A project file against the project that is there: nothing new, something else asked, or less."""

from dataclasses import replace
from typing import Any

import pytest

from bot.domain.money import Money
from bot.domain.pay_terms import PayTerms
from bot.domain.people import Role
from bot.domain.projects import NewProject
from bot.domain.refusal import Refused
from bot.domain.requirements_reading import parsed
from bot.domain.rules import Rules
from bot.formats.schemes import packaged
from bot.services import project_files, projects
from bot.services.project_files import Compared
from tests.services.builders import NOW, Hall, new_project


async def compared(hall: Hall, new: NewProject, by: int) -> Compared | None:
    return await project_files.compared(hall.db, new, by=by, rules=Rules().pay)


async def boss(hall: Hall) -> int:
    return await hall.person("Boss", roles=(Role.admin,))


async def test_what_stands_already_makes_no_version(hall: Hall) -> None:
    by = await boss(hall)
    pool = await hall.group(-1005)
    same: dict[str, Any] = {
        "languages": ("en",), "client_price": Money(90, "USD"),
        "requires": parsed('member "group -1005" or tier law >= 40'),
    }  # fmt: skip
    assert await compared(hall, new_project(**same), by) is None
    before = await hall.project(tasks=5, **same)
    assert str(pool) in str(before.offer.requires)
    found = await compared(hall, new_project(**same), by)
    assert found is not None
    assert (found.is_same, found.asks_else, found.gives_less) == (True, False, False)
    made = await projects.create(hall.db, new_project(**same), by=by, cause="u:1", now=NOW)
    assert made.version_id == before.version_id
    assert len(await hall.acts("project-version")) == 1
    other = await projects.create(
        hall.db, new_project(**same | {"tasks_per_job": 6}), by=by, cause="u:2", now=NOW
    )
    assert other.version == 2


async def test_who_does_not_see_the_price_of_the_client_keeps_it(hall: Hall) -> None:
    await hall.project(client_price=Money(90, "USD"))
    by = await hall.person(roles=(Role.coordinator,))
    found = await compared(hall, new_project(), by)
    assert found is not None
    assert found.is_same


@pytest.mark.parametrize(
    "less",
    [
        {"pay": Money(39, "USD")}, {"review_days": 4}, {"pay_terms": PayTerms(fixed_percent=79)},
        {"pay_terms": PayTerms(flag_percent=50)}, {"pay_terms": PayTerms(confirm_days=7)},
    ],
)  # fmt: skip
async def test_less_than_now_is_told_once_somebody_could_have_claimed(
    hall: Hall, less: dict[str, Any]
) -> None:
    by = await boss(hall)
    await projects.create(hall.db, new_project(), by=by, cause=None, now=NOW)
    draft = await compared(hall, new_project(**less), by)
    assert draft is not None
    assert (draft.is_same, draft.gives_less) == (False, False)
    await hall.publish("pairs", *({"id": "t", "prompt": "?", "responses": TWO},))
    found = await compared(hall, new_project(**less), by)
    assert found is not None
    assert (found.gives_less, found.asks_else) == (True, False)


TWO = [{"id": "x", "text": "One.", "model": "m"}, {"id": "y", "text": "Two.", "model": "n"}]


async def test_what_people_earn_more_by_asks_for_no_second_tap(hall: Hall) -> None:
    by = await boss(hall)
    await hall.project(tasks=5)
    await hall.claim(await hall.call(), await hall.person())
    more = await compared(hall, new_project(pay=Money(50, "USD"), review_days=2), by)
    assert more is not None
    assert (more.gives_less, more.asks_else, more.open_jobs) == (False, False, 1)
    scheme = packaged("thumbs")
    assert scheme is not None
    asks = await compared(hall, replace(new_project(), scheme=scheme), by)
    assert asks is not None
    assert asks.asks_else


async def test_only_who_coordinates_it_is_told_of_a_project(hall: Hall) -> None:
    await hall.project(tasks=0)
    with pytest.raises(Refused, match="not-coordinator"):
        await compared(hall, new_project(), await hall.person())
    with pytest.raises(Refused, match="currency-fixed"):
        await compared(hall, new_project(pay=Money(40, "EUR")), await boss(hall))
