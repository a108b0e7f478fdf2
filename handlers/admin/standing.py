"""Deciding a step: one screen after the other, at last the very notice that the person gets."""

from bot.domain.awaiting import AwaitedText
from bot.domain.events import dated_event
from bot.domain.numbers import readings
from bot.domain.people import require_admin
from bot.domain.refusal import Refused
from bot.domain.steps import StepKind
from bot.services import awaiting, standing
from handlers.context import Context
from handlers.messages import deciding
from handlers.showing import answer, owe, show

EVIDENCE, WORDS = "step-evidence", "step-words"


async def more(ctx: Context, person_id: int) -> None:
    """Every decision about the person, and why some cannot be taken now."""
    require_admin(ctx.person)
    await answer(ctx)
    await show(ctx, "decisions", whose=person_id)


async def begin(ctx: Context, person_id: int, what: str) -> None:
    """Prepare a decision of that kind."""
    draft = await standing.begin(
        ctx.db, person_id=person_id, by=ctx.person.id, cause=ctx.cause, now=ctx.now
    )
    await standing.choose(ctx.db, number=draft.number, by=ctx.person.id, kind=_kind(what))
    await _turn_to(ctx, draft.number)


async def begin_from(ctx: Context, proposal: str) -> None:
    """Prepare a decision from what a detector found."""
    draft = await standing.begin_from(
        ctx.db, proposal=proposal, by=ctx.person.id, cause=ctx.cause, now=ctx.now
    )
    await _turn_to(ctx, draft.number, "evidence" if draft.kind else "kind")


async def kind(ctx: Context, number: str, what: str) -> None:
    """What is to be decided."""
    await standing.choose(ctx.db, number=number, by=ctx.person.id, kind=_kind(what))
    await _turn_to(ctx, number)


def _kind(what: str) -> StepKind:
    found = {deciding.code_of(one): one for one in deciding.DECIDED}
    if what not in found:
        raise Refused("stale-button")
    return found[what]


async def project(ctx: Context, number: str, key: str) -> None:
    """From which project."""
    await standing.choose(ctx.db, number=number, by=ctx.person.id, project=key)
    await _turn_to(ctx, number)


async def reason(ctx: Context, number: str, code: str) -> None:
    """Why, by a published code; the evidence is next."""
    await standing.choose(ctx.db, number=number, by=ctx.person.id, reason=code)
    await _turn_to(ctx, number, "evidence")


async def resume(ctx: Context, number: str) -> None:
    """Go on where the decision was left."""
    require_admin(ctx.person)
    await _turn_to(ctx, number)


async def evidence(ctx: Context, number: str, page: int) -> None:
    """What it rests on, page by page."""
    await _turn_to(ctx, number, "evidence", page=max(page, 0))


async def tick(ctx: Context, number: str, of: str, chosen: int, page: int) -> None:
    """A piece of work in or out."""
    await standing.tick(
        ctx.db, number=number, of=of, chosen=bool(chosen), by=ctx.person.id, now=ctx.now
    )
    await _turn_to(ctx, number, "evidence", page=max(page, 0))


async def untick(ctx: Context, number: str, index: int, of: int) -> None:
    """What was written comes out again; nothing does where the list has changed since."""
    prepared = await standing.preparing(ctx.db, by=ctx.person.id, now=ctx.now)
    if len(prepared.draft.evidence) == of:
        await standing.drop_evidence(ctx.db, number=number, by=ctx.person.id, index=index)
    await _turn_to(ctx, number, "evidence")


async def typed_evidence(ctx: Context, asked: AwaitedText, text: str) -> None:
    """A number of a job or line, or what happened in words."""
    number, by = asked.args["draft"], ctx.person.id
    if found := readings(text):
        await standing.add_evidence(ctx.db, number=number, by=by, now=ctx.now, of=found[0])
    else:
        about = (await standing.preparing(ctx.db, by=by, now=ctx.now)).person
        seen = dated_event(text, zone=ctx.person.zone, theirs=about.zone, now=ctx.now)
        await standing.add_evidence(ctx.db, number=number, by=by, now=ctx.now, event=seen)
    await _turn_to(ctx, number, "evidence")


async def go_on(ctx: Context, number: str) -> None:
    """What is still missing."""
    prepared = await standing.preparing(ctx.db, by=ctx.person.id, now=ctx.now)
    if not prepared.draft.evidence:
        raise Refused("step-evidence")
    await _turn_to(ctx, number)


async def change(ctx: Context, number: str, part: str) -> None:
    """Something that was said already is said anew."""
    if part not in ("reason", "evidence", "days", "words"):
        raise Refused("stale-button")
    await _turn_to(ctx, number, part)


async def days(ctx: Context, number: str, count: int) -> None:
    """How long a suspension lasts."""
    await standing.choose(ctx.db, number=number, by=ctx.person.id, days=count)
    await _turn_to(ctx, number)


async def typed_words(ctx: Context, asked: AwaitedText, text: str) -> None:
    """What the person will read; the whole notice is next."""
    await standing.write(ctx.db, number=asked.args["draft"], text=text, by=ctx.person.id)
    await _turn_to(ctx, asked.args["draft"])


async def confirm(ctx: Context, number: str) -> None:
    """Decide it; the person is told."""
    step = await standing.decide(
        ctx.db, number=number, by=ctx.person.id, cause=ctx.cause, now=ctx.now,
        rules=ctx.hall.rules,
    )  # fmt: skip
    await awaiting.drop(ctx.db, ctx.person.id)
    await answer(ctx, ctx.words("toast-step-decided"))
    await show(ctx, "step_card", number=step.number)


async def drop(ctx: Context, number: str) -> None:
    """Nothing is decided."""
    person_id = await standing.drop(ctx.db, number=number, by=ctx.person.id)
    await awaiting.drop(ctx.db, ctx.person.id)
    await answer(ctx, ctx.words("toast-step-dropped"))
    await show(ctx, "person", whose=person_id)


async def card(ctx: Context, number: str) -> None:
    """One step with all that there is to it."""
    await awaiting.drop(ctx.db, ctx.person.id)
    await answer(ctx)
    await show(ctx, "step_card", number=number)


async def unsent(ctx: Context) -> None:
    """The steps whose notice could not be made."""
    require_admin(ctx.person)
    await answer(ctx)
    await show(ctx, "steps_unsent")


async def renew(ctx: Context, number: str) -> None:
    """Take such a step back and prepare it anew, on the same evidence."""
    draft = await standing.renew(
        ctx.db, number=number, by=ctx.person.id, cause=ctx.cause, now=ctx.now
    )
    await _turn_to(ctx, draft.number)


async def history(ctx: Context, person_id: int, page: int) -> None:
    """Every step against the person."""
    await answer(ctx)
    await show(ctx, "step_history", whose=person_id, page=max(page, 0))


async def withdraw(ctx: Context, number: str) -> None:
    """Take a step back: why?"""
    await standing.ask_withdrawal(
        ctx.db, number=number, by=ctx.person.id, card_id=ctx.message_id, now=ctx.now
    )
    await answer(ctx)
    await show(ctx, "step_wording")


async def worded(ctx: Context, asked: AwaitedText, text: str) -> None:
    """The words of a withdrawal, or of the answer to an appeal."""
    await standing.write_words(ctx.db, asked=asked, text=text, now=ctx.now)
    await owe(ctx, "step_wording")


async def confirm_words(ctx: Context, number: str) -> None:
    """Take it back, or answer the appeal, in these words."""
    said = await standing.confirm(
        ctx.db, number=number, by=ctx.person.id, cause=ctx.cause, now=ctx.now
    )
    if said.appeal is None:
        await answer(ctx, ctx.words("toast-step-withdrawn"))
        await show(ctx, "step_card", number=said.step.number)
    else:
        await answer(ctx, ctx.words(f"toast-appeal-{said.state}"))
        await show(ctx, "appeal_card", number=said.appeal.number)


async def _turn_to(ctx: Context, number: str, part: str | None = None, page: int = 0) -> None:
    """Show that part of the decision, or the first one that is missing; what is written next."""
    prepared = await standing.preparing(ctx.db, by=ctx.person.id, now=ctx.now)
    if prepared.draft.number != number:
        raise Refused("stale-button")
    part = part or deciding.missing_part(prepared)
    topic = {"evidence": EVIDENCE, "words": WORDS, "preview": WORDS}.get(part)
    if topic is None:
        await awaiting.drop(ctx.db, ctx.person.id)
    else:
        await awaiting.ask(
            ctx.db, person_id=ctx.person.id, topic=topic, args={"draft": number},
            card_id=ctx.message_id, now=ctx.now,
        )  # fmt: skip
    await answer(ctx)
    args = {"person_id": ctx.person.id, "language": ctx.person.language}
    if part == "preview" and await deciding.is_long(ctx.hall, args):
        # The notice fills a message of its own: it goes first, what is to be done below it.
        await owe(ctx, "deciding_notice")
        await owe(ctx, "deciding", part=part, apart=True)
    elif ctx.tap is None:
        await owe(ctx, "deciding", part=part, page=page)
    else:
        await show(ctx, "deciding", part=part, page=page)
