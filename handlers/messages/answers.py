"""A client's filled-in file: what it says, what is wrong with it, and what was done."""

from typing import Any

from bot.services import batches
from bot.typeset import Text
from handlers.context import Hall
from handlers.errors import facts_in_words
from handlers.messages.faults import SHOWN, first_faults
from handlers.messages.screen import Row, Screen, button, lines


async def report(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What a filled-in file comes to; a fault forbids it as a whole."""
    words = hall.words(args["language"])
    found = await batches.report(
        hall.db, args["number"], by=args["person_id"], now=hall.clock.now()
    )
    said: list[Text | str | None] = [
        words.rich("answers-head", file=found.name, rows=found.rows),
    ]
    rows: list[Row] = []
    if found.faults:
        said += [words.rich("answers-faults"), *first_faults(words, found.faults)]
    else:
        said += [
            words.rich("answers-confirm", count=found.confirmed) if found.confirmed else None,
            words.rich("answers-refuse", count=found.refused) if found.refused else None,
            words.rich("answers-same", count=found.same) if found.same else None,
            words.rich("answers-late", count=len(found.late)) if found.late else None,
        ]
        for number, no in found.late[:SHOWN]:
            facts = facts_in_words(hall, args["language"], no)
            said.append(f"{number}: {words(f'refused-{no.reason}', **facts)}")
        if found.confirmed or found.refused:
            yes = button(words("button-apply"), "bu", args["number"], style="success")
            rows.append((yes,))
        else:
            said.append(words.rich("answers-nothing"))
    rows.append((button(words("button-drop-report"), "bp", args["number"]),))
    return Screen(lines(*said), tuple(rows))


async def applied(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What was done with a filled-in file."""
    words = hall.words(args["language"])
    text = lines(
        words.rich("answers-applied", confirmed=args["confirmed"], refused=args["refused"]),
        words.rich("answers-held", count=args["held"]) if args["held"] else None,
    )
    return Screen(text, ((button(words("button-batches"), "bl", "-", 0),),))


async def dropped(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Nothing was done with it."""
    return Screen(hall.words(args["language"]).rich("answers-dropped"))
