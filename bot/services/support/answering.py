"""The hall's side: a person answers, or passes the question on."""

from datetime import datetime

from bot.domain.questions import (
    STAFF,
    Nudge,
    Question,
    QuestionState,
    require_answerer,
    require_going_on,
    require_words,
)
from bot.domain.refusal import Refused
from bot.effects.record import record
from bot.services.support.owning import tell_asker, tell_owner
from storage import people, questions
from storage.database import Database, Tx


async def answer(
    db: Database, *, number: str, by: int, text: str, cause: str, now: datetime
) -> Question:
    """A human answer: the asker is told, and it is for the asker to end it or to ask on.

    An admin who answers what another owns is the owner from then on.
    """
    words = require_words(text)
    async with db.begin(cause) as tx:
        one = await _answerable(tx, number, by)
        require_going_on(one)
        await questions.say(tx, one.id, by_id=by, words=words, now=now)
        done = await questions.change(
            tx, one, state=QuestionState.answered, owner_id=by, answered_at=now, next_at=None
        )
        await record(
            tx, "question-answered", f"question:{one.id}", by=by, now=now,
            before={"state": one.state, "owner_id": one.owner_id},
            after={"state": done.state, "owner_id": by},
        )  # fmt: skip
        await tell_asker(tx, done, "question_answered", key=cause, now=now)
        return done


async def pass_on(
    db: Database, *, number: str, to: int, by: int, cause: str, now: datetime
) -> Question:
    """Another person of the hall is to answer; the time by which it is answered stays."""
    async with db.begin(cause) as tx:
        one = await _answerable(tx, number, by)
        if one.state is not QuestionState.open:
            raise Refused("question-answered", number=number)
        staff = {person.id for person in await people.with_role(tx, *STAFF)}
        if to not in staff or to == one.person_id:
            raise Refused("question-no-owner")
        if to == one.owner_id:
            return one
        passed = await questions.change(tx, one, owner_id=to)
        await record(
            tx, "question-passed", f"question:{one.id}", by=by, now=now,
            before={"owner_id": one.owner_id}, after={"owner_id": to},
        )  # fmt: skip
        await tell_owner(tx, passed, Nudge.passed, key=cause, now=now)
        return passed


async def _answerable(tx: Tx, number: str, by: int) -> Question:
    person = await people.by_id(tx, by)
    one = await questions.locked(tx, number)
    if one is None:
        raise Refused("question-unknown")
    require_answerer(one, person)
    return one
