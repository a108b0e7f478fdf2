"""/desk: everything that waits, and from each line the one tap to the very screen."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, fields

from bot.domain.desk import Matter
from bot.domain.numbers import is_number
from bot.domain.payout_files import PayoutLayout
from bot.domain.people import require_coordinator
from bot.domain.refusal import Refused
from bot.formats.confirmations import is_confirmation
from bot.formats.course_file import is_course_file
from bot.formats.payout_report import is_report
from bot.formats.scheme_file import is_scheme_file
from bot.services import desk, imports, projects
from handlers.admin import appeals, applicants, detectors, payruns, refusals
from handlers.admin import standing as steps
from handlers.context import Context
from handlers.coordinator import (
    broadcasts,
    calls,
    disputes,
    doubts,
    fair_pay,
    gold,
    groups,
    project_drafts,
    pulled,
    reviews,
    schedules,
    scheme_drafts,
    support,
    unsure,
)
from handlers.coordinator import projects as project_cards
from handlers.customer import batches
from handlers.showing import answer, owe, show

Open = Callable[[Context, str], Awaitable[None]]


@dataclass(frozen=True)
class Below(Context):
    """A tap whose answer stands below the tapped message, which stays."""

    @property
    def message_id(self) -> int | None:
        """No message is changed."""
        return None


async def command(ctx: Context) -> None:
    """Everything that waits for the person."""
    require_coordinator(ctx.person)
    await owe(ctx, "desk")


async def look(ctx: Context, page: int) -> None:
    """The same in place, as it is now, or another page of it."""
    require_coordinator(ctx.person)
    await answer(ctx, ctx.words("toast-refreshed"))
    await show(ctx, "desk", page=max(page, 0))


async def open_one(ctx: Context, matter: str, key: str, page: int) -> None:
    """What the line is about, below the desk; the desk says what is left by now."""
    require_coordinator(ctx.person)
    run = OPENS.get(matter) if key else LISTS.get(matter, OPENS.get(matter))
    if run is None:
        raise Refused("stale-button")
    below = Below(**{one.name: getattr(ctx, one.name) for one in fields(ctx)})
    await run(below, key)
    await show(ctx, "desk", page=max(page, 0))


async def switch(ctx: Context, on: int) -> None:
    """Tell the desk each morning, or no more."""
    await desk.switch(ctx.db, person_id=ctx.person.id, on=bool(on), cause=ctx.cause, now=ctx.now)
    await answer(ctx, ctx.words("toast-desk-on" if on else "toast-desk-off"), alert=True)
    await show(ctx, "settings")


async def _questions(ctx: Context, key: str) -> None:
    await (support.card(ctx, key, 0) if key else support.listing(ctx, 0))


async def _appeals(ctx: Context, key: str) -> None:
    await (appeals.card(ctx, key) if key else appeals.listing(ctx, 0, 0))


async def _applicants(ctx: Context, key: str) -> None:
    await (applicants.card(ctx, key) if key else applicants.listing(ctx, 0))


async def _proposals(ctx: Context, key: str) -> None:
    await (detectors.card(ctx, key) if key else detectors.listing(ctx, 0))


async def _held(ctx: Context, key: str) -> None:
    await refusals.held(ctx, key, 0)


async def _batch(ctx: Context, key: str) -> None:
    """One by its number, those of a project by its key."""
    await (batches.card(ctx, key) if is_number(key) else batches.listing(ctx, key, 0))


async def _all_projects(ctx: Context, _: str) -> None:
    await project_cards.listing(ctx, 0)


async def _all_reviews(ctx: Context, _: str) -> None:
    await reviews.listing(ctx)


async def _all_disputes(ctx: Context, _: str) -> None:
    await disputes.listing(ctx)


async def _all_batches(ctx: Context, _: str) -> None:
    await batches.listing(ctx, "-", 0)


async def _all_plans(ctx: Context, _: str) -> None:
    await schedules.listing(ctx, 0)


async def _unsent(ctx: Context, _: str) -> None:
    await steps.unsent(ctx)


async def _floor(ctx: Context, key: str) -> None:
    project, _, week = key.partition("/")
    await fair_pay.listing(ctx, project, week, 0)


async def _groups(ctx: Context, _: str) -> None:
    await groups.groups(ctx, 0)


async def _gold(ctx: Context, key: str) -> None:
    await gold.listing(ctx, key, 0)


async def _pulled(ctx: Context, key: str) -> None:
    await pulled.listing(ctx, key, 0)


async def _unsure(ctx: Context, key: str) -> None:
    await unsure.listing(ctx, key, 0)


async def _call(ctx: Context, key: str) -> None:
    await calls.draft_page(ctx, key, 0)


async def _broadcast(ctx: Context, _: str) -> None:
    await broadcasts.begin(ctx)


async def _file(ctx: Context, number: str) -> None:
    """The look at a dropped file again, as it came when it was dropped."""
    name, body = await imports.staged_file(ctx.db, number, by=ctx.person.id)
    await answer(ctx)
    if name.lower().endswith((".yaml", ".yml")):
        kind = "course" if is_course_file(body) else "project"
        await owe(ctx, f"{'scheme' if is_scheme_file(body) else kind}_staged", number=number)
    elif is_report(body, PayoutLayout()):
        await owe(ctx, "payout_report", number=number)
    elif is_confirmation(body):
        await owe(ctx, "answers", number=number)
    else:
        await _tasks(ctx, number, name)


async def _tasks(ctx: Context, number: str, name: str) -> None:
    mine = await projects.listed(ctx.db, by=ctx.person.id)
    if len(mine) == 1:
        await owe(ctx, "import_report", number=number, key=mine[0].key)
    else:
        await owe(ctx, "import_which", number=number, file=name)


# What the line of all further projects opens: the list of all.
LISTS: dict[str, Open] = {
    Matter.disputes: _all_disputes,
    Matter.reviews: _all_reviews,
    Matter.deliver: _all_batches,
    Matter.plan: _all_plans,
    **dict.fromkeys(
        (
            Matter.floor,
            Matter.gold,
            Matter.pulled,
            Matter.unsure,
            Matter.unmeasured,
            Matter.uncalled,
            Matter.few,
            Matter.empty,
        ),
        _all_projects,
    ),
}
# What each line opens; whoever taps is asked there for the right to it.
OPENS: dict[str, Open] = {
    Matter.appeals: _appeals,
    Matter.disputes: disputes.card,
    Matter.doubts: doubts.card,
    Matter.questions: _questions,
    Matter.late_questions: _questions,
    Matter.reviews: reviews.project,
    Matter.held: _held,
    Matter.applicants: _applicants,
    **dict.fromkeys(
        (Matter.pay_trouble, Matter.pay_file, Matter.pay_mark, Matter.pay_sent,
         Matter.pay_method),
        payruns.run,
    ),
    Matter.unsent: _unsent,
    Matter.proposals: _proposals,
    Matter.deliver: _batch,
    Matter.floor: _floor,
    Matter.places: _groups,
    Matter.gold: _gold,
    Matter.pulled: _pulled,
    Matter.unsure: _unsure,
    Matter.unmeasured: project_cards.card,
    Matter.uncalled: calls.prepare,
    Matter.few: project_cards.card,
    Matter.empty: project_cards.card,
    Matter.decision: steps.resume,
    Matter.file: _file,
    Matter.call: _call,
    Matter.plan: schedules.card,
    Matter.broadcast: _broadcast,
    Matter.project: project_drafts.card,
    Matter.scheme: scheme_drafts.card,
}  # fmt: skip
