"""Courses and guidelines on the phone: each tap has its effect first, then the screen follows."""

from dataclasses import replace

from bot.services import claims, courses
from bot.services.courses import SittingView
from handlers.context import Context
from handlers.contractor import gates
from handlers.messages import guides
from handlers.messages.courses import NO_PROJECT
from handlers.messages.sittings import sitting_screen
from handlers.showing import answer, edit, owe, show


async def own(ctx: Context) -> None:
    """What one holds, has tried and could do."""
    await answer(ctx)
    await show(ctx, "own_courses")


async def card(ctx: Context, course_id: int, project: str) -> None:
    """A course before its start."""
    await answer(ctx)
    await show(ctx, "course", course_id=course_id, project=_key(project))


def _key(project: str) -> str | None:
    return None if project == NO_PROJECT else project


async def start(ctx: Context, course_id: int, project: str) -> None:
    """Begin the course; the first question takes the place of the card."""
    view = await courses.start(
        ctx.db, course_id=course_id, project_key=_key(project), person_id=ctx.person.id,
        cause=ctx.cause, now=ctx.now, rules=ctx.hall.rules, random=ctx.hall.random,
    )  # fmt: skip
    await answer(ctx)
    await _draw(ctx, view)


async def go_on(ctx: Context, number: str) -> None:
    """The sitting as it stands."""
    await answer(ctx)
    await show(ctx, "sitting", number=number)


async def choose(ctx: Context, number: str, position: int, place: int) -> None:
    """One tap on the answer."""
    view = await courses.choose(
        ctx.db, number=number, position=position, place=place, person_id=ctx.person.id,
        cause=ctx.cause, now=ctx.now,
    )  # fmt: skip
    await _turn(ctx, view)


async def tick(ctx: Context, number: str, position: int, place: int, on: int) -> None:
    """Choose one of several, or not."""
    view = await courses.tick(
        ctx.db, number=number, position=position, place=place, on=bool(on),
        person_id=ctx.person.id, cause=ctx.cause, now=ctx.now,
    )  # fmt: skip
    await _turn(ctx, view)


async def settle(ctx: Context, number: str, position: int) -> None:
    """Answer with what is ticked."""
    view = await courses.settle(
        ctx.db, number=number, position=position, person_id=ctx.person.id, cause=ctx.cause,
        now=ctx.now,
    )  # fmt: skip
    await _turn(ctx, view)


async def turn(ctx: Context, number: str, position: int) -> None:
    """On to the next question."""
    view = await courses.turn(
        ctx.db, number=number, position=position, person_id=ctx.person.id, cause=ctx.cause,
        now=ctx.now,
    )  # fmt: skip
    await _turn(ctx, view)


async def _turn(ctx: Context, view: SittingView) -> None:
    """Show where it stands; on another device the tap came first, which is said."""
    await answer(ctx, None if view.fresh else ctx.words("toast-answered-already"))
    await _draw(ctx, view)


async def _draw(ctx: Context, view: SittingView) -> None:
    if not await edit(ctx, sitting_screen(ctx.hall, view)):
        await owe(ctx, "sitting", number=view.sitting.number)


async def answers(ctx: Context, number: str, position: int) -> None:
    """One answer of a sitting that has ended."""
    await answer(ctx)
    await show(ctx, "sitting_answers", number=number, position=position)


async def on_to_project(ctx: Context, key: str) -> None:
    """On to what else is asked, the job of a held place, or /work."""
    await gates.passed(ctx, key)


async def show_guide(ctx: Context, key: str, version: int) -> None:
    """Long guidelines, below, message by message; the last one has the button."""
    project_id = await claims.project_id_of(ctx.db, key, reader=ctx.person.id)
    found = await courses.guide(ctx.db, person_id=ctx.person.id, project_id=project_id)
    await answer(ctx)
    for part in range(guides.count_parts(found)):
        # Each part is a notice of its own.
        each = replace(ctx, cause=f"{ctx.cause}:{part}")
        await owe(each, "guide_part", project_id=project_id, version=version, part=part)


async def read(ctx: Context, key: str, version: int) -> None:
    """The guidelines are read: the check, or what comes after them."""
    view = await courses.mark_read(
        ctx.db, project_key=key, version=version, person_id=ctx.person.id,
        cause=f"{ctx.cause}:read", now=ctx.now,
    )  # fmt: skip
    if view.nth is None:
        await gates.passed(ctx, key)
        return
    await answer(ctx)
    await show(ctx, "gate", project_id=view.project.id)


async def check(ctx: Context, key: str, version: int, nth: int, place: int) -> None:
    """An answer of the check: explained, and asked again where it was wrong."""
    view, right = await courses.answer_check(
        ctx.db, project_key=key, version=version, nth=nth, place=place, person_id=ctx.person.id,
        cause=ctx.cause, now=ctx.now,
    )  # fmt: skip
    if right is None:
        await answer(ctx, ctx.words("toast-answered-already"))
        await show(ctx, "gate", project_id=view.project.id)
        return
    await answer(ctx)
    await show(ctx, "guide_answered", key=key, nth=nth, right=right)


async def check_again(ctx: Context, key: str) -> None:
    """The question that is next."""
    await answer(ctx)
    await show(
        ctx, "gate", project_id=await claims.project_id_of(ctx.db, key, reader=ctx.person.id)
    )
