"""Commands and buttons of detectors, of absences, and of the closing of regions."""

from collections.abc import Awaitable, Callable

from bot.domain.awaiting import AwaitedText
from handlers.admin import detectors
from handlers.context import Context
from handlers.contractor import absence
from handlers.route import Button, Command

COMMANDS = (Command("detectors", detectors.detectors, arrived=False),)

TOPICS: dict[str, Callable[[Context, AwaitedText, str], Awaitable[None]]] = {}

BUTTONS = (
    # Being away.
    Button("na", absence.stay),
    Button("nb", absence.back, "t"),
    Button("nn", absence.choose),
    Button("no", absence.pause, "n"),
    # What detectors found.
    Button("nh", detectors.detectors, arrived=False),
    Button("ni", detectors.listing, "n", arrived=False),
    Button("nj", detectors.trial, "n", arrived=False),
    Button("nk", detectors.card, "t", arrived=False),
    Button("nl", detectors.dismiss, "t", arrived=False),
)
