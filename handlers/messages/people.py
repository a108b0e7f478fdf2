"""People as admins see them: who was found, and one person with money and what can be done."""

from typing import Any

from bot import say
from bot.domain.money import Money
from bot.services import finding
from bot.services.finding import Dossier
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.screen import Row, Screen, button, lines, rows_of


async def ask(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What a person can be found by."""
    words = hall.words(args["language"])
    return Screen(words.rich("people-ask"), ((button(words("button-cancel"), "ac"),),))


async def found(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Who fits, each a button; the person at once where only one does."""
    words = hall.words(args["language"])
    fitting = await finding.find(hall.db, args["text"], by=args["person_id"])
    if len(fitting) == 1:
        return await card(hall, {**args, "whose": fitting[0].person.id})
    again = (button(words("button-people-again"), "qs"),)
    if not fitting:
        return Screen(words.rich("people-none", text=args["text"][:100]), (again,))
    shown = fitting[: finding.MOST]
    buttons = [
        button(f"{one.person.name[:40]} · {one.pseudonym}", "qp", one.person.id) for one in shown
    ]
    more = words.rich("people-more") if len(fitting) > finding.MOST else None
    text = lines(words.rich("people-found", count=len(shown)), more)
    return Screen(text, (*rows_of(buttons, 1), again))


async def card(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """One person: who, where the money stands, and what can be given."""
    words = hall.words(args["language"])
    seen = await finding.dossier(hall.db, args["whose"], by=args["person_id"])
    person = seen.found.person
    text = lines(
        words.rich("person-head", name=person.name, number=seen.found.pseudonym),
        lines(
            _facts(hall, words, seen),
            words.rich("person-away") if person.unreachable_since else None,
        ),
        _money(words, seen),
        between="\n\n",
    )
    rows: list[Row] = [(button(words("button-people-again"), "qs"),)]
    if person.id != args["person_id"]:
        rows.insert(0, (
            button(words("button-bonus"), "qb", person.id),
            button(words("button-adjustment"), "qj", person.id),
        ))  # fmt: skip
    return Screen(text, tuple(rows))


def _facts(hall: Hall, words: Words, seen: Dossier) -> Text:
    person = seen.found.person
    return words.rich(
        "person-facts",
        id=str(seen.found.telegram_id or "—"),
        standing=words(f"standing-{person.standing}"),
        language=hall.texts.name_of(hall.texts.closest(person.language)),
        zone=say.zone_label(words.language, person.zone, hall.clock.now()),
    )


def _money(words: Words, seen: Dossier) -> Text:
    if not seen.earned:
        return words.rich("person-no-money")
    return lines(
        *(
            words.rich(
                f"person-{state.replace(' ', '-')}",
                money=say.money(words.language, Money(minor, currency)), count=count,
            )
            for (state, currency), (count, minor) in sorted(
                seen.earned.items(), key=lambda one: (one[0][1], one[0][0])
            )
        )
    )  # fmt: skip
