"""What somebody is asked between the tap on [Claim] and the job."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.domain.gates import GateKind
from bot.services import claims
from bot.services.claims import GateView
from bot.typeset import Text, quote
from handlers.context import Hall
from handlers.messages import consents, courses, guides, profile
from handlers.messages.gate_words import held
from handlers.messages.screen import Screen, button, lines, rows_of


async def screen(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What the person is asked now before a job of the project; nothing when nothing is."""
    view = await claims.gate_of(
        hall.db, person_id=args["person_id"], project_id=args["project_id"], now=hall.clock.now()
    )
    return None if view is None else await SCREENS[view.gate.kind](hall, view)


async def warning(hall: Hall, view: GateView) -> Screen:
    """What the tasks contain, and the choice; declining costs nothing and says so."""
    words = hall.words(view.person.language)
    text = lines(
        words.rich("gate-warning-head", project=view.project.name),
        quote(Text(view.project.offer.content_warning or "")),
        words.rich("gate-warning-choice"),
        held(hall, view),
        between="\n\n",
    )
    key = view.project.key
    accept = button(words("button-accept-warning"), "wa", key, view.gate.what, style="success")
    return Screen(text, rows_of([accept, button(words("button-decline"), "wd", key)], 1))


async def declined(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """That nothing was claimed and nothing follows from it."""
    words = hall.words(args["language"])
    return Screen(words.rich("gate-declined"), ((button(words("button-my-work"), "w", "below"),),))


async def passed(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """That nothing is left to ask, and the job is below."""
    return Screen(hall.words(args["language"]).rich("gate-passed"))


SCREENS: dict[GateKind, Callable[[Hall, GateView], Awaitable[Screen]]] = {
    GateKind.consent: consents.question,
    GateKind.profile: profile.question,
    GateKind.training: courses.gate,
    GateKind.exam: courses.gate,
    GateKind.guidelines: guides.gate,
    GateKind.warning: warning,
}
