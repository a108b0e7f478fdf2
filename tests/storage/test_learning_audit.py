"""The audit of training and exams: nothing where all went well, and each planted fault."""

from bot.domain.learning import Learning
from storage import audit
from storage.audit.learning import OF_LEARNING
from storage.database import Database
from tests.services.builders import DAY, NOW, Hall
from tests.services.course_acts import PAY, exam, publish, take, training
from tests.storage.test_audit import for_a_try, laid_bare

PLANTS = {
    "training_lines_come_from_one_sitting": "UPDATE sittings SET pay_minor = 1 WHERE nth = 1",
    "finished_sittings_are_paid": "UPDATE sittings SET line = NULL WHERE state = 'failed'",
    "what_is_held_was_earned": "UPDATE sittings SET state = 'failed' WHERE state = 'passed'",
}


async def test_a_hall_that_learns_keeps_every_promise_and_each_fault_is_found(
    db: Database,
) -> None:
    hall = Hall(db)
    lesson, test = await publish(hall, training(first=PAY)), await publish(hall, exam(first=PAY))
    await hall.project(learning=Learning(("lesson",), ("basics",)))
    ada = await hall.person()
    await take(hall, lesson, ada, right=1)
    await take(hall, test, ada, right=0)
    await take(hall, test, ada, right=4, now=NOW + DAY)
    async with db.read() as tx:
        assert await audit.breaches(tx) == []
    assert set(PLANTS) == {promise.__name__ for promise in OF_LEARNING}
    for promise, fault in PLANTS.items():
        async with for_a_try(db) as tx:
            for table in ("sittings", "qualifications"):
                await laid_bare(tx, table)
            await tx.exec_driver_sql(fault)
            found = {one.promise for one in await audit.breaches(tx, OF_LEARNING)}
            assert promise in found
