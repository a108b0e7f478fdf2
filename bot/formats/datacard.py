"""The data card that goes with each export: what the file is, and what it is not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.domain.gold import smoothed
from bot.domain.schemes import Scheme
from bot.domain.tiers import EXPERT_TIER, TRUSTED_TIER
from bot.formats.card_words import asked, by_key, inline, part, people
from bot.formats.outgoing.fields import fields_of
from bot.formats.outgoing.form import Form
from bot.formats.survey import Survey
from bot.formats.votes import Counts

_COUNTED = {
    "rows": "rows", "ties": "ties", "both bad": "both_bad", "undecided": "undecided",
    "unrated": "unrated", "gold tasks": "gold", "pairs and votes without a winner": "tied_pairs",
    "tasks that a filter left out": "filtered",
}  # fmt: skip
_WHOLE = "- Every rating that the filters take, whatever became of it."
_DECIDED = (
    "- Only ratings that were handed in or accepted count; a task is decided by more than half "
    "of them, or by who adjudicated it; where a reviewer put one right, that is the answer."
)
_SHIELDED = (
    "- An apostrophe stands before what a spreadsheet would take for a formula; `hiringhall` "
    "takes it away again."
)


@dataclass(frozen=True, slots=True)
class About:
    """What is known of the project behind an export; `gold` counts right answers, and all.

    `countries` and `languages` count the raters in each; `pay` are its rules, none where they
    are nobody's business.
    """

    project: str
    scheme: Scheme
    overlap_wanted: int
    agreement: tuple[str, ...] = ()
    gold: tuple[int, int] = (0, 0)
    countries: Mapping[str, int] = field(default_factory=dict)
    languages: Mapping[str, int] = field(default_factory=dict)
    filters: tuple[str, ...] = ()
    parts: int = 1
    pay: tuple[str, ...] = ()


def card(
    about: About, *, form: Form, surveyed: Survey, counts: Counts, made_at: datetime
) -> str:  # fmt: skip
    """Return the data card as Markdown."""
    sections = {
        "Where it comes from": _origin(about, surveyed),
        "What was asked": asked(about.scheme),
        "How good it is": _quality(about, surveyed),
        "What the file holds": _held(about, form, counts),
        "The fields of a row": _fields(form),
        "What the format loses": (f"- {loss}" for loss in form.loses or ("Nothing.",)),
        "What the raters were paid": (
            f"- {one}" for one in about.pay or ("Not told in this export.",)
        ),
        "Limits": _limits(form, surveyed),
        "Licence": ("- Not stated. Whoever owns the data fills this in before passing it on.",),
    }
    made = f"Made {_moment(made_at)}. Scheme: {inline(about.scheme.name)}."
    lines = [f"# {inline(about.project)}: {form.name}", "", made]
    for title, section in sections.items():
        lines += ["", f"## {title}", "", *section]
    if form.more is not None:
        lines += ["", "## The configuration that it goes with", "", "```xml",
                  form.more(about.scheme), "```"]  # fmt: skip
    return "\n".join(lines) + "\n"


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def _origin(about: About, surveyed: Survey) -> Iterator[str]:
    wanted, tasks = about.overlap_wanted, surveyed.tasks
    reached = sum(number for votes, number in surveyed.overlap.items() if votes >= wanted)
    yield f"- Tasks: {tasks}; ratings: {surveyed.votes}; raters: {len(surveyed.raters)}"
    if surveyed.first and surveyed.last:
        yield f"- Handed in: {_moment(surveyed.first)} to {_moment(surveyed.last)}"
    yield f"- Languages of the tasks: {by_key(surveyed.languages)}"
    yield f"- Raters come from: {people(about.countries, 'country', 'countries')}"
    yield f"- Raters work in: {people(about.languages, 'language', 'languages')}"
    yield f"- Tiers of the raters on that day: {_tiers(surveyed)}"
    yield f"- Overlap wanted: {wanted}; reached by {reached} of {tasks} tasks"
    yield f"- Overlap found: {_spread(surveyed.overlap)}"
    yield f"- Guideline versions: {by_key(surveyed.guideline_versions, 'version')}"
    yield f"- Verdicts: {by_key(surveyed.verdicts)}"
    yield f"- Filters: {'; '.join(about.filters) or 'none'}"


def _tiers(surveyed: Survey) -> str:
    counts: dict[str, int] = {}
    for tier in surveyed.raters.values():
        if tier is None:
            name = "none yet"
        elif tier < TRUSTED_TIER:
            name = f"below {TRUSTED_TIER}"
        else:
            name = f"{EXPERT_TIER} and more" if tier >= EXPERT_TIER else f"from {TRUSTED_TIER}"
        counts[name] = counts.get(name, 0) + 1
    return by_key(counts)


def _quality(about: About, surveyed: Survey) -> Iterator[str]:
    correct, total = about.gold
    known = "no answers to gold tasks yet"
    if total:
        known = f"{smoothed(correct, total):.3f} (smoothed; {correct} right of {total})"
    for line in about.agreement or ("not measured yet",):
        yield f"- Krippendorff's alpha, {line}"
    yield f"- Gold accuracy: {known}"
    yield f"- What most of the ratings of a task say: {by_key(surveyed.answers)}"
    yield f"- Adjudicated: {part(surveyed.adjudicated, surveyed.tasks, 'tasks')}"
    yield f"- Put right by a reviewer: {part(surveyed.corrected, surveyed.votes, 'ratings')}"


def _held(about: About, form: Form, counts: Counts) -> Iterator[str]:
    yield "| | |"
    yield "|---|---|"
    for name, counted in _COUNTED.items():
        if (number := getattr(counts, counted)) or name == "rows":
            yield f"| {name} | {number} |"
    yield ""
    for one in form.says:
        yield f"- {one}"
    if about.parts > 1:
        yield f"- In {about.parts} files, each with some of the tasks."
    yield _WHOLE if form.whole else _DECIDED
    if form.columns:
        yield _SHIELDED


def _fields(form: Form) -> Iterator[str]:
    yield "| field | type | |"
    yield "|---|---|---|"
    for one in fields_of(form.name):
        yield f"| `{one.name}` | {' or '.join(one.kinds)} | {one.says} |"


def _limits(form: Form, surveyed: Survey) -> Iterator[str]:
    yield "- Raters chose to work here; they are no sample of any population."
    yield "- Agreement and gold accuracy are of the whole project, whatever is left out here."
    if surveyed.adjudicated:
        yield "- An adjudicated answer is that of one person."
    if single := surveyed.overlap[1]:
        yield f"- Of one rating alone: {part(single, surveyed.tasks, 'tasks')}."
    if surveyed.verdicts["submitted"]:
        yield "- What is only submitted can still be returned, rejected or put right."
    if form.whole:
        yield "- A tier is that of the day of the export, not that of the rating."
    yield "- Texts stand as they were imported and written; nobody took personal data out of them."


def _spread(overlap: Mapping[int, int]) -> str:
    if not overlap:
        return "no tasks"
    return ", ".join(
        f"{tasks} with {votes} rating{'' if votes == 1 else 's'}"
        for votes, tasks in sorted(overlap.items())
    )
