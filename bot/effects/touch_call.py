"""Keeping the cards of calls true: state after each change, edits merged and spread out."""

from datetime import datetime, timedelta

from bot.domain.calls import Call, CallState, places, state_after
from bot.domain.jobs import Job
from bot.domain.notices import Priority
from storage import calls, notices, projects
from storage.database import Tx

# About 20 messages a minute in a group, edits counted, leaves one edit every 4 s at most.
BETWEEN_EDITS = timedelta(seconds=4)


async def left(tx: Tx, call: Call, *, but_for: int | None = None) -> int:
    """How many places the call offers to somebody who may use the place held for them."""
    project = await projects.by_id(tx, call.project_id)
    held, elsewhere = await calls.count_held(tx, call, but_for=but_for)
    return places(
        call,
        open_slots=await projects.open_slots(tx, call.project_id),
        tasks_per_job=project.offer.tasks_per_job,
        held=held,
        elsewhere=elsewhere,
    )


async def touch_calls(tx: Tx, project_id: int, *, now: datetime) -> None:
    """After slots or places changed: move the project's calls to their state, redraw cards."""
    for call in await calls.unclosed(tx, project_id):
        state = state_after(call, await left(tx, call))
        if state is not call.state:
            await calls.set_state(tx, call.id, state)
        await redraw(tx, call, now=now)


async def place_back(tx: Tx, job: Job) -> None:
    """The job came back, or was handed in after all: its call has that place again, or not."""
    if job.call_id is not None:
        await calls.recount(tx, job.call_id)


async def close(tx: Tx, call: Call, *, now: datetime) -> None:
    """Close the call for good."""
    await calls.set_state(tx, call.id, CallState.closed)
    await redraw(tx, call, now=now)


async def redraw(tx: Tx, call: Call, *, now: datetime) -> None:
    """Owe each card of the call one edit, merged with one that is queued already."""
    for post in await calls.posts(tx, call.id):
        if post.message_id is None:
            continue
        merge_key = f"card:{post.id}"
        slot = await calls.reserve_edit(tx, post.chat_id, merge_key, now, BETWEEN_EDITS)
        if slot is None:
            continue
        await notices.add(
            tx,
            key=f"{merge_key}:{slot.isoformat()}",
            chat_id=post.chat_id,
            thread_id=post.thread_id,
            kind="call_card",
            args={"post_id": post.id},
            priority=Priority.call,
            now=now,
            not_before=slot,
            edits=post.message_id,
            merge_key=merge_key,
        )


async def repost(tx: Tx, chat_id: int, *, now: datetime) -> None:
    """Owe the chat the cards that were left behind when the group got another id."""
    for post in await calls.unsent_posts(tx, chat_id):
        if await notices.is_pending(tx, f"card:{post.id}:"):
            continue
        await notices.add(
            tx,
            key=f"card:{post.id}:moved:{chat_id}",
            chat_id=chat_id,
            thread_id=post.thread_id,
            kind="call_card",
            args={"post_id": post.id},
            priority=Priority.call,
            now=now,
        )
