"""Calls: posting them, what their cards say, and when they end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.calls import Call, CallState, OfferState
from bot.domain.notices import Priority
from bot.domain.numbers import public_number
from bot.domain.people import require_coordinator
from bot.domain.projects import Pace, Project, ProjectState, Terms, pace, require_open, terms_of
from bot.domain.refusal import Refused
from bot.effects.record import record
from bot.effects.touch_call import close, left, touch_calls
from storage import calls, chats, notices, people, projects
from storage.chats import Chat
from storage.database import Database


@dataclass(frozen=True, slots=True)
class Card:
    """What the card of a call says now."""

    call: Call
    project: Project
    left: int
    pace: Pace
    terms: Terms
    shown: str


async def post_call(
    db: Database, *, project_key: str, chat_ids: Sequence[tuple[int, int | None]],
    limit: int | None, by: int, cause: str, now: datetime,
) -> Call:  # fmt: skip
    """Post a live call of the project in the chats (each a chat id and a topic)."""
    async with db.begin(cause) as tx:
        project = await projects.by_key(tx, project_key)
        if project is None:
            raise Refused("no-project", key=project_key)
        require_coordinator(await people.by_id(tx, by), project.id)
        require_open(project)
        if await projects.open_slots(tx, project.id) == 0:
            raise Refused("no-open-tasks", project=project.name)
        if limit is not None and limit < 1:
            raise Refused("call-size")
        number = public_number()
        call_id = await calls.add(
            tx, number=number, project_id=project.id, limit=limit, by=by, now=now
        )
        for chat_id, thread_id in chat_ids:
            chat = await chats.by_id(tx, chat_id)
            if chat is None or not chat.is_usable:
                raise Refused("chat-not-registered")
            post_id = await calls.add_post(tx, call_id, chat_id, thread_id)
            await notices.add(
                tx, key=f"card:{post_id}:new", chat_id=chat_id, thread_id=thread_id,
                kind="call_card", args={"post_id": post_id}, priority=Priority.call, now=now,
                sound=True,
            )  # fmt: skip
        after = {"project": project.key, "chats": [chat_id for chat_id, _ in chat_ids]}
        await record(tx, "call-posted", f"call:{number}", by=by, now=now, after=after)
        return await calls.by_id(tx, call_id)


async def card(db: Database, post_id: int) -> Card:
    """What the card in one chat says now."""
    async with db.read() as tx:
        post = await calls.post(tx, post_id)
        call = await calls.by_id(tx, post.call_id)
        project = await projects.by_id(tx, call.project_id)
        return Card(
            call, project, await left(tx, call), pace(project), terms_of(project), post.shown
        )


async def close_call(db: Database, *, number: str, by: int, cause: str, now: datetime) -> None:
    """Close a call by hand; running jobs go on."""
    async with db.begin(cause) as tx:
        call = await calls.by_number(tx, number)
        if call is None:
            raise Refused("no-call")
        require_coordinator(await people.by_id(tx, by), call.project_id)
        if call.state is CallState.closed:
            raise Refused("call-closed")
        await close(tx, call, now=now)
        await record(tx, "call-closed", f"call:{number}", by=by, now=now)


async def work_groups(db: Database, *, by: int) -> list[Chat]:
    """The registered groups in which calls can be posted."""
    async with db.read() as tx:
        require_coordinator(await people.by_id(tx, by))
        return [chat for chat in await chats.everything(tx) if chat.is_usable]


async def lapse_offers(db: Database, *, now: datetime) -> int:
    """Sweep: held places whose time is over go back to their calls; returns how many."""
    async with db.read() as tx:
        over = await calls.overdue_offers(tx, now, 500)
    for offer in over:
        async with db.begin() as tx:
            held = await calls.held_by(tx, offer.call_id, offer.person_id)
            if held is None or held.until > now:
                continue
            await calls.end_offer(tx, held.id, OfferState.lapsed)
            call = await calls.by_id(tx, held.call_id)
            await record(tx, "place-lapsed", f"call:{call.number}", by=None, now=now)
            await touch_calls(tx, call.project_id, now=now)
    return len(over)


async def close_finished(db: Database, *, now: datetime) -> int:
    """Sweep: calls that nothing can reopen are closed; returns how many."""
    async with db.read() as tx:
        live = await calls.unclosed(tx)
    closed = 0
    for one in live:
        async with db.begin() as tx:
            project = await projects.by_id(tx, one.project_id)
            if project.state is not ProjectState.closed and not await calls.is_over(tx, one.id):
                continue
            await close(tx, await calls.by_id(tx, one.id), now=now)
            await record(tx, "call-closed", f"call:{one.number}", by=None, now=now)
            closed += 1
    return closed
