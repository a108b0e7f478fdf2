"""Rating by messages: a text of one message or of several, and edits of what was sent."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain import answering, drafting
from bot.domain.answering import wanted_now
from bot.domain.jobs import Job
from bot.domain.ratings import Assignment, form_for, text_of
from bot.domain.refusal import Refused
from bot.domain.schemes import Question, QuestionKind, Scheme, is_asked
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
    form: Scheme
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
        before = found.job
        made = drafting.said(found.form, found.current, found.question, message_id, text)
        job, _ = await answered(
            tx, before, found.scheme, found.mine, found.current, made, now, typed=len(text)
        )
        view = await view_of(tx, job)
        if job.position == before.position:
            await show_card(tx, view.person, job, key=cause, now=now)
        else:
            await show_job(tx, view.person, job, key=cause, now=now)
        return Turned(job, before.position, below=True, card=before.card_message_id, view=view)


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
    await jobs.change_assignment(tx, one.id, answer=values, written=edited.written)


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
        asked = wanted_now(form, current.values, job.asked)
        if asked is not None and asked.kind == QuestionKind.text:
            return _Awaiting(job, scheme, form, mine, current, asked)
        question = _takes_text(form, current)
        if question is not None:
            could.append(_Awaiting(job, scheme, form, mine, current, question))
    if not could or could[0].job.id != working[0].id:
        # An answer of long ago is changed by a message only where the person is at work now.
        raise Refused("button-due")
    return could[0]


def _takes_text(form: Scheme, current: Assignment) -> Question | None:
    return next(
        (q for q in form.questions if q.kind == QuestionKind.text
         and is_asked(q, current.values) and current.values), None,
    )  # fmt: skip
