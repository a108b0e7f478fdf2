"""All that bears on a dispute: the verdict or refusal that it is about, and the task."""

from dataclasses import dataclass

from bot.domain.batches import Refusal
from bot.domain.disputes import Dispute, withheld
from bot.domain.money import Money
from bot.domain.people import Person, Role
from bot.domain.reviews import Review
from bot.effects.view_evidence import Evidence, evidence_of
from storage import lines, people, refusals, reviews
from storage.database import Tx


@dataclass(frozen=True, slots=True)
class Disputed:
    """A dispute as `person` sees it, with the verdict that it is about and the task.

    `role` is that of who gave the verdict.
    """

    person: Person
    dispute: Dispute
    review: Review | None
    facts: Evidence
    role: Role | None
    refusal: Refusal | None = None

    @property
    def withheld(self) -> Money:
        """What the person gets if it is decided for them; clients and scores withhold none."""
        nothing = self.dispute.task_id is not None and self.review is None
        if self.refusal is not None or nothing:
            return Money(0, self.facts.line.pay.currency)
        return withheld(self.facts.line)


async def disputed_as(tx: Tx, dispute: Dispute, person: Person) -> Disputed:
    """The dispute with all that bears on it, as the person sees it."""
    (line,) = await lines.by_ids(tx, [dispute.line_id])
    review = await review_of(tx, dispute)
    judge = await people.by_id(tx, review.reviewer_id) if review else None
    role = judge.judges_as(line.project_id) if judge else None
    refusal = await refusal_of(tx, dispute)
    return Disputed(person, dispute, review, await evidence_of(tx, line), role, refusal)


async def review_of(tx: Tx, dispute: Dispute) -> Review | None:
    """The verdict that the dispute is about; none where it is about a client's refusal."""
    return None if dispute.review_id is None else await reviews.by_id(tx, dispute.review_id)


async def refusal_of(tx: Tx, dispute: Dispute) -> Refusal | None:
    """The client's refusal that the dispute is about; none where it is about a verdict."""
    if dispute.refusal_id is None:
        return None
    (found,) = await refusals.by_ids(tx, [dispute.refusal_id])
    return found
