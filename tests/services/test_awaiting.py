"""What the next message of a person is for: what was asked last, or the job that was touched."""

from bot.services import awaiting
from tests.services.builders import MINUTE, NOW, TIE, Hall


async def test_a_message_is_for_the_job_again_when_somebody_went_on_with_it(hall: Hall) -> None:
    await hall.project(tasks=2)
    ada = await hall.person()
    job = await hall.claim(await hall.call(), ada)
    later = NOW + MINUTE
    await awaiting.ask(hall.db, person_id=ada, topic="review", args={}, card_id=None, now=later)
    found = await awaiting.awaited(hall.db, ada, now=later)
    assert found is not None
    assert (found.topic, found.asked_at) == ("review", later)
    await hall.rate(job, TIE, now=later + MINUTE)
    assert await awaiting.awaited(hall.db, ada, now=later + 2 * MINUTE) is None


async def test_a_question_is_over_after_a_quarter_of_an_hour(hall: Hall) -> None:
    ada = await hall.person()
    await awaiting.ask(hall.db, person_id=ada, topic="review", args={}, card_id=None, now=NOW)
    assert await awaiting.awaited(hall.db, ada, now=NOW + 14 * MINUTE) is not None
    assert await awaiting.awaited(hall.db, ada, now=NOW + 15 * MINUTE) is None
