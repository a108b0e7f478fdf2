"""Exports: the choice of a format, filters by taps, and the files."""

from typing import Any

from bot.domain.refusal import Refused
from bot.formats.writing import writers
from bot.services import exports, projects
from handlers.context import Context
from handlers.messages.export_filters import Choice
from handlers.showing import answer, owe, show


async def choice(ctx: Context, key: str) -> None:
    """Which format."""
    await answer(ctx)
    await show(ctx, "export_choice", key=key)


async def filtered(ctx: Context, key: str, number: int) -> None:
    """Which format, of what these filters leave."""
    await answer(ctx)
    await show(ctx, "export_choice", key=key, filters=number)


async def export(ctx: Context, key: str, form: str) -> None:
    """The file, or its parts, and its data card."""
    code, _, number = form.partition(".")
    name = next((one.name for one in writers.values() if code in (one.code, one.name)), None)
    if name is None or not (number or "0").isdecimal():
        raise Refused("stale-button")
    await projects.by_key(ctx.db, key, by=ctx.person.id)
    await answer(ctx)
    await owe_files(ctx, key, name, filters=int(number or 0))


async def owe_files(
    ctx: Context, key: str, form: str, *, batch: str | None = None, filters: int = 0
) -> None:
    """Owe an export in as many files as a chat needs for it, and its data card."""
    kept = Choice.read(filters).filters(ctx.now)
    order = exports.Order(key, form, ctx.person.id, batch, kept)
    cuts = await exports.parts(ctx.db, order)
    facts: dict[str, Any] = {"key": key, "form": form, "batch": batch, "filters": kept.to_json(),
             "parts": len(cuts)}  # fmt: skip
    for number, cut in enumerate(cuts, 1):
        rest = {"part": number, "after": cut.after, "until": cut.until}
        await owe(ctx, "export", piece=number, **facts, **rest)
    await owe(ctx, "export_card", **facts)
