"""What of a project is to be exported: by verdict, by day, by how sure and how agreed it is."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from bot.domain.main_question import label_of, main_question
from bot.domain.schemes import Scheme
from bot.formats.outgoing.asked import preference_of
from bot.formats.outgoing.deciding import kind_of, standing
from bot.formats.votes import TaskVotes, Vote

VERDICTS = ("submitted", "accepted", "returned", "rejected")


@dataclass(frozen=True, slots=True)
class Filters:
    """What goes out; without verdicts, every vote that the format takes.

    `since` is the first moment, `until` the first one that is too late; of votes, by when they
    were handed in. Confidence and agreement are percentages that a task must have at least.
    """

    verdicts: frozenset[str] = field(default_factory=frozenset)
    since: datetime | None = None
    until: datetime | None = None
    confidence: int | None = None
    agreement: int | None = None

    def takes(self, vote: Vote) -> bool:
        """Whether the vote goes out."""
        if self.verdicts and vote.verdict not in self.verdicts:
            return False
        if self.since is not None and vote.submitted_at < self.since:
            return False
        return self.until is None or vote.submitted_at < self.until

    def kept(self, task: TaskVotes, scheme: Scheme) -> TaskVotes | None:
        """The task with the votes that go out; none where it stays behind with all of them."""
        if self.confidence is not None and not _is_sure(task, self.confidence):
            return None
        if self.agreement is not None and 100 * agreed(task, scheme) < self.agreement:
            return None
        if not self.verdicts and self.since is None and self.until is None:
            return task
        votes = tuple(vote for vote in task.votes if self.takes(vote))
        if task.votes and not votes:
            return None
        return replace(task, votes=votes)

    def told(self) -> list[str]:
        """The filters in words, one each; nothing where everything goes out."""
        said = []
        if self.verdicts:
            said.append(f"verdict: {', '.join(sorted(self.verdicts))}")
        if self.since is not None:
            said.append(f"handed in from {_moment(self.since)} on")
        if self.until is not None:
            said.append(f"handed in before {_moment(self.until)}")
        if self.confidence is not None:
            said.append(f"confidence of the task at least {self.confidence} %, or adjudicated")
        if self.agreement is not None:
            said.append(f"at least {self.agreement} % of the votes on the task agree")
        return said

    def to_json(self) -> dict[str, Any]:
        """The mapping that travels with a notice."""
        return {
            "verdicts": sorted(self.verdicts),
            "since": self.since.isoformat() if self.since else None,
            "until": self.until.isoformat() if self.until else None,
            "confidence": self.confidence,
            "agreement": self.agreement,
        }

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> "Filters":
        """The filters of such a mapping."""
        since, until = (
            datetime.fromisoformat(body[name]) if body.get(name) else None
            for name in ("since", "until")
        )
        return cls(
            frozenset(body.get("verdicts", ())), since, until, body.get("confidence"),
            body.get("agreement"),
        )  # fmt: skip


def _is_sure(task: TaskVotes, percent: int) -> bool:
    """What somebody adjudicated is sure, whatever the votes say."""
    return task.adjudicated is not None or 100 * (task.confidence or 0.0) >= percent


def agreed(task: TaskVotes, scheme: Scheme) -> float:
    """The part of the votes that stand with the most frequent answer; 0 without votes.

    Of a choice between two, the strength makes no difference.
    """
    question = main_question(scheme)
    if question is None:
        return 0.0
    of_two = question is preference_of(scheme)
    said: Counter[str] = Counter()
    for vote in standing(task):
        label = label_of(question, vote.counts_as)
        if label is not None:
            said[kind_of(vote.counts_as[question.id]) if of_two else label] += 1
    return max(said.values()) / said.total() if said else 0.0


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
