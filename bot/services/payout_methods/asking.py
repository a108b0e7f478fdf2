"""Asking for payout details, and taking the messages that give them."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.domain.notices import Priority
from bot.domain.payout_methods import (
    ANSWER_WITHIN,
    MOST_TYPED,
    PARTS,
    Details,
    DetailsFault,
    MethodKind,
    MethodState,
    Part,
    WrongDetailsError,
    last_four,
    part_after,
)
from bot.domain.people import Person
from bot.domain.refusal import Refused
from bot.domain.rules import PayRules
from bot.effects.payout_details import open_part, seal, seal_part
from bot.effects.tell import tell
from bot.effects.unsend import is_unsent, unsend
from bot.formats.payout_details import read_part
from bot.vault import UnopenedError, Vault
from storage import awaited_details, inbox, jobs, payout_methods, people
from storage.awaited_details import Awaited
from storage.database import Database, Tx

_FORGOTTEN_AFTER = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Typed:
    """A message of a person that may hold details; `text` is none where it is no text."""

    person_id: int
    chat_id: int
    message_id: int
    update_id: int
    text: str | None
    forwarded: bool = False
    edited: bool = False


async def ask(
    db: Database, *, kind: MethodKind, person_id: int, card_id: int | None, vault: Vault | None,
    rules: PayRules, cause: str, now: datetime,
) -> None:  # fmt: skip
    """The person's next message gives the details; `card_id` is the message that asks."""
    if vault is None:
        raise Refused("method-no-key")
    if kind not in rules.methods:
        raise Refused("stale-button")
    async with db.begin(cause) as tx:
        await people.locked(tx, person_id)
        await _forget_pending(tx, person_id)
        part, until = PARTS[kind][0], now + ANSWER_WITHIN
        await awaited_details.put(tx, Awaited(person_id, kind, part, None, card_id, until))


async def cancel(db: Database, *, person_id: int, cause: str) -> None:
    """Nothing is asked for any more, and what was given without a last word is forgotten."""
    async with db.begin(cause) as tx:
        await people.locked(tx, person_id)
        await _forget_pending(tx, person_id)
        await awaited_details.drop(tx, person_id)


async def asked(db: Database, person_id: int) -> Awaited | None:
    """What the person is asked for."""
    async with db.look() as tx:
        return await awaited_details.of_person(tx, person_id)


async def put_off(db: Database, *, person_id: int, now: datetime) -> None:
    """The person turned to something else: only what can be nothing but details is still taken."""
    if await asked(db, person_id) is not None:
        async with db.once() as tx:
            await awaited_details.put_off(tx, person_id, now)


async def forget_unanswered(db: Database, *, now: datetime) -> int:
    """Forget what was asked for long ago, with the parts that were given; returns how many."""
    async with db.once() as tx:
        return await awaited_details.drop_old(tx, now - _FORGOTTEN_AFTER)


async def take(
    db: Database, typed: Typed, *, vault: Vault | None, cause: str, now: datetime
) -> bool:
    """Take a message as the details that were asked for; false when it is about something else.

    Whatever is wrong with it, it is deleted from the chat, and nothing of it stays in the inbox.
    """
    awaited = await asked(db, typed.person_id)
    if awaited is None or vault is None:
        return False
    awaited = await _at_work_since(db, awaited)
    if not _is_meant(awaited, typed, now):
        return False
    if typed.text is not None and len(typed.text) > MOST_TYPED:
        raise Refused("method-too-long")
    async with db.begin(cause) as tx:
        person = await people.locked(tx, typed.person_id)
        await _remove(tx, typed, cause, now)
        awaited = await awaited_details.of_person(tx, typed.person_id)
        if awaited is None:
            await _owe(tx, person, "payout_methods", None, cause, now)
            return True
        try:
            fields = _read(awaited, typed, now)
        except WrongDetailsError as wrong:
            await _ask_again(tx, person, awaited, wrong.fault, cause, now)
        else:
            await _go_on(tx, person, awaited, fields, vault, cause, now)
    return True


async def take_edit(
    db: Database, typed: Typed, *, vault: Vault | None, cause: str, now: datetime
) -> bool:
    """An edit of a message: never taken, but deleted where details stand in it."""
    async with db.read() as tx:
        known = await is_unsent(tx, chat_id=typed.chat_id, message_id=typed.message_id)
    if not known:
        return await take(db, typed, vault=vault, cause=cause, now=now)
    async with db.begin(cause) as tx:
        person = await people.locked(tx, typed.person_id)
        await _remove(tx, typed, cause, now)
        awaited = await awaited_details.of_person(tx, typed.person_id)
        if awaited is not None:
            await _ask_again(tx, person, awaited, DetailsFault.edited, cause, now)
    return True


async def use_name(
    db: Database, *, person_id: int, vault: Vault | None, cause: str, now: datetime
) -> None:
    """The account is under the name that the person has in Telegram."""
    if vault is None:
        raise Refused("method-no-key")
    async with db.begin(cause) as tx:
        person = await people.locked(tx, person_id)
        awaited = await awaited_details.of_person(tx, person_id)
        if awaited is None or awaited.part is not Part.holder:
            raise Refused("stale-button")
        try:
            fields = read_part(Part.holder, person.name)
        except WrongDetailsError as wrong:
            await _ask_again(tx, person, awaited, wrong.fault, cause, now)
        else:
            await _go_on(tx, person, awaited, fields, vault, cause, now)


async def _at_work_since(db: Database, awaited: Awaited) -> Awaited:
    """As `awaited`, but over for somebody who has gone back to a task after being asked."""
    async with db.look() as tx:
        working = await jobs.current(tx, awaited.person_id)
    back_at = max((job.last_act_at for job in working), default=None)
    if back_at is None or back_at <= awaited.until - ANSWER_WITHIN:
        return awaited
    return replace(awaited, until=min(awaited.until, back_at))


def _is_meant(awaited: Awaited, typed: Typed, now: datetime) -> bool:
    if now < awaited.until and not typed.edited:
        return True
    # Details that come too late must not end up as an answer to a task. Names look like anything.
    if typed.text is None or awaited.part is Part.holder:
        return False
    try:
        read_part(awaited.part, typed.text)
    except WrongDetailsError:
        return False
    return True


def _read(awaited: Awaited, typed: Typed, now: datetime) -> dict[str, str]:
    if typed.edited:
        raise WrongDetailsError(DetailsFault.edited)
    if typed.forwarded:
        raise WrongDetailsError(DetailsFault.forwarded)
    if typed.text is None:
        raise WrongDetailsError(DetailsFault.not_text)
    if now >= awaited.until:
        raise WrongDetailsError(DetailsFault.too_late)
    return read_part(awaited.part, typed.text)


async def _remove(tx: Tx, typed: Typed, cause: str, now: datetime) -> None:
    await inbox.redact(tx, typed.update_id)
    await unsend(
        tx, chat_id=typed.chat_id, message_id=typed.message_id, person_id=typed.person_id,
        now=now, again=cause if typed.edited else "",
    )  # fmt: skip


async def _ask_again(
    tx: Tx, person: Person, awaited: Awaited, fault: DetailsFault, cause: str, now: datetime
) -> None:
    await awaited_details.put(tx, replace(awaited, until=now + ANSWER_WITHIN))
    await _owe(tx, person, "payout_ask", awaited.card_id, cause, now, fault=fault)


async def _go_on(
    tx: Tx, person: Person, awaited: Awaited, fields: dict[str, str], vault: Vault, cause: str,
    now: datetime,
) -> None:  # fmt: skip
    """Ask for the next part; when all is there, keep it and ask whether it is right."""
    kind, card = awaited.kind, awaited.card_id
    try:
        given = open_part(vault, person.id, kind, awaited.secret) | fields
    except UnopenedError:
        # The keys were changed in between.
        first = replace(awaited, part=PARTS[kind][0], secret=None)
        await _ask_again(tx, person, first, DetailsFault.too_late, cause, now)
        return
    following = part_after(kind, awaited.part)
    if following is not None:
        secret = seal_part(vault, person.id, kind, given)
        until = now + ANSWER_WITHIN
        await awaited_details.put(tx, Awaited(person.id, kind, following, secret, card, until))
        await _owe(tx, person, "payout_ask", card, cause, now)
        return
    await _keep(tx, person, Details(kind, **given), vault, card, cause, now)


async def _keep(
    tx: Tx, person: Person, details: Details, vault: Vault, card: int | None, cause: str,
    now: datetime,
) -> None:  # fmt: skip
    await awaited_details.drop(tx, person.id)
    await _forget_pending(tx, person.id)
    method = await payout_methods.add(
        tx, person_id=person.id, kind=details.kind, secret=seal(vault, person.id, details),
        last_four=last_four(details.account), now=now,
        fingerprint=vault.fingerprints(details.same_as)[0],
    )  # fmt: skip
    await _owe(tx, person, "payout_confirm", card, cause, now, number=method.number)


async def _forget_pending(tx: Tx, person_id: int) -> None:
    for one in await payout_methods.of_person(tx, person_id):
        if one.state is MethodState.pending:
            await payout_methods.forget(tx, one.id)


async def _owe(
    tx: Tx, person: Person, kind: str, card: int | None, cause: str, now: datetime, **args: Any
) -> None:
    await tell(
        tx, person, kind, key=f"{cause}:{kind}", now=now, priority=Priority.answer, edits=card,
        **args,
    )  # fmt: skip
