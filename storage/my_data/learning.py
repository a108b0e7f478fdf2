"""What a person learnt and proved: sittings with their answers, and what is held since."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

from bot.domain.retention import Record
from bot.domain.schemes import in_language
from storage import courses as stored
from storage.database import Tx
from storage.my_data.kinds import PERSON, Fields, Whose, kind
from storage.schema import courses, qualifications, sittings

_s, _q = sittings.c, qualifications.c
_course = courses.c.key.label("course")


async def _with_answers(tx: Tx, whose: Whose, made: Sequence[tuple[Row[Any], Fields]]) -> None:
    for row, fields in made:
        course = await stored.body(tx, row.version__)
        items = [course.items[item] for item, _ in row.asked__]
        fields["answers"] = [
            {
                "question": in_language(item.ask, whose.language),
                "answer": ", ".join(
                    in_language(item.options[at], whose.language) for at in sorted(chosen)
                ),
            }
            for item, chosen in zip(items, row.answers__, strict=False)
        ]


SITTINGS = kind(
    "sittings", Record.assigned, _s.id, _s.number, _course, _s.round, _s.nth.label("try"),
    _s.state, _s.correct.label("right"), _s.line, _s.started_at, _s.last_act_at, _s.ended_at,
    _s.asked.label("asked__"), _s.answers.label("answers__"), _s.version_id.label("version__"),
    source=sittings.join(courses, courses.c.id == _s.course_id), mine=_s.person_id == PERSON,
    finish=_with_answers,
)  # fmt: skip
QUALIFICATIONS = kind(
    "qualifications", Record.assigned, _q.id, _course, _q.state, _q.gained_at, _q.expires_at,
    _q.ended_at, source=qualifications.join(courses, courses.c.id == _q.course_id),
    mine=_q.person_id == PERSON,
)  # fmt: skip
