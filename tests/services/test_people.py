"""Arriving, settings, going away and coming back."""

import asyncio

import pytest

from bot.domain.notices import Priority
from bot.domain.people import ANONYMOUS_IDS, Arrival, Person, Role, Standing
from bot.domain.refusal import Refused, Repeated
from bot.domain.rules import Rules
from bot.insistence import insistently
from bot.services import people, profiles, roles
from storage import notices, schema
from tests.services.builders import DAY, NOW, RULES, Hall, at


async def meet(
    hall: Hall, telegram_id: int = 11, name: str = "Ada", rules: Rules | None = None
) -> Person:
    return await people.meet(
        hall.db, telegram_id=telegram_id, name=name, username="ada", language="en",
        client_language="pt-br", now=NOW, rules=rules or Rules(quiet_from="21:00"),
    )  # fmt: skip


async def test_a_newcomer_is_known_from_the_first_word_on(hall: Hall) -> None:
    ada = await meet(hall)
    assert (ada.arrival, ada.standing, ada.zone) == (
        Arrival.consent,
        Standing.good,
        "America/Sao_Paulo",
    )
    assert (ada.quiet_from, ada.quiet_to) == (at("21:00"), at("08:00"))
    assert await meet(hall) == ada
    assert len(await hall.acts("arrived")) == 1


async def test_two_words_at_once_make_one_person(hall: Hall) -> None:
    met = await asyncio.gather(*(insistently(lambda: meet(hall)) for _ in range(5)))
    assert len({one.id for one in met}) == 1
    assert len(await hall.rows(schema.people)) == 1


async def test_a_new_name_is_taken_over(hall: Hall) -> None:
    ada = await meet(hall)
    assert (await meet(hall, name="Ada L.")).name == "Ada L."
    assert (await people.by_id(hall.db, ada.id)).name == "Ada L."


@pytest.mark.parametrize("shared", sorted(ANONYMOUS_IDS))
async def test_nobody_is_met_under_a_shared_id(hall: Hall, shared: int) -> None:
    with pytest.raises(Refused, match="anonymous"):
        await meet(hall, shared)
    assert await hall.rows(schema.people) == []


async def test_the_questions_are_answered_one_by_one_and_in_order(hall: Hall) -> None:
    ada = (await meet(hall)).id

    async def consent(cause: str | None = None) -> Person:
        return await people.consent(hall.db, person_id=ada, cause=cause or hall.cause(), now=NOW)

    assert (await consent("u:1")).arrival is Arrival.language
    with pytest.raises(Repeated):
        await consent("u:1")
    # A second tap on the same button changes nothing.
    assert (await consent()).arrival is Arrival.language
    assert len(await hall.acts("consented")) == 1
    person = await people.choose_language(
        hall.db, person_id=ada, language="ar", cause=hall.cause(), now=NOW
    )
    assert (person.arrival, person.language) == (Arrival.zone, "ar")
    assert (await profiles.said(hall.db, ada)).profile.languages == ("en", "ar")
    person = await people.choose_zone(
        hall.db, person_id=ada, zone="Asia/Manila", cause=hall.cause(), now=NOW, rules=RULES
    )
    assert (person.arrival, person.zone) == (Arrival.done, "Asia/Manila")


async def test_settings_change_later_without_asking_anew(hall: Hall) -> None:
    ada = await hall.person()
    person = await people.choose_language(
        hall.db, person_id=ada, language="ar", cause=hall.cause(), now=NOW
    )
    assert (person.arrival, person.language) == (Arrival.done, "ar")
    person = await people.choose_zone(
        hall.db, person_id=ada, zone="Europe/Kyiv", cause=hall.cause(), now=NOW, rules=RULES
    )
    assert (person.arrival, person.zone) == (Arrival.done, "Europe/Kyiv")
    person = await people.choose_quiet_hours(
        hall.db, person_id=ada, start=at("23:30"), end=at("06:00"), cause=hall.cause(), now=NOW
    )
    assert (person.quiet_from, person.quiet_to) == (at("23:30"), at("06:00"))
    (entry,) = await hall.acts("set-quiet-hours")
    assert (entry.before, entry.after) == (
        {"quiet-hours": "22:00-08:00"}, {"quiet-hours": "23:30-06:00"},
    )  # fmt: skip


async def test_what_could_not_be_delivered_goes_out_after_the_return(hall: Hall) -> None:
    ada = await hall.person()
    chat_id = (await hall.who(ada)).telegram_id
    assert chat_id is not None
    async with hall.db.begin() as tx:
        for key, priority in (("personal", Priority.personal), ("wide", Priority.broadcast)):
            await notices.add(
                tx, key=key, chat_id=chat_id, kind="plain", args={}, priority=priority, now=NOW,
                person_id=ada,
            )  # fmt: skip
    for row in await hall.notices("plain"):
        await hall.change(schema.notices, row.id, state="undeliverable")
    await people.went_away(hall.db, person_id=ada, now=NOW)
    assert (await hall.who(ada)).unreachable_since == NOW
    await people.came_back(hall.db, person_id=ada, now=NOW + DAY)
    assert (await hall.who(ada)).unreachable_since is None
    states = {row.key: (row.state, row.not_before) for row in await hall.notices("plain")}
    assert states["personal"] == ("queued", NOW + DAY)
    assert states["wide"][0] == "undeliverable"


async def test_the_configured_admins_hold_the_role_known_or_not(hall: Hall) -> None:
    ada = await hall.person()
    known = (await hall.who(ada)).telegram_id
    assert known is not None
    for _ in range(2):
        await roles.ensure_admins(hall.db, (known, 77), now=NOW, rules=Rules())
    assert (await hall.who(ada)).is_admin
    assert len(await hall.rows(schema.roles, schema.roles.c.role == Role.admin)) == 2
    assert len(await hall.acts("role-granted")) == 2
