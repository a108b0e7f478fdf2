"""/payrun: what is paid next, the runs there were, their payouts, the payer's file and report."""

from dataclasses import asdict

from bot.domain.awaiting import AwaitedText
from bot.domain.numbers import SIGNS
from bot.domain.payouts import PayoutState
from bot.domain.people import require_admin
from bot.domain.refusal import Refused
from bot.formats.payout_report import is_report
from bot.services import awaiting, batches, disputes, pay_desk, payouts, payruns, reviews
from handlers.context import Context
from handlers.messages.faults import SHOWN
from handlers.messages.payouts import REASONS
from handlers.showing import answer, owe, saved, show

TOPIC = "payout"
_MOST = {PayoutState.failed: 300}
_MOST_REFERENCE = 140
_DIGITS = 8
# So many take longer to mark than a tap should wait for its answer.
_MANY = 500


async def payrun(ctx: Context) -> None:
    """`/payrun`, or `/payrun NUMBER` for a run or a payout."""
    require_admin(ctx.person)
    if ctx.tap is not None:
        await answer(ctx)
        await show(ctx, "payruns")
    elif not ctx.args:
        await owe(ctx, "payruns")
    else:
        number = ctx.args[0].upper()
        if len(number) != _DIGITS or set(number) - set(SIGNS):
            raise Refused("payrun-usage")
        is_run = await pay_desk.is_run(ctx.db, number, by=ctx.person.id)
        await owe(ctx, "payrun" if is_run else "payout", number=number)


async def odd(ctx: Context, place: int) -> None:
    """Whose part of the next run of a zone deserves a look."""
    await _turn(ctx, "payrun_odd", place=max(place, 0))


async def owed(ctx: Context) -> None:
    """What is owed by state and age."""
    await _turn(ctx, "payrun_owed")


async def run(ctx: Context, number: str) -> None:
    """One run."""
    await _turn(ctx, "payrun", number=number)


async def listing(ctx: Context, number: str, page: int) -> None:
    """The payouts of a run."""
    await _turn(ctx, "payouts", number=number, page=max(page, 0))


async def payout(ctx: Context, number: str) -> None:
    """One payout."""
    await _turn(ctx, "payout", number=number)


async def why(ctx: Context, number: str) -> None:
    """Why a payout failed."""
    await _turn(ctx, "payout_why", number=number)


async def margin(ctx: Context, key: str) -> None:
    """What a project earns, in place of its card."""
    await _turn(ctx, "project_margin", key=key)


async def _turn(ctx: Context, kind: str, **args: object) -> None:
    require_admin(ctx.person)
    await answer(ctx)
    await show(ctx, kind, **args)


async def run_now(ctx: Context) -> None:
    """Run what is due, which the clock does by itself within a minute."""
    require_admin(ctx.person)
    await answer(ctx, ctx.words("toast-running"))
    # What these settle counts from its deadline, which may lie in the period that is paid.
    await reviews.accept_overdue(ctx.db, now=ctx.now)
    await disputes.decide_overdue(ctx.db, now=ctx.now)
    await batches.confirm_overdue(ctx.db, now=ctx.now)
    await payruns.run_due(ctx.db, now=ctx.now, rules=ctx.hall.rules.pay)
    await show(ctx, "payruns")


async def make_file(ctx: Context, number: str, again: int) -> None:
    """The file for the payer, sent below; the card goes on with what comes next."""
    await payouts.make_file(
        ctx.db, run=number, again=bool(again), by=ctx.person.id, cause=ctx.cause, now=ctx.now,
        vault=ctx.hall.vault,
    )  # fmt: skip
    await answer(ctx)
    await show(ctx, "payrun", number=number)


async def ask_all(ctx: Context, number: str, state: str) -> None:
    """Whether all payouts of the run that are in a file are sent, or paid."""
    await _turn(ctx, "payrun_ask", number=number, state=_all_state(state))


async def mark_all(ctx: Context, number: str, state: str) -> None:
    """All of them are; who comes second is told that nothing was left."""
    count, _ = await pay_desk.markable(ctx.db, number, _all_state(state), by=ctx.person.id)
    if count > _MANY:
        await answer(ctx, ctx.words("toast-running"))
    marked = await payouts.mark_all(
        ctx.db, run=number, state=_all_state(state), reference=None, by=ctx.person.id,
        now=ctx.now, only_filed=True,
    )  # fmt: skip
    key = "toast-marked" if marked else "toast-none-marked"
    if count <= _MANY:
        await answer(ctx, ctx.words(key, count=marked) if marked else ctx.words(key))
    await show(ctx, "payrun", number=number)


def _all_state(state: str) -> PayoutState:
    if state not in (PayoutState.sent, PayoutState.paid):
        raise Refused("stale-button")
    return PayoutState(state)


async def mark(ctx: Context, number: str, state: str) -> None:
    """One payout is sent or paid, without a reference."""
    await _mark(ctx, number, _all_state(state), None, None)
    await saved(ctx, "payout", number=number)


async def fail(ctx: Context, number: str, reason: str) -> None:
    """One payout failed, for one of our reasons."""
    if reason not in REASONS:
        raise Refused("stale-button")
    await _mark(ctx, number, PayoutState.failed, None, reason)
    await saved(ctx, "payout", number=number)


async def _mark(
    ctx: Context, number: str, state: PayoutState, reference: str | None, reason: str | None
) -> None:
    await payouts.mark(
        ctx.db, number=number, state=state, reference=reference, reason=reason,
        by=ctx.person.id, cause=ctx.cause, now=ctx.now,
    )  # fmt: skip


async def ask_words(ctx: Context, number: str, state: str) -> None:
    """The reference or the reason is to be written."""
    require_admin(ctx.person)
    if state not in (PayoutState.sent, PayoutState.paid, PayoutState.failed):
        raise Refused("stale-button")
    back = ["payout", {"number": number}]
    await awaiting.ask(
        ctx.db, person_id=ctx.person.id, topic=TOPIC, card_id=ctx.message_id, now=ctx.now,
        args={"number": number, "state": state, "back": back},
    )  # fmt: skip
    await answer(ctx)
    await show(ctx, "payout_write", number=number, state=state)


async def written(ctx: Context, asked: AwaitedText, text: str) -> None:
    """The reference or the reason was written."""
    state, number = PayoutState(asked.args["state"]), asked.args["number"]
    words = " ".join(text.split())
    most = _MOST.get(state, _MOST_REFERENCE)
    if not words or len(words) > most:
        raise Refused("words-too-long", most=most)
    failed = state is PayoutState.failed
    await _mark(ctx, number, state, None if failed else words, words if failed else None)
    await awaiting.drop(ctx.db, ctx.person.id)
    await owe(ctx, "payout", number=number)


async def report_dropped(ctx: Context, name: str, body: bytes) -> bool:
    """Take in a file that is a payer's report; false where it is none, or not for this person."""
    layout = ctx.hall.rules.pay.layout
    if not (ctx.person.is_admin and is_report(body, layout)):
        return False
    message = ctx.update.effective_message
    staged = await payouts.stage_report(
        ctx.db, body, name=name, message_id=message.message_id if message else None,
        by=ctx.person.id, cause=ctx.cause, now=ctx.now, layout=layout,
    )  # fmt: skip
    if staged.number is not None:
        await owe(ctx, "payout_report", number=staged.number)
        return True
    shown = [asdict(fault) for fault in staged.faults[:SHOWN]]
    await owe(ctx, "payout_report_faults", file=name, faults=shown, count=len(staged.faults))
    return True


async def apply_report(ctx: Context, number: str) -> None:
    """All that the report says is so; it may take a while, so the tap is answered first."""
    require_admin(ctx.person)
    await answer(ctx, ctx.words("toast-running"))
    done = await payouts.apply_report(
        ctx.db, number, by=ctx.person.id, now=ctx.now, layout=ctx.hall.rules.pay.layout
    )
    await show(ctx, "payout_report_applied", count=done)


async def drop_report(ctx: Context, number: str) -> None:
    """Nothing of the report is taken."""
    await payouts.drop_report(ctx.db, number, by=ctx.person.id, cause=ctx.cause)
    await answer(ctx)
    await show(ctx, "payout_report_dropped")
