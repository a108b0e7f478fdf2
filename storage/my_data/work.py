"""A person's work: jobs, each task as it was shown with its answers, verdicts and objections."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, and_, bindparam, case, func, select

from bot.domain.money import Money
from bot.domain.retention import Record
from bot.domain.schemes import Scheme, form_of, in_language, spoken
from bot.domain.tasks import Content, in_order
from storage import projects as stored_projects
from storage.database import Tx
from storage.my_data.kinds import PERSON, Fields, Whose, kind, who
from storage.schema import (
    assignments,
    batches,
    disputes,
    jobs,
    lines,
    projects,
    ratings,
    refusals,
    review_drafts,
    reviews,
    second_reviews,
    tasks,
)
from storage.schema.columns import among

_s = second_reviews.c
_second = second_reviews.join(lines, lines.c.id == _s.line_id)
_j, _a, _r, _d = jobs.c, assignments.c, reviews.c, disputes.c
_project = projects.c.name.label("project")
_job = jobs.c.number.label("job")
_VERSIONS = (
    select(ratings)
    .where(ratings.c.assignment_id.in_(bindparam("which", expanding=True)))
    .order_by(ratings.c.assignment_id, ratings.c.version)
)
_judged = (
    reviews.join(assignments, _a.id == _r.assignment_id)
    .join(jobs, _j.id == _a.job_id)
    .join(projects, projects.c.id == _j.project_id)
    .outerjoin(ratings, ratings.c.id == _r.rating_id)
)
# A copy goes by the name of what it was copied from: nothing tells it from other tasks.
origin = tasks.alias("origin")
known_as = func.coalesce(origin.c.external_id, tasks.c.external_id).label("task")
# Clients may name tasks with a known answer apart: no name stands there before the verdict.
_known_as = case((among(_a.state, "accepted", "rejected"), known_as.element)).label("task")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _label(nth: int) -> str:
    return _LETTERS[nth] if nth < len(_LETTERS) else str(nth + 1)


def _answers(form: Scheme, values: dict[str, Any], language: str) -> list[Fields]:
    by_id = {one.id: one for one in form.questions}
    return [
        {
            "question": in_language(by_id[name].ask, language) if name in by_id else name,
            "answer": spoken(by_id[name], value, language) if name in by_id else str(value),
            "id": name, "value": value,
        }
        for name, value in values.items()
    ]  # fmt: skip


def _shown(row: Row[Any]) -> Fields:
    """The task as the person saw it: the responses in that order, without their models."""
    content = Content.from_json(row.content__)
    responses = in_order(content.responses, row.shown_order__)
    return {
        "prompt": [{"role": turn.role, "text": turn.text} for turn in content.prompt],
        "context": content.context,
        "responses": [
            {"label": _label(nth), "text": one.told} for nth, one in enumerate(responses)
        ],
    }


async def _with_answers(tx: Tx, whose: Whose, made: Sequence[tuple[Row[Any], Fields]]) -> None:
    which = [row.assignment__ for row, _ in made]
    versions: dict[int, list[Row[Any]]] = {}
    for one in await tx.execute(_VERSIONS, {"which": which}):
        versions.setdefault(one.assignment_id, []).append(one)
    for row, fields in made:
        version_id = row.terms__["project_version_id"]
        scheme = await stored_projects.scheme_of(tx, version_id)
        form = form_of(scheme, len(row.shown_order__), row.turns__)
        # What a client gave us not to be passed on is in the chat, and leaves it in no file.
        if whose.has_tasks and not row.terms__["protect_content"]:
            fields.update(_shown(row))
        fields["answers"] = _answers(form, row.answer__, whose.language)
        fields["versions"] = [
            {
                "number": one.number, "version": one.version, "state": one.state,
                "answers": _answers(form, one.answer, whose.language),
                "active_seconds": one.active_seconds,
                "pay": Money(one.pay_minor, one.currency),
                "submitted_at": one.submitted_at, "accept_by": one.accept_by,
                "decided_at": one.decided_at,
            }
            for one in versions.get(row.assignment__, ())
        ]  # fmt: skip


JOBS = kind(
    "jobs", Record.work, _j.id, _j.number, _project, _j.state, _j.size, _j.claimed_at,
    _j.due_at, _j.extended, _j.reminders, _j.last_act_at, _j.submitted_at, _j.settled_at,
    _j.terms, source=jobs.join(projects, projects.c.id == _j.project_id),
    mine=_j.person_id == PERSON,
)  # fmt: skip
RATINGS = kind(
    "ratings", Record.work, _a.id, _a.id.label("assignment__"), _job, _project,
    _known_as, tasks.c.language, _a.position, _a.state, _a.note,
    _a.active_seconds, _a.shown_order.label("shown_order__"), _a.answer.label("answer__"),
    _a.turns.label("turns__"),
    _j.terms.label("terms__"), tasks.c.content.label("content__"),
    source=assignments.join(jobs, _j.id == _a.job_id)
    .join(tasks, tasks.c.id == _a.task_id)
    .outerjoin(origin, origin.c.id == tasks.c.copied_from)
    .join(projects, projects.c.id == tasks.c.project_id),
    mine=_a.person_id == PERSON, finish=_with_answers,
)  # fmt: skip
VERDICTS = kind(
    "verdicts", Record.verdicts, _r.id, _r.number, _project, _job,
    ratings.c.number.label("rating"), _r.verdict, _r.item, _r.words, _r.percent, _r.fix,
    _r.due_at, who(_r.reviewer_id, "by"), _r.at, source=_judged, mine=_a.person_id == PERSON,
)  # fmt: skip
GIVEN = kind(
    "verdicts-given", Record.verdicts, _r.id, _r.number, _project,
    ratings.c.number.label("rating"), _r.verdict, _r.item, _r.words, _r.percent, _r.fix, _r.at,
    source=_judged, mine=_r.reviewer_id == PERSON,
)  # fmt: skip
# What a second reviewer said of the person's work counts once a third person has decided.
SECOND = kind(
    "second-verdicts", Record.verdicts, _s.id, _s.number, lines.c.number.label("line"), _s.state,
    _s.verdict, _s.item, _s.words, _s.percent, _s.fix, _s.given_at.label("at"),
    who(_s.decided_by, "by"), _s.decided_at, source=_second,
    mine=and_(lines.c.person_id == PERSON, _s.decided_at.is_not(None)),
)  # fmt: skip
SECOND_GIVEN = kind(
    "second-verdicts-given", Record.verdicts, _s.id, _s.number, lines.c.number.label("line"),
    _s.verdict, _s.item, _s.words, _s.percent, _s.fix, _s.given_at.label("at"), source=_second,
    mine=_s.reviewer_id == PERSON,
)  # fmt: skip
DRAFTS = kind(
    "verdict-drafts", Record.verdicts, review_drafts.c.id, review_drafts.c.number,
    review_drafts.c.verdict, review_drafts.c.item, review_drafts.c.words, review_drafts.c.fix,
    review_drafts.c.hours, review_drafts.c.created_at, mine=review_drafts.c.person_id == PERSON,
)  # fmt: skip
DISPUTES = kind(
    "disputes", Record.verdicts, _d.id, _d.number, lines.c.number.label("line"),
    reviews.c.number.label("verdict_number"), refusals.c.number.label("refusal"), _d.state,
    _d.words, _d.opened_at, _d.decide_by, who(_d.decided_by, "by"), _d.answer, _d.decided_at,
    source=disputes.join(lines, lines.c.id == _d.line_id)
    .outerjoin(reviews, reviews.c.id == _d.review_id)
    .outerjoin(refusals, refusals.c.id == _d.refusal_id),
    mine=_d.person_id == PERSON,
)  # fmt: skip
REFUSALS = kind(
    "refusals", Record.verdicts, refusals.c.id, refusals.c.number, lines.c.number.label("line"),
    batches.c.number.label("batch"), refusals.c.reason, refusals.c.words,
    refusals.c.evidence.label("evidence_words"), refusals.c.state, refusals.c.at,
    refusals.c.decided_at,
    source=refusals.join(lines, lines.c.id == refusals.c.line_id).join(
        batches, batches.c.id == refusals.c.batch_id
    ),
    mine=lines.c.person_id == PERSON,
)  # fmt: skip
