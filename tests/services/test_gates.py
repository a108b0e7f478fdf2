"""Between the tap and the job: a content warning, with a place held meanwhile."""

import pytest

from bot.domain.gates import GateKind, mark_of
from bot.domain.refusal import Refused
from bot.services import claims, content_warnings
from storage import schema
from tests.services.builders import MINUTE, NOW, RULES, Hall

BLOOD = "Some of the answers describe injuries."


async def _accept(hall: Hall, person_id: int, text: str = BLOOD, key: str = "pairs") -> None:
    await content_warnings.accept(
        hall.db, project_key=key, mark=mark_of(text), person_id=person_id, cause=hall.cause(),
        now=NOW,
    )  # fmt: skip


async def _go_on(hall: Hall, person_id: int, key: str = "pairs") -> claims.Claim:
    return await claims.go_on(
        hall.db, project_key=key, person_id=person_id, cause=hall.cause(), now=NOW, rules=RULES,
        random=hall.random,
    )  # fmt: skip


async def test_a_warning_holds_the_place_until_it_is_accepted(hall: Hall) -> None:
    await hall.project(content_warning=BLOOD, tasks=5, overlap=1)
    call, ada, bob = await hall.call(), await hall.person(), await hall.person("Bob")
    asked = await hall.try_claim(call, ada)
    assert asked.job is None
    assert asked.gate is not None
    assert asked.gate.kind is GateKind.warning
    assert asked.held_until == NOW + 10 * MINUTE
    assert (await hall.try_claim(call, bob)).list_place == 1
    await _accept(hall, ada)
    got = await _go_on(hall, ada)
    assert got.job is not None
    (offer,) = await hall.rows(schema.offers)
    assert offer.state == "claimed"


async def test_an_accepted_warning_is_not_asked_again_until_it_changes(hall: Hall) -> None:
    await hall.project(content_warning=BLOOD, tasks=20)
    call, ada = await hall.call(), await hall.person()
    await _accept(hall, ada)
    assert (await hall.try_claim(call, ada)).job is not None
    with pytest.raises(Refused, match="stale-button"):
        await _accept(hall, ada, "Another text.")


async def test_declining_gives_the_place_to_the_next(hall: Hall) -> None:
    await hall.project(content_warning=BLOOD, tasks=5, overlap=1)
    call, ada, bob = await hall.call(), await hall.person(), await hall.person("Bob")
    await hall.try_claim(call, ada)
    await claims.decline(hall.db, project_key="pairs", person_id=ada, cause=hall.cause(), now=NOW)
    (offer,) = await hall.rows(schema.offers)
    assert offer.state == "declined"
    assert (await hall.try_claim(call, bob)).gate is not None


async def test_without_a_held_place_nothing_is_claimed_by_accepting(hall: Hall) -> None:
    await hall.project(content_warning=BLOOD)
    await hall.call()
    ada = await hall.person()
    await _accept(hall, ada)
    assert await _go_on(hall, ada) == claims.Claim()


async def test_the_question_is_owed_once_for_a_tap_and_the_arrival_after_it(hall: Hall) -> None:
    await hall.project(content_warning=BLOOD)
    call, ada = await hall.call(), await hall.person()
    await hall.try_claim(call, ada)
    assert await claims.ask_again(
        hall.db, number=call.number, person_id=ada, cause=hall.cause(), now=NOW
    )
    assert [one.kind for one in await hall.rows(schema.notices)].count("gate") == 1
