"""Questions to the hall: an owner and a time at once, ended by a person only."""

from datetime import timedelta

import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from bot.domain.people import Role, Standing
from bot.domain.questions import Nudge, Question, QuestionState, Topic
from bot.domain.refusal import Refused, Repeated
from bot.services import support
from storage import schema
from storage.database import Database
from tests.services.builders import DAY, NOW, RULES, Hall
from tests.services.standing_acts import deliver

REPLY_BY = NOW + 3 * DAY


@pytest.fixture
def hall(db: Database) -> Hall:
    return Hall(db)


async def ask(hall: Hall, by: int, text: str = "Why was I paid less?") -> Question:
    return await support.ask(hall.db, by=by, text=text, cause=hall.cause(), now=NOW, rules=RULES)


async def answer(hall: Hall, one: Question, by: int) -> Question:
    return await support.answer(
        hall.db, number=one.number, by=by, text="It is put right.", cause=hall.cause(), now=NOW
    )


async def say_more(hall: Hall, one: Question, by: int, *, at: timedelta) -> Question:
    return await support.say_more(
        hall.db, number=one.number, by=by, text="And this?", cause=hall.cause(), now=NOW + at,
        rules=RULES,
    )  # fmt: skip


async def stored(hall: Hall, one: Question) -> Question:
    return (await support.asked(hall.db, one.number, by=one.person_id)).question


async def staff(hall: Hall) -> tuple[int, int]:
    boss = await hall.person("Boss", roles=(Role.admin,))
    return boss, await hall.person("Helper", roles=(Role.coordinator,))


async def told(hall: Hall, kind: str) -> list[tuple[int, str | None]]:
    return [(one.person_id, one.args.get("why")) for one in await hall.notices(kind)]


async def test_a_question_has_an_owner_and_a_time_at_once_and_the_owner_is_told(
    hall: Hall,
) -> None:
    boss, helper = await staff(hall)
    ada = await hall.person()
    first, second, third = [await ask(hall, ada) for _ in range(3)]
    assert [one.owner_id for one in (first, second, third)] == [boss, helper, boss]
    assert first.reply_by == REPLY_BY
    assert await told(hall, "question_owned") == [
        (boss, Nudge.asked), (helper, Nudge.asked), (boss, Nudge.asked)
    ]  # fmt: skip


async def test_nobody_owns_their_own_question(hall: Hall) -> None:
    boss, helper = await staff(hall)
    assert (await ask(hall, boss)).owner_id == helper
    with pytest.raises(Refused, match="question-own"):
        await answer(hall, await ask(hall, boss), boss)


async def test_a_deactivated_person_asks_as_anybody(hall: Hall) -> None:
    boss, _ = await staff(hall)
    ada = await hall.person(standing=Standing.deactivated)
    assert (await ask(hall, ada)).owner_id == boss


async def test_asking_and_complaining_change_nothing_but_the_question(hall: Hall) -> None:
    boss, _ = await staff(hall)
    project = await hall.project()
    call = await hall.call(project.key)
    ada = await hall.person()
    await hall.finish(await hall.claim(call, ada))
    before = await hall.census()
    one = await ask(hall, ada, "I complain about my reviewer.")
    await say_more(hall, one, ada, at=DAY)
    await answer(hall, one, boss)
    await say_more(hall, one, ada, at=DAY)
    await support.look(hall.db, now=NOW + 30 * DAY)
    await support.settle(
        hall.db, number=one.number, by=ada, cause=hall.cause(), now=NOW + 30 * DAY
    )
    after = await hall.census()
    changed = {name for name, rows in after.items() if rows != before[name]}
    assert changed == {"questions", "question_words", "notices", "journal", "causes"}


async def test_an_answer_is_told_with_a_sound_and_waits_for_the_asker(hall: Hall) -> None:
    boss, _ = await staff(hall)
    ada = await hall.person()
    one = await answer(hall, await ask(hall, ada), boss)
    assert one.state is QuestionState.answered
    (notice,) = await hall.notices("question_answered")
    assert (notice.person_id, notice.sound) == (ada, True)
    for days in (4, 40, 400):
        await support.look(hall.db, now=NOW + days * DAY)
    assert (await stored(hall, one)).state is QuestionState.answered


async def test_asking_on_opens_it_again_with_a_new_time(hall: Hall) -> None:
    boss, _ = await staff(hall)
    ada = await hall.person()
    one = await answer(hall, await ask(hall, ada), boss)
    again = await say_more(hall, one, ada, at=10 * DAY)
    assert (again.state, again.reply_by) == (QuestionState.open, NOW + 13 * DAY)
    assert (boss, Nudge.more) in await told(hall, "question_owned")


async def test_only_the_asker_closes_it_and_that_is_for_good(hall: Hall) -> None:
    boss, _ = await staff(hall)
    ada, eve = await hall.person(), await hall.person("Eve")
    one = await ask(hall, ada)
    for other in (boss, eve):
        with pytest.raises(Refused, match="question-unknown"):
            await support.settle(hall.db, number=one.number, by=other, cause=hall.cause(), now=NOW)
    await support.settle(hall.db, number=one.number, by=ada, cause=hall.cause(), now=NOW)
    assert (await stored(hall, one)).state is QuestionState.closed
    with pytest.raises(Refused, match="question-closed"):
        await say_more(hall, one, ada, at=DAY)
    with pytest.raises(Refused, match="question-closed"):
        await answer(hall, one, boss)


async def test_the_database_keeps_an_unanswered_question_open(hall: Hall) -> None:
    boss, _ = await staff(hall)
    one = await ask(hall, await hall.person())
    closed = update(schema.questions).values(state="closed", closed_by=boss, closed_at=NOW)
    with pytest.raises(IntegrityError):
        async with hall.db.begin() as tx:
            await tx.execute(closed.where(schema.questions.c.id == one.id))


async def test_the_owner_is_reminded_then_another_gets_it_and_nothing_closes_it(
    hall: Hall,
) -> None:
    boss, helper = await staff(hall)
    ada = await hall.person()
    one = await ask(hall, ada)
    assert one.owner_id == boss
    await support.look(hall.db, now=NOW + 2 * DAY - timedelta(minutes=1))
    assert (boss, Nudge.reminder) not in await told(hall, "question_owned")
    for _ in range(2):
        await support.look(hall.db, now=NOW + 2 * DAY)
    assert (await told(hall, "question_owned")).count((boss, Nudge.reminder)) == 1
    for _ in range(2):
        await support.look(hall.db, now=REPLY_BY)
    late = await stored(hall, one)
    assert (late.owner_id, late.state, late.reply_by) == (helper, QuestionState.open, REPLY_BY)
    assert (helper, Nudge.late) in await told(hall, "question_owned")
    assert await told(hall, "question_overdue") == [(boss, None)]
    assert await told(hall, "question_late") == [(ada, None)]
    await support.look(hall.db, now=NOW + 100 * DAY)
    assert (await stored(hall, one)).state is QuestionState.open


async def test_what_its_owner_may_not_answer_any_more_goes_to_another(hall: Hall) -> None:
    boss, helper = await staff(hall)
    one = await ask(hall, await hall.person())
    async with hall.db.begin() as tx:
        await tx.execute(schema.roles.delete().where(schema.roles.c.person_id == boss))
    await support.look(hall.db, now=NOW)
    assert (await stored(hall, one)).owner_id == helper
    assert (helper, Nudge.passed) in await told(hall, "question_owned")


async def test_a_question_in_an_empty_hall_waits_for_the_first_who_may_answer(
    hall: Hall,
) -> None:
    one = await ask(hall, await hall.person())
    assert one.owner_id is None
    for _ in range(2):
        await support.look(hall.db, now=NOW)
    boss, _ = await staff(hall)
    await support.look(hall.db, now=NOW)
    assert (await stored(hall, one)).owner_id == boss


async def test_an_owner_passes_it_on_to_somebody_who_may(hall: Hall) -> None:
    boss, helper = await staff(hall)
    ada = await hall.person()
    one = await ask(hall, ada)
    for nobody in (ada, 10_000):
        with pytest.raises(Refused, match="question-no-owner"):
            await support.pass_on(
                hall.db, number=one.number, to=nobody, by=boss, cause=hall.cause(), now=NOW
            )
    with pytest.raises(Refused, match="question-passed"):
        await answer(hall, one, helper)
    passed = await support.pass_on(
        hall.db, number=one.number, to=helper, by=boss, cause=hall.cause(), now=NOW
    )
    assert (passed.owner_id, passed.reply_by) == (helper, one.reply_by)
    assert (await answer(hall, one, helper)).owner_id == helper


async def test_five_open_questions_are_the_most(hall: Hall) -> None:
    boss, _ = await staff(hall)
    ada = await hall.person()
    first, *_ = [await ask(hall, ada) for _ in range(5)]
    with pytest.raises(Refused, match="question-most"):
        await ask(hall, ada)
    await answer(hall, first, boss)
    await ask(hall, ada)
    with pytest.raises(Refused, match="question-most"):
        await say_more(hall, first, ada, at=DAY)


async def test_one_update_asks_once(hall: Hall) -> None:
    await staff(hall)
    ada, cause = await hall.person(), hall.cause()
    for expected in (None, Repeated):
        asking = support.ask(hall.db, by=ada, text="Why?", cause=cause, now=NOW, rules=RULES)
        if expected is None:
            await asking
            continue
        with pytest.raises(expected):
            await asking
    assert len(await hall.rows(schema.questions)) == 1


async def test_the_journal_holds_no_words(hall: Hall) -> None:
    boss, _ = await staff(hall)
    ada = await hall.person()
    one = await ask(hall, ada, "My secret trouble.")
    await answer(hall, one, boss)
    await deliver(hall, now=NOW)
    kept = str([tuple(row) for row in await hall.rows(schema.journal)])
    assert f"question:{one.id}" in kept
    assert "secret" not in kept
    assert "put right" not in kept


async def test_a_question_says_what_it_is_about_and_names_the_open_job(hall: Hall) -> None:
    ada = await hall.person()
    first = await ask(hall, ada)
    assert (first.topic, first.job) == (Topic.other, None)
    job = await hall.claim(await hall.call((await hall.project()).key), ada)
    cause = hall.cause()
    made = await support.ask(
        hall.db, by=ada, text="Why?", cause=cause, now=NOW, rules=RULES, topic=Topic.task
    )
    shown = await support.asked(hall.db, made.number, by=ada)
    assert (shown.question.topic, shown.question.job) == (Topic.task, job.number)
