"""Courses for who answers for them: a dropped file, the list, results, mending a broken one."""

from bot.domain.courses import CourseState
from bot.domain.refusal import Refused
from bot.formats.course_file import is_course_file, read_course
from bot.services import courses, imports
from handlers.context import Context
from handlers.coordinator import dropping
from handlers.showing import answer, saved, show


async def dropped(ctx: Context, name: str, body: bytes) -> bool:
    """A file that is a course: its faults, or the look at it before it is published."""
    if not is_course_file(body):
        return False
    found = read_course(body)
    if isinstance(found, list):
        await dropping.refuse(ctx, "course", name, found)
    else:
        await dropping.look_first(ctx, "course", name, body)
    return True


async def staged(ctx: Context, number: str) -> None:
    """The look at a staged file again."""
    await answer(ctx)
    await show(ctx, "course_staged", number=number)


async def staged_question(ctx: Context, number: str, at: int) -> None:
    """One question of a staged file, as it will be read."""
    await answer(ctx)
    await show(ctx, "course_staged_question", number=number, at=at)


async def publish(ctx: Context, number: str) -> None:
    """Publish the staged file."""
    _, body = await imports.staged_file(ctx.db, number, by=ctx.person.id)
    found = read_course(body)
    if isinstance(found, list):
        raise Refused("stale-button")
    made = await courses.publish(
        ctx.db, found, by=ctx.person.id, cause=ctx.cause, now=ctx.now, number=number
    )
    await saved(ctx, "course_results", course_id=made.id)


async def listing(ctx: Context, page: int) -> None:
    """All courses of the hall."""
    await answer(ctx)
    await show(ctx, "courses", page=max(page, 0))


async def results(ctx: Context, course_id: int) -> None:
    """How a course went."""
    await answer(ctx)
    await show(ctx, "course_results", course_id=course_id)


async def set_state(ctx: Context, course_id: int, state: str) -> None:
    """Suspend a course, or let it be begun again."""
    if state not in list(CourseState):
        raise Refused("stale-button")
    await courses.set_state(
        ctx.db, course_id=course_id, state=CourseState(state), by=ctx.person.id, cause=ctx.cause,
        now=ctx.now,
    )  # fmt: skip
    await saved(ctx, "course_results", course_id=course_id)


async def question(ctx: Context, course_id: int, item: int) -> None:
    """One question with how it went."""
    await answer(ctx)
    await show(ctx, "course_question", course_id=course_id, item=item)


async def ask_withdraw(ctx: Context, course_id: int, item: int) -> None:
    """What withdrawing a question means, before it is done."""
    await answer(ctx)
    await show(ctx, "course_withdraw", course_id=course_id, item=item)


async def withdraw(ctx: Context, course_id: int, version: int, item: int) -> None:
    """The question counts as right for everybody; failed tries are graded again."""
    await courses.withdraw(
        ctx.db, course_id=course_id, version=version, item=item, by=ctx.person.id,
        cause=ctx.cause, now=ctx.now,
    )  # fmt: skip
    await saved(ctx, "course_question", course_id=course_id, item=item)


async def spent(ctx: Context, course_id: int) -> None:
    """Who has no tries left."""
    await answer(ctx)
    await show(ctx, "course_spent", course_id=course_id)


async def lift(ctx: Context, course_id: int, number: str) -> None:
    """Give somebody all tries again."""
    await courses.lift(
        ctx.db, course_id=course_id, number=number, by=ctx.person.id, cause=ctx.cause, now=ctx.now
    )
    await saved(ctx, "course_spent", course_id=course_id)
