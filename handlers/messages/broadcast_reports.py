"""How far a broadcast is, and what became of it."""

from typing import Any

from bot import say
from bot.domain.broadcasts import FINAL, BroadcastState, Fate, seconds_left
from bot.formats.broadcast_csv import broadcast_csv
from bot.services import broadcasts
from bot.services.broadcasts import Seen
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.broadcast_parts import bar, ends
from handlers.messages.screen import File, Row, Screen, button, lines

_OVER = (BroadcastState.done, BroadcastState.stopped)


async def card(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """How far it is, with what can still be done about it."""
    words = hall.words(args["language"])
    found = await broadcasts.seen(hall.db, number=args["number"], by=args["person_id"])
    one = found.broadcast
    text = lines(
        words.rich(
            "broadcast-card", number=one.number, sender=found.sender.name, count=one.people or 0,
            whose=found.project.name if found.project else words("broadcast-hall"),
        ),
        _stand(hall, words, found),
        between="\n\n",
    )  # fmt: skip
    return Screen(text, _rows(words, found))


def _stand(hall: Hall, words: Words, found: Seen) -> Text:
    one, now = found.broadcast, hall.clock.now()
    if one.state is BroadcastState.waiting:
        begins = say.clock_time(words.language, one.starts_at or now, found.viewer.zone, now)
        return words.rich("broadcast-waits", time=begins)
    if one.state is BroadcastState.stopping:
        return words.rich("broadcast-stopping")
    if one.state in _OVER:
        told = words.rich(f"broadcast-over-{one.state}")
        return lines(told, ends(words, found))
    return _progress(hall, words, found)


def _progress(hall: Hall, words: Words, found: Seen) -> Text:
    one, now = found.broadcast, hall.clock.now()
    settled = sum(found.counts.get(fate, 0) for fate in FINAL)
    whole = one.people or 0
    if not settled and found.first_due is not None and found.first_due > now:
        first = say.clock_time(words.language, found.first_due, found.viewer.zone, now)
        return words.rich("broadcast-planned", time=first)
    far = words.rich("broadcast-far", count=settled, of=whole)
    lasted = (now - (one.starts_at or now)).total_seconds()
    left = None if one.at else seconds_left(max(whole - settled, 0), settled, lasted)
    rest = left and words.rich("broadcast-left", time=say.duration(words.language, left))
    later = found.first_due is not None and found.first_due > now
    return lines(
        Text(bar(settled, whole)),
        far,
        rest or None,
        words.rich("broadcast-rest-waits") if later else None,
        ends(words, found) if settled > found.counts.get(Fate.sent, 0) else None,
    )


def _rows(words: Words, found: Seen) -> tuple[Row, ...]:
    one = found.broadcast
    rows: list[Row] = []
    if one.state is BroadcastState.waiting:
        rows.append((button(words("button-broadcast-undo"), "bro", one.number, style="danger"),))
    if one.state is BroadcastState.sending:
        rows.append((button(words("button-broadcast-stop"), "brp", one.number, style="danger"),))
    if one.state in _OVER:
        rows.append((button(words("button-broadcast-table"), "brr", one.number),))
    rows.append((button(words("button-back"), "bra"),))
    return tuple(rows)


async def report(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """It is over: what became of it."""
    words = hall.words(args["language"])
    found = await broadcasts.seen(hall.db, number=args["number"], by=args["person_id"])
    one = found.broadcast
    over = one.state if one.state in _OVER else BroadcastState.done
    head = words.rich("broadcast-report", number=one.number)
    text = lines(head, words.rich(f"broadcast-over-{over}"), ends(words, found))
    table = button(words("button-broadcast-table"), "brr", one.number)
    return Screen(text, ((table,), (button(words("button-broadcasts"), "bra"),)))


async def table(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Every recipient with what became of it, as a file."""
    words = hall.words(args["language"])
    found, rows = await broadcasts.report(hall.db, number=args["number"], by=args["person_id"])
    number = found.broadcast.number
    file = File(f"broadcast-{number}.csv", broadcast_csv(rows))
    back: Row = (button(words("button-broadcast", number=number), "brq", number),)
    return Screen(
        words.rich("broadcast-table", number=number, count=len(rows)), (back,), file=file
    )
