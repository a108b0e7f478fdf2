"""/batches: what a client was handed, and its yes or no to it."""

from bot.domain.awaiting import AwaitedText, require_asked
from bot.domain.batches import checked_words, require_reason
from bot.domain.refusal import Refused
from bot.services import awaiting, batches, replies
from bot.services.batches import Said
from handlers.context import Context
from handlers.messages.screen import Screen
from handlers.showing import answer, edit, owe, show

TOPIC = "refusal"


async def command(ctx: Context) -> None:
    """The batches of all projects that the person speaks for."""
    await batches.listed(ctx.db, by=ctx.person.id, key=None, page=0, size=1)
    await owe(ctx, "batches")


async def listing(ctx: Context, key: str, page: int) -> None:
    """A page of the batches of one project, or of all."""
    await answer(ctx)
    await show(ctx, "batches", key=key, page=max(page, 0))


async def card(ctx: Context, number: str) -> None:
    """One batch."""
    await answer(ctx)
    await show(ctx, "batch", number=number)


async def ask_confirm(ctx: Context, number: str) -> None:
    """How many ratings that would be."""
    await answer(ctx)
    await show(ctx, "batch_confirm", number=number)


async def confirm_all(ctx: Context, number: str) -> None:
    """Yes to all that waits."""
    count = await batches.confirm_all(ctx.db, number=number, by=ctx.person.id, now=ctx.now)
    await answer(ctx, ctx.words("toast-confirmed", count=count))
    await show(ctx, "batch", number=number)


async def lines(ctx: Context, number: str, page: int) -> None:
    """The ratings of a batch."""
    await answer(ctx)
    await show(ctx, "batch_lines", number=number, page=max(page, 0))


async def line(ctx: Context, number: str) -> None:
    """One rating with its task."""
    await answer(ctx)
    await show(ctx, "batch_line", line=number)


async def whole_task(ctx: Context, number: str) -> None:
    """A task that is too long for a card, as a file; images below it."""
    view = await batches.line_view(ctx.db, number, by=ctx.person.id, now=ctx.now)
    await answer(ctx)
    await owe(ctx, "batch_task", line=number)
    for place, response in enumerate(view.content.responses):
        if response.image is not None:
            facts = {"person_id": ctx.person.id, "language": ctx.person.language}
            await replies.owe(
                ctx.db, chat_id=ctx.chat_id, kind="batch_image", cause=f"{ctx.cause}:{place}",
                now=ctx.now, facts={**facts, "line": number, "place": place},
            )  # fmt: skip


async def file(ctx: Context, number: str) -> None:
    """The ratings as a file to fill in."""
    await batches.card(ctx.db, number, by=ctx.person.id)
    await answer(ctx)
    await owe(ctx, "batch_file", number=number)


async def confirm_one(ctx: Context, number: str) -> None:
    """Yes to one rating."""
    await batches.confirm_one(ctx.db, line=number, by=ctx.person.id, cause=ctx.cause, now=ctx.now)
    await answer(ctx, ctx.words("toast-confirmed", count=1))
    await show(ctx, "batch_line", line=number)


async def reasons(ctx: Context, number: str) -> None:
    """Why one rating is refused."""
    view = await batches.line_view(ctx.db, number, by=ctx.person.id, now=ctx.now)
    if not view.waits:
        raise Refused("stale-button")
    await answer(ctx)
    await show(ctx, "batch_reasons", line=number)


async def ask_words(ctx: Context, number: str, reason: str) -> None:
    """The next message says what is wrong with it."""
    view = await batches.line_view(ctx.db, number, by=ctx.person.id, now=ctx.now)
    if not view.waits:
        raise Refused("stale-button")
    args = {"line": number, "reason": require_reason(reason), "back": _back(number)}
    await awaiting.ask(
        ctx.db, person_id=ctx.person.id, topic=TOPIC, args=args, card_id=ctx.message_id,
        now=ctx.now,
    )  # fmt: skip
    await answer(ctx)
    await show(ctx, "batch_refuse_words", reason=reason)


def _back(line_number: str) -> list[object]:
    return ["batch_line", {"line": line_number}]


async def words_of_refusal(ctx: Context, asked: AwaitedText, text: str) -> None:
    """What is wrong; it is shown once more before it counts."""
    args = {**asked.args, "words": checked_words(text)}
    number = await awaiting.ask(
        ctx.db, person_id=ctx.person.id, topic=TOPIC, args=args, card_id=None, now=ctx.now
    )
    if asked.card_id is not None:
        await edit(ctx, Screen(ctx.words.rich("refuse-written")), asked.card_id)
    await owe(ctx, "batch_refuse", question=number)


async def refuse(ctx: Context, question: str) -> None:
    """No to one rating, for the reason and in the words that were given."""
    found = await awaiting.awaited(ctx.db, ctx.person.id, now=ctx.now)
    args = require_asked(found, TOPIC, question, ctx.now).args
    said = Said(args["reason"], args.get("words", ""))
    held = await batches.refuse(
        ctx.db, line=args["line"], said=said, by=ctx.person.id, cause=ctx.cause, now=ctx.now,
        rules=ctx.hall.rules.pay,
    )  # fmt: skip
    await answer(ctx, ctx.words("toast-refusal-held" if held else "toast-refused"))
    await show(ctx, "batch_line", line=args["line"])
