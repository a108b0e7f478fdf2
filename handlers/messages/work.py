"""What `/work` shows, and the figures that a call shows as well."""

from typing import Any

from bot import say
from bot.domain.money import Money
from bot.domain.people import BARRED, Pause, is_paused
from bot.domain.projects import Pace
from bot.services import waiting
from bot.services.waiting import Opening, Work
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages import absence, course_lines, why
from handlers.messages.screen import Row, Screen, button, lines

HOURS = (1, 2, 4, 8)
MOST_NAMED = 3


async def screen(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The person's work as it stands now."""
    found = await waiting.work(
        hall.db, person_id=args["person_id"], now=hall.clock.now(), rules=hall.rules
    )
    words = hall.words(found.person.language)
    text = lines(
        words.rich("work-head"),
        _jobs(hall, words, found),
        _sittings(words, found),
        _late(words, found),
        _held(hall, words, found),
        _called(hall, words, found),
        _openings(words, found),
        _unasked(words, found),
        why.told(hall, words, found),
        _draw(hall, words, found),
        _list(hall, words, found),
        why.quiet(hall, words, found),
        _earned(words, found),
        between="\n\n",
    )
    return Screen(text, _rows(hall, words, found))


def _jobs(hall: Hall, words: Words, found: Work) -> Text | None:
    now = hall.clock.now()
    said = [
        words.rich(
            "work-job",
            number=job.number,
            project=found.names[job.project_id],
            due=say.clock_time(words.language, job.due_at, found.person.zone, now),
        )
        for job in found.jobs
    ]
    return lines(*said) if said else None


def _sittings(words: Words, found: Work) -> Text | None:
    said = [course_lines.running_line(words, one) for one in found.sittings]
    return lines(*said) if said else None


def _late(words: Words, found: Work) -> Text | None:
    said = [
        words.rich(
            "work-late", number=job.number, project=found.names[job.project_id], count=count
        )
        for job, count in found.late
    ]
    return lines(*said) if said else None


def _held(hall: Hall, words: Words, found: Work) -> Text | None:
    now = hall.clock.now()
    said = [
        words.rich(
            "work-held", project=project.name,
            until=say.clock_time(words.language, until, found.person.zone, now),
        )
        for project, until in found.held
    ]  # fmt: skip
    return lines(*said) if said else None


def _called(hall: Hall, words: Words, found: Work) -> Text | None:
    """What came privately and can be claimed below."""
    now, below = hall.clock.now(), {one.project.id for one in found.openings}
    said = [
        words.rich(
            "work-called", project=project.name,
            until=say.clock_time(words.language, until, found.person.zone, now),
        )
        for project, until in found.called
        if project.id in below
    ]  # fmt: skip
    return lines(*said) if said else None


def _unasked(words: Words, found: Work) -> Text | None:
    one = found.unasked
    if one is None:
        return None
    names = ", ".join(project.name for project in one.projects[:MOST_NAMED])
    count = len(one.projects)
    return words.rich("work-unasked", questions=one.questions, projects=names, count=count)


def _openings(words: Words, found: Work) -> Text | None:
    said = [opening_line(words, one) for one in found.openings]
    return lines(*said) if said else None


def opening_line(words: Words, one: Opening) -> Text:
    """One project with places, in one paragraph."""
    offer = one.project.offer
    seconds = one.terms.seconds_per_task * offer.tasks_per_job
    line = words.rich(
        "work-opening",
        project=one.project.name,
        places=one.places,
        tasks=offer.tasks_per_job,
        time=say.duration(words.language, seconds),
        basis=basis(words, Pace(one.terms.seconds_per_task, one.terms.measured)),
        money=say.money(words.language, one.terms.pay),
        hourly=say.money(words.language, one.terms.hourly),
    )
    first = course_lines.before_line(words, one.course) if one.course else None
    return lines(line, first, words.rich("work-drawn") if one.drawn else None)


def basis(words: Words, pace: Pace) -> str:
    """What a time or hourly figure rests on."""
    if pace.measured:
        return words("work-basis-measured", n=pace.measured)
    return words("work-basis-estimate")


def _draw(hall: Hall, words: Words, found: Work) -> Text | None:
    if found.draw_until is None:
        return None
    now = hall.clock.now()
    until = say.clock_time(words.language, found.draw_until, found.person.zone, now)
    return words.rich("work-draw", until=until)


def _list(hall: Hall, words: Words, found: Work) -> Text | None:
    if found.person.standing in BARRED:
        return None
    if (paused := absence.of_work(words, found.person, hall.clock.now())) is not None:
        return paused[0]
    if _is_held_back(hall, found):
        return None
    if found.list_place is None or found.list_until is None:
        return words.rich("work-sign-hint")
    now = hall.clock.now()
    until = say.clock_time(words.language, found.list_until, found.person.zone, now)
    return words.rich("work-listed", place=found.list_place, until=until)


def _is_held_back(hall: Hall, found: Work) -> bool:
    """Whether a pause holds that the person did not take, and cannot end."""
    now = hall.clock.now()
    return found.person.pause is Pause.skips and is_paused(found.person, now)


def _earned(words: Words, found: Work) -> Text | None:
    """In one line what is owed and what is expected; `/pay` has the rest."""
    said = []
    for state in ("accepted", "submitted"):
        sums = " + ".join(
            say.money(words.language, Money(minor, currency))
            for (stage, currency), (_, minor) in sorted(found.earned.items())
            if stage == state and minor
        )
        if sums:
            said.append(words(f"work-earned-{state}", money=sums))
    return words.rich("work-earned", stages=" · ".join(said)) if said else None


def _rows(hall: Hall, words: Words, found: Work) -> tuple[Row, ...]:
    rows: list[Row] = [
        (button(words("button-open-job", number=job.number), "d", job.number, style="primary"),)
        for job in found.jobs
    ]
    before = {one.course.published.id for one in found.openings if one.course}
    rows += [
        (course_lines.running_button(words, one),)
        for one in found.sittings
        if one.published.id not in before
    ]
    rows += [
        (button(words("button-hand-in-late", number=job.number), "h", job.number),)
        for job, _ in found.late
    ]
    rows += [
        (button(words("button-to-question", project=say.short(project.name, 28)), "yq",
                project.key, style="primary"),)
        for project, _ in found.held
    ]  # fmt: skip
    rows += _to_claim(words, found.openings)
    if (ask := found.unasked) is not None:
        label = words("button-answer", count=len(ask.projects))
        rows.append((button(label, "yq", ask.projects[0].key),))
    if found.barred is not None or any(no.reason == "project-blocked" for _, no in found.reasons):
        rows.append((button(words("button-my-standing"), "kb"),))
    # Nobody waits on the list for what cannot be claimed.
    if found.person.standing not in BARRED and not _is_held_back(hall, found):
        rows.append(_of_list(hall, words, found))
    rows += why.rows(words, found)
    rows.append((button(words("button-my-pay"), "eb"), button(words("button-refresh"), "w")))
    return tuple(rows)


def _of_list(hall: Hall, words: Words, found: Work) -> Row:
    if (paused := absence.of_work(words, found.person, hall.clock.now())) is not None:
        return (paused[1],)
    if found.list_place is not None:
        return (button(words("button-sign-off"), "oo"),)
    return tuple(button(words("button-sign-on", hours=h), "o", h) for h in HOURS)


def _to_claim(words: Words, openings: list[Opening]) -> list[Row]:
    # Two buttons share the width of the phone, on which a long name needs all of it.
    alone = len(openings) == 1
    rows: list[Row] = []
    for one in openings:
        terms = button(words("button-terms"), "th", one.project.key)
        if one.course is not None:
            rows.append((course_lines.before_button(words, one.course, one.project.key),))
            rows.append((terms,))
            continue
        label = "button-hand-project" if one.drawn else "button-claim-project"
        name = say.short(one.project.name, 40 if alone else 20)
        claim = button(
            words(label, project=name), "n", one.project.key, one.project.version_id,
            style="success",
        )  # fmt: skip
        rows += [(claim,), (terms,)] if alone else [(claim, terms)]
    return rows
