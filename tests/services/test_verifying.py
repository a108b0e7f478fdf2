"""A number tells its owner what it is, and everybody else nothing."""

from bot.domain.people import Role
from bot.domain.steps import StepKind
from bot.services import standing, support
from bot.services.verifying import Belonging, verify
from tests.services.builders import NOW, Hall
from tests.services.standing_acts import RULES, tell


async def test_steps_appeals_and_questions_are_known_to_their_owner_alone(hall: Hall) -> None:
    boss = await hall.person("Boss", roles=(Role.admin,))
    await hall.person("Second", roles=(Role.admin,))
    ada, ben = await hall.people(2)
    step = await tell(hall, boss, ada, StepKind.warning, now=NOW)
    appeal = await standing.appeal(hall.db, step=step.number, by=ada, cause=hall.cause(), now=NOW)
    asked = await support.ask(
        hall.db, text="When is pay day?", by=ada, cause=hall.cause(), now=NOW,
        rules=RULES,
    )  # fmt: skip
    numbers = {
        step.number: Belonging.step, appeal.number: Belonging.appeal,
        asked.number: Belonging.question,
    }  # fmt: skip
    for number, what in numbers.items():
        own = await verify(hall.db, typed=number.lower(), person_id=ada)
        assert own is not None
        assert (own.what, own.number, own.at) == (what, number, NOW)
        for other in (ben, boss):
            assert await verify(hall.db, typed=number, person_id=other) is None
