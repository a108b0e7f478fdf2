"""Keeping the cards of calls true: state after each change, edits merged and spread out."""

from datetime import datetime, timedelta

from bot.domain.calls import Call, CallState, places, state_after
from bot.domain.jobs import Job
from bot.domain.notices import Priority
from storage import calls, notices, posts, projects
from storage.database import Tx
from storage.posts import Post

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
    """After slots or places changed: move the calls of the locked project, redraw their cards."""
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
    for post in await posts.of_call(tx, call.id):
        await _redraw_post(tx, post, now=now)


async def _redraw_post(tx: Tx, post: Post, *, now: datetime) -> None:
    if post.message_id is None or post.is_out_of_reach:
        return
    merge_key = f"card:{post.id}"
    slot = await posts.reserve_edit(tx, post.chat_id, merge_key, now, BETWEEN_EDITS)
    if slot is None:
        return
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


async def post_card(
    tx: Tx, post_id: int, chat_id: int, thread_id: int | None, *, key: str, now: datetime,
    sound: bool,
) -> None:  # fmt: skip
    """Owe the place the card as a new message, once per `key`."""
    await notices.add(
        tx, key=f"card:{post_id}:{key}", chat_id=chat_id, thread_id=thread_id, kind="call_card",
        args={"post_id": post_id}, priority=Priority.call, now=now, sound=sound,
    )  # fmt: skip


async def stand_again(tx: Tx, chat_id: int, *, key: str, now: datetime) -> None:
    """Owe the chat what it missed: each card that no message carries, and the count of others.

    For when the bot came back or may write again, a topic was opened, or a group has a new id.
    """
    for post in await posts.open_in(tx, chat_id):
        if post.message_id is not None:
            await _redraw_post(tx, post, now=now)
            continue
        waits = await notices.is_pending(tx, f"card:{post.id}:")
        if post.place.hindrance is None and not waits:
            await post_card(tx, post.id, chat_id, post.thread_id, key=key, now=now, sound=False)
