"""Putting a call into places: all of them can take it, or nothing is written."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta

from bot.domain.calls import Call
from bot.domain.draws import Draw, DrawState, NewDraw, pledge
from bot.domain.numbers import public_number
from bot.domain.places import Hindrance, Meant, Place, Topic, TopicState, meant
from bot.domain.projects import Project, require_callable
from bot.domain.refusal import Refused
from bot.effects.find_project import coordinated
from bot.effects.record import record
from bot.effects.touch_call import told_in_groups
from storage import calls, cards, chats, draws, posts, projects, topics
from storage.database import Database, Tx

Key = tuple[int, int | None]


async def post_call(
    db: Database, *, project_key: str, places: Sequence[tuple[int, int | None]],
    limit: int | None, draw: NewDraw | None = None, waves: bool = False, by: int, cause: str,
    now: datetime,
) -> Call:  # fmt: skip
    """Post a live call of the project in the places (each a chat id and a topic)."""
    async with db.begin(cause) as tx:
        project = await coordinated(tx, project_key, by)
        return await open_call(
            tx, project, places, limit=limit, draw=draw, waves=waves, by=by, now=now
        )


async def place_of(tx: Tx, key: Key) -> Place:
    """The place, which must be in a work group that takes cards now; else refused, saying why."""
    chat_id, thread_id = key
    chat = await chats.by_id(tx, chat_id)
    if chat is None or not chat.registered:
        raise Refused("chat-not-registered")
    place = Place(chat)
    if thread_id is not None:
        known = await topics.by_id(tx, chat_id, thread_id)
        place = Place(chat, known or Topic(chat_id, thread_id, "", TopicState.open))
    require_postable(place)
    return place


def require_postable(place: Place) -> None:
    """Refuse a place where nothing can be posted now."""
    match place.hindrance:
        case None:
            return
        case Hindrance.gone:
            raise Refused("place-gone", title=place.chat.title)
        case Hindrance.no_rights:
            raise Refused("place-no-rights", title=place.chat.title)
        case _:
            raise Refused("place-topic-closed", title=place.chat.title)


def require_meant(place: Place, project: Project) -> None:
    """Refuse a place whose calls are for other projects, or for other languages."""
    title = place.chat.title
    match meant(place.chat, project.id, project.offer.languages):
        case Meant.other_projects:
            raise Refused("place-other-projects", title=title, project=project.name)
        case Meant.other_languages:
            languages = ", ".join(place.chat.languages)
            raise Refused("place-other-languages", title=title, languages=languages)
        case _:
            return


async def put_up(tx: Tx, call: Call, keys: Iterable[Key], *, now: datetime) -> None:
    """Owe each place a card of the call, with sound; where one stands already, nothing."""
    there = {(post.chat_id, post.thread_id) for post in await posts.of_call(tx, call.id)}
    project = await projects.by_id(tx, call.project_id)
    told_at = await told_in_groups(tx, call, now)
    for key in keys:
        place = await place_of(tx, key)
        require_meant(place, project)
        if key in there:
            continue
        there.add(key)
        post_id = await posts.add(tx, call.id, *key)
        await cards.owe(
            tx, post_id, place.chat.id, place.thread_id, key="new", now=now, sound=True,
            not_before=told_at,
        )  # fmt: skip


async def open_call(
    tx: Tx, project: Project, keys: Collection[Key], *, limit: int | None, draw: NewDraw | None,
    waves: bool = False, by: int, now: datetime, plan: str | None = None,
) -> Call:  # fmt: skip
    """A new live call of the project in these places; with a draw, its hands count from now.

    `plan` is the number of the plan by which it goes out.
    """
    project = await projects.locked(tx, project.id)
    require_callable(project)
    if await projects.open_slots(tx, project.id) == 0:
        raise Refused("no-open-tasks", project=project.name)
    if limit is not None and limit < 1:
        raise Refused("call-size")
    number = public_number()
    call_id = await calls.add(
        tx, number=number, project_id=project.id, limit=limit, drawing=draw is not None,
        waves=waves, by=by, now=now,
    )  # fmt: skip
    call = await calls.by_id(tx, call_id)
    after: dict[str, object] = {"project": project.key, "places": in_journal(keys)}
    if plan is not None:
        after["schedule"] = plan
    if draw is not None:
        until = now + timedelta(seconds=draw.seconds)
        made = Draw(call_id, DrawState.open, now, until, draw.seconds, draw.seed)
        await draws.add(tx, made)
        after["draw"] = {"until": until.isoformat(), "seed-sha256": pledge(draw.seed)}
    await put_up(tx, call, keys, now=now)
    await record(tx, "call-posted", f"call:{number}", by=by, now=now, after=after)
    return call


def in_journal(keys: Collection[Key]) -> list[list[int | None]]:
    """The places as the journal keeps them."""
    return [list(key) for key in keys]
