"""What a project needs to know about a person: asked at the claim, kept, and counted after."""

from typing import Any

import pytest

from bot.domain.gates import GateKind
from bot.domain.people import Arrival
from bot.domain.profiles import Ask, Level, Question, Wanted
from bot.domain.refusal import Refused
from bot.services import claims, profiles, waiting
from storage import schema
from tests.services.builders import MINUTE, NOW, RULES, Hall

GOOD_GERMAN: dict[str, Any] = {"languages": ("de",), "wanted": Wanted(level=Level.good)}
GERMAN = Question(Ask.level, "de")


async def _answer(
    hall: Hall, person: int, asked: Question, answer: str, key: str = "pairs"
) -> bool:
    return await profiles.answer(
        hall.db, project_key=key, question=profiles.mark(asked.code), answer=answer,
        person_id=person, cause=hall.cause(), now=NOW,
    )  # fmt: skip


async def _go_on(hall: Hall, person: int, key: str = "pairs") -> claims.Claim:
    return await claims.go_on(
        hall.db, project_key=key, person_id=person, cause=hall.cause(), now=NOW, rules=RULES,
        random=hall.random,
    )  # fmt: skip


async def _set(hall: Hall, person: int, level: str, language: str = "de") -> None:
    await profiles.set_level(
        hall.db, person_id=person, language=language, level=level, cause=hall.cause(), now=NOW
    )


async def _add(hall: Hall, person: int, language: str) -> None:
    await profiles.toggle_language(
        hall.db, person_id=person, language=language, cause=hall.cause(), now=NOW
    )


async def _work(hall: Hall, person: int) -> waiting.Work:
    return await waiting.work(hall.db, person_id=person, now=NOW, rules=RULES)


async def test_an_unknown_level_is_asked_with_a_place_held_and_the_answer_gives_the_job(
    hall: Hall,
) -> None:
    await hall.project(**GOOD_GERMAN)
    call, ada = await hall.call(), await hall.person()
    asked = await hall.try_claim(call, ada)
    assert (asked.job, asked.held_until) == (None, NOW + 10 * MINUTE)
    assert asked.gate is not None
    assert (asked.gate.kind, asked.gate.what) == (GateKind.profile, GERMAN.code)
    assert await claims.asked_of(hall.db, person_id=ada, now=NOW) is not None
    assert await _answer(hall, ada, GERMAN, "fluent")
    assert (await _go_on(hall, ada)).job is not None
    assert await claims.asked_of(hall.db, person_id=ada, now=NOW) is None
    said = (await profiles.said(hall.db, ada)).profile
    assert (said.languages, said.levels) == (("en", "de"), {"de": "fluent"})
    (entry,) = await hall.acts("set-levels")
    assert (entry.before, entry.after) == ({"levels": {}}, {"levels": {"de": "fluent"}})


@pytest.mark.parametrize(
    ("level", "reason"), [("basic", "level"), ("none", "language"), ("good", None)]
)
async def test_an_answer_that_is_not_enough_is_the_reason_under_work_and_can_be_changed(
    hall: Hall, level: str, reason: str | None
) -> None:
    await hall.project(**GOOD_GERMAN)
    call, ada = await hall.call(), await hall.person()
    await hall.try_claim(call, ada)
    await _answer(hall, ada, GERMAN, level)
    got = await _go_on(hall, ada)
    assert (got.job is None) == (reason is not None)
    if reason is None:
        return
    # The place went to others, since it cannot become this person's job.
    (offer,) = await hall.rows(schema.offers)
    assert offer.state == "lapsed"
    ((_, no),) = (await _work(hall, ada)).reasons
    assert no.reason == reason
    with pytest.raises(Refused, match=reason):
        await hall.try_claim(call, ada)
    await _set(hall, ada, "native")
    assert (await hall.try_claim(call, ada)).job is not None


async def test_a_lower_level_counts_from_the_next_claim(hall: Hall) -> None:
    await hall.project(**GOOD_GERMAN, tasks=30)
    call, ada = await hall.call(), await hall.person()
    await _add(hall, ada, "de")
    await _set(hall, ada, "native")
    job = await hall.claim(call, ada)
    await _set(hall, ada, "basic")
    assert (await hall.finish(job)).state == "submitted"
    with pytest.raises(Refused, match="level"):
        await hall.try_claim(call, ada)
    assert len(await hall.acts("set-levels")) == 2


async def test_of_two_taps_on_two_devices_one_counts_and_the_other_is_told_what_stands(
    hall: Hall,
) -> None:
    await hall.project(**GOOD_GERMAN)
    call, ada = await hall.call(), await hall.person()
    await hall.try_claim(call, ada)
    assert await _answer(hall, ada, GERMAN, "good")
    assert not await _answer(hall, ada, GERMAN, "none")
    assert not await _answer(hall, ada, Question(Ask.country), "DE")
    assert (await profiles.said(hall.db, ada)).profile.levels == {"de": "good"}


async def test_a_second_tap_on_one_question_does_not_answer_the_next(hall: Hall) -> None:
    await hall.project(wanted=Wanted(skills=("law", "history")))
    ada, law = await hall.person(), Question(Ask.skill, "law")
    assert await _answer(hall, ada, law, "yes")
    assert not await _answer(hall, ada, law, "yes")
    assert (await profiles.said(hall.db, ada)).profile.skills == {"law": True}


async def test_every_question_of_a_project_is_asked_in_turn(hall: Hall) -> None:
    wanted = Wanted(Level.good, countries=("DE",), skills=("law",))
    await hall.project(languages=("de", "fr"), wanted=wanted)
    call, ada = await hall.call(), await hall.person()
    asked: list[str] = []
    claim = await hall.try_claim(call, ada)
    for answer in ("1", "good", "DE", "yes"):
        assert claim.gate is not None
        asked.append(claim.gate.what)
        ask, _, about = claim.gate.what.partition(":")
        assert await _answer(hall, ada, Question(Ask(ask), about), answer)
        claim = await _go_on(hall, ada)
    assert asked == ["languages:", "level:fr", "country:", "skill:law"]
    assert claim.job is not None
    acts = ("set-work-languages", "set-levels", "set-country", "set-skills")
    assert [len(await hall.acts(act)) for act in acts] == [1, 1, 1, 1]


async def test_what_is_no_country_or_no_answer_is_refused(hall: Hall) -> None:
    await hall.project(wanted=Wanted(countries=("DE",)))
    ada = await hall.person()
    with pytest.raises(Refused, match="stale-button"):
        await _answer(hall, ada, Question(Ask.country), "XX")
    with pytest.raises(Refused, match="stale-button"):
        await _set(hall, ada, "best")
    with pytest.raises(Refused, match="stale-button"):
        await profiles.toggle_skill(
            hall.db, person_id=ada, skill="juggling", cause=hall.cause(), now=NOW
        )


async def test_work_says_what_an_answer_would_open_and_only_then(hall: Hall) -> None:
    await hall.project(**GOOD_GERMAN)
    await hall.project("more", **GOOD_GERMAN)
    await hall.project("far", wanted=Wanted(countries=("DE",), skills=("law",)))
    await hall.project("closed", languages=("fr",))
    for key in ("pairs", "more", "far"):
        await hall.call(key)
    ada = await hall.person()
    found = (await _work(hall, ada)).unasked
    assert found is not None
    assert (found.questions, {one.key for one in found.projects}) == (1, {"pairs", "more"})
    # What has no place now, is no reason to ask; nor is what is known.
    await _add(hall, ada, "de")
    await _set(hall, ada, "good")
    found = (await _work(hall, ada)).unasked
    assert found is not None
    assert (found.questions, [one.key for one in found.projects]) == (2, ["far"])
    assert {one.project.key for one in (await _work(hall, ada)).openings} == {"pairs", "more"}
    await profiles.set_country(hall.db, person_id=ada, country="FR", cause=hall.cause(), now=NOW)
    assert (await _work(hall, ada)).unasked is None


async def test_a_place_that_is_held_stands_under_work_until_it_lapses(hall: Hall) -> None:
    await hall.project(**GOOD_GERMAN)
    call, ada = await hall.call(), await hall.person()
    await hall.try_claim(call, ada)
    ((project, until),) = (await _work(hall, ada)).held
    assert (project.key, until) == ("pairs", NOW + 10 * MINUTE)
    late = NOW + 10 * MINUTE
    assert (await waiting.work(hall.db, person_id=ada, now=late, rules=RULES)).held == ()
    assert await claims.asked_of(hall.db, person_id=ada, now=late) is None


async def test_skills_and_languages_are_switched_and_one_language_stays(hall: Hall) -> None:
    ada = await hall.person()

    async def toggle(language: str) -> tuple[str, ...]:
        return await profiles.toggle_language(
            hall.db, person_id=ada, language=language, cause=hall.cause(), now=NOW
        )

    assert await toggle("ar") == ("en", "ar")
    assert await toggle("en") == ("ar",)
    with pytest.raises(Refused, match="last-language"):
        await toggle("ar")
    for _ in range(3):
        await profiles.toggle_skill(
            hall.db, person_id=ada, skill="law", cause=hall.cause(), now=NOW
        )
    said = (await profiles.said(hall.db, ada)).profile
    assert (said.languages, said.levels, said.skills) == (("ar",), {"en": "none"}, {"law": True})


async def test_a_newcomer_is_asked_after_arriving_with_the_place_held_on(hall: Hall) -> None:
    await hall.project(**GOOD_GERMAN)
    call = await hall.call()
    new = await hall.person(arrival=Arrival.consent)
    assert (await hall.try_claim(call, new)).held_until == NOW + 10 * MINUTE
    await hall.change(schema.people, new, arrival=Arrival.zone)
    got: Any = await claims.finish_arrival(
        hall.db, person_id=new, zone="Europe/Berlin", cause=hall.cause(), now=NOW, rules=RULES,
        random=hall.random,
    )  # fmt: skip
    assert got.gate.what == GERMAN.code
    assert len(await hall.rows(schema.offers)) == 1
    await _answer(hall, new, GERMAN, "good")
    assert (await _go_on(hall, new)).job is not None


async def test_a_level_is_kept_of_languages_that_were_asked_about(hall: Hall) -> None:
    ada = await hall.person()
    for made_up in ("xx", "de", "<b>", "x" * 60):
        with pytest.raises(Refused, match="stale-button"):
            await _set(hall, ada, "native", made_up)
    assert (await profiles.said(hall.db, ada)).profile.languages == ("en",)
    await _set(hall, ada, "native", "en")
    assert (await profiles.said(hall.db, ada)).profile.levels == {"en": "native"}
