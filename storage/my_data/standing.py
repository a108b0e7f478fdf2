"""Where a person stands: steps with their evidence, appeals, proposals, questions."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, bindparam, select

from bot.domain.retention import Record
from storage.database import Tx
from storage.my_data.kinds import PERSON, Fields, Whose, kind, who
from storage.schema import (
    appeals,
    applications,
    projects,
    proposals,
    question_words,
    questions,
    step_evidence,
    steps,
)

_s, _p, _q = steps.c, appeals.c, questions.c
_e, _w = step_evidence.c, question_words.c
# Another account is never told, only that there was one.
_EVIDENCE = (
    select(_e.step_id, _e.kind, _e.fact, _e.number, _e.words, _e.at)
    .where(_e.step_id.in_(bindparam("which", expanding=True)))
    .order_by(_e.id)
)
_WORDS = (
    select(_w.question_id, who(_w.by_id, "by"), _w.words, _w.at)
    .where(_w.question_id.in_(bindparam("which", expanding=True)))
    .order_by(_w.id)
)
_TOLD = ("kind", "fact", "number", "words", "at")


async def _with_evidence(tx: Tx, _whose: Whose, made: Sequence[tuple[Row[Any], Fields]]) -> None:
    by_id: dict[int, Fields] = {row.step__: fields for row, fields in made}
    for fields in by_id.values():
        fields["evidence"] = []
    for one in await tx.execute(_EVIDENCE, {"which": list(by_id)}):
        piece = {name: getattr(one, name) for name in _TOLD}
        by_id[one.step_id]["evidence"].append(piece)


async def _without_accounts(
    _tx: Tx, _whose: Whose, made: Sequence[tuple[Row[Any], Fields]]
) -> None:
    for row, fields in made:
        fields["evidence"] = [
            {name: one.get(name) for name in _TOLD} for one in row.evidence__
        ]  # fmt: skip


async def _with_words(tx: Tx, whose: Whose, made: Sequence[tuple[Row[Any], Fields]]) -> None:
    by_id: dict[int, Fields] = {row.question__: fields for row, fields in made}
    for fields in by_id.values():
        fields["said"] = []
    which = {"which": list(by_id), "person": whose.person_id}
    for one in await tx.execute(_WORDS, which):
        said = {"by": one.by, "words": one.words, "at": one.at}
        by_id[one.question_id]["said"].append(said)


STEPS = kind(
    "steps", Record.standing, _s.id, _s.id.label("step__"), _s.number, _s.kind, _s.state,
    _s.reason, _s.rule_version, _s.words, projects.c.name.label("project"),
    _s.role.label("decided_as"), _s.decided_at, _s.days, _s.counts_days, _s.grace_days,
    _s.appeal_days, _s.reply_days, _s.told_at, _s.access_stops, _s.access_returns, _s.ends_at,
    _s.counts_until, _s.ended_at, who(_s.ended_by, "by"), _s.ended_words,
    source=steps.outerjoin(projects, projects.c.id == _s.project_id),
    mine=_s.person_id == PERSON, finish=_with_evidence,
)  # fmt: skip
APPEALS = kind(
    "appeals", Record.standing, _p.id, _p.number, _s.number.label("step"), _p.state, _p.words,
    _p.opened_at, _p.decide_by, _p.role.label("decided_as"), _p.answer, _p.decided_at,
    source=appeals.join(steps, _s.id == _p.step_id), mine=_p.person_id == PERSON,
)  # fmt: skip
APPLICATIONS = kind(
    "applications", Record.standing, applications.c.id, applications.c.number,
    applications.c.state, applications.c.applied_at.label("asked_at"), applications.c.reply_by,
    applications.c.decided_at, applications.c.words, mine=applications.c.person_id == PERSON,
)  # fmt: skip
PROPOSALS = kind(
    "proposals", Record.standing, proposals.c.id, proposals.c.number, proposals.c.detector,
    proposals.c.reason, proposals.c.state, proposals.c.found_at, proposals.c.decided_at,
    proposals.c.evidence.label("evidence__"), mine=proposals.c.person_id == PERSON,
    finish=_without_accounts,
)  # fmt: skip
QUESTIONS = kind(
    "questions", Record.questions, _q.id, _q.id.label("question__"), _q.number, _q.state,
    _q.topic, _q.job, _q.asked_at, _q.reply_by, _q.answered_at, _q.closed_at,
    who(_q.closed_by, "by"),
    mine=_q.person_id == PERSON, finish=_with_words,
)  # fmt: skip
