"""What becomes of a job, told by the clock: submitted, accepted, due, expired."""

from typing import Any

from bot import say
from bot.domain.jobs import JobState
from bot.domain.money import Money
from bot.domain.ratings import is_finished
from bot.domain.refusal import Refused
from bot.services import jobs
from bot.typeset import Text, markdown, split
from handlers.context import Hall
from handlers.messages import job
from handlers.messages.screen import File, Row, Screen, button, lines

_GUIDELINES = 3600  # units of one message, with room for its heading and what it says below


async def guidelines(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The guidelines that hold for the job."""
    view = await jobs.view(hall.db, args["job_id"])
    words = hall.words(view.person.language)
    parts = split(markdown(await jobs.guidelines(hall.db, view.job)), _GUIDELINES)
    head = words.rich("guidelines-head", name=view.project.name)
    more = words.rich("guidelines-more") if len(parts) > 1 else None
    row = (button(words("button-show-job"), "d", view.job.number),)
    return Screen(lines(head, parts[0], more, between="\n\n"), () if more else (row,))


async def guidelines_file(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The whole guidelines as a file, where they do not fit one message."""
    view = await jobs.view(hall.db, args["job_id"])
    words = hall.words(view.person.language)
    source = await jobs.guidelines(hall.db, view.job)
    if len(split(markdown(source), _GUIDELINES)) == 1:
        return None
    row = (button(words("button-show-job"), "d", view.job.number),)
    file = File(f"guidelines-{view.job.number}.md", source.encode())
    return Screen(words.rich("guidelines-head", name=view.project.name), (row,), file=file)


async def submitted(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The undo window is over: the job is in."""
    view = await jobs.view(hall.db, args["job_id"])
    return job.over(hall.words(view.person.language), view)


async def accepted(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Ratings of the job were accepted: what they earned."""
    view = await jobs.view(hall.db, args["job_id"])
    words = hall.words(view.person.language)
    pays = [one for one in await jobs.pays(hall.db, view.job.id) if one.pay.minor]
    total = Money(sum(one.pay.minor for one in pays), view.job.terms.pay.currency)
    money = say.money(words.language, total)
    text = words.rich("job-accepted", count=len(pays), number=view.job.number, money=money)
    reduced = sum(1 for one in pays if one.is_reduced)
    more = words.rich("job-accepted-reduced", count=reduced) if reduced else None
    return Screen(lines(text, more), (job.next_row(words, view),))


async def reminder(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The job is due soon; nothing when it is over by now."""
    view = await jobs.view(hall.db, args["job_id"])
    if view.job.state is not JobState.active or view.job.submits_at is not None:
        return None
    words = hall.words(view.person.language)
    now = hall.clock.now()
    left = max((view.job.due_at - now).total_seconds(), 0)
    text = words.rich(
        "job-reminder",
        number=view.job.number,
        due=say.clock_time(words.language, view.job.due_at, view.person.zone, now),
        left=say.duration(words.language, left),
        done=sum(1 for one in view.assignments if is_finished(view.scheme, one)),
        size=view.job.size,
    )
    row: Row = (button(words("button-show-job"), "d", view.job.number),)
    if not (view.job.extended or view.job.is_return):
        row = (*row, button(words("button-more-time"), "e", view.job.number))
    return Screen(text, (row, (button(words("button-give-back"), "g", view.job.number),)))


async def expired(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The clock took the job back; what was finished can still be handed in."""
    view = await jobs.view(hall.db, args["job_id"])
    words = hall.words(view.person.language)
    count = args["finished"]
    if view.job.state is not JobState.expired:
        return job.screen(hall, view)
    following = job.next_row(words, view)
    if not count:
        return Screen(words.rich("job-expired-none", number=view.job.number), (following,))
    text = words.rich("job-expired-some", number=view.job.number, count=count)
    hand_in = button(words("button-hand-in"), "h", view.job.number, style="success")
    return Screen(text, ((hand_in,), following))


async def copy(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """A part of the answer that is worked on, as it was written; nothing where that has passed."""
    try:
        parts = await jobs.copied(hall.db, args["number"], args["person_id"], args["position"])
    except Refused:
        return None
    return Screen(Text(parts[args["part"]])) if args["part"] < len(parts) else None
