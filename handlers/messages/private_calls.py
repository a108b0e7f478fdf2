"""A private call, as it stands: a place held, or what became of it."""

from typing import Any

from bot import say
from bot.domain.calls import OfferState
from bot.domain.waves import Why
from bot.services import waves
from bot.services.waves import PrivateCall, Tally
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.profile_words import needs
from handlers.messages.screen import Row, Screen, button, lines, rows_of
from handlers.messages.work import basis


async def screen(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The call while its place is held, with what it pays; afterwards what became of it.

    Nothing where it is over before it went out.
    """
    found = await waves.private_call(
        hall.db, person_id=args["person_id"], offer_id=args.get("offer_id"),
        number=args.get("number", ""), now=hall.clock.now(), rules=hall.rules,
    )  # fmt: skip
    words = hall.words(found.person.language)
    if found.is_open:
        return Screen(_open(hall, words, found), _answers(words, found))
    if "offer_id" in args and found.offer.told_at is None:
        return None
    name = found.project.name
    match found.offer.state:
        case OfferState.declined:
            return _declined(words, found)
        case OfferState.claimed:
            return Screen(words.rich("private-claimed", project=name), _to_work(words))
    # What ended before its time was passed on for who may not claim now.
    early = hall.clock.now() < found.until
    key = "private-closed" if found.closed else "private-freed" if early else "private-lapsed"
    return Screen(words.rich(key, project=name), _to_work(words))


def _open(hall: Hall, words: Words, found: PrivateCall) -> Text:
    offer, terms = found.project.offer, found.terms
    now, zone = hall.clock.now(), found.person.zone
    until = say.clock_time(words.language, found.until, zone, now)
    seconds = terms.seconds_per_task * offer.tasks_per_job
    facts = lines(
        words.rich(
            "call-size", tasks=offer.tasks_per_job, time=say.duration(words.language, seconds),
            basis=basis(words, found.pace),
        ),
        words.rich(
            "call-pay", money=say.money(words.language, terms.pay),
            job=say.money(words.language, terms.pay.times(offer.tasks_per_job)),
            hourly=say.money(words.language, terms.hourly),
        ),
        needs(words, offer.languages, offer.wanted),
    )  # fmt: skip
    head = words.rich("private-head", project=found.project.name)
    return lines(head, facts, words.rich("private-held", until=until), between="\n\n")


def _answers(words: Words, found: PrivateCall) -> tuple[Row, ...]:
    number, version = found.offer.call_number, found.project.version_id
    claim = button(words("button-claim"), "ofc", number, version, style="success")
    terms = button(words("button-terms"), "th", found.project.key)
    return ((claim,), (button(words("button-not-this-time"), "ofd", number), terms))


def _declined(words: Words, found: PrivateCall) -> Screen:
    name, number = found.project.name, found.offer.call_number
    if found.offer.reason:
        return Screen(words.rich("private-declined-thanks", project=name), _to_work(words))
    why = [button(words(f"button-why-{one}"), "ofr", number, one) for one in Why]
    rows = (*rows_of(why, 2), (button(words("button-no-private"), "ofs"),))
    return Screen(words.rich("private-declined", project=name), rows)


def tally(words: Words, found: Tally) -> Text:
    """What came of the private calls of one call, for who posted it."""
    if not found.asked:
        return words.rich("private-tally-none")
    states = (OfferState.claimed, OfferState.held, OfferState.declined, OfferState.lapsed)
    said = [
        words.rich(f"private-tally-{state}", count=found.states[state])
        for state in states
        if found.states.get(state)
    ]
    why = [
        words.rich("private-tally-why", why=words(f"button-why-{one}"), count=found.reasons[one])
        for one in Why
        if one in found.reasons
    ]
    return lines(words.rich("private-tally", count=found.asked), *said, *why)


def _to_work(words: Words) -> tuple[Row, ...]:
    return ((button(words("button-my-work"), "w", "below"),),)
