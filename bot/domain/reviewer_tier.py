"""The tier of a reviewer, 0 to 100: verdicts that held, were given alike, and fit known answers.

See docs/quality.md; what stands there and what is here is the same.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from bot.domain.gold import smoothed

WINDOW = timedelta(days=90)
# Before so many verdicts nobody is told apart.
LEAST_VERDICTS = 20
# With fewer of a kind, that kind says nothing yet.
LEAST_OF_KIND = 5


# The detector that points at reviewers, and the role that it is about.
REVIEWER_TIER = "reviewer-tier"


class Part(StrEnum):
    """What a reviewer's tier is made of."""

    held = "held"
    alike = "alike"
    known = "known"


WEIGHTS = {Part.held: 40, Part.alike: 30, Part.known: 30}


@dataclass(frozen=True, slots=True)
class Share:
    """So many were right, of so many."""

    right: int = 0
    of: int = 0

    @property
    def smoothed(self) -> float:
        """The share, begun in the middle."""
        return smoothed(self.right, self.of)


@dataclass(frozen=True, slots=True)
class ReviewerRecord:
    """A reviewer's verdicts in the window.

    `held`: of verdicts that took money, those that no second person overturned in a dispute;
    `alike`: of those given twice, those that came out alike; `known`: of those about a known
    answer that was kept from the reviewer, those that fit it.
    """

    verdicts: int = 0
    held: Share = Share()
    alike: Share = Share()
    known: Share = Share()

    def share(self, part: Part) -> Share:
        """The figures of that part."""
        found: Share = getattr(self, part)
        return found

    @property
    def counted(self) -> list[Part]:
        """The parts of which there is enough to say something."""
        return [one for one in Part if self.share(one).of >= LEAST_OF_KIND]

    @property
    def tier(self) -> int | None:
        """The tier; none before 20 verdicts, and while no part says anything."""
        parts = self.counted
        if self.verdicts < LEAST_VERDICTS or not parts:
            return None
        weight = sum(WEIGHTS[one] for one in parts)
        return round(100 * sum(WEIGHTS[one] * self.share(one).smoothed for one in parts) / weight)

    def is_below(self, least: int) -> bool:
        """Whether there is a tier, and it is below that."""
        tier = self.tier
        return tier is not None and tier < least
