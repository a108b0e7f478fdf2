"""The data card that goes with each export: what the file is, and what it is not."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.domain.gold import smoothed
from bot.domain.schemes import Scheme
from bot.formats.outgoing.deciding import standing
from bot.formats.outgoing.form import Form
from bot.formats.votes import Counts, TaskVotes

_COUNTED = {
    "rows": "rows", "ties": "ties", "both bad": "both_bad", "undecided": "undecided",
    "unrated": "unrated", "gold tasks": "gold", "pairs and votes without a winner": "tied_pairs",
    "tasks that a filter left out": "filtered",
}  # fmt: skip
_WHOLE = "- Every rating that the filters take, whatever became of it"
_DECIDED = (
    "- Only ratings that were handed in or accepted count; a task is decided by more than half "
    "of them; where a reviewer put one right, that is the answer"
)


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
        self.overlap[len(standing(task))] += 1
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


@dataclass(frozen=True, slots=True)
class About:
    """What is known of the project behind an export; `gold` counts right answers, and all."""

    project: str
    scheme: Scheme
    overlap_wanted: int
    agreement: tuple[str, ...] = ()
    gold: tuple[int, int] = (0, 0)
    countries: int = 0
    languages: int = 0
    filters: tuple[str, ...] = ()
    parts: int = 1


def card(
    about: About, *, form: Form, surveyed: Survey, counts: Counts, made_at: datetime
) -> str:  # fmt: skip
    """Return the data card as Markdown."""
    made = f"{made_at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
    lines = [
        f"# {_inline(about.project)}: {form.name}",
        "",
        f"Made {made}. Scheme: {_inline(about.scheme.name)}.",
        "",
        *_origin(about, surveyed),
        "",
        *_quality(about),
        "",
        *_held(about, form, counts),
        "",
        "## What the format loses",
        "",
        *(f"- {loss}" for loss in form.loses or ("Nothing.",)),
    ]
    if form.more is not None:
        lines += ["", "## The configuration that it goes with", "", "```xml",
                  form.more(about.scheme), "```"]  # fmt: skip
    return "\n".join(lines) + "\n"


def _origin(about: About, surveyed: Survey) -> list[str]:
    wanted = about.overlap_wanted
    reached = sum(tasks for votes, tasks in surveyed.overlap.items() if votes >= wanted)
    return [
        "## Where it comes from",
        "",
        f"- Tasks: {surveyed.tasks}; ratings: {surveyed.votes}; raters: {len(surveyed.raters)}",
        f"- Raters come from: {about.countries or 'unknown'} countries",
        f"- Raters work in: {about.languages or 'unknown'} languages",
        f"- Overlap wanted: {wanted}; reached by {reached} of {surveyed.tasks} tasks",
        f"- Overlap found: {_spread(surveyed.overlap)}",
        f"- Guideline versions: {_by_key(surveyed.guideline_versions, 'version')}",
        f"- Verdicts: {_by_key(surveyed.verdicts)}",
        f"- Filters: {'; '.join(about.filters) or 'none'}",
    ]


def _quality(about: About) -> list[str]:
    correct, total = about.gold
    known = "no answers to gold tasks yet"
    if total:
        known = f"{smoothed(correct, total):.3f} (smoothed; {correct} right of {total})"
    return [
        "## How good it is",
        "",
        *(f"- Krippendorff's alpha, {line}" for line in about.agreement or ("not measured yet",)),
        f"- Gold accuracy: {known}",
    ]


def _held(about: About, form: Form, counts: Counts) -> list[str]:
    in_parts = (
        [f"- In {about.parts} files, each with some of the tasks."] if about.parts > 1 else []
    )
    return [
        "## What the file holds",
        "",
        "| | |",
        "|---|---|",
        *(f"| {name} | {getattr(counts, field)} |" for name, field in _COUNTED.items()),
        "",
        *(f"- {one}" for one in form.says),
        *in_parts,
        _WHOLE if form.whole else _DECIDED,
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
