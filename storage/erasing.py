"""Erasing a person: what is still open, and what is taken out of every table.

Rows stay where others need them (work, money, steps), with internal ids and codes alone.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Text, and_, bindparam, cast, delete, func, or_, select, update

from bot.domain.erasing import Ties
from bot.domain.money import Money
from bot.domain.payout_methods import MethodState
from bot.domain.people import Person
from storage.database import Tx, locking
from storage.notices import to_person
from storage.schema import (
    appeals,
    applications,
    assignments,
    awaited_details,
    awaited_texts,
    broadcast_recipients,
    consents,
    desk_digests,
    disputes,
    files,
    hands,
    inbox,
    jobs,
    lines,
    memberships,
    notices,
    payout_methods,
    payouts,
    people,
    person_measures,
    project_drafts,
    proposals,
    qualifications,
    question_words,
    questions,
    rater_weights,
    read_marks,
    review_drafts,
    role_links,
    scheme_drafts,
    scheme_samples,
    second_reviews,
    sittings,
    step_drafts,
    step_evidence,
    steps,
    tiers,
    waiting,
)
from storage.schema.columns import among, word

# No chat has this id.
NOWHERE = 0
_OWED = ("accepted", "confirmed")
_AT_ONCE = 500
_ERASED = select(people.c.erased_at).where(people.c.id == bindparam("which"))


async def is_erased(tx: Tx, person_id: int) -> bool:
    """Whether nobody is behind that person any more."""
    row = (await tx.execute(_ERASED, {"which": person_id})).one()
    return row.erased_at is not None


async def ties(tx: Tx, person: Person) -> Ties:
    """What is still open between the person and the hall."""
    mine = lines.c.person_id == person.id
    review = select(func.count(), func.max(lines.c.accept_by)).where(
        mine, lines.c.state == word("submitted")
    )
    count, until = (await tx.execute(review)).one()
    return Ties(
        roles=len(person.roles),
        jobs=await _count(tx, jobs, jobs.c.person_id == person.id, jobs.c.state == word("active")),
        review=int(count),
        review_by=until,
        on_the_way=await _sums(tx, payouts.c.minor, payouts.c.currency,
                               payouts.c.person_id == person.id,
                               among(payouts.c.state, "due", "sent")),
        owed=await _sums(tx, lines.c.pay_minor, lines.c.currency, mine,
                         among(lines.c.state, *_OWED)),
        disputes=await _count(tx, disputes, disputes.c.person_id == person.id,
                              disputes.c.state == word("open")),
        appeals=await _count(tx, appeals, appeals.c.person_id == person.id,
                             appeals.c.state == word("open")),
    )  # fmt: skip


async def _count(tx: Tx, table: Any, *conditions: Any) -> int:
    found = select(func.count()).select_from(table).where(*conditions)
    return int((await tx.execute(found)).scalar_one())


async def _sums(tx: Tx, minor: Any, currency: Any, *conditions: Any) -> tuple[Money, ...]:
    found = select(currency, func.sum(minor)).where(*conditions).group_by(currency)
    rows = await tx.execute(found.order_by(currency))
    return tuple(Money(int(total), code) for code, total in rows)


async def owed_lines(tx: Tx, person_id: int, currency: str) -> list[int]:
    """The lines that the person is owed in that currency and no run has paid, kept to this."""
    found = select(lines.c.id).where(
        lines.c.person_id == person_id, lines.c.currency == currency,
        among(lines.c.state, *_OWED),
    )  # fmt: skip
    return list((await tx.execute(locking(found, lines).order_by(lines.c.id))).scalars())


async def updates_of(tx: Tx, telegram_id: int) -> list[int]:
    """The updates that name the Telegram account, worked off already."""
    payload = cast(inbox.c.payload, Text)
    named = or_(payload.like(f'%"id":{telegram_id},%'), payload.like(f'%"id":{telegram_id}}}%'))
    found = select(inbox.c.update_id).where(
        inbox.c.state != word("new"), or_(inbox.c.lane == telegram_id, named)
    )
    return list((await tx.execute(found)).scalars())


async def empty_updates(tx: Tx, update_ids: Sequence[int]) -> None:
    """Nothing of these updates is kept but that they were there."""
    for start in range(0, len(update_ids), _AT_ONCE):
        some = list(update_ids[start : start + _AT_ONCE])
        emptied = update(inbox).where(inbox.c.update_id.in_(some))
        await tx.execute(emptied.values(payload={}, lane=NOWHERE, error=None))


async def erase(tx: Tx, person: Person, *, language: str, now: datetime) -> None:
    """Take out of the tables who the person is, and every free word of and about them."""
    for gone in _gone(person.id):
        await tx.execute(gone)
    for changed in (*_ended(person.id, now), *_emptied(person.id)):
        await tx.execute(changed)
    if person.telegram_id is not None:
        await _forget_notices(tx, person.id, person.telegram_id)
    mine = update(people).where(people.c.id == person.id)
    await tx.execute(
        mine.values(
            telegram_id=None, name="", username=None, language=language, languages=[],
            levels=None, country=None, skills=None,
            zone="UTC", pay_zone="", quiet_from="22:00", quiet_to="08:00", digest_told=None,
            pause=None, paused_until=None, paused_by=None, seen_at=None, missed=0,
            skip_streak=0,
            unreachable_since=None, erased_at=now, zone_since=None,
        )
    )  # fmt: skip


def _gone(person_id: int) -> list[Any]:
    """Rows that nobody else needs."""
    return [
        *(
            delete(table).where(table.c.person_id == person_id)
            for table in (
                awaited_texts, awaited_details, broadcast_recipients, waiting,
                memberships, review_drafts, read_marks,
                consents, desk_digests, project_drafts, qualifications, scheme_drafts,
                scheme_samples, tiers, person_measures, rater_weights,
            )
        ),
        delete(step_drafts).where(
            or_(step_drafts.c.person_id == person_id, step_drafts.c.by_id == person_id)
        ),
        delete(files).where(files.c.person_id == person_id, files.c.used.is_(False)),
        delete(role_links).where(
            role_links.c.made_by == person_id, role_links.c.used_at.is_(None)
        ),
    ]  # fmt: skip


def _lines_of(person_id: int) -> Any:
    return select(lines.c.id).where(lines.c.person_id == person_id)


def _emptied(person_id: int) -> list[Any]:
    """Words and details, out of rows that stay."""
    own_steps = select(steps.c.id).where(steps.c.person_id == person_id)
    own_questions = select(questions.c.id).where(questions.c.person_id == person_id)
    # By way of the jobs and lines, which an index finds by their person.
    own_jobs = select(jobs.c.id).where(jobs.c.person_id == person_id)
    given = and_(assignments.c.job_id.in_(own_jobs), assignments.c.person_id == person_id)
    unsubmitted = and_(given, among(assignments.c.state, "draft", "skipped", "flagged"))
    objected = and_(
        disputes.c.line_id.in_(_lines_of(person_id)), disputes.c.person_id == person_id
    )

    def of(table: Any) -> Any:
        return update(table).where(table.c.person_id == person_id)

    return [
        update(disputes).where(objected).values(words="", answer=None),
        update(second_reviews)
        .where(second_reviews.c.line_id.in_(_lines_of(person_id)))
        .values(words=None),
        of(appeals).values(words="", answer=None),
        of(applications).values(words=None),
        of(steps).values(words=None, ended_words=None),
        update(step_evidence).where(step_evidence.c.step_id.in_(own_steps)).values(words=None),
        of(proposals).values(evidence=[]),
        update(question_words)
        .where(question_words.c.question_id.in_(own_questions))
        .values(words=""),
        update(assignments).where(given).values(written={}, partial={}),
        update(assignments).where(unsubmitted).values(answer={}),
        of(lines).values(because=None),
        of(payouts).values(reason=None),
        of(payout_methods).values(
            state=MethodState.dropped, secret="", last_four="", fingerprint=""
        ),
    ]


def _ended(person_id: int, now: datetime) -> list[Any]:
    """What was open and is nobody's any more."""

    def of(table: Any, state: str) -> Any:
        mine = and_(table.c.person_id == person_id, table.c.state == word(state))
        return update(table).where(mine)

    asked = among(second_reviews.c.state, "waiting", "doubted")
    return [
        # Nobody could be paid what a second look finds withheld.
        update(second_reviews)
        .where(second_reviews.c.line_id.in_(_lines_of(person_id)), asked)
        .values(state="lapsed"),
        of(applications, "open").values(state="accepted", decided_at=now),
        of(proposals, "open").values(state="passed", decided_at=now),
        of(questions, "open").values(
            state="closed", closed_at=now, closed_by=person_id, next_at=None
        ),
        of(sittings, "open").values(state="dropped", nth=None, ended_at=now),
        of(hands, "up").values(state="refused", answered_at=now),
    ]


async def _forget_notices(tx: Tx, person_id: int, telegram_id: int) -> None:
    """What was sent stays as a number, a kind and a time; what waits never goes out.

    What is being sent just now is settled by nobody any more: its settlement would bring the
    chat's id back.
    """
    mine = to_person(person_id, telegram_id)
    waits = among(notices.c.state, "queued", "sending", "undeliverable")
    await tx.execute(update(notices).where(mine, waits).values(state="cancelled"))
    # The key of a message that is to disappear is made of the chat's id.
    await tx.execute(
        update(notices)
        .where(mine, notices.c.kind == word("delete"))
        .values(key="erased:" + cast(notices.c.id, Text))
    )
    await tx.execute(
        update(notices)
        .where(mine)
        .values(chat_id=NOWHERE, thread_id=None, args={}, error=None, merge_key=None,
                leased_until=None)
    )  # fmt: skip
