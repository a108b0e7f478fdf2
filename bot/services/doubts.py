"""Verdicts that took money and fell in the second look: a third person says what holds."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.domain.disputes import withheld
from bot.domain.money import Money
from bot.domain.people import Person, require_coordinator
from bot.domain.refusal import Refused
from bot.domain.reviews import Review
from bot.effects.make_up import make_up
from bot.effects.record import record
from bot.effects.retier import retier
from bot.effects.second_verdict import as_first
from bot.effects.tell import tell
from bot.effects.view_evidence import Evidence, evidence_of
from storage import jobs, lines, people, projects, second_reviews, twins
from storage.database import Database, Tx
from storage.second_reviews import SecondReview

Outcome = Literal["upheld", "overturned"]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A verdict that took money, the second one that took nothing, and who looks at both."""

    viewer: Person
    second: SecondReview
    facts: Evidence

    @property
    def is_open(self) -> bool:
        """Whether it waits for somebody."""
        return self.second.state == "doubted"

    @property
    def verdicts(self) -> tuple[Review, Review]:
        """The first verdict and the second."""
        (first,) = [one for one in self.facts.reviews if one.id == self.second.review_id]
        return first, as_first(self.second, self.facts.assignment)

    @property
    def withheld(self) -> Money:
        """What the first verdict took."""
        return withheld(self.facts.line)


async def look(db: Database, number: str, *, by: int) -> Doubt:
    """The doubted verdict of that number, for who may decide about it."""
    async with db.read() as tx:
        second = await _decidable(tx, number, by)
        (line,) = await lines.by_ids(tx, [second.line_id])
        return Doubt(await people.by_id(tx, by), second, await evidence_of(tx, line))


async def following(db: Database, *, by: int) -> str | None:
    """The number of the first that waits for this person."""
    async with db.read() as tx:
        person = await people.by_id(tx, by)
        found = await second_reviews.doubted(tx, by, None)
        mine = (one.number for one in found if person.may_coordinate(one.project_id))
        return next(mine, None)


async def decide(
    db: Database, *, number: str, outcome: Outcome, by: int, cause: str, now: datetime
) -> Money:
    """The verdict stands, or what it withheld is owed; returns what is owed. Decided once."""
    async with db.begin(cause) as tx:
        known = await _decidable(tx, number, by)
        (before,) = await lines.by_ids(tx, [known.line_id])
        await people.locked(tx, before.person_id)
        job = await jobs.locked_by_id(tx, before.job_id or 0)
        await projects.lock(tx, job.project_id)
        (line,) = await lines.locked(tx, [before.id])
        second = await second_reviews.by_number(tx, number, lock=True)
        if second is None or second.state != "doubted":
            raise Refused("reviewed-already")
        await second_reviews.change(tx, second.id, state=outcome, decided_by=by, decided_at=now)
        owed = withheld(line) if outcome == "overturned" else Money(0, line.pay.currency)
        after = {"state": outcome, "minor": owed.minor}
        await record(tx, "second-decided", f"line:{line.number}", by=by, now=now, after=after)
        if owed.minor:
            await make_up(tx, line, job, words=None, by=by, now=now)
            await retier(tx, line.person_id, now=now)
            await tell(
                tx, await people.by_id(tx, line.person_id), "verdict_righted",
                key=f"second:{second.id}", now=now, sound=True, can_wait=True,
                line=line.number, minor=owed.minor,
            )  # fmt: skip
        return owed


async def _decidable(tx: Tx, number: str, by: int) -> SecondReview:
    """The second verdict, for a coordinator who had no part in it."""
    second = await second_reviews.by_number(tx, number)
    if second is None or second.given_at is None:
        raise Refused("stale-button")
    person = await people.by_id(tx, by)
    require_coordinator(person, second.project_id)
    (line,) = await lines.by_ids(tx, [second.line_id])
    same = {by, *await twins.of_person(tx, by)}
    if line.person_id in same:
        raise Refused("own-work")
    if same & {second.first_by, second.reviewer_id}:
        raise Refused("own-verdict")
    return second
