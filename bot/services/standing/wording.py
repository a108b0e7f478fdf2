"""Answering an appeal and taking a step back: words asked for, shown, then confirmed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.appeals import Appeal, AppealState, require_decider, require_open
from bot.domain.awaiting import AwaitedText, require_asked
from bot.domain.ladder import require_words
from bot.domain.people import Person, require_admin
from bot.domain.refusal import Refused
from bot.domain.steps import Step
from bot.services.standing.appealing import decide_appeal
from bot.services.standing.withdrawing import withdraw
from storage import appeals, awaited_texts, people, steps
from storage.database import Database, Tx

# What the next message or tap is for.
ANSWER, WITHDRAW, CONFIRM = "appeal-answer", "step-withdraw", "standing-confirm"


@dataclass(frozen=True, slots=True)
class Worded:
    """What is about to be confirmed: with an appeal its answer, without one a withdrawal.

    `number` names the question in buttons; `words` is none before they were written.
    """

    number: str
    person: Person
    step: Step
    appeal: Appeal | None
    state: AppealState | None
    words: str | None


async def ask_answer(
    db: Database, *, number: str, state: AppealState, by: int, card_id: int | None, now: datetime
) -> None:
    """The next message of the decider is the answer to the appeal."""
    if state is AppealState.open:
        raise Refused("stale-button")
    async with db.begin() as tx:
        found = await appeals.by_number(tx, number)
        if found is None:
            raise Refused("stale-button")
        require_decider(found, await people.by_id(tx, by))
        require_open(found)
        args = {
            "step": (await steps.by_id(tx, found.step_id)).number, "appeal": number,
            "state": state, "back": ["appeal_card", {"number": number}],
        }  # fmt: skip
        await awaited_texts.put(tx, by, ANSWER, args, card_id=card_id, now=now)


async def ask_withdrawal(
    db: Database, *, number: str, by: int, card_id: int | None, now: datetime
) -> None:
    """The next message of the admin says why the step is taken back."""
    async with db.begin() as tx:
        require_admin(await people.by_id(tx, by))
        found = await steps.by_number(tx, number)
        if found is None:
            raise Refused("stale-button")
        if found.person_id == by:
            raise Refused("own-standing")
        if not found.is_live:
            raise Refused("step-over")
        args = {"step": number, "back": ["step_card", {"number": number}]}
        await awaited_texts.put(tx, by, WITHDRAW, args, card_id=card_id, now=now)


async def write_words(db: Database, *, asked: AwaitedText, text: str, now: datetime) -> None:
    """The words were written; another message would take their place."""
    args = asked.args | {"words": require_words(text)}
    async with db.begin() as tx:
        await awaited_texts.put(tx, asked.person_id, CONFIRM, args, card_id=None, now=now)


async def worded(db: Database, *, by: int, now: datetime) -> Worded:
    """What the person is about to say, as far as it goes."""
    async with db.read() as tx:
        found = await awaited_texts.of_person(tx, by)
        if found is None or now >= found.until or "step" not in found.args:
            raise Refused("asked-before")
        return await _worded(tx, found)


async def confirm(db: Database, *, number: str, by: int, cause: str, now: datetime) -> Worded:
    """Decide the appeal, or take the step back, in the words that were written."""
    async with db.read() as tx:
        asked = require_asked(await awaited_texts.of_person(tx, by), CONFIRM, number, now)
        said = await _worded(tx, asked)
    how: dict[str, Any] = {"text": said.words or "", "by": by, "cause": cause, "now": now}
    if said.appeal is not None and said.state is not None:
        await decide_appeal(db, number=said.appeal.number, state=said.state, **how)
    else:
        await withdraw(db, number=said.step.number, **how)
    async with db.begin() as tx:
        await awaited_texts.drop(tx, by)
    return said


async def _worded(tx: Tx, asked: AwaitedText) -> Worded:
    args = asked.args
    step = await steps.by_number(tx, args["step"])
    if step is None:
        raise Refused("stale-button")
    appeal = await appeals.by_number(tx, args["appeal"]) if "appeal" in args else None
    state = AppealState(args["state"]) if "state" in args else None
    person = await people.by_id(tx, step.person_id)
    return Worded(asked.number, person, step, appeal, state, args.get("words"))
