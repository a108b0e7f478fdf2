"""The hall's own schemes: who may save them, what they replace, and what keeps them."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain import samples as sample_rules
from bot.domain.awaiting import AwaitedText
from bot.domain.people import Role
from bot.domain.refusal import Refused, Repeated
from bot.domain.scheme_body import scheme_from
from bot.domain.scheme_drafts import Part, Shows, begun
from bot.domain.scheme_parts import Turn, turned
from bot.formats.scheme_file import read_scheme
from bot.formats.scheme_text import scheme_text
from bot.formats.schemes import NAMES, packaged
from bot.services import awaiting, erasing, projects, samples, scheme_drafts, schemes
from storage import people, schema
from storage import scheme_drafts as stored
from tests.services.builders import NOW, Hall, new_project

LATER = NOW + timedelta(minutes=1)


def body(name: str = "tone", ask: str = "Which one is kinder?") -> dict[str, Any]:
    return {
        "name": name, "responses": [2, 2], "seconds_per_choice": 20,
        "questions": [{"id": "tone", "kind": "pick", "ask": {"en": ask}}],
    }  # fmt: skip


async def boss(hall: Hall) -> int:
    return await hall.person("Boss", roles=(Role.coordinator,))


async def save(hall: Hall, by: int | None, scheme: dict[str, Any]) -> schemes.Listed:
    return await schemes.save(hall.db, scheme, by=by, cause=hall.cause(), now=NOW)


async def asked(hall: Hall, person: int) -> AwaitedText:
    found = await awaiting.awaited(hall.db, person, now=NOW)
    assert found is not None
    return found


async def test_a_scheme_is_saved_under_its_name_and_in_place_of_an_older_one(hall: Hall) -> None:
    ada = await boss(hall)
    await save(hall, ada, body())
    await save(hall, None, body(ask="Which one is politer?"))
    found = await schemes.listed(hall.db, by=ada)
    assert [one.name for one in found] == ["tone", *NAMES]
    assert [one.own for one in found] == [True, *[False] * len(NAMES)]
    bodies = await schemes.own_bodies(hall.db)
    assert bodies == {"tone": body(ask="Which one is politer?")}
    with pytest.raises(Refused, match="scheme-name-taken"):
        await save(hall, ada, body("pairwise"))
    acts = [row.act for row in await hall.rows(schema.journal)]
    assert acts.count("scheme-saved") == 2


async def test_only_who_coordinates_may_see_save_and_make_schemes(hall: Hall) -> None:
    bo = await hall.person("Bo")
    with pytest.raises(Refused, match="not-coordinator"):
        await save(hall, bo, body())
    with pytest.raises(Refused, match="not-coordinator"):
        await schemes.listed(hall.db, by=bo)
    with pytest.raises(Refused, match="not-coordinator"):
        await scheme_drafts.begin(hall.db, Shows.one, by=bo, cause=hall.cause(), now=NOW)
    with pytest.raises(Refused, match="not-coordinator"):
        await samples.begin(hall.db, body(), by=bo, back=("schemes", {}), now=NOW)
    await save(hall, None, body())
    with pytest.raises(Refused, match="not-coordinator"):
        await schemes.delete(hall.db, "tone", by=bo, cause=hall.cause(), now=NOW)


async def test_a_project_keeps_its_scheme_and_the_scheme_its_place(hall: Hall) -> None:
    ada = await boss(hall)
    await save(hall, ada, body())
    made = replace(new_project(), scheme=body())
    await projects.create(hall.db, made, by=None, cause=None, now=NOW)
    await save(hall, ada, body(ask="Other words"))
    project = await projects.by_key(hall.db, "pairs", by=None)
    assert project.scheme.questions[0].ask["en"] == "Which one is kinder?"
    assert (await schemes.one(hall.db, "tone", by=ada)).users == (project.name,)
    with pytest.raises(Refused, match="scheme-used"):
        await schemes.delete(hall.db, "tone", by=ada, cause=hall.cause(), now=NOW)
    with pytest.raises(Refused, match="no-scheme"):
        await schemes.delete(hall.db, "pairwise", by=ada, cause=hall.cause(), now=NOW)
    await save(hall, ada, body("other"))
    await schemes.delete(hall.db, "other", by=ada, cause=hall.cause(), now=NOW)
    with pytest.raises(Refused, match="no-scheme"):
        await schemes.one(hall.db, "other", by=ada)


async def test_a_draft_is_one_persons_and_ends_with_saving(hall: Hall) -> None:
    ada, bo = await boss(hall), await boss(hall)
    await save(hall, None, body())
    draft = await scheme_drafts.take_up(hall.db, "tone", by=ada, cause=hall.cause(), now=NOW)
    await scheme_drafts.begin(hall.db, Shows.one, by=bo, cause=hall.cause(), now=NOW)
    with pytest.raises(Refused, match="scheme-draft-gone"):
        await scheme_drafts.mine(hall.db, draft.number, by=bo)
    cause = hall.cause()
    await scheme_drafts.change(
        hall.db, draft.number, lambda d: turned(d, "tone", Turn.required), by=ada, cause=cause,
        now=NOW,
    )  # fmt: skip
    with pytest.raises(Repeated):
        await scheme_drafts.change(
            hall.db, draft.number, dict, by=ada, cause=cause, now=NOW
        )  # fmt: skip
    lacking = await scheme_drafts.mine(hall.db, draft.number, by=ada)
    assert isinstance(scheme_drafts.checked(lacking), list)
    await save(hall, ada, body())
    assert await scheme_drafts.current(hall.db, by=ada) is None


async def test_words_make_a_question_and_its_answers_are_asked_next(hall: Hall) -> None:
    ada = await boss(hall)
    draft = await scheme_drafts.begin(hall.db, Shows.one, by=ada, cause=hall.cause(), now=NOW)
    await scheme_drafts.ask(
        hall.db, draft.number, scheme_drafts.WORDS, by=ada, card_id=1, now=NOW, part=Part.choice
    )
    said: dict[str, Any] = {"language": "ar", "now": LATER}
    found = await scheme_drafts.words(
        hall.db, await asked(hall, ada), "Good?", cause=hall.cause(), **said
    )
    assert (found.question, found.options) == ("good", True)
    question = await asked(hall, ada)
    with pytest.raises(Refused, match="scheme-options-count"):
        await scheme_drafts.options(hall.db, question, "Yes", cause=hall.cause(), **said)
    # What was refused can be written again.
    await scheme_drafts.options(hall.db, question, "Yes\nNo", cause=hall.cause(), **said)
    with pytest.raises(Refused, match="asked-before"):
        await scheme_drafts.options(hall.db, question, "Yes\nNo", cause=hall.cause(), **said)
    await scheme_drafts.ask(hall.db, draft.number, scheme_drafts.NAME, by=ada, card_id=1, now=NOW)
    question = await asked(hall, ada)
    with pytest.raises(Refused, match="scheme-name-taken"):
        await scheme_drafts.named(hall.db, question, "Pairwise", cause=hall.cause(), **said)
    named = await scheme_drafts.named(hall.db, question, "Good or not", cause=hall.cause(), **said)
    made = scheme_drafts.checked(named.draft)
    assert isinstance(made, dict)
    assert (made["name"], made["title"]["ar"]) == ("good-or-not", "Good or not")


@pytest.mark.parametrize("name", NAMES)
def test_a_scheme_written_as_a_file_is_the_same_scheme(name: str) -> None:
    known = packaged(name)
    assert known is not None
    once = read_scheme(scheme_text({**known, "name": "copy"}))
    assert isinstance(once, dict)
    assert read_scheme(scheme_text(once)) == once
    assert scheme_from(once) == replace(scheme_from(known), name="copy")


async def test_a_message_goes_to_the_sample_only_while_it_asks_for_one(hall: Hall) -> None:
    ada = await boss(hall)
    scheme = {**body(), "questions": [
        {"id": "text", "kind": "text", "ask": {"en": "Write"}, "min_words": 2},
        {"id": "tone", "kind": "pick", "ask": {"en": "Which?"}},
    ]}  # fmt: skip
    number = await samples.begin(hall.db, scheme, by=ada, back=("schemes", {}), now=NOW)
    said = await samples.write(
        hall.db, await asked(hall, ada), "Two words", message_id=7, cause=hall.cause(), now=NOW
    )
    assert said.values == {"text": "Two words"}
    assert await awaiting.awaited(hall.db, ada, now=NOW) is None
    after = await samples.speak(hall.db, number, "ar", by=ada, cause=hall.cause(), now=NOW)
    assert (after.language, after.values) == ("ar", {"text": "Two words"})
    newer = await samples.begin(hall.db, body(), by=ada, back=("schemes", {}), now=NOW)
    with pytest.raises(Refused, match="sample-gone"):
        await samples.change(
            hall.db, number, lambda one: sample_rules.tapped(one, 0, 0), by=ada,
            cause=hall.cause(), now=NOW,
        )  # fmt: skip
    assert (await samples.shown(hall.db, newer, by=ada)).sample.values == {}


async def test_the_sample_of_a_project_shows_its_first_task_and_its_terms(hall: Hall) -> None:
    ada = await boss(hall)
    project = await hall.project()
    number = await samples.begin_of_project(
        hall.db, "pairs", by=ada, back=("project", {"key": "pairs"}), now=NOW
    )
    found = await samples.shown(hall.db, number, by=ada)
    assert found.project == project
    assert found.content is not None
    assert found.content.prompt[0].text == "Question t1?"
    await hall.project("empty", tasks=0)
    number = await samples.begin_of_project(
        hall.db, "empty", by=ada, back=("project", {"key": "empty"}), now=NOW
    )
    assert (await samples.shown(hall.db, number, by=ada)).content is None


async def test_whoever_is_erased_leaves_no_draft_and_no_sample(hall: Hall) -> None:
    # Somebody who coordinated once: with the role nobody can be erased.
    ada = await hall.person()
    async with hall.db.begin() as tx:
        await stored.put(tx, ada, begun(Shows.one), now=NOW)
        sample = sample_rules.begun(body(), "en", ("schemes", {}))
        await stored.put_sample(tx, ada, sample, now=NOW)
    await erasing.erase(
        hall.db, person_id=ada, update_id=1, language="en", cause=hall.cause(), now=NOW
    )
    assert await hall.rows(schema.scheme_drafts) == []
    assert await hall.rows(schema.scheme_samples) == []


async def test_a_scheme_of_another_is_changed_by_who_coordinates_all_alone(hall: Hall) -> None:
    ada, boss_of_all = await boss(hall), await boss(hall)
    await hall.project("pairs", tasks=0)
    await hall.project("other", tasks=0)
    one, other = await hall.person("Cy"), await hall.person("Di")
    async with hall.db.begin() as tx:
        for person, project in ((one, 1), (other, 2)):
            await people.grant(
                tx, person_id=person, role=Role.coordinator, project_id=project, by=ada, now=NOW
            )
    await save(hall, one, body())
    with pytest.raises(Refused, match="scheme-of-another"):
        await save(hall, other, body())
    with pytest.raises(Refused, match="scheme-of-another"):
        await schemes.delete(hall.db, "tone", by=other, cause=hall.cause(), now=NOW)
    assert not (await schemes.one(hall.db, "tone", by=other)).mine
    taken = await scheme_drafts.take_up(hall.db, "tone", by=other, cause=hall.cause(), now=NOW)
    assert taken.body["name"] is None
    await save(hall, boss_of_all, body())
    # Whoever changed it, it stays its maker's.
    await save(hall, one, body())
    await schemes.delete(hall.db, "tone", by=one, cause=hall.cause(), now=NOW)
