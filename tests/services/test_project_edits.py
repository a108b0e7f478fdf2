"""One field of a project changed in the chat: looked at first, for new claims, by version."""

from dataclasses import replace
from typing import Any

import pytest

from bot.domain.money import Money
from bot.domain.overlap import Sureness
from bot.domain.people import Role
from bot.domain.profiles import Level, Wanted
from bot.domain.project_fields import Field, value_of
from bot.domain.projects import Project, ProjectState
from bot.domain.refusal import Refused, Repeated
from bot.domain.requirements_reading import parsed
from bot.domain.scheme_body import with_reason
from bot.formats.new_project import new_project as read
from bot.formats.project_text import project_fields, project_text
from bot.formats.schemes import packaged
from bot.services import awaiting, project_edits, projects
from storage import schema
from tests.services.builders import NOW, Hall, new_project


async def boss_of(hall: Hall, role: Role = Role.coordinator) -> int:
    return await hall.person("Bo", roles=(role,))


async def propose(hall: Hall, by: int, field: str, text: str) -> str:
    await project_edits.ask(hall.db, key="pairs", field=field, by=by, card_id=None, now=NOW)
    asked = await awaiting.awaited(hall.db, by, now=NOW)
    assert asked is not None
    return await project_edits.propose(hall.db, asked=asked, text=text, now=NOW)


async def save(
    hall: Hall, by: int, number: str, *, reread: bool = True, cause: str | None = None
) -> Project:
    return await project_edits.save(
        hall.db, number=number, reread=reread, by=by, cause=cause or hall.cause(), now=NOW
    )


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("name", "Better pairs", "Better pairs"), ("guidelines", "Read *both*.", "Read *both*."),
        ("tasks_per_job", "٧", 7), ("overlap", "2", 2), ("due_minutes", "90", 90),
        ("review_days", "1", 1), ("languages", "en, de", ("en", "de")),
        ("content_warning", "Blood.", "Blood."), ("skill", "Creative Writing", "creative-writing"),
        ("review_share", "0", 0), ("most_jobs_a_day", "3", 3),
        ("confidence", "90 % / 6", Sureness(90, 6)), ("confidence", "٤ ٧٠٪", Sureness(70, 4)),
    ],
)  # fmt: skip
async def test_one_field_changes_and_nothing_else(
    hall: Hall, field: str, text: str, value: Any
) -> None:
    before = await hall.project(tasks=6)
    boss, ada = await boss_of(hall), await hall.person()
    job = await hall.claim(await hall.call(), ada)
    number = await propose(hall, boss, field, text)
    found = await project_edits.proposed(hall.db, number=number, by=boss, now=NOW)
    assert (found.new, found.open_jobs, found.tasks) == (value, 1, 6)
    made = await save(hall, boss, number, cause="u:1")
    assert made.version == before.version + 1
    whole = {"name": made.name, "guidelines": made.guidelines, **made.offer.to_json()}
    was = {"name": before.name, "guidelines": before.guidelines, **before.offer.to_json()}
    assert {name for name in whole if whole[name] != was[name]} == {field}
    # What was claimed keeps its terms, and whoever taps twice has saved once.
    assert (await hall.job(job)).terms == job.terms
    with pytest.raises(Repeated):
        await save(hall, boss, number, cause="u:1")
    with pytest.raises(Refused, match="asked-before"):
        await save(hall, boss, number)
    (entry,) = await hall.acts("project-edited")
    assert entry.after == {"version": made.version, "field": field}


async def test_what_a_project_can_do_without_is_taken_away(hall: Hall) -> None:
    await hall.project(tasks=0, languages=("en",), content_warning="Blood.", due_minutes=60)
    boss = await boss_of(hall)
    for field in ("languages", "content_warning", "due_minutes"):
        number = await project_edits.propose_none(
            hall.db, key="pairs", field=field, by=boss, now=NOW
        )
        await save(hall, boss, number)
    offer = (await projects.by_key(hall.db, "pairs", by=None)).offer
    assert (offer.languages, offer.content_warning, offer.due_minutes) == ((), None, None)
    for field in ("name", "overlap", "pay"):
        with pytest.raises(Refused, match="stale-button"):
            await project_edits.propose_none(hall.db, key="pairs", field=field, by=boss, now=NOW)


async def test_how_sure_answers_are_to_be_is_bounded_and_can_be_left(hall: Hall) -> None:
    await hall.project(tasks=0, overlap=3)
    boss = await boss_of(hall)
    for wrong in ("80", "49 5", "100 5", "80 1", "80 21", "sure"):
        with pytest.raises(Refused, match="project-confidence "):
            await propose(hall, boss, "confidence", wrong)
    with pytest.raises(Refused, match="project-confidence-few"):
        await propose(hall, boss, "confidence", "80 3")
    await save(hall, boss, await propose(hall, boss, "confidence", "80 4"))
    offer = (await projects.by_key(hall.db, "pairs", by=None)).offer
    assert offer.confidence == Sureness(80, 4)
    number = await project_edits.propose_none(
        hall.db, key="pairs", field="confidence", by=boss, now=NOW
    )
    assert (await save(hall, boss, number)).offer.confidence is None


async def test_nothing_can_be_sure_where_no_question_has_one_answer(hall: Hall) -> None:
    scheme = packaged("attributes-helpsteer")
    assert scheme is not None
    made = replace(new_project(), scheme=scheme)
    boss = await boss_of(hall)
    await projects.create(hall.db, made, by=boss, cause=None, now=NOW)
    with pytest.raises(Refused, match="project-no-answer"):
        await propose(hall, boss, "confidence", "80 5")


async def test_who_may_work_there_is_changed_with_how_many_that_leaves(hall: Hall) -> None:
    await hall.project(tasks=0)
    pool = await hall.group(-1005)
    boss = await boss_of(hall)
    await hall.person(country="DE")
    await hall.person(country="US")
    number = await propose(hall, boss, "requires", 'country DE and not member "group -1005"')
    found = await project_edits.proposed(hall.db, number=number, by=boss, now=NOW)
    assert found.fits is not None
    now, then, everybody = found.fits
    assert (now, everybody - then) == (everybody, 1)
    made = await save(hall, boss, number)
    assert made.offer.requires == parsed(f'country DE and not member {pool} "Group -1005"')
    with pytest.raises(Refused, match="project-same"):
        await propose(hall, boss, "requires", "country DE and not member -1005")
    for wrong, reason in (("country DE or", "project-requires"), ('member "X"', "no-such-group")):
        with pytest.raises(Refused, match=reason):
            await propose(hall, boss, "requires", wrong)
    number = await project_edits.propose_none(
        hall.db, key="pairs", field="requires", by=boss, now=NOW
    )
    assert (await save(hall, boss, number)).offer.requires is None


async def test_the_time_of_a_task_is_the_estimate(hall: Hall) -> None:
    await hall.project(tasks=0)
    boss = await boss_of(hall)
    made = await save(hall, boss, await propose(hall, boss, "time", "75"))
    assert made.offer.seconds_per_task == 75


async def test_a_typo_in_the_guidelines_need_not_be_read_again(hall: Hall) -> None:
    await hall.project(tasks=0)
    boss = await boss_of(hall)
    await save(hall, boss, await propose(hall, boss, "guidelines", "Choose!"), reread=False)
    await save(hall, boss, await propose(hall, boss, "guidelines", "Choose well."), reread=True)
    rows = await hall.rows(schema.guidelines)
    assert [row.reread for row in rows] == [True, False, True]


async def test_of_two_who_change_it_the_second_looks_again(hall: Hall) -> None:
    await hall.project(tasks=0)
    boss, other = await boss_of(hall), await boss_of(hall)
    mine = await propose(hall, boss, "overlap", "4")
    await save(hall, other, await propose(hall, other, "name", "Other"))
    with pytest.raises(Refused, match="project-meanwhile"):
        await save(hall, boss, mine)
    made = await projects.by_key(hall.db, "pairs", by=None)
    assert (made.name, made.offer.overlap) == ("Other", 3)


async def test_nobody_is_caught_by_a_longer_review(hall: Hall) -> None:
    await hall.project(tasks=5)
    boss, ada = await boss_of(hall), await hall.person()
    call = await hall.call()
    number = await propose(hall, boss, "review_days", "9")
    async with hall.db.begin() as tx:
        await tx.execute(
            schema.offers.insert().values(
                call_id=call.id, person_id=ada, state="held",
                until=NOW.replace(hour=13),
            )
        )  # fmt: skip
    with pytest.raises(Refused, match="terms-held"):
        await save(hall, boss, number)


async def test_no_change_and_no_closed_project(hall: Hall) -> None:
    await hall.project(tasks=0)
    boss, ada = await boss_of(hall), await hall.person()
    with pytest.raises(Refused, match="project-same"):
        await propose(hall, boss, "overlap", "3")
    with pytest.raises(Refused, match="project-whole"):
        await propose(hall, boss, "overlap", "21")
    with pytest.raises(Refused, match="not-coordinator"):
        await propose(hall, ada, "overlap", "2")
    number = await propose(hall, boss, "overlap", "2")
    await projects.set_state(
        hall.db, key="pairs", state=ProjectState.closed, by=None, cause=None, now=NOW
    )
    with pytest.raises(Refused, match="project-closed"):
        await save(hall, boss, number)


async def test_the_levels_follow_the_languages(hall: Hall) -> None:
    wanted = Wanted(levels={"de": Level.good, "en": Level.fluent})
    await hall.project(tasks=0, languages=("de", "en"), wanted=wanted)
    boss = await boss_of(hall)
    made = await save(hall, boss, await propose(hall, boss, "languages", "en fr"))
    assert made.offer.wanted == Wanted(levels={"en": Level.fluent})
    await hall.project(tasks=0, languages=("de",), wanted=Wanted(level=Level.good))
    with pytest.raises(Refused, match="project-level"):
        await project_edits.propose_none(hall.db, key="pairs", field="languages", by=boss, now=NOW)


async def test_the_file_of_a_project_comes_back_as_it_went(hall: Hall) -> None:
    price = Money(90, "USD")
    project = await hall.project(tasks=3, client_price=price, reason="strong")
    boss, admin = await boss_of(hall), await boss_of(hall, Role.admin)
    seen, is_whole = await project_edits.as_file(hall.db, key="pairs", by=boss)
    assert (seen.offer.client_price, is_whole) == (None, False)
    again = read(project_text(project_fields(seen, {})))
    assert again == seen
    # A coordinator's file says nothing of the price, and takes nothing of it away.
    made = await projects.create(hall.db, seen, by=boss, cause=None, now=NOW)
    assert made.offer == project.offer
    whole, is_whole = await project_edits.as_file(hall.db, key="pairs", by=admin)
    assert (whole.offer, is_whole) == (project.offer, True)
    none = replace(new_project(), offer=replace(whole.offer, client_price=None))
    made = await projects.create(hall.db, none, by=admin, cause=None, now=NOW)
    assert made.offer.client_price is None


@pytest.mark.parametrize(
    ("field", "text", "wanted"),
    [
        ("level", "good", Wanted(level=Level.good)),
        ("level", "basic, de: Fluent",
         Wanted(level=Level.basic, levels={"de": Level.fluent})),
        ("countries", "de, AT ch", Wanted(countries=("DE", "AT", "CH"))),
        ("countries", "not US", Wanted(not_countries=("US",))),
        ("skills", "Law, creative writing", Wanted(skills=("law", "creative-writing"))),
    ],
)  # fmt: skip
async def test_whom_a_project_wants_is_changed_with_how_many_that_leaves(
    hall: Hall, field: str, text: str, wanted: Wanted
) -> None:
    await hall.project(tasks=0, languages=("de", "en"))
    boss = await boss_of(hall)
    number = await propose(hall, boss, field, text)
    found = await project_edits.proposed(hall.db, number=number, by=boss, now=NOW)
    assert found.fits is not None
    assert (await save(hall, boss, number)).offer.wanted == wanted
    with pytest.raises(Refused, match="project-same"):
        await propose(hall, boss, field, text)
    number = await project_edits.propose_none(hall.db, key="pairs", field=field, by=boss, now=NOW)
    assert (await save(hall, boss, number)).offer.wanted == Wanted()


@pytest.mark.parametrize(
    ("field", "text", "reason"),
    [
        ("level", "superb", "project-levels "), ("level", "fr good", "project-levels-other"),
        ("level", "good, basic", "project-levels "), ("level", " , ", "project-levels "),
        ("countries", "ZZ", "project-country"), ("countries", "not", "project-country"),
        ("countries", "Germany", "project-country"), ("skills", "juggling", "project-skill "),
        ("skills", ",", "project-skills"), ("reason", "often", "project-reason"),
    ],
)  # fmt: skip
async def test_whom_a_project_cannot_want_is_said(
    hall: Hall, field: str, text: str, reason: str
) -> None:
    await hall.project(tasks=0, languages=("de", "en"))
    boss = await boss_of(hall)
    with pytest.raises(Refused, match=reason):
        await propose(hall, boss, field, text)


async def test_a_level_needs_a_language_and_a_language_keeps_its_level(hall: Hall) -> None:
    await hall.project(tasks=0)
    boss = await boss_of(hall)
    with pytest.raises(Refused, match="project-levels-first"):
        await propose(hall, boss, "level", "good")
    await save(hall, boss, await propose(hall, boss, "languages", "de"))
    await save(hall, boss, await propose(hall, boss, "level", "good"))
    with pytest.raises(Refused, match=r"project-level$"):
        await project_edits.propose_none(hall.db, key="pairs", field="languages", by=boss, now=NOW)


async def test_whether_people_say_why_is_changed_there_and_back(hall: Hall) -> None:
    scheme = packaged("pairwise")
    assert scheme is not None
    boss = await boss_of(hall)
    made = replace(new_project(), scheme=with_reason(scheme, "never"))
    await projects.create(hall.db, made, by=boss, cause=None, now=NOW)
    for reason, asked in (("strong", True), ("always", True), ("never", False)):
        number = await project_edits.propose_value(
            hall.db, key="pairs", field="reason", value=reason, by=boss, now=NOW
        )
        found = await project_edits.proposed(hall.db, number=number, by=boss, now=NOW)
        assert (found.new, found.fits) == (reason, None)
        project = await save(hall, boss, number)
        assert value_of(project, Field.reason) == reason
        assert any(one.id == "reason" for one in project.scheme.questions) == asked
    with pytest.raises(Refused, match="stale-button"):
        await project_edits.propose_value(
            hall.db, key="pairs", field="overlap", value="3", by=boss, now=NOW
        )


async def test_a_scheme_without_that_question_asks_no_reason(hall: Hall) -> None:
    scheme = packaged("attributes-helpsteer")
    assert scheme is not None
    boss = await boss_of(hall)
    await projects.create(
        hall.db, replace(new_project(), scheme=scheme), by=boss, cause=None, now=NOW
    )
    with pytest.raises(Refused, match="project-no-reason"):
        await propose(hall, boss, "reason", "always")
