"""Giving a bonus or an adjustment: amount, reason and words asked for, shown, then owed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.amounts import typed_money
from bot.domain.awaiting import AwaitedText, require_asked
from bot.domain.gifts import (
    VERDICTS,
    Gift,
    GiftKind,
    require_another,
    require_gift,
    require_reason,
    require_words,
)
from bot.domain.lines import Line, LineKind
from bot.domain.money import Money
from bot.domain.people import Person, require_admin
from bot.domain.refusal import Refused
from bot.domain.rules import PayRules
from bot.effects.owe_line import owe_line
from bot.effects.record import record
from bot.effects.tell import tell
from storage import awaited_texts, finding, lines, people
from storage.database import Database, Tx

# What the next message or tap is for, one after the other.
AMOUNT, REASON, WORDS, CONFIRM = "gift-amount", "gift-reason", "gift-words", "gift-confirm"
_MINUS = "-\u2212\u2013"


@dataclass(frozen=True, slots=True)
class Asked:
    """Where the question about a gift stands: for whom, and what is known of it so far."""

    number: str
    person: Person
    kind: GiftKind
    money: Money | None
    reason: str | None
    because: str | None

    @property
    def gift(self) -> Gift:
        """The gift, once everything is known."""
        if self.money is None or self.reason is None:
            raise Refused("asked-before")
        return Gift(self.person.id, self.kind, self.money, self.reason, self.because)


async def begin(
    db: Database, *, kind: GiftKind, person_id: int, by: int, card_id: int | None, now: datetime
) -> Person:
    """The next message of the admin is the amount for that person."""
    async with db.begin() as tx:
        require_admin(await people.by_id(tx, by))
        require_another(by, person_id)
        found = await finding.one(tx, person_id)
        if found is None:
            raise Refused("no-person")
        args = {
            "kind": kind, "person": person_id, "back": ["person", {"whose": person_id}],
            "currency": await finding.usual_currency(tx, person_id),
        }  # fmt: skip
        await awaited_texts.put(tx, by, AMOUNT, args, card_id=card_id, now=now)
        return found.person


async def write_amount(db: Database, *, asked: AwaitedText, text: str, now: datetime) -> str:
    """Take the typed amount; the reason is next. Returns the number of that question."""
    if text.strip()[:1] in tuple(_MINUS):
        raise Refused("gift-negative", command=VERDICTS)
    money = require_gift(typed_money(text, asked.args["currency"]))
    more = {"minor": money.minor, "currency": money.currency}
    return await _on(db, asked, REASON, more, now)


async def choose_reason(db: Database, *, number: str, reason: str, by: int, now: datetime) -> str:
    """Take the reason; the words are next. Returns the number of that question."""
    async with db.read() as tx:
        asked = require_asked(await awaited_texts.of_person(tx, by), REASON, number, now)
    more = {"reason": require_reason(GiftKind(asked.args["kind"]), reason)}
    return await _on(db, asked, WORDS, more, now)


async def write_words(db: Database, *, asked: AwaitedText, text: str, now: datetime) -> str:
    """Take the words that the person will read; returns the number under which to confirm."""
    return await _on(db, asked, CONFIRM, {"because": require_words(text)}, now)


async def _on(
    db: Database, asked: AwaitedText, topic: str, more: dict[str, Any], now: datetime
) -> str:
    async with db.begin() as tx:
        require_admin(await people.by_id(tx, asked.person_id))
        return await awaited_texts.put(
            tx, asked.person_id, topic, asked.args | more, card_id=asked.card_id, now=now
        )


async def asked_of(db: Database, *, by: int, now: datetime) -> Asked:
    """Where the admin's question about a gift stands."""
    async with db.read() as tx:
        found = await awaited_texts.of_person(tx, by)
        if found is None or now >= found.until or "person" not in found.args:
            raise Refused("asked-before")
        return await _asked(tx, found)


async def _asked(tx: Tx, found: AwaitedText) -> Asked:
    args = found.args
    money = Money(args["minor"], args["currency"]) if "minor" in args else None
    return Asked(
        found.number, await people.by_id(tx, args["person"]), GiftKind(args["kind"]), money,
        args.get("reason"), args.get("because"),
    )  # fmt: skip


async def give(
    db: Database, *, number: str, by: int, cause: str, now: datetime, rules: PayRules,
    sure: bool = False,
) -> tuple[Asked, str | None]:  # fmt: skip
    """Owe the gift, and tell the person; returns it with the number of its line.

    A large one has to be asked twice: without `sure` nothing is given, and there is no number.
    """
    async with db.begin(cause) as tx:
        require_admin(await people.by_id(tx, by))
        found = require_asked(await awaited_texts.of_person(tx, by), CONFIRM, number, now)
        asked = await _asked(tx, found)
        gift = asked.gift
        require_another(by, gift.person_id)
        if rules.is_large(gift.money) and not sure:
            return asked, None
        for one in sorted((by, gift.person_id)):
            await people.locked(tx, one)
        # Nobody else took the question while the people were waited for.
        require_asked(await awaited_texts.of_person(tx, by), CONFIRM, number, now)
        await awaited_texts.drop(tx, by)
        return asked, await _owe(tx, asked.person, gift, by, now)


async def _owe(tx: Tx, person: Person, gift: Gift, by: int, now: datetime) -> str:
    line = await owe_line(
        tx, person_id=person.id, project_id=None, kind=LineKind(gift.kind.value),
        money=gift.money, reason=gift.reason, because=gift.because, by=by, now=now,
    )  # fmt: skip
    await tell(tx, person, "gift", key=f"gift:{line}", now=now, sound=True, can_wait=True,
               line=line)  # fmt: skip
    after = {
        "line": line, "minor": gift.money.minor, "currency": gift.money.currency,
        "reason": gift.reason,
    }  # fmt: skip
    await record(tx, gift.kind, f"person:{person.id}", by=by, now=now, after=after)
    return line


async def given(db: Database, *, line: str, person_id: int) -> tuple[Person, Line]:
    """The line of a gift as its person is told of it."""
    async with db.read() as tx:
        found = await lines.by_number(tx, line)
        if found is None or found.person_id != person_id:
            raise Refused("not-yours")
        return await people.by_id(tx, person_id), found
