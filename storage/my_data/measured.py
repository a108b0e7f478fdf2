"""What was measured of a person's work, project by project."""

from sqlalchemy import and_

from bot.domain.retention import Record
from storage.my_data.kinds import PERSON, kind
from storage.schema import person_measures, projects, rater_weights

_m, _w = person_measures.c, rater_weights.c

MEASURES = kind(
    "measures", Record.work, _m.id, projects.c.name.label("project"), _m.ratings, _w.accuracy,
    _m.peers, _m.units, _m.first_chosen, _m.first_of, _m.seconds, _m.at,
    source=person_measures.join(projects, projects.c.id == _m.project_id).outerjoin(
        rater_weights, and_(_w.person_id == _m.person_id, _w.project_id == _m.project_id)
    ),
    mine=_m.person_id == PERSON,
)  # fmt: skip
