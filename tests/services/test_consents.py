"""The terms of the hall: a new version is asked before the next claim, and nothing else stops."""

import pytest

from bot.domain.gates import GateKind
from bot.domain.hall_terms import HallTerms, TermsChangedError
from bot.domain.people import Arrival
from bot.services import claims, consents, people
from storage import schema
from tests.services.builders import DAY, NOW, Hall

FIRST = HallTerms(1, {"en": "Be fair."})
SECOND = HallTerms(2, {"en": "Be fair and kind.", "ar": "كن عادلًا ولطيفًا."})


async def _publish(hall: Hall, terms: HallTerms) -> None:
    await consents.publish(hall.db, terms, now=NOW)


async def _agree(hall: Hall, person: int, version: int, text: str = "All of it.") -> bool:
    return await consents.give(
        hall.db, person_id=person, version=version, language="en", text=text,
        cause=hall.cause(), now=NOW + DAY,
    )  # fmt: skip


async def test_a_new_version_is_asked_before_the_next_claim_and_touches_no_job(
    hall: Hall,
) -> None:
    await _publish(hall, FIRST)
    await hall.project(tasks=30)
    call, ada = await hall.call(), await hall.person()
    job = await hall.claim(call, ada)
    await _publish(hall, SECOND)
    asked = await hall.try_claim(call, await hall.person("Bob"))
    assert asked.gate is not None
    assert (asked.gate.kind, asked.gate.what) == (GateKind.consent, "2")
    assert asked.held_until is not None
    assert (await hall.finish(job)).state == "submitted"
    assert await _agree(hall, ada, 2)
    assert (await hall.try_claim(call, ada)).job is not None


async def test_what_was_agreed_to_is_kept_word_for_word(hall: Hall) -> None:
    await _publish(hall, FIRST)
    new = await hall.person(arrival=Arrival.consent)
    await people.consent(
        hall.db, person_id=new, cause=hall.cause(), now=NOW, version=1, text="Be fair."
    )
    await hall.change(schema.people, new, arrival=Arrival.done)
    await _publish(hall, SECOND)
    assert not (await consents.view(hall.db, new)).is_agreed
    assert await _agree(hall, new, 2, "Be fair and kind.")
    assert await _agree(hall, new, 2, "Something else.")  # a second tap changes nothing
    found = await consents.view(hall.db, new)
    assert found.is_agreed
    assert [(one.version, one.language, one.body, one.at) for one in found.given] == [
        (2, "en", "Be fair and kind.", NOW + DAY), (1, "en", "Be fair.", NOW),
    ]  # fmt: skip
    assert len(await hall.acts("consented")) == 2


async def test_a_tap_on_older_terms_agrees_to_nothing(hall: Hall) -> None:
    await _publish(hall, FIRST)
    ada, new = await hall.person(), await hall.person(arrival=Arrival.consent)
    await _publish(hall, SECOND)
    assert not await _agree(hall, ada, 1)
    person = await people.consent(
        hall.db, person_id=new, cause=hall.cause(), now=NOW, version=1, text="Be fair."
    )
    assert person.arrival is Arrival.consent
    assert await hall.rows(schema.consents) == []


async def test_declining_gives_the_place_back_and_takes_nothing_else(hall: Hall) -> None:
    await _publish(hall, SECOND)
    await hall.project(tasks=5, overlap=1)
    call, ada, bob = await hall.call(), await hall.person(), await hall.person("Bob")
    await hall.try_claim(call, ada)
    before = await hall.who(ada)
    await claims.decline(hall.db, project_key=None, person_id=ada, cause=hall.cause(), now=NOW)
    assert await hall.who(ada) == before
    await _agree(hall, bob, 2)
    assert (await hall.try_claim(call, bob)).job is not None
    # And at any time later one can agree after all.
    assert await _agree(hall, ada, 2)


@pytest.mark.parametrize(
    ("then", "said"),
    [
        (HallTerms(2, {"en": "Be mean."}), "give it the version 3"),
        (HallTerms(2, {}), "give it the version 3"),
        (HallTerms(2, {"ar": SECOND.texts["ar"]}), "give it the version 3"),
        (HallTerms(1, {"en": "Be fair."}), "give 2 or more"),
    ],
)
async def test_what_people_agreed_to_cannot_change_under_its_number(
    hall: Hall, then: HallTerms, said: str
) -> None:
    await _publish(hall, SECOND)
    with pytest.raises(TermsChangedError, match=said):
        await _publish(hall, then)


async def test_the_same_terms_again_and_another_language_are_no_news(hall: Hall) -> None:
    await _publish(hall, SECOND)
    ada = await hall.person(consent_version=2)
    more = HallTerms(2, {**SECOND.texts, "de": "Sei fair."})
    for terms in (SECOND, more, more):
        await _publish(hall, terms)
    found = await consents.view(hall.db, ada)
    assert found.is_agreed
    assert found.terms == more
    await hall.project()
    assert (await hall.try_claim(await hall.call(), ada)).job is not None


async def test_a_hall_without_terms_of_its_own_asks_nobody(hall: Hall) -> None:
    await _publish(hall, HallTerms(1, {}))
    await _publish(hall, HallTerms(1, {}))
    await hall.project()
    call, ada = await hall.call(), await hall.person()
    assert (await hall.try_claim(call, ada)).job is not None
    assert (await consents.view(hall.db, ada)).terms == HallTerms(1, {})
