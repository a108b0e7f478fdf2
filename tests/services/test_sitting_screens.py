"""What questions of courses and checks show, and what is told of a try that has ended."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, cast

import pytest

from bot.domain.courses import Item
from bot.domain.gates import Gate, GateKind
from bot.domain.learning import Learning
from bot.domain.people import Role
from bot.domain.refusal import Refused
from bot.domain.sittings import SittingState
from bot.domain.tasks import Content, Response, Turn
from bot.services import courses
from bot.services.claims import GateView
from bot.texts import Texts
from handlers.context import Hall as Bot
from handlers.context import Words
from handlers.messages import course_desk, guides, sittings
from handlers.messages.screen import Screen
from tests.services.builders import NOW, Hall
from tests.services.course_acts import (
    EACH,
    END,
    answer,
    exam,
    publish,
    question,
    start,
    stored,
    training,
)

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


def _longest() -> Item:
    """A question with as much of everything as the file may have."""
    options = tuple({"en": f"{n} " + "ض" * 98} for n in range(8))
    content = Content((Turn("user", "x" * 1_800),), ())
    return Item({"en": "w" * 300}, options, (0, 1, 2), {"en": "y" * 600}, content)


async def test_the_longest_question_fits_a_message_for_everybody(hall: Hall) -> None:
    items = tuple(replace(_longest(), ask={"en": f"{n}" + "w" * 299}) for n in range(4))
    made = await publish(hall, replace(exam(items=items), title={"en": "t" * 80}))
    await hall.project(learning=Learning(exam=("basics",)))
    ada, boss = await hall.person(), await hall.person("Bo", roles=(Role.coordinator,))
    bot = cast("Bot", _Speaking(hall))
    desk = {"course_id": made.id, "item": 3, "person_id": boss, "language": "en"}
    looked = await course_desk.question(bot, desk)
    view = await start(hall, made, ada)
    asked = sittings.sitting_screen(bot, view)
    tap = {"number": view.sitting.number, "position": 0, "person_id": ada, "now": NOW}
    await courses.tick(hall.db, **tap, place=0, on=True, cause="one")  # type: ignore[arg-type]
    view = await courses.settle(hall.db, **tap, cause="two")  # type: ignore[arg-type]
    told = sittings.sitting_screen(bot, view)
    for screen in (looked, asked, told):
        assert screen is not None
        assert "w" * 299 in screen.text.text
        assert "7 ضض" in screen.text.text
        assert screen.text.units <= 4_096
    assert looked is not None
    assert "y" * 600 in looked.text.text


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


EXAMPLE = Content((Turn("user", "What is 2 + 2?"),), (Response("1", "Four."), Response("2", "5")))


async def test_the_last_explanation_stands_below_its_example_too(hall: Hall) -> None:
    items = (replace(question("one"), content=EXAMPLE),)
    made = await publish(hall, replace(training(), items=items))
    await hall.project(learning=Learning(training=("lesson",)))
    view = await answer(hall, await start(hall, made, await hall.person()), right=False)
    told = sittings.sitting_screen(cast("Bot", _Speaking(hall)), view)
    assert "What is 2 + 2?" in told.text.text
    assert "Because of one." in told.text.text
    assert "is completed" in told.text.text


async def test_the_result_is_told_where_the_last_example_leaves_no_room(hall: Hall) -> None:
    items = (replace(_longest(), right=(0,)),)
    long = replace(exam(items=items, asked=1, wait_hours=0), title={"en": "t" * 80})
    made = await publish(hall, long)
    await hall.project(learning=Learning(exam=("basics",)))
    view = await answer(hall, await start(hall, made, await hall.person()), right=False)
    told = sittings.sitting_screen(cast("Bot", _Speaking(hall)), view)
    assert told.text.units <= 4_096
    assert "not passed" in told.text.text


async def test_who_may_try_again_at_once_reads_which_try_that_is(hall: Hall) -> None:
    made = await publish(hall, exam(count=1, wait_hours=0, tries=3))
    await hall.project(learning=Learning(exam=("basics",)))
    view = await answer(hall, await start(hall, made, await hall.person()), right=False)
    told = sittings.sitting_screen(cast("Bot", _Speaking(hall)), view)
    assert "You can try again at once: that is try 2 of 3." in told.text.text


async def test_a_check_shows_what_its_question_is_about(hall: Hall) -> None:
    check = (replace(question("one"), content=EXAMPLE),)
    project = await hall.project(learning=Learning(check=check))
    ada = await hall.person()
    bot = cast("Bot", _Speaking(hall))
    view = await courses.mark_read(
        hall.db, project_key="pairs", version=1, person_id=ada, cause="read", now=NOW
    )
    gate = GateView(Gate(GateKind.guidelines, "1"), view.person, project, None)
    asked = await guides.gate(bot, gate)
    told = await guides.answered(bot, {"person_id": ada, "key": "pairs", "nth": 0, "right": True})
    assert told is not None
    for screen in (asked, told):
        assert "What is 2 + 2?" in screen.text.text
        assert "Four." in screen.text.text
        assert "one?" in screen.text.text


async def test_a_question_of_a_check_has_to_fit_one_message(hall: Hall) -> None:
    long = Content((Turn("user", "word " * 400),), ())
    check = (question("short"), replace(question("long"), content=long))
    with pytest.raises(Refused, match="check-too-long") as told:
        await hall.project(learning=Learning(check=check))
    assert told.value.facts == {"nth": 2}
