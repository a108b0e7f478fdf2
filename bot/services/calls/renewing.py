"""Cards that have sunk: posted anew below, where the project says after how many hours."""

from datetime import datetime

from bot.domain.calls import CallState
from bot.domain.card_rules import LEAST
from bot.insistence import each
from storage import calls, cards, posts, projects
from storage.database import Database, Tx
from storage.posts import Post


async def renew(tx: Tx, post: Post, *, key: str, now: datetime, sound: bool) -> bool:
    """Owe the card anew below the others; the old one goes when it arrived. False if it cannot."""
    if post.place.hindrance is not None or await cards.is_new_owed(tx, post.id):
        return False
    await cards.owe(tx, post.id, post.chat_id, post.thread_id, key=key, now=now, sound=sound)
    return True


async def renew_sunken(db: Database, *, now: datetime) -> int:
    """Sweep: cards with places left that stand too far up come below, silently; how many."""
    async with db.read() as tx:
        sunken = [
            (post_id, since)
            for post_id, project_id, since in await posts.standing_since(tx, now - LEAST)
            if (await projects.by_id(tx, project_id)).offer.cards.has_sunk(since, now)
        ]

    async def one(found: tuple[int, datetime]) -> int:
        post_id, since = found
        async with db.begin() as tx:
            post = await posts.by_id(tx, post_id)
            call = await calls.locked(tx, post.call_id)
            if call.state is not CallState.live or call.drawing or post.message_id is None:
                return 0
            key = f"below:{since.isoformat()}"
            return int(await renew(tx, post, key=key, now=now, sound=False))

    return await each(sunken, one)
