"""Who earned less an hour than the floor: the alert, the list, and making up for it."""

from typing import Any

from bot import say
from bot.domain.fair_pay import Shortfall, totals
from bot.domain.money import Money
from bot.services import fair_pay
from bot.services.fair_pay import Below
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.screen import Row, Screen, button, lines, page_of, turning

PAGE = 8


async def alert(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """How many people, and how much is missing; nothing where none is by now."""
    words, found = await _below(hall, args)
    if not found.open:
        return None
    see = button(words("button-floor-see"), "qf", found.project.key, found.week.key, 0)
    return Screen(_head(words, found), ((see,),))


async def listing(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Each of them with the real hourly rate, to be made up for one by one or all at once."""
    words, found = await _below(hall, args)
    page = args.get("page", 0)
    shown = page_of(found.open, page, PAGE)
    text = lines(
        _head(words, found) if found.open else words.rich("floor-none", **_names(found)),
        lines(*(_line(words, found, one) for one in shown)) if shown else None,
        words.rich("floor-done", count=len(found.done)) if found.done else None,
        words.rich("floor-why") if found.open else None,
        between="\n\n",
    )
    return Screen(text, _rows(words, found, shown, args["person_id"], page))


def _head(words: Words, found: Below) -> Text:
    return words.rich(
        "floor-head",
        count=len({one.worked.person_id for one in found.open}),
        missing=_sums(words, found.open),
        floor=", ".join(say.money(words.language, one) for one in _floors(found.open)),
        **_names(found),
    )


def _names(found: Below) -> dict[str, str]:
    return {"project": found.project.name, "week": str(found.week)}


def _floors(found: list[Shortfall]) -> list[Money]:
    return sorted({one.floor for one in found}, key=lambda one: one.currency)


def _sums(words: Words, found: list[Shortfall]) -> str:
    return ", ".join(say.money(words.language, one) for one in totals(found))


def _line(words: Words, found: Below, one: Shortfall) -> Text:
    return words.rich(
        "floor-line",
        name=found.names[one.worked.person_id],
        hourly=say.money(words.language, one.hourly),
        time=say.duration(words.language, one.worked.seconds),
        count=one.worked.count,
        missing=say.money(words.language, one.missing),
    )


def _rows(
    words: Words, found: Below, shown: list[Shortfall], reader: int, page: int
) -> tuple[Row, ...]:
    where = (found.project.key, found.week.key)
    mine = [one for one in found.open if one.worked.person_id != reader]
    rows: list[Row] = []
    if mine:
        label = words("button-floor-all", count=len(mine), money=_sums(words, mine))
        rows.append((button(label, "qu", *where, style="success"),))
    rows += [
        (
            button(
                words("button-floor-one", name=found.names[one.worked.person_id][:24],
                      money=say.money(words.language, one.missing)),
                "qo", *where, one.worked.person_id,
            ),
        )
        for one in shown
        if one in mine and len(mine) > 1
    ]  # fmt: skip
    rows += turning(len(found.open), page, lambda label, to: button(label, "qf", *where, to), PAGE)
    rows.append((button(words("button-project"), "p", found.project.key),))
    return tuple(rows)


async def _below(hall: Hall, args: dict[str, Any]) -> tuple[Words, Below]:
    found = await fair_pay.below(
        hall.db, key=args["project"], week=args["week"], by=args["person_id"],
        now=hall.clock.now(), rules=hall.rules.pay,
    )  # fmt: skip
    return hall.words(args["language"]), found
