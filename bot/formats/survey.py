"""What the tasks and votes behind an export are, counted while they are written."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from bot.domain.main_question import label_of, main_question
from bot.domain.schemes import Scheme
from bot.formats.outgoing.asked import preference_of
from bot.formats.outgoing.deciding import STANDING, by_majority, given
from bot.formats.votes import Outcome, TaskVotes

_OUTCOMES: Final[dict[Outcome, str]] = {
    "first": "a winner", "second": "a winner", "tie": "a tie", "both_bad": "both bad",
    "undecided": "undecided", "unrated": "unrated",
}  # fmt: skip


@dataclass(slots=True)
class Survey:
    """The counts; `raters` has the tier of each, `first` and `last` say when votes came in.

    `answers` says what became of the main question of the scheme, in words, by task; `corrected`
    votes count as a reviewer put them right.
    """

    scheme: Scheme
    tasks: int = 0
    votes: int = 0
    adjudicated: int = 0
    corrected: int = 0
    raters: dict[str, int | None] = field(default_factory=dict)
    guideline_versions: Counter[int] = field(default_factory=Counter)
    overlap: Counter[int] = field(default_factory=Counter)
    answers: Counter[str] = field(default_factory=Counter)
    verdicts: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    first: datetime | None = None
    last: datetime | None = None

    def add(self, task: TaskVotes) -> None:
        """Count one task; a gold task is none of the data."""
        if task.gold:
            return
        self.tasks += 1
        self.votes += len(task.votes)
        self.adjudicated += task.adjudicated is not None
        self.languages[task.language or "not said"] += 1
        standing = 0
        for vote in task.votes:
            standing += vote.verdict in STANDING
            self.corrected += vote.fix is not None
            self.raters[vote.rater] = vote.tier
            self.guideline_versions[vote.guideline_version] += 1
            self.verdicts[vote.verdict] += 1
            at = vote.submitted_at
            if self.first is None or at < self.first:
                self.first = at
            if self.last is None or at > self.last:
                self.last = at
        self.overlap[standing] += 1
        if outcome := _outcome(task, self.scheme):
            self.answers[outcome] += 1


def survey(tasks: Iterable[TaskVotes], scheme: Scheme) -> Survey:
    """Return the survey of all tasks, gold left out."""
    result = Survey(scheme)
    for task in tasks:
        result.add(task)
    return result


def _outcome(task: TaskVotes, scheme: Scheme) -> str | None:
    """What more than half of the votes say, or who adjudicated; none without a main question."""
    if preference := preference_of(scheme):
        return _OUTCOMES[by_majority(task, preference.id)]
    question = main_question(scheme)
    if question is None:
        return None
    said = Counter(label_of(question, {question.id: one}) for one in given(task, question.id))
    if not said:
        return "unrated"
    return "an answer" if 2 * max(said.values()) > said.total() else "undecided"
