"""Confirming, changing and taking away where a contractor is paid."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.domain.payout_methods import (
    Method,
    MethodState,
    effective_from,
    effective_method,
    is_change,
    replaced_by_next,
    waiting_method,
)
from bot.domain.people import Person, Role
from bot.domain.refusal import Refused
from bot.domain.rules import PayRules
from bot.effects.payout_details import details_for
from bot.effects.record import record
from bot.effects.tell import tell
from bot.vault import Vault
from storage import payout_methods, people
from storage.database import Database, Tx


@dataclass(frozen=True, slots=True)
class Chosen:
    """Where a person is paid now, and where from the end of the waiting time on."""

    now: Method | None
    waiting: Method | None


async def chosen(db: Database, *, person_id: int, now: datetime) -> Chosen:
    """Where the person is paid."""
    async with db.look() as tx:
        methods = await payout_methods.of_person(tx, person_id)
    return Chosen(effective_method(methods, now), waiting_method(methods, now))


async def by_number(db: Database, number: str, *, person_id: int) -> Method:
    """One of the person's own methods; refused for anybody else's."""
    async with db.look() as tx:
        return await _own(tx, number, person_id)


async def had_one(db: Database, *, person_id: int) -> bool:
    """Whether the person ever confirmed a method, so that another one is a change."""
    async with db.look() as tx:
        methods = await payout_methods.of_person(tx, person_id)
    return is_change(methods)


async def confirm(
    db: Database, *, number: str, person_id: int, vault: Vault | None, rules: PayRules,
    cause: str, now: datetime,
) -> Method:  # fmt: skip
    """The details are right: a first method counts at once, a change after some days."""
    async with db.begin(cause) as tx:
        person = await people.locked(tx, person_id)
        method = await _own(tx, number, person_id)
        if method.state is MethodState.confirmed:
            return method
        if method.state is not MethodState.pending:
            raise Refused("method-gone")
        before = await payout_methods.of_person(tx, person_id)
        starts = effective_from(before, now, rules.method_hours)
        for old in replaced_by_next(before, now):
            await payout_methods.change(tx, old.id, state=MethodState.replaced)
        new = {"state": MethodState.confirmed, "confirmed_at": now, "effective_at": starts}
        await payout_methods.change(tx, method.id, **new)
        counted = replace(method, **new)  # type: ignore[arg-type]
        after: dict[str, Any] = {"kind": method.kind, "from": starts.isoformat()}
        await _record(tx, "payout-method-confirmed", counted, person_id, now, after=after)
        await _note_shared(tx, counted, vault, now)
        if starts > now:
            await _announce(tx, person, counted, now)
        return counted


async def drop(db: Database, *, number: str, person_id: int, cause: str, now: datetime) -> None:
    """The person is not paid there any more, or takes a change back."""
    async with db.begin(cause) as tx:
        person = await people.locked(tx, person_id)
        method = await _confirmed(tx, number, person_id)
        methods = await payout_methods.of_person(tx, person_id)
        await payout_methods.change(tx, method.id, state=MethodState.dropped)
        if method == effective_method(methods, now):
            # Money must not go back to an account that was given up for this one.
            for old in methods:
                if old != method and effective_method([old], now):
                    await payout_methods.change(tx, old.id, state=MethodState.replaced)
        await _record(tx, "payout-method-dropped", method, person_id, now)
        await tell(
            tx, person, "payout_dropped", key=f"payout:{method.id}:dropped", now=now, sound=True,
            number=method.number,
        )  # fmt: skip


async def disown(db: Database, *, number: str, person_id: int, cause: str, now: datetime) -> None:
    """The change was not the person's own: it is stopped, and all admins are told."""
    async with db.begin(cause) as tx:
        await people.locked(tx, person_id)
        method = await _confirmed(tx, number, person_id)
        if method.effective_at is None or method.effective_at <= now:
            raise Refused("method-change-over")
        await payout_methods.change(tx, method.id, state=MethodState.dropped)
        await _record(tx, "payout-method-disowned", method, person_id, now)
        for admin in await people.with_role(tx, Role.admin):
            await tell(
                tx, admin, "payout_disowned_admin", key=f"payout:{method.id}:disowned:{admin.id}",
                now=now, sound=True, whose=person_id,
            )  # fmt: skip


async def _own(tx: Tx, number: str, person_id: int) -> Method:
    method = await payout_methods.by_number(tx, number)
    if method is None or method.person_id != person_id:
        raise Refused("stale-button")
    return method


async def _confirmed(tx: Tx, number: str, person_id: int) -> Method:
    method = await _own(tx, number, person_id)
    if method.state is not MethodState.confirmed:
        raise Refused("method-gone")
    return method


async def _announce(tx: Tx, person: Person, method: Method, now: datetime) -> None:
    """A change is told at once, with sound, and again when it comes into effect."""
    await tell(
        tx, person, "payout_changed", key=f"payout:{method.id}:changed", now=now, sound=True,
        number=method.number,
    )  # fmt: skip
    await tell(
        tx, person, "payout_effective", key=f"payout:{method.id}:effective", now=now,
        can_wait=True, not_before=method.effective_at, number=method.number,
    )  # fmt: skip


async def _note_shared(tx: Tx, method: Method, vault: Vault | None, now: datetime) -> None:
    """Two people with one account: recorded for whoever looks into it, and no reason to refuse."""
    prints: tuple[str, ...] = (method.fingerprint,)
    details = (await details_for(tx, vault, [method.id])).get(method.id)
    if vault is not None and details is not None:
        prints = vault.fingerprints(details.same_as)
    shared = await payout_methods.same_elsewhere(tx, prints, but_for=method.person_id)
    if shared:
        after: dict[str, Any] = {
            "people": [person for person, _ in shared],
            "methods": [one for _, one in shared],
        }
        await _record(tx, "payout-account-shared", method, None, now, after=after)


async def _record(
    tx: Tx, act: str, method: Method, by: int | None, now: datetime,
    after: dict[str, Any] | None = None,
) -> None:  # fmt: skip
    await record(tx, act, f"payout-method:{method.number}", by=by, now=now, after=after)
