"""What a decision rests on while it is being prepared: work handed in late, projects of blocks."""

import pytest

from bot.domain.jobs import Job
from bot.domain.people import Role
from bot.domain.refusal import Refused
from bot.domain.steps import StepKind
from bot.services import deadlines, standing
from bot.texts import Texts
from handlers.errors import facts_in_words
from storage import step_drafts
from storage.step_drafts import StepDraft
from tests.services.builders import A_BETTER, DAY, NOW, Hall
from tests.services.standing_acts import RULES, prepare
from tests.services.test_standing_delivery import without_telegram

LATER = NOW + 2 * DAY


@pytest.fixture
async def boss(hall: Hall) -> int:
    await hall.person("Other boss", roles=(Role.admin,))
    return await hall.person("Boss", roles=(Role.admin,))


async def expired(hall: Hall, person: int, key: str) -> Job:
    """A job in which one task was rated before its time ran out."""
    await hall.project(key, tasks=2, tasks_per_job=2, due_minutes=60)
    job = await hall.claim(await hall.call(key), person)
    await hall.rate(job, A_BETTER)
    await deadlines.expire(hall.db, now=NOW + DAY)
    return await hall.job(job)


async def draft_of(hall: Hall, by: int) -> StepDraft:
    async with hall.db.read() as tx:
        found = await step_drafts.of_decider(tx, by)
    assert found is not None
    return found


async def tick(hall: Hall, number: str, of: Job, by: int, *, chosen: bool = True) -> None:
    await standing.tick(hall.db, number=number, of=of.number, chosen=chosen, by=by, now=LATER)


async def test_a_job_that_was_handed_in_after_all_is_no_evidence(hall: Hall, boss: int) -> None:
    ada = await hall.person()
    number = await prepare(hall, boss, ada, StepKind.warning, now=LATER)
    job = await expired(hall, ada, "pairs")
    await tick(hall, number, job, boss)
    await hall.hand_in(job, now=LATER)
    found = await standing.candidates(hall.db, number=number, by=boss, now=LATER)
    assert [one.no for one in found if one.evidence.number == job.number] == ["step-handed-in"]
    with pytest.raises(Refused, match="step-handed-in"):
        await standing.decide(
            hall.db, number=number, by=boss, cause=hall.cause(), now=LATER, rules=RULES
        )
    await tick(hall, number, job, boss, chosen=False)
    await standing.decide(
        hall.db, number=number, by=boss, cause=hall.cause(), now=LATER, rules=RULES
    )


async def test_the_project_of_a_block_goes_with_the_last_work_of_it(hall: Hall, boss: int) -> None:
    ada = await hall.person()
    one, other = [await expired(hall, ada, key) for key in ("pairs", "facts")]
    number = await prepare(hall, boss, ada, StepKind.block, now=LATER, project="pairs")
    await tick(hall, number, one, boss)
    await tick(hall, number, other, boss)
    await tick(hall, number, other, boss, chosen=False)
    assert (await draft_of(hall, boss)).project_id is not None
    await tick(hall, number, one, boss, chosen=False)
    assert (await draft_of(hall, boss)).project_id is None
    with pytest.raises(Refused, match="step-incomplete"):
        await standing.decide(
            hall.db, number=number, by=boss, cause=hall.cause(), now=LATER, rules=RULES
        )


async def test_what_is_no_block_is_about_no_project(hall: Hall, boss: int) -> None:
    ada = await hall.person()
    await hall.project()
    number = await prepare(hall, boss, ada, StepKind.block, now=LATER, project="pairs")
    await standing.choose(hall.db, number=number, by=boss, kind=StepKind.warning)
    step = await standing.decide(
        hall.db, number=number, by=boss, cause=hall.cause(), now=LATER, rules=RULES
    )
    assert step.project_id is None


@pytest.mark.parametrize(
    ("language", "said"), [("en", "the words · the evidence"), ("ar", "الكلمات · الأدلة")]
)
def test_what_a_notice_lacks_is_named_in_the_readers_language(language: str, said: str) -> None:
    no = Refused("step-notice-lacks", what=("words", "evidence"))
    facts = facts_in_words(without_telegram(None), language, no)  # type: ignore[arg-type]
    assert said in Texts.load().say(language, "refused-step-notice-lacks", **facts)
