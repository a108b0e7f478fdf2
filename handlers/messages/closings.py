"""Closings of regions as admins see them: what one would mean, and whom it has reached."""

from typing import Any

from bot import say
from bot.countries import country_name
from bot.domain.closings import GRACE_DAYS, ClosingState
from bot.domain.money import Money
from bot.domain.refusal import Refused
from bot.domain.step_notices import require_complete
from bot.services.standing import regions
from bot.services.standing.regions import Closed, Planned
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.evidence import quoted
from handlers.messages.screen import (
    PAGE,
    Row,
    Screen,
    button,
    lines,
    page_of,
    rows_of,
    turning,
)
from handlers.messages.standing_notice import notice_text


def _name(words: Words, country: str) -> str:
    return country_name(words.language, country)


async def screen(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Every closing, and the way to a new one."""
    words = hall.words(args["language"])
    found, viewer = await regions.listing(hall.db, by=args["person_id"])
    shown = found[:PAGE]
    said = [
        words.rich(
            "closing-line",
            country=_name(words, one.closing.country),
            number=one.closing.number,
            date=say.date(words.language, one.closing.decided_at, viewer.zone),
            state=words(f"closing-state-{one.closing.state}"),
        )
        for one in shown
    ]
    buttons = [
        button(
            words(
                "button-closing",
                country=_name(words, one.closing.country), number=one.closing.number,
            ),
            "ng", one.closing.number,
        )
        for one in shown
    ]  # fmt: skip
    text = lines(
        words.rich("closings-head"), lines(*(said or [words.rich("closings-none")])),
        between="\n\n",
    )  # fmt: skip
    new: Row = (button(words("button-closing-new"), "nd", 0),)
    return Screen(text, (*rows_of(buttons, 2), new, (button(words("button-back"), "qs"),)))


async def countries(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The countries in which people live, the most first."""
    words, page = hall.words(args["language"]), args.get("page", 0)
    found = await regions.countries(hall.db, by=args["person_id"])
    buttons = [
        button(
            words("button-closing-country", country=_name(words, code), count=count), "ne", code
        )
        for code, count in page_of(found, page)
    ]
    turn = turning(len(found), page, lambda label, to: button(label, "nd", to))
    back: Row = (button(words("button-back"), "nc"),)
    return Screen(words.rich("closing-countries"), (*rows_of(buttons, 2), *turn, back))


async def ask_words(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What people will read."""
    words = hall.words(args["language"])
    text = words.rich("closing-ask-words", country=_name(words, args["country"]))
    return Screen(text, ((button(words("button-cancel"), "ac"),),))


async def plan(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What the closing would mean, with the notice period to choose, and the confirmation."""
    words = hall.words(args["language"])
    found = await regions.planned(
        hall.db, by=args["person_id"], now=hall.clock.now(), rules=hall.rules.pay
    )
    country = _name(words, found.country)
    text = lines(
        words.rich("closing-plan", country=country),
        _toll(words, found),
        words.rich("closing-plan-grace", days=found.grace_days),
        lines(words.rich("closing-plan-words"), quoted(found.words)),
        between="\n\n",
    )
    periods: Row = tuple(
        button(
            words(
                "button-closing-grace", days=days,
                mark="✓" if days == found.grace_days else "·",
            ),
            "nf", found.number, days,
        )
        for days in GRACE_DAYS
    )  # fmt: skip
    confirm = button(
        words("button-closing-confirm", country=country), "np", found.number, style="danger"
    )
    rows = (
        *rows_of(list(periods), 2), (button(words("button-closing-example"), "nq"),),
        *(() if found.toll.undated else ((confirm,),)), (button(words("button-cancel"), "ac"),),
    )  # fmt: skip
    return Screen(text, rows)


def _toll(words: Words, found: Planned) -> Text:
    toll, viewer = found.toll, found.viewer

    def counted(key: str, count: int) -> Text | None:
        return words.rich(key, count=count) if count else None

    def summed(key: str, sums: tuple[Money, ...]) -> Text | None:
        said = " + ".join(say.money(words.language, one) for one in sums)
        return words.rich(key, money=said) if sums else None

    last = say.date(words.language, found.last_pay, viewer.zone)
    pays = bool(toll.owed or toll.pending)
    return lines(
        words.rich("closing-plan-people", count=toll.people),
        counted("closing-plan-leaving", toll.leaving),
        counted("closing-plan-jobs", toll.jobs),
        summed("closing-plan-owed", toll.owed),
        summed("closing-plan-pending", toll.pending),
        words.rich("closing-plan-last", date=last) if pays else None,
        counted("closing-plan-undated", toll.undated),
    )


async def example(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The very notice as one of the people would read it, in that person's language."""
    words, now = hall.words(args["language"]), hall.clock.now()
    notice = await regions.example(hall.db, by=args["person_id"], now=now, rules=hall.rules)
    if notice is None:
        return Screen(words.rich("closing-example-none"))
    try:
        require_complete(notice)
    except Refused:
        return Screen(words.rich("closing-card-waits"))
    theirs = hall.words(hall.texts.closest(notice.person.language))
    return Screen(notice_text(theirs, notice, None, now))


async def card(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """One closing: how far it has got, and the way to withdraw it."""
    words = hall.words(args["language"])
    found = await regions.one_closing(hall.db, args["number"], by=args["person_id"])
    one = found.closing
    text = lines(
        words.rich(
            "closing-card", country=_name(words, one.country), number=one.number,
            date=say.moment(words.language, one.decided_at, found.viewer.zone),
            state=words(f"closing-state-{one.state}"), days=one.grace_days,
        ),
        _reached(words, found),
        quoted(one.withdrawn_words or one.words),
        between="\n\n",
    )  # fmt: skip
    back: Row = (button(words("button-back"), "nc"),)
    undo = button(words("button-closing-withdraw"), "nm", one.number, style="danger")
    return Screen(text, (*(((undo,),) if one.is_live else ()), back))


def _reached(words: Words, found: Closed) -> Text:
    counts = found.reached
    everybody = sum(count for state, count in counts.items() if state != "told")
    over, back = counts.get("effective", 0), counts.get("withdrawn", 0)
    waits = found.closing.state is ClosingState.announcing
    return lines(
        words.rich("closing-card-told", told=counts["told"], count=everybody),
        words.rich("closing-card-over", count=over) if over else None,
        words.rich("closing-card-back", count=back) if back else None,
        words.rich("closing-card-waits") if waits else None,
    )


async def ask_why(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Why it is withdrawn."""
    words = hall.words(args["language"])
    found = await regions.one_closing(hall.db, args["number"], by=args["person_id"])
    text = words.rich("closing-ask-why", country=_name(words, found.closing.country))
    return Screen(text, ((button(words("button-cancel"), "ac"),),))


async def announced(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """For who closed it: everybody's notice is on the way."""
    words = hall.words(args["language"])
    found = await regions.one_closing(hall.db, args["number"], by=args["person_id"])
    country = _name(words, found.closing.country)
    label = words("button-closing", country=country, number=found.closing.number)
    text = words.rich("closing-announced", country=country, count=args["count"])
    return Screen(text, ((button(label, "ng", found.closing.number),),))
