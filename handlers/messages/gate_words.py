"""What every question before a job says."""

from bot import say
from bot.services.claims import GateView
from bot.typeset import Text
from handlers.context import Hall


def held(hall: Hall, view: GateView) -> Text | None:
    """That a place waits meanwhile, and until when."""
    if view.held_until is None:
        return None
    person = view.person
    until = say.clock_time(person.language, view.held_until, person.zone, hall.clock.now())
    return hall.words(person.language).rich("gate-held", until=until)
