"""Courses in few words: a training, an exam, and people who take them."""

from datetime import datetime
from typing import Any

from bot.domain.courses import Course, ExamTerms, Feedback, Item, Published
from bot.domain.money import Money
from bot.domain.sittings import Sitting
from bot.services import courses
from bot.services.courses import SittingView
from storage import sittings
from tests.services.builders import NOW, RULES, Hall


def question(name: str, *, right: tuple[int, ...] = (0,), options: int = 3) -> Item:
    """A question of that name; the first option is right unless said otherwise."""
    labels = tuple({"en": f"{name}-{n}"} for n in range(options))
    return Item({"en": f"{name}?"}, labels, right, {"en": f"Because of {name}."})


def exam(key: str = "basics", *, count: int = 4, **more: Any) -> Course:
    """An exam of so many questions, passed with three quarters; two tries, a day between."""
    terms = {"asked": count, "pass_percent": 75} | {
        name: more.pop(name) for name in tuple(more) if name in ExamTerms.__dataclass_fields__
    }
    items = more.pop("items", tuple(question(f"q{n}") for n in range(count)))
    return Course(
        key, {"en": f"Exam {key}"}, {"en": "About it."}, 8, items, ExamTerms(**terms), **more
    )


def training(key: str = "lesson", *, count: int = 2, **more: Any) -> Course:
    """A training of so many examples."""
    items = tuple(question(f"e{n}") for n in range(count))
    return Course(key, {"en": f"Training {key}"}, {"en": "About it."}, 5, items, **more)


PAY = Money(150, "USD")
EACH, END = Feedback.each, Feedback.end


async def publish(hall: Hall, course: Course, now: datetime = NOW) -> Published:
    """The course, published by the operator at the console."""
    return await courses.publish(hall.db, course, by=None, cause=None, now=now)


async def start(
    hall: Hall, made: Published, person_id: int, *, project: str | None = "pairs",
    now: datetime = NOW,
) -> SittingView:  # fmt: skip
    """The person begins the course for the project."""
    return await courses.start(
        hall.db, course_id=made.id, project_key=project, person_id=person_id,
        cause=hall.cause(), now=now, rules=RULES, random=hall.random,
    )  # fmt: skip


async def stored(hall: Hall, number: str) -> Sitting:
    """The sitting as it is kept now."""
    async with hall.db.read() as tx:
        found = await sittings.by_number(tx, number)
    assert found is not None
    return found


def place_of(sitting: Sitting, course: Course, *, right: bool) -> int:
    """Where a right option of the question at hand stands, or a wrong one."""
    asked = sitting.asked[sitting.turned]
    item = course.items[asked.item]
    return next(n for n, at in enumerate(asked.order) if (at in item.right) is right)


async def answer(
    hall: Hall, view: SittingView, *, right: bool, now: datetime = NOW
) -> SittingView:
    """One answer, and on to the next question where an explanation stands between."""
    one, person_id = view.sitting, view.person.id
    view = await courses.choose(
        hall.db, number=one.number, position=one.turned,
        place=place_of(one, view.course, right=right), person_id=person_id, cause=hall.cause(),
        now=now,
    )  # fmt: skip
    if not (view.sitting.is_open and view.sitting.explains):
        return view
    return await courses.turn(
        hall.db, number=one.number, position=one.turned, person_id=person_id, cause=hall.cause(),
        now=now,
    )  # fmt: skip


async def take(
    hall: Hall, made: Published, person_id: int, *, right: int, now: datetime = NOW,
    project: str | None = "pairs",
) -> SittingView:  # fmt: skip
    """A whole sitting with so many right answers, the first ones."""
    view = await start(hall, made, person_id, now=now, project=project)
    for nth in range(len(view.sitting.asked)):
        view = await answer(hall, view, right=nth < right, now=now)
    return view
