"""Making a scheme in the chat: buttons for its parts, messages for its words."""

from collections.abc import Mapping
from typing import Any

from bot.domain import scheme_drafts as rules
from bot.domain import scheme_parts as parts
from bot.domain.awaiting import AwaitedText
from bot.domain.refusal import Refused
from bot.domain.scheme_drafts import Part, Shows
from bot.domain.scheme_parts import Turn
from bot.services import samples, scheme_drafts, schemes
from handlers.context import Context
from handlers.showing import answer, owe, saved, show

Body = Mapping[str, Any]


async def shows(ctx: Context) -> None:
    """What people are shown: the first question about a new scheme."""
    await answer(ctx)
    await show(ctx, "scheme_shows")


async def begin(ctx: Context, what: str) -> None:
    """A new scheme."""
    if what not in list(Shows):
        raise Refused("stale-button")
    draft = await scheme_drafts.begin(
        ctx.db, Shows(what), by=ctx.person.id, cause=ctx.cause, now=ctx.now
    )
    await answer(ctx)
    await show(ctx, "scheme_draft", number=draft.number)


async def take_up(ctx: Context, name: str) -> None:
    """A new scheme that begins as another one."""
    draft = await scheme_drafts.take_up(
        ctx.db, name, by=ctx.person.id, cause=ctx.cause, now=ctx.now
    )
    await answer(ctx)
    await show(ctx, "scheme_draft", number=draft.number)


async def card(ctx: Context, number: str) -> None:
    """The draft with all its questions."""
    await answer(ctx)
    await show(ctx, "scheme_draft", number=number)


async def kinds(ctx: Context, number: str) -> None:
    """Which kind of question to add."""
    await answer(ctx)
    await show(ctx, "scheme_kinds", number=number)


async def ask_words(ctx: Context, number: str, part: str) -> None:
    """The next message is a question of that kind."""
    if part not in list(Part):
        raise Refused("stale-button")
    await _ask(ctx, number, scheme_drafts.WORDS, part=part)
    await show(ctx, "scheme_words", number=number, part=part)


async def ask_other_words(ctx: Context, number: str, question: str) -> None:
    """The next message are other words for the question."""
    await _ask(ctx, number, scheme_drafts.WORDS, question=question)
    await show(ctx, "scheme_words", number=number, question=question)


async def ask_options(ctx: Context, number: str, question: str) -> None:
    """The next message are the answers to the question."""
    await _ask(ctx, number, scheme_drafts.OPTIONS, question=question)
    await show(ctx, "scheme_options", number=number, question=question)


async def ask_name(ctx: Context, number: str) -> None:
    """The next message is the name of the scheme."""
    await _ask(ctx, number, scheme_drafts.NAME)
    await show(ctx, "scheme_name", number=number)


async def _ask(ctx: Context, number: str, topic: str, part: str = "", question: str = "") -> None:
    await scheme_drafts.ask(
        ctx.db, number, topic, by=ctx.person.id, card_id=ctx.message_id, now=ctx.now, part=part,
        question=question,
    )  # fmt: skip
    await answer(ctx)


async def words(ctx: Context, asked: AwaitedText, text: str) -> None:
    """A question was written."""
    found = await scheme_drafts.words(
        ctx.db, asked, text, language=ctx.person.language, cause=ctx.cause, now=ctx.now
    )
    kind = "scheme_options" if found.options else "scheme_question"
    await owe(ctx, kind, number=found.draft.number, question=found.question)


async def options(ctx: Context, asked: AwaitedText, text: str) -> None:
    """The answers to a question were written."""
    found = await scheme_drafts.options(
        ctx.db, asked, text, language=ctx.person.language, cause=ctx.cause, now=ctx.now
    )
    await owe(ctx, "scheme_question", number=found.draft.number, question=found.question)


async def named(ctx: Context, asked: AwaitedText, text: str) -> None:
    """The name of the scheme was written."""
    found = await scheme_drafts.named(
        ctx.db, asked, text, language=ctx.person.language, cause=ctx.cause, now=ctx.now
    )
    await owe(ctx, "scheme_draft", number=found.draft.number)


async def question(ctx: Context, number: str, question: str) -> None:
    """One question of the draft."""
    await answer(ctx)
    await show(ctx, "scheme_question", number=number, question=question)


async def turn(ctx: Context, number: str, question: str, what: str) -> None:
    """One tap changes one thing about a question."""
    if what not in list(Turn):
        raise Refused("stale-button")
    await _change(ctx, number, lambda body: parts.turned(body, question, Turn(what)))
    await show(ctx, "scheme_question", number=number, question=question)


async def scale(ctx: Context, number: str, question: str, least: int, most: int) -> None:
    """The question has that scale."""
    await _change(ctx, number, lambda body: rules.scaled(body, question, least, most))
    await show(ctx, "scheme_question", number=number, question=question)


async def move_up(ctx: Context, number: str, question: str) -> None:
    """The question is asked one place earlier."""
    await _change(ctx, number, lambda body: rules.moved_up(body, question))
    await show(ctx, "scheme_draft", number=number)


async def remove(ctx: Context, number: str, question: str) -> None:
    """The question goes."""
    await _change(ctx, number, lambda body: rules.removed(body, question))
    await show(ctx, "scheme_draft", number=number)


async def when(ctx: Context, number: str, question: str) -> None:
    """After which answers the question is asked."""
    await answer(ctx)
    await show(ctx, "scheme_when", number=number, question=question)


async def hang(ctx: Context, number: str, question: str, other: int) -> None:
    """The question hangs on the answer to another one."""
    await _change(ctx, number, lambda body: parts.hung(body, question, other))
    await show(ctx, "scheme_when", number=number, question=question)


async def always(ctx: Context, number: str, question: str) -> None:
    """The question is asked always."""
    await _change(ctx, number, lambda body: parts.unhung(body, question))
    await show(ctx, "scheme_question", number=number, question=question)


async def narrow(ctx: Context, number: str, question: str, place: int) -> None:
    """The answer at that place counts, or counts no more."""
    await _change(ctx, number, lambda body: parts.narrowed(body, question, place))
    await show(ctx, "scheme_when", number=number, question=question)


async def _change(ctx: Context, number: str, how: scheme_drafts.Change) -> None:
    await scheme_drafts.change(ctx.db, number, how, by=ctx.person.id, cause=ctx.cause, now=ctx.now)
    await answer(ctx)


async def sample(ctx: Context, number: str) -> None:
    """How the draft looks to who answers."""
    body = await _whole(ctx, number)
    back = ("scheme_draft", {"number": number})
    made = await samples.begin(ctx.db, body, by=ctx.person.id, back=back, now=ctx.now)
    await answer(ctx)
    await show(ctx, "sample", number=made)


async def _whole(ctx: Context, number: str) -> Body:
    draft = await scheme_drafts.mine(ctx.db, number, by=ctx.person.id)
    found = scheme_drafts.checked(draft)
    if isinstance(found, list):
        raise Refused("scheme-unfinished")
    return found


async def file(ctx: Context, number: str) -> None:
    """The draft as a file, to be translated or changed and sent back."""
    await scheme_drafts.mine(ctx.db, number, by=ctx.person.id)
    await answer(ctx)
    await owe(ctx, "scheme_draft_file", number=number)


async def save(ctx: Context, number: str) -> None:
    """The draft is kept under its name."""
    body = await _whole(ctx, number)
    made = await schemes.save(ctx.db, body, by=ctx.person.id, cause=ctx.cause, now=ctx.now)
    await saved(ctx, "scheme", name=made.name, saved=True)


async def drop(ctx: Context, number: str) -> None:
    """The draft goes."""
    await scheme_drafts.drop(ctx.db, number, by=ctx.person.id, cause=ctx.cause)
    await answer(ctx, ctx.words("toast-cancelled"))
    await show(ctx, "schemes", page=0)
