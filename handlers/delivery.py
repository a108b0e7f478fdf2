"""Delivering one notice: its screen made, sent or edited in, and what came of it."""

import logging
from dataclasses import replace

from telegram.error import TelegramError

from bot.domain.broadcasts import BROADCAST
from bot.domain.notices import ACTS, DELETE, PINS, RETRACT, Broken, Delivered, Notice, Outcome
from bot.domain.refusal import Refused
from bot.services import people
from handlers.context import Hall
from handlers.english import Made, made
from handlers.errors import facts_in_words
from handlers.group import members, pins
from handlers.limiter import UnwantedError
from handlers.messages.screen import digest, lines
from handlers.on_air import on_air
from handlers.outcomes import outcome_of
from handlers.showing import delete_message, edit_message, send

_log = logging.getLogger(__name__)


async def deliver(hall: Hall, notice: Notice) -> Outcome:
    """Bring the notice to its chat, once; never raises."""
    try:
        if notice.kind in ACTS:
            return await members.act(hall, notice)
        if notice.kind in PINS:
            return await pins.act(hall, notice)
        deletes = notice.edits if notice.kind in (DELETE, RETRACT) else None
        if deletes is not None and await delete_message(hall, notice.chat_id, deletes):
            return Delivered(deletes)
        whole = await _made(hall, notice)
        screen = whole.screen
        if screen is None:
            return Delivered(None)
        edits = None if notice.kind == DELETE else notice.edits
        if edits is not None and await edit_message(hall, notice.chat_id, edits, screen):
            return Delivered(edits, digest(screen), whole.english)
        sent = await send(
            hall,
            notice.chat_id,
            screen,
            thread_id=notice.thread_id,
            sound=notice.sound,
            priority=notice.priority,
            wanted=on_air(hall, notice),
        )
        return Delivered(sent, digest(screen), whole.english)
    except (LookupError, TypeError, ValueError) as error:
        # Making the screen failed; it would fail the same way each time.
        _log.exception("notice %s (%s) cannot be made", notice.number, notice.kind)
        return Broken(type(error).__name__)
    except UnwantedError:
        return Delivered(None)
    except TelegramError as error:
        outcome = outcome_of(error, hall.clock.now())
        if isinstance(outcome, Broken):
            _log.error("notice %s (%s) cannot go out: %s", notice.number, notice.kind, outcome.why)
        return outcome


async def _made(hall: Hall, notice: Notice) -> Made:
    """What the notice says now; a "no" met while making it is what is told."""
    args = {"notice": notice.number, **notice.args}
    if notice.person_id is not None and notice.kind == BROADCAST:
        # Of many the language is known from when they were queued; nothing else is asked of them.
        args = {"person_id": notice.person_id, **args}
    elif notice.person_id is not None:
        person = await people.by_id(hall.db, notice.person_id)
        args = {"person_id": person.id, "language": person.language, **args}
    try:
        whole = await made(hall, notice.kind, args)
    except Refused as no:
        language = args.get("language", hall.rules.language)
        facts = facts_in_words(hall, language, no)
        told = {"language": language, "reason": no.reason, "facts": facts}
        whole = await made(hall, "refused", told)
    screen = whole.screen
    if screen is None or not notice.repeated:
        return whole
    again = hall.words(args.get("language", hall.rules.language)).rich("job-repeated")
    return replace(whole, screen=replace(screen, text=lines(again, screen.text)))
