"""/help: what one can do now, with a button for each; how it works; what each role can do."""

from typing import Any

from bot import say
from bot.domain.people import BARRED, Arrival, Person
from bot.services import pay, people, reviews, waiting
from bot.services.waiting import Work
from bot.typeset import Entity, Text
from handlers.context import Hall, Words
from handlers.messages.screen import Button, Screen, button, lines, rows_of

MOST_STEPS = 5
_MOST_NAME = 24

Step = tuple[Text, Button]


async def help_page(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The next sensible steps of this person, then how it works, by role."""
    person = await people.by_id(hall.db, args["person_id"])
    words = hall.words(person.language)
    steps = (await _steps(hall, words, person))[:MOST_STEPS]
    unknown = args.get("unknown")
    text = lines(
        words.rich("help-unknown", command=f"/{unknown[:_MOST_NAME]}") if unknown else None,
        lines(words.rich("help-now"), *(said for said, _ in steps)),
        words.rich("help-contractor", seconds=hall.rules.undo_seconds),
        *_of_roles(words, person),
        words.rich("help-promises", days=hall.rules.standing.question_days),
        between="\n\n",
    )
    work, asking = button(words("button-my-work"), "w"), button(words("button-question-ask"), "ub")
    taps = [tap for _, tap in steps if tap.data != work.data]
    return Screen(text, (*rows_of(taps, 1), (work, asking)))


async def _steps(hall: Hall, words: Words, person: Person) -> list[Step]:
    if person.arrival is not Arrival.done:
        return [(words.rich("help-next-start"), button(words("button-go-on-start"), "w"))]
    found = await waiting.work(
        hall.db, person_id=person.id, now=hall.clock.now(), rules=hall.rules
    )
    return [
        *_to_finish(hall, words, found),
        *await _to_be_paid(hall, words, person),
        *await _of_desk(hall, words, person),
        *_to_begin(words, found),
    ]


def _to_finish(hall: Hall, words: Words, found: Work) -> list[Step]:
    """Jobs that are open, the one that is due first in front; what ran out and still counts."""
    steps: list[Step] = []
    for job in found.jobs[:2]:
        due = say.clock_time(words.language, job.due_at, found.person.zone, hall.clock.now())
        label = words("button-open-job", number=job.number)
        steps.append(
            (words.rich("help-next-job", number=job.number, due=due),
             button(label, "d", job.number, style="primary"))
        )  # fmt: skip
    for job, count in found.late[:1]:
        label = words("button-hand-in-late", number=job.number)
        said = words.rich("help-next-late", number=job.number, count=count)
        steps.append((said, button(label, "h", job.number)))
    return steps


async def _to_be_paid(hall: Hall, words: Words, person: Person) -> list[Step]:
    """Money is there or on its way, and nobody knows where to."""
    if hall.vault is None:
        return []
    found = await pay.overview(
        hall.db, person_id=person.id, now=hall.clock.now(), rules=hall.rules.pay
    )
    if found.method or found.changing_to or not any(one.stages for one in found.accounts):
        return []
    return [(words.rich("help-next-method"), button(words("button-payout-method"), "mb"))]


async def _of_desk(hall: Hall, words: Words, person: Person) -> list[Step]:
    """What waits for who reviews, coordinates or speaks for a client."""
    steps: list[Step] = []
    if person.may_review():
        queue = await reviews.queue(hall.db, person.id)
        count = sum(one.count for one in queue.waiting) + len(queue.disputes)
        if count:
            said = words.rich("help-next-review", count=count)
            steps.append((said, button(words("button-review-all"), "rv")))
    if person.may_coordinate():
        steps.append((words.rich("help-next-desk"), button(words("button-your-desk"), "dk", 0)))
        steps.append((words.rich("help-next-call"), button(words("button-help-call"), "cw")))
    elif person.speaks_for_client():
        said = words.rich("help-next-batches")
        steps.append((said, button(words("button-batches"), "bl", "-", 0)))
    return steps


def _to_begin(words: Words, found: Work) -> list[Step]:
    """What can be begun, an exam or training where one stands before it; else the list."""
    if found.person.standing in BARRED:
        return [(words.rich("help-next-standing"), button(words("button-my-standing"), "kb"))]
    see = button(words("button-my-work"), "w")
    for one in found.openings[:1]:
        name, money = one.project.name[:_MOST_NAME], say.money(words.language, one.terms.pay)
        if one.course is not None:
            return [(words.rich("help-next-course", project=name), see)]
        return [(words.rich("help-next-claim", project=name, money=money), see)]
    if found.jobs or found.person.pause is not None:
        return []
    if found.list_place is not None:
        return [(words.rich("help-next-listed", place=found.list_place), see)]
    hours = 4
    label = words("button-sign-on", hours=hours)
    return [(words.rich("help-next-list"), button(label, "o", hours))]


def _of_roles(words: Words, person: Person) -> list[Text]:
    said: list[Text] = []
    if person.may_review():
        said.append(words.rich("help-reviewer"))
    if person.may_coordinate():
        said += [words.rich("help-coordinator") + "\n" + _block(words("help-project-example"))]
    if person.speaks_for_client():
        said.append(words.rich("help-client"))
    if person.is_admin:
        said.append(words.rich("help-admin"))
    elif person.may_arbitrate:
        said.append(words.rich("help-arbiter"))
    return said


def _block(text: str) -> Text:
    whole = Text(text)
    return Text(text, (Entity("pre", 0, whole.units, language="yaml"),))
