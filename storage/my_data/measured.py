"""What was measured of a person's work, project by project."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, and_

from bot.domain.retention import Record
from storage.database import Tx
from storage.my_data.kinds import PERSON, Fields, Whose, kind
from storage.my_data.work import known_as, origin
from storage.schema import (
    assignments,
    gold_scores,
    person_measures,
    projects,
    rater_weights,
    tasks,
    tiers,
)
from storage.schema.columns import among

_m, _w, _t, _g = person_measures.c, rater_weights.c, tiers.c, gold_scores.c


async def _with_parts(_tx: Tx, _whose: Whose, made: Sequence[tuple[Row[Any], Fields]]) -> None:
    for row, fields in made:
        fields.update(row.parts__)


MEASURES = kind(
    "measures", Record.work, _m.id, projects.c.name.label("project"), _m.ratings, _w.accuracy,
    _m.peers, _m.units, _m.first_chosen, _m.first_of, _m.seconds, _m.at,
    source=person_measures.join(projects, projects.c.id == _m.project_id).outerjoin(
        rater_weights, and_(_w.person_id == _m.person_id, _w.project_id == _m.project_id)
    ),
    mine=_m.person_id == PERSON,
)  # fmt: skip
TIERS = kind(
    "tiers", Record.work, _t.id, _t.skill, _t.tier, _t.parts.label("parts__"), _t.at,
    mine=_t.person_id == PERSON, finish=_with_parts,
)  # fmt: skip
GOLD = kind(
    "known-answers", Record.work, _g.id, projects.c.name.label("project"),
    known_as, _g.correct, _g.state, _g.at,
    source=gold_scores.join(projects, projects.c.id == _g.project_id)
    .join(assignments, assignments.c.id == _g.assignment_id)
    .join(tasks, tasks.c.id == _g.task_id)
    .outerjoin(origin, origin.c.id == tasks.c.copied_from),
    # Before it is judged nothing tells a task with a known answer from others.
    mine=and_(_g.person_id == PERSON, among(assignments.c.state, "accepted", "rejected")),
)  # fmt: skip
