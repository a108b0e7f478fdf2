"""Refusals: held ones for an admin to decide on, and what everybody is told of theirs."""

from typing import Any

from bot import say
from bot.domain.batches import Asked, Refusal, RefusalState
from bot.domain.disputes import dispute_by
from bot.domain.people import Person
from bot.domain.projects import Project
from bot.services import batches, people
from bot.services.batches import HeldPage
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages import batch_lines
from handlers.messages.screen import Row, Screen, button, lines, rows_of, turning

PAGE = 6
_MOST = 160


def _cost(words: Words, found: HeldPage) -> str:
    return ", ".join(say.money(words.language, one) for one in found.cost)


async def held(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What is held of a batch: how many, why, what it costs, each with its evidence."""
    words = hall.words(args["language"])
    number, page = args["batch"], args.get("page", 0)
    found = await batches.held_page(hall.db, number, by=args["person_id"], page=page, size=PAGE)
    tally = found.card.tally
    back = (button(words("button-open-batch"), "bb", number),)
    if not tally.held:
        return Screen(words.rich("held-none", number=number), (back,))
    rules = hall.rules.pay
    head = lines(
        words.rich("held-head", count=tally.held, number=number, project=found.card.project.name),
        words.rich(
            "held-why", lines=tally.lines, percent=rules.held_percent, most=rules.held_lines
        ),
        words.rich("held-cost", money=_cost(words, found)),
    )
    said = [_line(words, one, task.external_id) for one, task in found.held]
    buttons = [button(task.external_id[:20], "bj", one.number) for one, task in found.held]
    turn = turning(tally.held, page, lambda label, to: button(label, "bh", number, to), PAGE)
    every: Row = (
        button(words("button-approve-all", count=tally.held), "bm", number, 1, style="success"),
        button(words("button-dismiss-all", count=tally.held), "bm", number, 0, style="danger"),
    )
    rows = (*rows_of(buttons, 3), *turn, every, back)
    return Screen(lines(head, *said, between="\n\n"), rows)


def _line(words: Words, one: Refusal, task: str) -> Text:
    reason = words(f"refusal-reason-{one.reason}")
    shown = say.short(one.words, _MOST)
    return words.rich("held-line", task=task[:64], reason=reason, words=shown)


async def ask_all(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Once more, before all that is held is decided on."""
    words = hall.words(args["language"])
    number = args["batch"]
    found = await batches.held_page(hall.db, number, by=args["person_id"], page=0, size=1)
    count = found.card.tally.held
    if not count:
        return Screen(
            words.rich("held-none", number=number),
            ((button(words("button-open-batch"), "bb", number),),),
        )
    if args["approve"]:
        text = words.rich("approve-ask", count=count, money=_cost(words, found))
        yes = button(words("button-approve-all", count=count), "bq", number, 1, style="success")
    else:
        text = words.rich("dismiss-ask", count=count)
        yes = button(words("button-dismiss-all", count=count), "bq", number, 0, style="danger")
    return Screen(text, ((yes,), (button(words("button-back"), "bh", number, 0),)))


async def one(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """One refusal with its evidence: the task, the answer, the client's words."""
    words = hall.words(args["language"])
    refusal, line = await batches.refusal_view(
        hall.db, args["refusal"], by=args["person_id"], now=hall.clock.now()
    )
    task, is_cut = batch_lines.sections_of(words, line)
    text = lines(
        batch_lines.line_head(words, line), task, batch_lines.given(words, line),
        lines(
            batch_lines.because(words, refusal.reason, refusal.words),
            words.rich("refusal-evidence", words=refusal.evidence) if refusal.evidence else None,
            words.rich(f"refusal-is-{refusal.state}"),
        ),
        between="\n\n",
    )  # fmt: skip
    rows: list[Row] = []
    if refusal.state is RefusalState.held:
        rows.append(
            (
                button(words("button-approve"), "ba", refusal.number, style="success"),
                button(words("button-dismiss"), "bz", refusal.number, style="danger"),
            )
        )
    if is_cut:
        rows.append((button(words("button-whole-task"), "bt", line.asked.line.number),))
    rows.append((button(words("button-back"), "bh", line.batch.number, 0),))
    return Screen(text, tuple(rows))


async def told_decided(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """For who refused: what an admin made of it."""
    words = hall.words(args["language"])
    number, states = args["batch"], await batches.states_of(hall.db, args["refusals"])
    said = [
        words.rich(f"decided-{state}", count=states[state], number=number)
        for state in (RefusalState.applied, RefusalState.dismissed, RefusalState.lapsed)
        if states.get(state)
    ]
    return Screen(lines(*said), ((button(words("button-open-batch"), "bb", number),),))


async def told_lapsed(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """For client and coordinator: nobody decided in time."""
    words = hall.words(args["language"])
    number = args["batch"]
    text = words.rich("decided-lapsed", count=args["count"], number=number)
    return Screen(text, ((button(words("button-open-batch"), "bb", number),),))


async def told_refused(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """For a contractor: a client refused ratings, why, and that the pay stays."""
    words = hall.words(args["language"])
    found = await batches.told_refusals(hall.db, args["refusals"], of=args["person_id"])
    if not found:
        return None
    head = words.rich("client-refused-head", count=len(found), project=found[0][2].name)
    person = await people.by_id(hall.db, args["person_id"])
    text, rows = _mine(hall, words, person, head, found[:PAGE])
    if len(found) > PAGE:
        rows.append((button(words("button-all-refusals", count=len(found)), "bx", -1),))
    rows.append((button(words("button-my-pay"), "eb"),))
    return Screen(text, tuple(rows))


async def every_refused(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """For a contractor: all of the own ratings that clients refused, page by page."""
    words, page = hall.words(args["language"]), args.get("page", 0)
    found, count = await batches.every_refusal(hall.db, of=args["person_id"], page=page, size=PAGE)
    person = await people.by_id(hall.db, args["person_id"])
    head = words.rich("client-refusals", count=count)
    text, rows = _mine(hall, words, person, head, found)
    turn = turning(count, page, lambda label, to: button(label, "bx", to), PAGE)
    return Screen(text, (*rows, *turn))


def _mine(
    hall: Hall, words: Words, person: Person, head: Text,
    found: list[tuple[Refusal, Asked, Project]],
) -> tuple[Text, list[Row]]:  # fmt: skip
    """The person's refused ratings, each with its evidence and the way to object."""
    said = [
        lines(
            _line(words, refusal, asked.external_id), _decided(hall, words, person, refusal, asked)
        )
        for refusal, asked, _ in found
    ]
    text = lines(
        head, *said, words.rich("client-refused-pay"), _objecting(hall, words, person, found),
        between="\n\n",
    )  # fmt: skip
    rows: list[Row] = []
    for refusal, asked, _ in found:
        task = asked.external_id[:12]
        see = button(words("button-see-rating", task=task), "re", asked.line.number)
        object_to = button(words("button-dispute-of", task=task), "bs", refusal.number)
        rows.append((see, object_to))
    return text, rows


def _decided(hall: Hall, words: Words, person: Person, refusal: Refusal, asked: Asked) -> Text:
    """Under which number and code, by whom and when."""
    at = refusal.decided_at or refusal.at
    return words.rich(
        "client-refused-by" if refusal.decided_by is None else "client-refused-approved",
        number=asked.line.number, code=refusal.reason,
        when=say.clock_time(words.language, at, person.zone, hall.clock.now()),
    )  # fmt: skip


def _objecting(
    hall: Hall, words: Words, person: Person, found: list[tuple[Refusal, Asked, Project]]
) -> Text | None:
    """Until when each of them can be disputed, and who decides; none where it is too late."""
    rules = hall.rules.pay
    ends = [dispute_by(one.decided_at or one.at, rules) for one, _, _ in found]
    if not ends or hall.clock.now() >= min(ends):
        return None
    date = say.date(words.language, min(ends), person.zone)
    return words.rich("verdict-dispute", date=date, days=rules.reply_days)
