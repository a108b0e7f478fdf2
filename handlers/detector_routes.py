"""Commands and buttons of detectors, absences, applicants, and the closing of regions."""

from collections.abc import Awaitable, Callable

from bot.domain.awaiting import AwaitedText
from bot.services import applications
from bot.services.standing import regions
from handlers.admin import applicants, closings, detectors
from handlers.admin import standing as steps
from handlers.context import Context
from handlers.contractor import absence
from handlers.route import Button, Command

COMMANDS = (Command("detectors", detectors.detectors, arrived=False),)

TOPICS: dict[str, Callable[[Context, AwaitedText, str], Awaitable[None]]] = {
    regions.WORDS: closings.words,
    # Words written again replace those that wait for the confirmation.
    regions.CONFIRM: closings.words,
    regions.WITHDRAW: closings.withdraw,
    applications.WORDS: applicants.words,
    applications.CONFIRM: applicants.words,
}

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
    # Newcomers who wait to be approved.
    Button("nr", applicants.listing, "n", arrived=False),
    Button("ns", applicants.card, "t", arrived=False),
    Button("nt", applicants.approve, "t", arrived=False),
    Button("nu", applicants.ask_words, "t", arrived=False),
    Button("nv", applicants.decline, "t", arrived=False),
    # Steps whose notice could not be made.
    Button("nw", steps.unsent, arrived=False),
    Button("nx", steps.renew, "t", arrived=False),
    # Closing a region.
    Button("nc", closings.closings, arrived=False),
    Button("nd", closings.countries, "n", arrived=False),
    Button("ne", closings.begin, "t", arrived=False),
    Button("nf", closings.grace, "tn", arrived=False),
    Button("ng", closings.card, "t", arrived=False),
    Button("nm", closings.ask_withdrawal, "t", arrived=False),
    Button("np", closings.close, "t", arrived=False),
    Button("nq", closings.example, arrived=False),
)
