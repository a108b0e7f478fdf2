"""Rating by messages: a text of one message or of several, and edits of what was sent."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.domain import answering
from bot.domain.answering import MORE_FOLLOWS
from bot.domain.jobs import Job
from bot.domain.ratings import Assignment, form_for, text_of
from bot.domain.refusal import Refused
from bot.domain.schemes import Question, QuestionKind, Scheme, is_asked, next_question
from bot.effects.act_on_job import on_task
from bot.effects.show_job import show_card, show_job
from bot.effects.view_job import view_of
from bot.services.ratings.acts import Turned, answered
from storage import jobs, projects
from storage.database import Database, Tx


@dataclass(frozen=True, slots=True)
class _Awaiting:
    """A job whose card takes a text, and for which question."""

    job: Job
    scheme: Scheme
    mine: list[Assignment]
    current: Assignment
    question: Question


async def write(
    db: Database, *, person_id: int, text: str, message_id: int, cause: str, now: datetime
) -> Turned:
    """A message in answer to the text question that the person's card asks now.

    What is too short to be the answer, or may go on, is kept, and the card stays. Refused, with
    what is expected, when nothing is to be written.
    """
    async with db.begin(cause) as tx:
        working = await _working(tx, person_id)
        if not working:
            raise Refused("nothing-to-write")
        found = await _awaiting_text(tx, working)
        before, asked = found.job, found.question
        current = _with_message(found.current, asked, message_id, text)
        await jobs.change_assignment(tx, current.id, written=_stored(current))
        whole = text_of(current, asked)
        open_still = _goes_on(asked, text, whole)
        answers = answering.worded(
            form_for(found.scheme, current), current.answers, asked,
            None if open_still else answering.check_text(asked, whole),
        )  # fmt: skip
        place = form_for(found.scheme, current).questions.index(asked)
        job, _ = await answered(
            tx, before, found.scheme, found.mine, current, answers, now,
            making=place if open_still else None, written=len(text),
        )  # fmt: skip
        view = await view_of(tx, job)
        if job.position == before.position:
            await show_card(tx, view.person, job, key=cause, now=now)
        else:
            await show_job(tx, view.person, job, key=cause, now=now)
        return Turned(job, before.position, below=True, card=before.card_message_id, view=view)


def _with_message(current: Assignment, asked: Question, message_id: int, text: str) -> Assignment:
    before = current.written.get(asked.id, [])
    goes_on = any(len(said) >= MORE_FOLLOWS for _, said in before[-1:])
    if not asked.long and not goes_on and answering.missing(asked, text) is None:
        # A whole answer stands for itself: it takes the place of a shorter try.
        before = []
    return replace(current, written={**current.written, asked.id: [*before, (message_id, text)]})


def _goes_on(asked: Question, text: str, whole: str) -> bool:
    """Whether the answer waits for more: it is closed by [Done], or lacks something still."""
    full = len(text) >= MORE_FOLLOWS
    return asked.long or full or answering.missing(asked, whole) is not None


def _stored(current: Assignment) -> dict[str, Any]:
    return {name: [list(one) for one in parts] for name, parts in current.written.items()}


async def rewrite(
    db: Database, *, person_id: int, text: str, message_id: int, cause: str, now: datetime
) -> Job | None:
    """An edit of a sent message: the text answer that it gave changes, while the job is open.

    An answer that lacks something after it is open again. Returns the job where its card shows
    the answer, and none where the card is at another task.
    """
    async with db.begin(cause) as tx:
        for job in await _working(tx, person_id):
            scheme = await projects.scheme_of(tx, job.terms.project_version_id)
            for one in await jobs.of_job(tx, job.id):
                question = _of_message(form_for(scheme, one), one, message_id)
                if question is None:
                    continue
                await _edit(tx, one, question, message_id, text)
                # No act on the card: its buttons stay good.
                await jobs.change(tx, job.id, last_act_at=now)
                return job if job.position in (one.position, job.size + 1) else None
        raise Refused("edit-unused")


def _of_message(form: Scheme, one: Assignment, message_id: int) -> Question | None:
    for question in form.questions:
        if any(known == message_id for known, _ in one.written.get(question.id, ())):
            return question
    return None


async def _edit(tx: Tx, one: Assignment, question: Question, message_id: int, text: str) -> None:
    parts = [
        (known, text if known == message_id else said) for known, said in one.written[question.id]
    ]
    edited = replace(one, written={**one.written, question.id: parts})
    values = dict(one.values)
    whole = text_of(edited, question)
    if answering.missing(question, whole) is not None:
        values.pop(question.id, None)
    elif question.id in values or not question.long:
        values[question.id] = answering.check_text(question, whole)
    await jobs.change_assignment(tx, one.id, answer=values, written=_stored(edited))


async def _working(tx: Tx, person_id: int) -> list[Job]:
    mine = await jobs.current(tx, person_id, lock=True)
    return [job for job in mine if job.submits_at is None]


async def _awaiting_text(tx: Tx, working: list[Job]) -> _Awaiting:
    """The job that a message is for: one whose card asks for it, else one that could take it."""
    could: list[_Awaiting] = []
    for job in working:
        if job.position > job.size:
            continue
        scheme, mine, current = await on_task(tx, job)
        form = form_for(scheme, current)
        asked = _shown(form, job, current)
        if asked is not None and asked.kind == QuestionKind.text:
            return _Awaiting(job, scheme, mine, current, asked)
        question = _takes_text(form, current)
        if question is not None:
            could.append(_Awaiting(job, scheme, mine, current, question))
    if not could or could[0].job.id != working[0].id:
        # An answer of long ago is changed by a message only where the person is at work now.
        raise Refused("button-due")
    return could[0]


def _shown(form: Scheme, job: Job, current: Assignment) -> Question | None:
    if job.asked is not None and job.asked < len(form.questions):
        return form.questions[job.asked]
    return next_question(form, current.values)


def _takes_text(form: Scheme, current: Assignment) -> Question | None:
    return next(
        (q for q in form.questions if q.kind == QuestionKind.text
         and is_asked(q, current.values) and current.values), None,
    )  # fmt: skip
