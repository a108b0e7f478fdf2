"""Closing a region: chosen, put in words, shown with what it means, confirmed, withdrawn."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.countries import home_of, places_of
from bot.country_codes import is_country
from bot.domain.awaiting import AwaitedText, require_asked
from bot.domain.closings import (
    GRACE_DAYS,
    Closing,
    ClosingState,
    Toll,
    require_dated,
    require_grace,
)
from bot.domain.ladder import require_words
from bot.domain.pay_periods import period_at
from bot.domain.people import Person, Role, require_admin
from bot.domain.refusal import Refused
from bot.domain.rules import PayRules, Rules
from bot.domain.step_notices import StepNotice
from bot.domain.steps import REGION_CLOSED, Step, StepKind, new_step
from bot.effects.record import record
from bot.services.standing.views import notice_of
from storage import awaited_texts, closings, people
from storage.database import Database, Tx

# What the next message or tap is for.
WORDS, CONFIRM, WITHDRAW = "closing-words", "closing-confirm", "closing-withdraw"


@dataclass(frozen=True, slots=True)
class Closed:
    """A closing and whom it has reached: steps by state, and how many were `told`."""

    closing: Closing
    reached: dict[str, int]
    viewer: Person


@dataclass(frozen=True, slots=True)
class Planned:
    """A closing that is about to be confirmed, and what it means.

    `last_pay` is the end of the pay period in which the last of what waits is decided.
    """

    number: str
    country: str
    words: str
    grace_days: int
    toll: Toll
    last_pay: datetime
    viewer: Person


async def listing(db: Database, *, by: int) -> tuple[list[Closed], Person]:
    """Every closing, the newest first."""
    async with db.read() as tx:
        viewer = await _admin(tx, by)
        found = await closings.everything(tx)
        return [Closed(one, await closings.reached(tx, one.id), viewer) for one in found], viewer


async def one_closing(db: Database, number: str, *, by: int) -> Closed:
    """One closing and whom it has reached."""
    async with db.read() as tx:
        viewer = await _admin(tx, by)
        found = await closings.by_number(tx, number)
        if found is None:
            raise Refused("stale-button")
        return Closed(found, await closings.reached(tx, found.id), viewer)


async def countries(db: Database, *, by: int) -> list[tuple[str, int]]:
    """The countries in which people live, with how many, the most first."""
    async with db.read() as tx:
        await _admin(tx, by)
        counted: dict[str, int] = {}
        for stated, zone, count in await closings.by_place(tx):
            if (country := home_of(stated, zone)) is not None:
                counted[country] = counted.get(country, 0) + count
        return sorted(counted.items(), key=lambda one: (-one[1], one[0]))


async def begin(
    db: Database, *, country: str, by: int, card_id: int | None, now: datetime
) -> None:
    """The next message of the admin is what the people of the country will read."""
    if not is_country(country):
        raise Refused("stale-button")
    async with db.begin() as tx:
        await _admin(tx, by)
        await _require_open(tx, country)
        args = {"country": country, "back": ["closings", {}]}
        await awaited_texts.put(tx, by, WORDS, args, card_id=card_id, now=now)


async def write(db: Database, *, asked: AwaitedText, text: str, now: datetime) -> None:
    """Take the words; what the closing means is shown next."""
    more = {"words": require_words(text), "grace": GRACE_DAYS[0]}
    async with db.begin() as tx:
        await _admin(tx, asked.person_id)
        await _put(tx, asked, more, now)


async def choose_grace(db: Database, *, number: str, days: int, by: int, now: datetime) -> None:
    """How many days pass between the notice and the end of access."""
    async with db.begin() as tx:
        await _admin(tx, by)
        asked = require_asked(await awaited_texts.of_person(tx, by), CONFIRM, number, now)
        await _put(tx, asked, {"grace": require_grace(days)}, now)


async def _put(tx: Tx, asked: AwaitedText, more: dict[str, Any], now: datetime) -> None:
    await awaited_texts.put(
        tx, asked.person_id, CONFIRM, asked.args | more, card_id=asked.card_id, now=now
    )


async def planned(db: Database, *, by: int, now: datetime, rules: PayRules) -> Planned:
    """What the closing that the admin prepares would mean now."""
    async with db.read() as tx:
        viewer = await _admin(tx, by)
        asked = await _asked(tx, by, now)
        country, grace = asked.args["country"], asked.args["grace"]
        toll = await closings.toll(tx, places_of(country), now=now)
        ends = max(now + timedelta(days=grace), toll.last_date or now)
        last = period_at(rules.zones[0], rules.day, ends).end
        return Planned(asked.number, country, asked.args["words"], grace, toll, last, viewer)


async def example(db: Database, *, by: int, now: datetime, rules: Rules) -> StepNotice | None:
    """The very notice as one of the people would get it now; none where nobody would."""
    async with db.read() as tx:
        await _admin(tx, by)
        asked = await _asked(tx, by, now)
        for place in places_of(asked.args["country"]):
            for person_id in await closings.next_in(
                tx, place, closing_id=0, before=now, after=0, most=1
            ):
                step = _step(
                    person_id, words=asked.args["words"], by=by, closing_id=0,
                    grace=asked.args["grace"], now=now, rules=rules,
                )  # fmt: skip
                return await notice_of(tx, step, (), now=now, rules=rules.pay)
        return None


async def close(db: Database, *, number: str, by: int, cause: str, now: datetime) -> Closing:
    """Close the country; from now on the clock tells each person there.

    Refused where pay there has no date ahead, and where it is closed already.
    """
    async with db.begin(cause) as tx:
        await _admin(tx, by)
        asked = require_asked(await awaited_texts.of_person(tx, by), CONFIRM, number, now)
        country = asked.args["country"]
        await _require_open(tx, country)
        require_dated(await closings.toll(tx, places_of(country), now=now))
        made = await closings.add(
            tx, country=country, words=asked.args["words"], grace_days=asked.args["grace"],
            by=by, now=now,
        )  # fmt: skip
        await awaited_texts.drop(tx, by)
        after = {"closing": made.number, "country": country, "grace_days": made.grace_days}
        await record(tx, "region-closed", f"closing:{made.id}", by=by, now=now, after=after)
        return made


async def ask_withdrawal(
    db: Database, *, number: str, by: int, card_id: int | None, now: datetime
) -> None:
    """The next message of the admin says why the closing is withdrawn."""
    async with db.begin() as tx:
        await _admin(tx, by)
        found = await closings.by_number(tx, number)
        if found is None or not found.is_live:
            raise Refused("closing-over")
        args = {"closing": number, "back": ["closing", {"number": number}]}
        await awaited_texts.put(tx, by, WITHDRAW, args, card_id=card_id, now=now)


async def withdraw_closing(
    db: Database, *, asked: AwaitedText, text: str, cause: str, now: datetime
) -> Closing:
    """The closing does not stand any more; the clock takes its steps back, and tells whom it told.

    Whoever has appealed against it, or left meanwhile, is not asked to do anything.
    """
    words = require_words(text)
    async with db.begin(cause) as tx:
        by = asked.person_id
        await _admin(tx, by)
        found = await closings.by_number(tx, asked.args["closing"])
        one = await closings.locked(tx, found.id) if found else None
        if one is None or not one.is_live:
            raise Refused("closing-over")
        await awaited_texts.drop(tx, by)
        await closings.change(
            tx, one.id, state=ClosingState.withdrawing, withdrawn_at=now, withdrawn_by=by,
            withdrawn_words=words,
        )  # fmt: skip
        await record(
            tx, "closing-withdrawn", f"closing:{one.id}", by=by, now=now,
            before={"state": one.state}, after={"country": one.country},
        )  # fmt: skip
        return await closings.by_id(tx, one.id)


def step_of(closing: Closing, person_id: int, *, now: datetime, rules: Rules) -> Step:
    """The step that the closing means for one person."""
    return _step(
        person_id, words=closing.words, by=closing.by_id, closing_id=closing.id,
        grace=closing.grace_days, now=now, rules=rules,
    )  # fmt: skip


def _step(
    person_id: int, *, words: str, by: int, closing_id: int, grace: int, now: datetime,
    rules: Rules,
) -> Step:  # fmt: skip
    return new_step(
        person_id, StepKind.closing, REGION_CLOSED, words=words, by=by, role=Role.admin,
        follows=None, now=now, rules=rules.standing, closing_id=closing_id, grace_days=grace,
    )  # fmt: skip


async def _admin(tx: Tx, by: int) -> Person:
    viewer = await people.by_id(tx, by)
    require_admin(viewer)
    return viewer


async def _asked(tx: Tx, by: int, now: datetime) -> AwaitedText:
    found = await awaited_texts.of_person(tx, by)
    if found is None or found.topic != CONFIRM or now >= found.until:
        raise Refused("asked-before")
    return found


async def _require_open(tx: Tx, country: str) -> None:
    standing = await closings.live_in(tx, country)
    if standing is not None:
        raise Refused("closing-there", number=standing.number)
