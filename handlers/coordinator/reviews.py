"""/review: one rating after the other, and the verdicts on them."""

from bot import say
from bot.domain.awaiting import AwaitedText
from bot.domain.money import Money
from bot.domain.pay_terms import Verdict
from bot.domain.reviews import Draft
from bot.services import awaiting, reviews
from bot.services.reviews import Given
from handlers.context import Context
from handlers.messages import review_drafts
from handlers.messages.reviews import shrunk
from handlers.showing import answer, edit, owe, show

TOPIC = "review"


async def review(ctx: Context) -> None:
    """What waits for a verdict."""
    await reviews.queue(ctx.db, ctx.person.id)
    await owe(ctx, "reviews")


async def listing(ctx: Context) -> None:
    """The same in place."""
    await answer(ctx)
    await show(ctx, "reviews")


async def project(ctx: Context, key: str) -> None:
    """The first of the ratings that wait in a project."""
    found = await reviews.next_to_review(ctx.db, ctx.person.id, project_key=key)
    await answer(ctx)
    await _turn_to(ctx, found.number if found else None)


async def left(ctx: Context, key: str) -> None:
    """The first of those that were not drawn."""
    found = await reviews.next_to_review(ctx.db, ctx.person.id, project_key=key, left=True)
    await answer(ctx)
    await _turn_to(ctx, found.number if found else None)


async def card(ctx: Context, line: str) -> None:
    """The rating again, as it stands; a question that was asked about it is dropped."""
    await awaiting.drop(ctx.db, ctx.person.id)
    await answer(ctx)
    await show(ctx, "review_card", line=line)


async def following(ctx: Context, line: str) -> None:
    """The rating that comes after this one."""
    found = await reviews.next_to_review(ctx.db, ctx.person.id, after=line)
    await answer(ctx, None if found else ctx.words("toast-nothing-else"))
    if found is not None:
        await _turn_to(ctx, found.number, line)


async def _turn_to(ctx: Context, number: str | None, before: str | None = None) -> None:
    """Show the rating in the tapped message, or below where it does not fit one."""
    if number is None:
        await show(ctx, "reviews")
        return
    view = await reviews.reviewing(ctx.db, number, ctx.person.id)
    if not view.facts.pieces:
        await show(ctx, "review_card", line=number)
        return
    if before is not None:
        was = await reviews.evidence(ctx.db, before, ctx.person.id)
        await edit(ctx, shrunk(ctx.words, was))
    await reviews.show(
        ctx.db, number=number, by=ctx.person.id, kind="review_card", cause=ctx.cause, now=ctx.now
    )


async def accept(ctx: Context, line: str) -> None:
    """One tap; the next rating takes the place of the card."""
    given = await reviews.accept(
        ctx.db, number=line, by=ctx.person.id, cause=ctx.cause, now=ctx.now,
        rules=ctx.hall.rules.reviews,
    )  # fmt: skip
    await _go_on(ctx, given)


async def _go_on(ctx: Context, given: Given) -> None:
    await answer(ctx, _said(ctx, given))
    number = given.line.number
    found = await reviews.next_to_review(ctx.db, ctx.person.id, after=number)
    await _turn_to(ctx, found.number if found else None, number)


def _said(ctx: Context, given: Given) -> str:
    verdict, pay = given.review.verdict, given.line.pay
    money = say.money(ctx.person.language, Money(pay.minor, pay.currency))
    return ctx.words(f"toast-review-{verdict}", money=money)


async def fix(ctx: Context, line: str) -> None:
    """Accept with a fix: the reviewer answers anew."""
    await _start(ctx, line, Verdict.fixed)


async def send_back(ctx: Context, line: str) -> None:
    """Return the rating to be corrected."""
    await _start(ctx, line, Verdict.returned)


async def reject(ctx: Context, line: str) -> None:
    """Reject the rating, or say that the flag was not right."""
    await _start(ctx, line, Verdict.rejected)


async def _start(ctx: Context, line: str, verdict: Verdict) -> None:
    draft = await reviews.start(
        ctx.db, number=line, verdict=verdict, by=ctx.person.id, cause=ctx.cause, now=ctx.now,
        rules=ctx.hall.rules.pay,
    )  # fmt: skip
    await _prepare(ctx, draft)


async def _prepare(ctx: Context, draft: Draft) -> None:
    """Show what the verdict wants next; a message is expected where words are due."""
    _, facts = await reviews.preparing(ctx.db, draft.number, ctx.person.id)
    if review_drafts.wants_text(draft, facts) or draft.words:
        await awaiting.ask(
            ctx.db, person_id=ctx.person.id, topic=TOPIC, args={"draft": draft.number},
            card_id=ctx.message_id, now=ctx.now,
        )  # fmt: skip
    await answer(ctx)
    await show(ctx, "review_draft", draft=draft.number)


async def choose(ctx: Context, draft: str, question: int, option: int) -> None:
    """One answer of the reviewer's own."""
    changed = await reviews.answer(
        ctx.db, number=draft, question=question, option=option, by=ctx.person.id, cause=ctx.cause
    )
    await _prepare(ctx, changed)


async def done(ctx: Context, draft: str, question: int) -> None:
    """[Done] below several options of the reviewer's own."""
    changed = await reviews.close(
        ctx.db, number=draft, question=question, by=ctx.person.id, cause=ctx.cause
    )
    await _prepare(ctx, changed)


async def start_over(ctx: Context, draft: str, question: int) -> None:
    """The answer of the reviewer's own is begun anew."""
    changed = await reviews.restart(
        ctx.db, number=draft, question=question, by=ctx.person.id, cause=ctx.cause
    )
    await _prepare(ctx, changed)


async def item(ctx: Context, draft: str, place: int) -> None:
    """Which rubric item."""
    changed = await reviews.choose_item(
        ctx.db, number=draft, item=place, by=ctx.person.id, cause=ctx.cause
    )
    await _prepare(ctx, changed)


async def hours(ctx: Context, draft: str, chosen: int) -> None:
    """How long the person has to correct it."""
    changed = await reviews.choose_hours(
        ctx.db, number=draft, hours=chosen, by=ctx.person.id, cause=ctx.cause
    )
    await _prepare(ctx, changed)


async def words(ctx: Context, asked: AwaitedText, text: str) -> None:
    """What the reviewer typed; the card goes on below it."""
    number = asked.args["draft"]
    changed = await reviews.write(
        ctx.db, number=number, text=text, by=ctx.person.id, cause=ctx.cause
    )
    _, facts = await reviews.preparing(ctx.db, number, ctx.person.id)
    if review_drafts.wants_text(changed, facts) or changed.words:
        # Written again, the words take the place of what was written before.
        await awaiting.ask(
            ctx.db, person_id=ctx.person.id, topic=TOPIC, args={"draft": number}, card_id=None,
            now=ctx.now,
        )  # fmt: skip
    await owe(ctx, "review_draft", draft=number)
    if asked.card_id is not None:
        await edit(ctx, shrunk(ctx.words, facts), asked.card_id)


async def confirm(ctx: Context, draft: str) -> None:
    """Give the verdict."""
    given = await reviews.confirm(
        ctx.db, number=draft, by=ctx.person.id, cause=ctx.cause, now=ctx.now,
        rules=ctx.hall.rules.reviews,
    )  # fmt: skip
    await awaiting.drop(ctx.db, ctx.person.id)
    await _go_on(ctx, given)


async def guidelines(ctx: Context, line: str) -> None:
    """The guidelines that held for the work, below the card."""
    await answer(ctx)
    await owe(ctx, "review_guidelines", line=line)
