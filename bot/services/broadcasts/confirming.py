"""Confirming a broadcast by its count, taking it back for a minute, stopping it."""

import json
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256

from bot.domain.awaiting import AwaitedText
from bot.domain.broadcasts import (
    UNDO,
    Broadcast,
    BroadcastState,
    may_stop,
    require_ahead,
    require_count,
    require_sendable,
    require_sender,
)
from bot.domain.people import Person
from bot.domain.refusal import Refused
from bot.effects.record import record
from bot.services.broadcasts.looking import COUNT, Prepared, draft_view, own_draft
from storage import audience, awaited_texts, broadcasts, notices, people, recipients
from storage.database import Database, Tx


async def ask_count(
    db: Database, *, number: str, by: int, notes: Mapping[str, int], card_id: int | None,
    now: datetime,
) -> int:  # fmt: skip
    """The next message of the sender is the number of people who get it; returns that number.

    Refused is what Telegram would refuse in any language, and what would reach nobody.
    """
    async with db.begin() as tx:
        viewer = await people.locked(tx, by)
        found = await _ready(tx, await own_draft(tx, number, by), viewer, notes, now)
        back = ["broadcast_draft", {"number": number}]
        args = {
            "number": number, "people": found.people, "gist": _gist(found.broadcast), "back": back,
        }  # fmt: skip
        await awaited_texts.put(tx, by, COUNT, args, card_id=card_id, now=now)
        return found.people


def _gist(one: Broadcast) -> str:
    """What goes to whom and when in one word, another one when any of it was changed."""
    bodies = {language: body.to_json() for language, body in one.bodies.items()}
    whole = json.dumps([bodies, one.segment.to_json(), one.at], sort_keys=True)
    return sha256(whole.encode()).hexdigest()


async def _ready(
    tx: Tx, one: Broadcast, viewer: Person, notes: Mapping[str, int], now: datetime
) -> Prepared:
    require_sender(viewer, one.segment)
    require_sendable(one, notes)
    found = await draft_view(tx, one, viewer, now)
    if not found.people:
        raise Refused("broadcast-nobody")
    if one.at is not None:
        require_ahead(one.at, await audience.zones(tx, one.segment, now=now), now)
    return found


async def confirm(
    db: Database, *, asked: AwaitedText, text: str, notes: Mapping[str, int], cause: str,
    now: datetime,
) -> Broadcast:  # fmt: skip
    """The number was typed: it goes out when the time to take it back is over.

    Refused where another number was typed, where the draft is another one than was asked about,
    and where by now others fit than were counted.
    """
    async with db.begin(cause) as tx:
        viewer = await people.locked(tx, asked.person_id)
        draft = await own_draft(tx, asked.args["number"], asked.person_id)
        one = await broadcasts.locked(tx, draft.id)
        found = await _ready(tx, one, viewer, notes, now)
        require_count(text, asked.args["people"])
        if _gist(one) != asked.args["gist"]:
            raise Refused("broadcast-altered")
        if found.people != asked.args["people"]:
            raise Refused("broadcast-changed", count=found.people)
        await awaited_texts.drop(tx, asked.person_id)
        await broadcasts.change(
            tx, one.id, state=BroadcastState.waiting, people=found.people,
            newest_id=await audience.newest(tx), starts_at=now + UNDO, card_id=None,
        )  # fmt: skip
        after = {"people": found.people, "at": one.at}
        project = {"project": found.project.key} if found.project else {}
        await record(
            tx, "broadcast-confirmed", f"broadcast:{one.id}", by=viewer.id, now=now,
            after=after | project,
        )  # fmt: skip
        return await broadcasts.by_id(tx, one.id)


async def undo(db: Database, *, number: str, by: int, cause: str, now: datetime) -> Broadcast:
    """Take it back before anybody got it: it is a draft again.

    Where another one is being prepared by now, that one stays, and this one is over.
    """
    async with db.begin(cause) as tx:
        one = await _mine(tx, number, by)
        if one.state is not BroadcastState.waiting or (one.starts_at and now >= one.starts_at):
            raise Refused("broadcast-begun")
        other = await broadcasts.draft_of(tx, one.by_id)
        if other is not None and other.bodies:
            await broadcasts.change(
                tx, one.id, state=BroadcastState.stopping, stopped_at=now, stopped_by=by
            )
        else:
            if other is not None:
                await broadcasts.drop(tx, other.id)
            await broadcasts.change(
                tx, one.id, state=BroadcastState.draft, people=None, newest_id=None,
                starts_at=None,
            )  # fmt: skip
        await record(tx, "broadcast-undone", f"broadcast:{one.id}", by=by, now=now)
        return await broadcasts.by_id(tx, one.id)


async def stop(db: Database, *, number: str, by: int, cause: str, now: datetime) -> Broadcast:
    """Nothing of it goes out any more; what is queued is cancelled at once."""
    async with db.begin(cause) as tx:
        one = await _mine(tx, number, by)
        if one.state is BroadcastState.stopping:
            return one
        if one.state not in (BroadcastState.waiting, BroadcastState.sending):
            raise Refused("broadcast-over")
        await broadcasts.change(
            tx, one.id, state=BroadcastState.stopping, stopped_at=now, stopped_by=by
        )
        await notices.cancel(tx, recipients.prefix_of(one.id))
        await record(
            tx, "broadcast-stopped", f"broadcast:{one.id}", by=by, now=now,
            before={"state": one.state},
        )  # fmt: skip
        return await broadcasts.by_id(tx, one.id)


async def follow(db: Database, *, number: str, by: int, card_id: int | None) -> None:
    """From now on that message of the sender's chat shows how far it is."""
    async with db.begin() as tx:
        one = await _mine(tx, number, by)
        if one.by_id == by and one.ended_at is None and card_id is not None:
            await broadcasts.change(tx, one.id, card_id=card_id)


async def _mine(tx: Tx, number: str, by: int) -> Broadcast:
    viewer = await people.locked(tx, by)
    found = await broadcasts.by_number(tx, number)
    if found is None or found.state is BroadcastState.draft:
        raise Refused("broadcast-gone")
    if not may_stop(viewer, found):
        raise Refused("not-coordinator")
    return await broadcasts.locked(tx, found.id)
