"""How a project gets on, for who coordinates it: a picture, and the same in words."""

import logging
from typing import Any

from bot import say
from bot.computing import ComputeFailed, progress_chart
from bot.domain.progress import LEAST_DAYS, LEAST_RATINGS, PACE_DAYS
from bot.domain.projects import ProjectState
from bot.services import progress
from bot.services.progress import View
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages import project_figures
from handlers.messages.project import answers
from handlers.messages.screen import File, Screen, button, lines

_log = logging.getLogger(__name__)


async def chart(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The picture with what it says in words; the words alone where it cannot be drawn."""
    now = hall.clock.now()
    found = await progress.view(hall.db, args["key"], by=args["person_id"], now=now)
    words = hall.words(args["language"])
    text = lines(
        words.rich("progress-head", project=found.project.name),
        lines(*_counts(hall, words, found)),
        lines(_pace(words, found), _end(words, found)),
        between="\n\n",
    )
    rows = ((button(words("button-to-project"), "p", found.project.key),),)
    try:
        made = await hall.compute(
            progress_chart, found.progress, found.counts["slots"], words.language
        )
    except ComputeFailed as error:
        _log.warning("the chart of %s was not made: %s", found.project.key, error)
        return Screen(text, rows)
    name = f"progress-{found.project.key}.png"
    return Screen(text, rows, file=File(name, made), picture=True)


def _counts(hall: Hall, words: Words, found: View) -> list[Text | None]:
    counts, going = found.counts, found.going
    due = None
    if going.next_due is not None:
        when = say.clock_time(words.language, going.next_due, found.person.zone, hall.clock.now())
        due = words.rich("progress-due", jobs=going.jobs, when=when)
    return [
        words.rich("progress-done", done=counts["in"], slots=counts["slots"]),
        words.rich("progress-work", work=counts["in_work"], open=counts["open_slots"]),
        due,
        words.rich("progress-review", count=found.to_review) if found.to_review else None,
        words.rich("progress-tasks", decided=counts["decided"], tasks=counts["tasks"],
                   pulled=counts["pulled"]),
        answers(words, found.answers),
        project_figures.quality(words, found.quality),
    ]  # fmt: skip


def _pace(words: Words, found: View) -> Text:
    made = found.progress
    if made.pace is None:
        return words.rich("progress-pace-none", today=made.today)
    pace = say.number(words.language, round(made.pace, 1) if made.pace < 10 else round(made.pace))
    return words.rich(
        "progress-pace", pace=pace, days=len(made.whole), ratings=sum(made.whole),
        today=made.today,
    )  # fmt: skip


def _end(words: Words, found: View) -> Text:
    """When the last rating comes, or why nobody can tell."""
    made, project = found.progress, found.project
    if not found.counts["slots"]:
        return words.rich("progress-no-tasks")
    if not made.left:
        return words.rich("progress-all-in")
    if project.state is not ProjectState.open:
        return words.rich("progress-stands-still")
    found_end = made.forecast
    if found_end is None:
        return words.rich(
            "progress-too-little", days=LEAST_DAYS, most=PACE_DAYS, ratings=LEAST_RATINGS
        )
    first = say.day_of_year(words.language, found_end.first)
    facts = {"days": found_end.days, "ratings": found_end.ratings, "left": made.left}
    if found_end.last is None:
        return words.rich("progress-end-open", first=first, **facts)
    last = say.day_of_year(words.language, found_end.last)
    if last == first:
        return words.rich("progress-end-day", day=first, **facts)
    return words.rich("progress-end", first=first, last=last, **facts)
