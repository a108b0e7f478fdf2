"""The data card that goes with each export: what the file is, and what it is not."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.formats.votes import Counts, TaskVotes, Writer, preferences


@dataclass(slots=True)
class Survey:
    """What the tasks and votes behind an export are."""

    tasks: int = 0
    votes: int = 0
    raters: set[str] = field(default_factory=set)
    guideline_versions: Counter[int] = field(default_factory=Counter)
    overlap: Counter[int] = field(default_factory=Counter)
    verdicts: Counter[str] = field(default_factory=Counter)

    def add(self, task: TaskVotes) -> None:
        """Count one task; a gold task is none of the data."""
        if task.gold:
            return
        self.tasks += 1
        self.votes += len(task.votes)
        self.overlap[len(preferences(task))] += 1
        for vote in task.votes:
            self.raters.add(vote.rater)
            self.guideline_versions[vote.guideline_version] += 1
            self.verdicts[vote.verdict] += 1


def survey(tasks: Iterable[TaskVotes]) -> Survey:
    """Return the survey of all tasks, gold left out."""
    result = Survey()
    for task in tasks:
        result.add(task)
    return result


def card(
    *,
    project: str,
    scheme: str,
    writer: Writer,
    surveyed: Survey,
    counts: Counts,
    overlap_wanted: int,
    made_at: datetime,
) -> str:
    """Return the data card as Markdown."""
    lines = [
        f"# {_inline(project)}: {writer.name}",
        "",
        f"Made {made_at.astimezone(UTC):%Y-%m-%d %H:%M} UTC. Scheme: {_inline(scheme)}.",
        "",
        *_origin(surveyed, overlap_wanted),
        "",
        "## What the file holds",
        "",
        "| | |",
        "|---|---|",
        f"| rows | {counts.rows} |",
        f"| ties | {counts.ties} |",
        f"| both bad | {counts.both_bad} |",
        f"| undecided | {counts.undecided} |",
        f"| unrated | {counts.unrated} |",
        f"| gold tasks | {counts.gold} |",
        "",
        "## What the format loses",
        "",
        *(f"- {loss}" for loss in writer.loses or ("Nothing.",)),
    ]
    return "\n".join(lines) + "\n"


def _origin(surveyed: Survey, overlap_wanted: int) -> list[str]:
    reached = sum(tasks for votes, tasks in surveyed.overlap.items() if votes >= overlap_wanted)
    return [
        "## Where it comes from",
        "",
        f"- Tasks: {surveyed.tasks}; ratings: {surveyed.votes}; raters: {len(surveyed.raters)}",
        f"- Overlap wanted: {overlap_wanted}; reached by {reached} of {surveyed.tasks} tasks",
        f"- Overlap found: {_spread(surveyed.overlap)}",
        f"- Guideline versions: {_by_key(surveyed.guideline_versions, 'version')}",
        f"- Verdicts: {_by_key(surveyed.verdicts)}",
        "- A task is decided by more than half of its ratings; rejected ones do not count",
    ]


def _inline(text: str) -> str:
    """Return the text on one line, without signs that would format it."""
    return "".join(
        f"\\{char}" if char in "\\`*_[]<>#|" else char for char in " ".join(text.split())
    )


def _spread(overlap: Mapping[int, int]) -> str:
    if not overlap:
        return "no tasks"
    return ", ".join(
        f"{tasks} with {votes} rating{'' if votes == 1 else 's'}"
        for votes, tasks in sorted(overlap.items())
    )


def _by_key(counter: Mapping[int, int] | Mapping[str, int], word: str = "") -> str:
    if not counter:
        return "none"
    named = sorted((str(key), number) for key, number in counter.items())
    return ", ".join(f"{word} {key}: {number}".strip() for key, number in named)
