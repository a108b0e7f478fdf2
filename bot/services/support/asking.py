"""The asker's side: a question, more words to it, and ending it."""

from datetime import datetime, timedelta

from bot.domain.questions import (
    Nudge,
    Question,
    QuestionState,
    Topic,
    remind_at,
    require_going_on,
    require_room,
    require_words,
)
from bot.domain.refusal import Refused
from bot.domain.rules import Rules
from bot.effects.record import record
from bot.services.support.owning import find_owner, tell_owner
from storage import jobs, people, questions
from storage.database import Database, Tx


async def ask(
    db: Database, *, by: int, text: str, cause: str, now: datetime, rules: Rules,
    topic: Topic = Topic.other,
) -> Question:  # fmt: skip
    """A question of whoever asks, in any standing; it has an owner and a reply-by time at once.

    It names the job that the person has open, the one that is due first. Nothing else about the
    person changes by it.
    """
    words = require_words(text)
    async with db.begin(cause) as tx:
        await people.locked(tx, by)
        open_ones = [one for one in await questions.of_person(tx, by) if _is_open(one)]
        require_room(len(open_ones))
        reply_by = now + timedelta(days=rules.standing.question_days)
        owner = await find_owner(tx, but_for={by})
        made = await questions.add(
            tx, person_id=by, owner_id=owner, reply_by=reply_by,
            next_at=remind_at(now, reply_by), now=now, topic=topic,
            job=next((job.number for job in await jobs.current(tx, by)), None),
        )  # fmt: skip
        await questions.say(tx, made.id, by_id=by, words=words, now=now)
        after = {"owner_id": owner}
        await record(tx, "question-asked", f"question:{made.id}", by=by, now=now, after=after)
        await tell_owner(tx, made, Nudge.asked, key=cause, now=now)
        return made


async def say_more(
    db: Database, *, number: str, by: int, text: str, cause: str, now: datetime, rules: Rules
) -> Question:
    """More words of the asker; after an answer the question is open again, with a new time."""
    words = require_words(text)
    async with db.begin(cause) as tx:
        one = await _own(tx, number, by)
        require_going_on(one)
        if not _is_open(one):
            one = await _open_again(tx, one, by, now, rules)
        await questions.say(tx, one.id, by_id=by, words=words, now=now)
        await tell_owner(tx, one, Nudge.more, key=cause, now=now)
        return one


async def settle(db: Database, *, number: str, by: int, cause: str, now: datetime) -> Question:
    """The asker ends the question, answered or not."""
    async with db.begin(cause) as tx:
        one = await _own(tx, number, by)
        if one.state is QuestionState.closed:
            return one
        before = {"state": one.state}
        await record(
            tx, "question-closed", f"question:{one.id}", by=by, now=now, before=before,
            after={"state": QuestionState.closed},
        )  # fmt: skip
        return await questions.change(
            tx, one, state=QuestionState.closed, closed_at=now, closed_by=by, next_at=None
        )


async def _own(tx: Tx, number: str, by: int) -> Question:
    await people.locked(tx, by)
    one = await questions.locked(tx, number)
    if one is None or one.person_id != by:
        raise Refused("question-unknown")
    return one


async def _open_again(tx: Tx, one: Question, by: int, now: datetime, rules: Rules) -> Question:
    mine = [other for other in await questions.of_person(tx, by) if _is_open(other)]
    require_room(len(mine))
    reply_by = now + timedelta(days=rules.standing.question_days)
    await record(
        tx, "question-asked-on", f"question:{one.id}", by=by, now=now,
        before={"state": one.state}, after={"state": QuestionState.open},
    )  # fmt: skip
    return await questions.change(
        tx,
        one,
        state=QuestionState.open,
        reply_by=reply_by,
        next_at=remind_at(now, reply_by),
        reminded=0,
    )


def _is_open(one: Question) -> bool:
    return one.state is QuestionState.open
