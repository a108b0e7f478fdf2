"""Exports: the formats that fit, the filters, the files and the data card."""

from typing import Any

from bot.formats.outgoing.filters import Filters
from bot.formats.writing import fitting, writers
from bot.services import exports, projects
from bot.services.exports import Order
from handlers.context import Hall, Words
from handlers.messages.export_filters import AGREEMENT, CONFIDENCE, DAYS, Choice
from handlers.messages.screen import Button, File, Screen, button, lines, rows_of


async def choice(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The formats that have a place for what the project asks, and the filters."""
    words = hall.words(args["language"])
    project = await projects.by_key(hall.db, args["key"], by=args["person_id"])
    chosen = Choice.read(args.get("filters", 0))
    forms = [writers[name] for name in fitting(project.scheme)]
    buttons = [
        button(words(f"export-{one.name}"), "pe", project.key, f"{one.code}.{chosen.number}")
        for one in forms
    ]
    text = lines(
        words.rich("export-which", name=project.name), words.rich("export-filter-hint"),
        between="\n\n",
    )  # fmt: skip
    back = (button(words("button-back"), "p", project.key),)
    rows = (*rows_of(_filters(words, project.key, chosen), 2), *rows_of(buttons, 2), back)
    return Screen(text, rows)


def _filters(words: Words, key: str, chosen: Choice) -> list[Button]:
    said = {
        "verdict": words("export-by-verdict", accepted="yes" if chosen.verdict else "no"),
        "days": words("export-by-days", days=DAYS[chosen.days] or 0),
        "confidence": words("export-by-confidence", least=CONFIDENCE[chosen.confidence] or 0),
        "agreement": words("export-by-agreement", least=AGREEMENT[chosen.agreement] or 0),
    }
    return [button(text, "pxf", key, chosen.after(name).number) for name, text in said.items()]


def _order(args: dict[str, Any]) -> Order:
    return Order(
        args["key"], args["form"], args["person_id"], args.get("batch"),
        Filters.from_json(args.get("filters") or {}), args.get("after", 0), args.get("until"),
    )  # fmt: skip


async def file(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The exported file, or one of its parts."""
    words = hall.words(args["language"])
    made, body = await exports.in_memory(hall.db, _order(args), now=hall.clock.now())
    project = await projects.by_key(hall.db, args["key"], by=args["person_id"])
    facts = {"name": project.name, "form": args["form"]}
    if not made.counts.rows:
        # Telegram refuses empty files; the data card, which follows, says what was left out.
        return Screen(words.rich("export-empty", **facts))
    many, part = args.get("parts", 1), args.get("part", 1)
    name = made.name
    said = [words.rich("export-caption", **facts, rows=made.counts.rows)]
    if many > 1:
        stem, _, ending = name.rpartition(".")
        name = f"{stem}.{part:0{len(str(many))}}-of-{many}.{ending}"
        said.append(words.rich("export-part", part=part, parts=many))
    return Screen(lines(*said), file=File(name, body))


async def data_card(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The data card of an export, of all its parts."""
    words = hall.words(args["language"])
    many = args.get("parts", 1)
    made = await exports.write(hall.db, _order(args), len, now=hall.clock.now(), parts=many)
    card = File(made.card_name, made.card.encode())
    return Screen(words.rich("export-card-caption"), file=card)
