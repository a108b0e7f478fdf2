"""A project made in the chat: field by field, resumed, checked as a file would be."""

import pytest

from bot.domain.awaiting import AwaitedText
from bot.domain.people import Role
from bot.domain.project_fields import Draft, Field
from bot.domain.projects import NewProject, ProjectState
from bot.domain.refusal import Refused, Repeated
from bot.services import awaiting, project_drafts, projects
from storage import schema
from tests.services.builders import NOW, RULES, Hall


async def boss_of(hall: Hall, name: str = "Bo") -> int:
    return await hall.person(name, roles=(Role.coordinator,))


async def asked_of(hall: Hall, by: int) -> AwaitedText:
    found = await awaiting.awaited(hall.db, by, now=NOW)
    assert found is not None
    return found


async def write(hall: Hall, by: int, text: str) -> tuple[Draft, Field | None]:
    return await project_drafts.written(
        hall.db, await asked_of(hall, by), text, cause=hall.cause(), now=NOW
    )


async def choose(hall: Hall, by: int, draft: Draft, field: Field, value: object) -> Field | None:
    found = await project_drafts.choose(
        hall.db, draft.number, field, value, by=by, cause=hall.cause(), now=NOW
    )
    return found[1]


async def filled(hall: Hall, by: int) -> Draft:
    draft = await project_drafts.begin(hall.db, by=by, cause=hall.cause(), now=NOW)
    assert (await write(hall, by, "Which is better?"))[1] is Field.scheme
    assert await choose(hall, by, draft, Field.scheme, "pairwise") is Field.pay
    assert (await write(hall, by, "0.40 USD"))[1] is Field.time
    assert (await write(hall, by, "120"))[1] is Field.languages
    assert (await write(hall, by, "en, pt-BR"))[1] is Field.guidelines
    draft, following = await write(hall, by, "**Choose.**")
    assert following is None
    return draft


async def test_one_question_leads_to_the_next_and_to_a_project(hall: Hall) -> None:
    boss = await boss_of(hall)
    draft = await filled(hall, boss)
    made = await project_drafts.checked(hall.db, draft, RULES.sureness)
    assert isinstance(made, NewProject)
    project = await projects.create(
        hall.db, made, by=boss, cause="u:1", now=NOW, draft=draft.number
    )
    assert (project.key, project.state) == ("which-is-better", ProjectState.draft)
    assert (project.offer.pay.minor, project.offer.seconds_per_task) == (40, 120)
    assert (project.offer.languages, project.guidelines) == (("en", "pt-BR"), "**Choose.**")
    assert (Role.coordinator, project.id) in (await hall.who(boss)).roles
    assert await project_drafts.current(hall.db, by=boss) is None
    with pytest.raises(Repeated):
        await projects.create(hall.db, made, by=boss, cause="u:1", now=NOW, draft=draft.number)
    with pytest.raises(Refused, match="project-draft-gone"):
        await projects.create(hall.db, made, by=boss, cause="u:2", now=NOW, draft=draft.number)
    assert len(await hall.rows(schema.project_versions)) == 1


async def test_it_goes_on_where_it_was_and_any_answer_can_be_changed(hall: Hall) -> None:
    boss = await boss_of(hall)
    draft = await filled(hall, boss)
    there = await project_drafts.current(hall.db, by=boss)
    assert there == draft
    await project_drafts.ask(hall.db, draft.number, Field.name, by=boss, now=NOW)
    draft, following = await write(hall, boss, "Better")
    # The key was agreed on, and stays.
    assert (draft.fields["name"], draft.fields["key"]) == ("Better", "which-is-better")
    assert following is None


async def test_a_key_is_never_one_that_there_is(hall: Hall) -> None:
    await hall.project("which-is-better", tasks=0)
    boss = await boss_of(hall)
    draft = await filled(hall, boss)
    assert draft.fields["key"] == "which-is-better-2"
    await project_drafts.ask(hall.db, draft.number, Field.key, by=boss, now=NOW)
    with pytest.raises(Refused, match="project-key-taken"):
        await write(hall, boss, "which-is-better")
    made = await project_drafts.checked(hall.db, draft, RULES.sureness)
    assert isinstance(made, NewProject)
    await hall.project("which-is-better-2", tasks=0)
    with pytest.raises(Refused, match="project-key-taken"):
        await projects.create(hall.db, made, by=boss, cause="u:1", now=NOW, draft=draft.number)
    assert await project_drafts.current(hall.db, by=boss) == draft


async def test_what_is_missing_or_wrong_is_told_and_nothing_is_made(hall: Hall) -> None:
    boss = await boss_of(hall)
    draft = await project_drafts.begin(hall.db, by=boss, cause=hall.cause(), now=NOW)
    assert isinstance(await project_drafts.checked(hall.db, draft, RULES.sureness), list)
    await choose(hall, boss, draft, Field.scheme, "gone")
    draft = await project_drafts.mine(hall.db, draft.number, by=boss)
    found = await project_drafts.checked(hall.db, draft, RULES.sureness)
    assert isinstance(found, list)
    assert {one.code for one in found} == {"missing", "unknown-scheme"}


@pytest.mark.parametrize(
    ("field", "text", "reason"),
    [
        (Field.name, "\u200b ", "project-text"), (Field.name, "n" * 101, "project-text"),
        (Field.key, "Ünder", "project-key"), (Field.key, "a", "project-key"),
        (Field.time, "0", "project-whole"), (Field.time, "two", "project-whole"),
        (Field.pay, "0.40", "amount-no-currency"), (Field.pay, "0 USD", "amount-zero"),
        (Field.pay, "99999999.99 USD", "price-range"),
        (Field.languages, "english language of course?", "project-language"),
        (Field.languages, " , ", "project-languages"),
        (Field.guidelines, "g" * 50_001, "project-text"),
    ],
)  # fmt: skip
async def test_what_cannot_be_is_refused_and_asked_again(
    hall: Hall, field: Field, text: str, reason: str
) -> None:
    boss = await boss_of(hall)
    draft = await project_drafts.begin(hall.db, by=boss, cause=hall.cause(), now=NOW)
    await project_drafts.ask(hall.db, draft.number, field, by=boss, now=NOW)
    with pytest.raises(Refused) as no:
        await write(hall, boss, text)
    assert no.value.reason == reason
    assert (await asked_of(hall, boss)).args["field"] == field


async def test_languages_are_marked_by_taps(hall: Hall) -> None:
    boss = await boss_of(hall)
    draft = await project_drafts.begin(hall.db, by=boss, cause=hall.cause(), now=NOW)
    for code, chosen in (("de", ["de"]), ("ar", ["de", "ar"]), ("de", ["ar"])):
        draft = await project_drafts.toggle_language(
            hall.db, draft.number, code, by=boss, cause=hall.cause(), now=NOW
        )
        assert draft.fields["languages"] == chosen


async def test_a_draft_is_its_makers_alone_and_goes_when_dropped(hall: Hall) -> None:
    boss, other, ada = await boss_of(hall), await boss_of(hall, "Cy"), await hall.person()
    draft = await project_drafts.begin(hall.db, by=boss, cause=hall.cause(), now=NOW)
    with pytest.raises(Refused, match="project-draft-gone"):
        await project_drafts.mine(hall.db, draft.number, by=other)
    with pytest.raises(Refused, match="not-coordinator"):
        await project_drafts.begin(hall.db, by=ada, cause=hall.cause(), now=NOW)
    await project_drafts.drop(hall.db, draft.number, by=boss, cause=hall.cause())
    with pytest.raises(Refused, match="project-draft-gone"):
        await project_drafts.mine(hall.db, draft.number, by=boss)
    assert await awaiting.awaited(hall.db, boss, now=NOW) is None
