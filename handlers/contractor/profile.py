"""The work profile: answers to the questions of a project, and the cards under /settings."""

from bot.domain.awaiting import AwaitedText
from bot.services import awaiting, claims, earned_digest, profiles
from handlers.context import Context
from handlers.contractor import gates
from handlers.messages.profile import NOWHERE
from handlers.showing import answer, owe, saved, show

COUNTRY = "country"


async def reply(ctx: Context, key: str, question: str, said: str) -> None:
    """The answer to what a project needs to know; the next question, or the job, follows."""
    await profiles.answer(
        ctx.db, project_key=key, question=question, answer=said, person_id=ctx.person.id,
        cause=f"{ctx.cause}:said", now=ctx.now,
    )  # fmt: skip
    await gates.passed(ctx, key)


async def switch_evening(ctx: Context, wanted: int) -> None:
    """The message each evening about pay, on or off."""
    await earned_digest.switch(
        ctx.db, person_id=ctx.person.id, wanted=bool(wanted), cause=ctx.cause, now=ctx.now
    )
    await answer(ctx, ctx.words("toast-digest-on" if wanted else "toast-digest-off"), alert=True)
    await show(ctx, "settings")


async def go_on(ctx: Context, key: str) -> None:
    """From /work to what is asked before a job of the project."""
    await gates.passed(ctx, key)


async def card(ctx: Context) -> None:
    """Everything that the person said of oneself."""
    await awaiting.drop(ctx.db, ctx.person.id)
    await answer(ctx)
    await show(ctx, "profile")


async def level(ctx: Context, code: str) -> None:
    """How well the person reads and writes a language."""
    await answer(ctx)
    await show(ctx, "profile_level", code=code)


async def set_level(ctx: Context, code: str, chosen: str) -> None:
    """The person reads and writes the language that well."""
    await profiles.set_level(
        ctx.db, person_id=ctx.person.id, language=code, level=chosen, cause=ctx.cause, now=ctx.now
    )
    await saved(ctx, "profile")


async def skills(ctx: Context) -> None:
    """The list of skills."""
    await answer(ctx)
    await show(ctx, "profile_skills")


async def toggle_skill(ctx: Context, skill: str) -> None:
    """The person has a skill, or has it not after all."""
    await profiles.toggle_skill(
        ctx.db, person_id=ctx.person.id, skill=skill, cause=ctx.cause, now=ctx.now
    )
    await saved(ctx, "profile_skills")


async def country(ctx: Context) -> None:
    """Where the person may live."""
    await answer(ctx)
    await show(ctx, "profile_country")


async def set_country(ctx: Context, code: str) -> None:
    """The person lives there."""
    await profiles.set_country(
        ctx.db, person_id=ctx.person.id, country=code, cause=ctx.cause, now=ctx.now
    )
    await saved(ctx, "profile")


async def write_country(ctx: Context, key: str) -> None:
    """The next message is the name of the country."""
    back: list[object] = ["profile_country", {}]
    if key != NOWHERE:
        back = [
            "gate",
            {"project_id": await claims.project_id_of(ctx.db, key, reader=ctx.person.id)},
        ]
    await awaiting.ask(
        ctx.db, person_id=ctx.person.id, topic=COUNTRY, args={"key": key, "back": back},
        card_id=ctx.message_id, now=ctx.now,
    )  # fmt: skip
    await answer(ctx)
    await show(ctx, "profile_country_ask")


async def country_written(ctx: Context, asked: AwaitedText, text: str) -> None:
    """What the written name may mean, to be confirmed with one tap."""
    await awaiting.drop(ctx.db, ctx.person.id)
    await owe(ctx, "profile_countries", text=text[:60], key=asked.args["key"])
