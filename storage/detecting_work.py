"""What detectors look at of people's ratings: known answers, pace, one option, copied texts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Integer, Text, bindparam, case, cast, distinct, func, select

from bot.domain.detectors import (
    COPIED_FROM,
    LAST,
    SIGNS_A_SECOND,
    Rated,
)
from bot.domain.main_question import main_question
from bot.domain.schemes import QuestionKind
from storage.database import Tx
from storage.line_kinds import FOR_A_RATING
from storage.projects import by_id
from storage.schema import (
    assignments,
    gold_scores,
    jobs,
    lines,
    ratings,
    task_answers,
    tasks,
)
from storage.schema.columns import Moment, word
from storage.standing_votes import LATEST

Found = dict[int, tuple[Rated, ...]]

_SINCE, _NOW = bindparam("since", type_=Moment), bindparam("now", type_=Moment)
_RIGHT = func.sum(case((gold_scores.c.correct, 1), else_=0))
_IN_TIME = (
    gold_scores.c.state == word("counts"), gold_scores.c.at > _SINCE, gold_scores.c.at <= _NOW,
)  # fmt: skip
_LOW = (
    select(gold_scores.c.person_id)
    .where(*_IN_TIME)
    .group_by(gold_scores.c.person_id)
    .having(
        func.count() >= bindparam("gold_answers"),
        bindparam("gold_percent", type_=Integer) * (func.count() + 1) > 100 * _RIGHT + 50,
    )
)
_GOLD = (
    select(lines.c.person_id, lines.c.number, gold_scores.c.at, gold_scores.c.correct)
    .join(lines, lines.c.assignment_id == gold_scores.c.assignment_id)
    .where(FOR_A_RATING, gold_scores.c.person_id.in_(_LOW), *_IN_TIME)
    .order_by(lines.c.person_id, gold_scores.c.at.desc(), gold_scores.c.id.desc())
)
_IN_SPAN = (
    lines.c.kind == word("rating"), lines.c.submitted_at > _SINCE, lines.c.submitted_at <= _NOW,
)  # fmt: skip
_RATED = (*_IN_SPAN, LATEST)
_FLOOR = func.length(cast(tasks.c.content, Text)) / float(SIGNS_A_SECOND)
_QUICK = case((ratings.c.active_seconds < _FLOOR, 1), else_=0)


def _ranked() -> Any:
    """The ratings of everybody, the newest first; `of` says how many that person has."""
    mine = lines.c.person_id
    newest = (lines.c.submitted_at.desc(), lines.c.id.desc())
    return (
        select(
            mine, lines.c.number, lines.c.submitted_at.label("at"), lines.c.assignment_id,
            func.row_number().over(partition_by=mine, order_by=newest).label("nth"),
            func.count().over(partition_by=mine).label("of"),
        )
        .where(*_IN_SPAN)
        .subquery()
    )  # fmt: skip


def _last(*more: Any) -> Any:
    """The last ratings of everybody who has so many, with what `more` says of each.

    What is more is looked up for these alone, and not for everything that was rated.
    """
    ranked = _ranked()
    return (
        select(ranked.c.person_id, ranked.c.number, ranked.c.at, ranked.c.nth, *more)
        .join(ratings, ratings.c.assignment_id == ranked.c.assignment_id)
        .join(assignments, assignments.c.id == ranked.c.assignment_id)
        .join(tasks, tasks.c.id == assignments.c.task_id)
        .outerjoin(task_answers, task_answers.c.task_id == tasks.c.id)
        .where(ranked.c.of >= LAST, ranked.c.nth <= LAST, LATEST)
        .subquery()
    )


def _quick() -> Any:
    last = _last(_QUICK.label("quick"))
    fast = func.sum(last.c.quick).over(partition_by=last.c.person_id).label("fast")
    found = select(last, fast).subquery()
    hasty = select(found).where(found.c.fast >= bindparam("fast"))
    return hasty.order_by(found.c.person_id, found.c.nth)


def _same(name: str) -> Any:
    """The last ratings with how many have the same option, `same`, and the most that have one."""
    option = ratings.c.answer[name].as_string()
    last = _last(option.label("option"), task_answers.c.label.label("label"))
    alike = func.count(last.c.option).over(partition_by=(last.c.person_id, last.c.option))
    counted = select(last, alike.label("same")).subquery()
    most = func.max(counted.c.same).over(partition_by=counted.c.person_id)
    found = select(counted, most.label("most")).subquery()
    stuck = select(found).where(found.c.most >= bindparam("one_option"))
    return stuck.order_by(found.c.person_id, found.c.nth)


_QUICK_ONES = _quick()


async def gold(tx: Tx, when: Mapping[str, Any]) -> Found:
    """The answers to known tasks of everybody who misses many of them."""
    rows = await tx.execute(_GOLD, when)
    return _by_person((row.person_id, Rated(row.number, row.at, not row.correct)) for row in rows)


async def quick(tx: Tx, when: Mapping[str, Any]) -> Found:
    """The last ratings of everybody who made most of them faster than their tasks are read."""
    rows = await tx.execute(_QUICK_ONES, when)
    return _by_person((row.person_id, Rated(row.number, row.at, bool(row.quick))) for row in rows)


async def one_option(tx: Tx, when: Mapping[str, Any]) -> Found:
    """The last ratings of everybody with the same option in most, while the answers differ."""
    mains, _ = await _questions(tx)
    found: dict[int, tuple[Rated, ...]] = {}
    for name in mains:
        mine: dict[int, list[Any]] = defaultdict(list)
        for row in await tx.execute(_same(name), when):
            mine[row.person_id].append(row)
        found |= {
            one: _of_one_option(rated)
            for one, rated in mine.items()
            if _differ([row.label for row in rated])
        }
    return found


def _of_one_option(rated: list[Any]) -> tuple[Rated, ...]:
    option = next(row.option for row in rated if row.same == row.most)
    return tuple(Rated(row.number, row.at, row.option == option) for row in rated)


def _differ(labels: list[str | None]) -> bool:
    """Whether the answers to the tasks are not mostly one and the same."""
    known = [one for one in labels if one is not None]
    return len(known) >= LAST // 2 and 3 * max(map(known.count, known)) <= 2 * len(known)


async def copied(tx: Tx, when: Mapping[str, Any]) -> Found:
    """The ratings with a text that was handed in for several tasks, or by somebody before."""
    _, texts = await _questions(tx)
    found: dict[int, list[Rated]] = defaultdict(list)
    for name in texts:
        for rated in (await _with_same_text(tx, name, when)).values():
            for person_id, one in _copies(rated):
                found[person_id].append(one)
    return {
        one: tuple(sorted(rated, key=lambda each: each.at, reverse=True))
        for one, rated in found.items()
    }


async def _with_same_text(tx: Tx, name: str, when: Mapping[str, Any]) -> dict[str, list[Any]]:
    written = ratings.c.answer[name].as_string()
    source = lines.join(ratings, ratings.c.assignment_id == lines.c.assignment_id)
    several = select(written).select_from(source).where(*_RATED)
    several = several.where(func.length(written) >= COPIED_FROM).group_by(written)
    several = several.having(func.count(distinct(lines.c.id)) > 1)
    rows = select(
        lines.c.person_id, lines.c.number, lines.c.submitted_at.label("at"),
        written.label("text"),
    ).select_from(source).where(*_RATED, written.in_(several))  # fmt: skip
    found: dict[str, list[Any]] = defaultdict(list)
    for row in await tx.execute(rows.order_by(lines.c.submitted_at, lines.c.id), when):
        found[row.text].append(row)
    return found


def _copies(rated: list[Any]) -> list[tuple[int, Rated]]:
    """All but the first: who wrote a text first has not copied it there."""
    return [(row.person_id, Rated(row.number, row.at, True)) for row in rated[1:]]


async def _questions(tx: Tx) -> tuple[set[str], set[str]]:
    """The main questions, and the questions answered in own words, of projects with work."""
    mains, texts = set(), set()
    worked = select(jobs.c.project_id).distinct()
    for project_id in (await tx.execute(worked)).scalars().all():
        scheme = (await by_id(tx, project_id)).scheme
        main = main_question(scheme)
        mains |= {main.id} if main else set()
        texts |= {
            one.id for one in scheme.questions if one.kind == QuestionKind.text and not one.each
        }
    return mains, texts


def _by_person(rows: Iterable[tuple[int, Rated]]) -> Found:
    mine: dict[int, list[Rated]] = defaultdict(list)
    for person_id, one in rows:
        mine[person_id].append(one)
    return {person_id: tuple(rated) for person_id, rated in mine.items()}
