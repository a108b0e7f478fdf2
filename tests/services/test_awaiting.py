"""Asking a person to write something: one question at a time, for some minutes."""

import pytest

from bot.domain.awaiting import HOLDS_FOR, require_asked
from bot.domain.payout_methods import MethodKind, Part
from bot.domain.refusal import Refused
from bot.services import awaiting
from storage import awaited_details, schema
from storage.awaited_details import Awaited
from tests.services.builders import MINUTE, NOW, Hall


async def ask(hall: Hall, person: int, topic: str) -> str:
    return await awaiting.ask(
        hall.db, person_id=person, topic=topic, args={"key": "pairs"}, card_id=7, now=NOW
    )


async def test_the_newest_question_is_the_only_one(hall: Hall) -> None:
    ada, bo = await hall.people(2)
    first, second = await ask(hall, ada, "reprice"), await ask(hall, ada, "gift-amount")
    found = await awaiting.awaited(hall.db, ada, now=NOW)
    assert found is not None
    assert (found.topic, found.args, found.card_id) == ("gift-amount", {"key": "pairs"}, 7)
    assert require_asked(found, "gift-amount", second, NOW) == found
    for topic, number in (("reprice", first), ("gift-amount", first), ("reprice", second)):
        with pytest.raises(Refused, match="asked-before"):
            require_asked(found, topic, number, NOW)
    assert await awaiting.awaited(hall.db, bo, now=NOW) is None
    await awaiting.drop(hall.db, ada)
    assert await awaiting.awaited(hall.db, ada, now=NOW) is None


async def test_a_question_ends_by_itself_and_is_forgotten(hall: Hall) -> None:
    ada = await hall.person()
    number = await ask(hall, ada, "reprice")
    found = await awaiting.awaited(hall.db, ada, now=NOW + HOLDS_FOR - MINUTE)
    with pytest.raises(Refused, match="asked-before"):
        require_asked(found, "reprice", number, NOW + HOLDS_FOR)
    assert await awaiting.awaited(hall.db, ada, now=NOW + HOLDS_FOR) is None
    assert await awaiting.forget_old(hall.db, now=NOW + HOLDS_FOR - MINUTE) == 0
    assert await awaiting.forget_old(hall.db, now=NOW + HOLDS_FOR) == 1


async def test_who_is_asked_for_this_is_no_longer_asked_for_payout_details(hall: Hall) -> None:
    ada = await hall.person()
    details = Awaited(ada, MethodKind.iban, Part.account, None, None, NOW + HOLDS_FOR)
    async with hall.db.begin() as tx:
        await awaited_details.put(tx, details)
    await ask(hall, ada, "reprice")
    assert await hall.rows(schema.awaited_details) == []
    async with hall.db.begin() as tx:
        await awaited_details.put(tx, details)
    assert await awaiting.awaited(hall.db, ada, now=NOW) is None


async def test_whether_anything_is_asked_is_one_look(hall: Hall) -> None:
    ada, bo = await hall.people(2)
    details = Awaited(bo, MethodKind.iban, Part.account, None, None, NOW + HOLDS_FOR)
    assert [await awaiting.is_asked(hall.db, one) for one in (ada, bo)] == [False, False]
    await ask(hall, ada, "reprice")
    async with hall.db.begin() as tx:
        await awaited_details.put(tx, details)
    assert [await awaiting.is_asked(hall.db, one) for one in (ada, bo)] == [True, True]
    await awaiting.drop(hall.db, ada)
    assert [await awaiting.is_asked(hall.db, one) for one in (ada, bo)] == [False, True]


async def test_a_question_that_was_left_takes_no_message_and_its_buttons_still_lead_on(
    hall: Hall,
) -> None:
    ada = await hall.person()
    number = await ask(hall, ada, "reprice")
    found = await awaiting.expected(hall.db, ada, now=NOW)
    assert found is not None
    await awaiting.leave(hall.db, found)
    assert await awaiting.expected(hall.db, ada, now=NOW) is None
    left = require_asked(await awaiting.awaited(hall.db, ada, now=NOW), "reprice", number, NOW)
    assert left.args["key"] == "pairs"
    # What goes on from it is asked anew; leaving the old question does not touch the new one.
    await awaiting.ask(hall.db, person_id=ada, topic="reprice", args=left.args, card_id=7, now=NOW)
    await awaiting.leave(hall.db, found)
    again = await awaiting.expected(hall.db, ada, now=NOW)
    assert again is not None
    assert again.args == {"key": "pairs"}
