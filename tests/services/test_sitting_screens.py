"""What is told of a try that has ended, and what is not."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, cast

import pytest

from bot.domain.learning import Learning
from bot.domain.sittings import SittingState
from bot.services import courses
from bot.texts import Texts
from handlers.context import Hall as Bot
from handlers.context import Words
from handlers.messages import sittings
from handlers.messages.screen import Screen
from tests.services.builders import NOW, Hall
from tests.services.course_acts import EACH, END, answer, exam, publish, start, stored

TEXTS = Texts.load()
LATER = NOW + timedelta(hours=25)


@dataclass
class _Clock:
    def now(self) -> Any:
        return LATER


class _Speaking:
    """As much of the bot as the screens need."""

    def __init__(self, hall: Hall) -> None:
        self.db, self.clock = hall.db, _Clock()

    def words(self, language: str) -> Words:
        return Words(TEXTS, language)


def _verbs(screen: Screen) -> set[str]:
    return {str(one.data).partition(":")[0] for row in screen.rows for one in row}


@pytest.mark.parametrize("feedback", [EACH, END])
@pytest.mark.parametrize("answered", [1, 2])
async def test_a_try_that_did_not_count_tells_no_answers(
    hall: Hall, answered: int, feedback: Any
) -> None:
    made = await publish(hall, exam(feedback=feedback))
    await hall.project(learning=Learning(exam=("basics",)))
    ada = await hall.person()
    view = await start(hall, made, ada)
    for _ in range(answered):
        view = await answer(hall, view, right=False)
    await courses.look(hall.db, now=LATER)
    ended = await stored(hall, view.sitting.number)
    counts = ended.state is SittingState.lapsed
    assert counts is (answered == 2)
    bot = cast("Bot", _Speaking(hall))
    args = {"number": ended.number, "person_id": ada, "position": 3}
    result = await sittings.sitting(bot, args)
    assert result is not None
    assert ("xi" in _verbs(result)) is counts
    told = await sittings.answers(bot, args)
    assert told is not None
    assert ("Because of" in told.text.text) is counts
