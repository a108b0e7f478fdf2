"""A bonus, an adjustment or a top-up: asked for step by step, and as its person is told of it."""

from typing import Any

from bot import say
from bot.domain.gifts import REASONS, Gift
from bot.domain.lines import LineKind
from bot.domain.money import Money
from bot.services import gifts
from bot.services.gifts import Asked
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.screen import Row, Screen, button, lines, rows_of


async def amount(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """How much."""
    words, asked = await _asked(hall, args)
    text = words.rich(
        f"gift-ask-{asked.kind}", name=asked.person.name,
        example=say.money(words.language, Money(1250, "USD")),
    )  # fmt: skip
    return Screen(text, (_cancel(words),))


async def reason(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What for, by a code."""
    words, asked = await _asked(hall, args)
    buttons = [
        button(words(f"reason-{code}"), "qr", asked.number, code) for code in REASONS[asked.kind]
    ]
    text = lines(_head(words, asked), words.rich("gift-ask-reason"), between="\n\n")
    return Screen(text, (*rows_of(buttons, 2), _cancel(words)))


async def because(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What for, in words."""
    words, asked = await _asked(hall, args)
    text = lines(_head(words, asked), words.rich("gift-ask-words"), between="\n\n")
    return Screen(text, (_cancel(words),))


async def preview(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The message that the person will get, in the person's language, with the tap that gives."""
    words, asked = await _asked(hall, args)
    gift = asked.gift
    money = say.money(words.language, gift.money)
    sure = args.get("sure", False)
    theirs = told(hall.words(asked.person.language), gift)
    text = lines(
        words.rich("gift-sure", money=money, name=asked.person.name) if sure else None,
        words.rich("gift-preview", name=asked.person.name),
        theirs,
        words.rich("gift-then"),
        between="\n\n",
    )
    label = words("button-gift-sure" if sure else "button-gift-yes", money=money)
    give = button(label, "qz" if sure else "qy", asked.number, style="success")
    return Screen(text, ((give,), _cancel(words)))


async def given(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """That it is owed and the person told."""
    words = hall.words(args["language"])
    person, line = await gifts.given(hall.db, line=args["line"], person_id=args["whose"])
    text = words.rich(
        "gift-given", name=person.name, money=say.money(words.language, line.pay),
        number=line.number,
    )  # fmt: skip
    return Screen(text, ((button(words("button-back"), "qp", person.id),),))


async def notice(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The person is told: how much, what for, and where it stands."""
    person, line = await gifts.given(hall.db, line=args["line"], person_id=args["person_id"])
    words = hall.words(person.language)
    number = args.get("notice")
    text = lines(
        told(words, line),
        words.rich("pay-is-ours", command=f"/verify {number}") if number else None,
        between="\n\n",
    )
    return Screen(text, ((button(words("button-my-pay"), "eb"),),))


def told(words: Words, gift: Any) -> Text:
    """What is given, what for, and when it is paid, in the words of its person."""
    money = gift.money if isinstance(gift, Gift) else gift.pay
    why = words(f"reason-{gift.reason}")
    return lines(
        words.rich(f"gift-{gift.kind}", money=say.money(words.language, money)),
        words.rich("gift-why", reason=why, because=gift.because)
        if gift.because
        else words.rich("gift-why-alone", reason=why),
        words.rich("gift-week") if gift.kind == LineKind.top_up else None,
        words.rich("gift-paid"),
    )


def _head(words: Words, asked: Asked) -> Text:
    money = say.money(words.language, asked.money) if asked.money else "—"
    return words.rich("gift-head", name=asked.person.name, money=money)


def _cancel(words: Words) -> Row:
    return (button(words("button-cancel"), "ac"),)


async def _asked(hall: Hall, args: dict[str, Any]) -> tuple[Words, Asked]:
    asked = await gifts.asked_of(hall.db, by=args["person_id"], now=hall.clock.now())
    return hall.words(args["language"]), asked
