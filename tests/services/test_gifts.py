"""Bonuses and adjustments: asked for step by step, shown, owed once, told, in the journal."""

import asyncio

import pytest

from bot.domain.gifts import GiftKind
from bot.domain.ledger import Account
from bot.domain.money import Money
from bot.domain.people import Role
from bot.domain.refusal import Refused, Repeated
from bot.domain.rules import PayRules
from bot.insistence import insistently
from bot.services import awaiting, finding, gifts, reviews
from storage import ledger, schema
from tests.services.builders import NOW, Hall

PAY = PayRules()


async def boss(hall: Hall) -> int:
    return await hall.person("Boss", roles=(Role.admin,))


async def amount(
    hall: Hall, by: int, person: int, text: str, kind: GiftKind = GiftKind.bonus
) -> str:
    await gifts.begin(hall.db, kind=kind, person_id=person, by=by, card_id=1, now=NOW)
    asked = await awaiting.awaited(hall.db, by, now=NOW)
    assert asked is not None
    return await gifts.write_amount(hall.db, asked=asked, text=text, now=NOW)


async def prepared(
    hall: Hall, by: int, person: int, text: str = "12,50 USD", *,
    kind: GiftKind = GiftKind.bonus, reason: str = "extra-work", words: str = "Two hard tasks",
) -> str:  # fmt: skip
    number = await amount(hall, by, person, text, kind)
    await gifts.choose_reason(hall.db, number=number, reason=reason, by=by, now=NOW)
    asked = await awaiting.awaited(hall.db, by, now=NOW)
    assert asked is not None
    return await gifts.write_words(hall.db, asked=asked, text=words, now=NOW)


async def give(
    hall: Hall, by: int, number: str, *, cause: str | None = None, sure: bool = False
) -> str | None:
    cause = cause or hall.cause()
    return (
        await insistently(
            lambda: gifts.give(
                hall.db, number=number, by=by, cause=cause, now=NOW, rules=PAY, sure=sure
            )
        )
    )[1]


async def owed(hall: Hall, person: int) -> list[Money]:
    async with hall.db.read() as tx:
        return await ledger.balances(tx, Account.payable, person)


async def test_a_bonus_is_owed_told_with_sound_and_in_the_journal(hall: Hall) -> None:
    by, ada = await boss(hall), await hall.person()
    number = await prepared(hall, by, ada)
    shown = await gifts.asked_of(hall.db, by=by, now=NOW)
    assert shown.gift.money == Money(1250, "USD")
    line = await give(hall, by, number)
    assert line is not None
    assert await owed(hall, ada) == [Money(1250, "USD")]
    person, made = await gifts.given(hall.db, line=line, person_id=ada)
    assert (person.id, made.kind, made.reason) == (ada, "bonus", "extra-work")
    assert made.because == "Two hard tasks"
    (notice,) = await hall.notices("gift")
    assert (notice.person_id, notice.sound, notice.args) == (ada, True, {"line": line})
    (entry,) = await hall.acts("bonus")
    assert (entry.actor_id, entry.subject, entry.after["minor"]) == (by, f"person:{ada}", 1250)
    with pytest.raises(Refused, match="not-yours"):
        await gifts.given(hall.db, line=line, person_id=by)
    with pytest.raises(Refused, match="stale-button"):
        await reviews.reviewing(hall.db, line, by)  # a forged button: there is nothing to judge


async def test_the_currency_is_the_one_that_the_person_earns_in(hall: Hall) -> None:
    by, ada = await boss(hall), await hall.person()
    with pytest.raises(Refused, match="amount-no-currency"):
        await amount(hall, by, ada, "300")
    await give(hall, by, await prepared(hall, by, ada, "300 JPY"), sure=True)
    with pytest.raises(Refused, match="amount-other-currency"):
        await amount(hall, by, ada, "5 USD")
    assert await amount(hall, by, ada, "5")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("-5 USD", "gift-negative"),
        ("−5", "gift-negative"),
        ("0 USD", "amount-zero"),
        ("5 XXQ", "wrong-amount-unknown-currency"),
        ("1.005 USD", "wrong-amount-ambiguous-amount"),
        ("1.0051 USD", "wrong-amount-too-exact"),
        ("99999999999.00 USD", "wrong-amount-out-of-range"),
        ("USD", "wrong-amount-empty"),
        ("five dollars", "wrong-amount-bad-amount"),
    ],
)
async def test_what_is_no_amount_is_refused_and_can_be_written_again(
    hall: Hall, text: str, wanted: str
) -> None:
    by, ada = await boss(hall), await hall.person()
    with pytest.raises(Refused) as no:
        await amount(hall, by, ada, text)
    assert no.value.reason == wanted
    still = await awaiting.awaited(hall.db, by, now=NOW)
    assert still is not None
    assert still.topic == gifts.AMOUNT


@pytest.mark.parametrize("words", ["", "ok", "x" * 301, "line\u202eegdir"])
async def test_words_that_nobody_could_read_are_refused(hall: Hall, words: str) -> None:
    by, ada = await boss(hall), await hall.person()
    with pytest.raises(Refused, match="gift-words"):
        await prepared(hall, by, ada, words=words)


async def test_a_reason_of_another_kind_is_refused(hall: Hall) -> None:
    by, ada = await boss(hall), await hall.person()
    with pytest.raises(Refused, match="stale-button"):
        await prepared(hall, by, ada, kind=GiftKind.adjustment, reason="thanks")
    number = await prepared(hall, by, ada, kind=GiftKind.adjustment, reason="our-mistake")
    assert await give(hall, by, number) is not None
    (line,) = await hall.rows(schema.lines)
    assert (line.kind, line.by_id) == ("adjustment", by)


async def test_a_large_one_is_asked_twice(hall: Hall) -> None:
    by, ada = await boss(hall), await hall.person()
    number = await prepared(hall, by, ada, "100 USD")
    assert await give(hall, by, number) is None
    assert await owed(hall, ada) == []
    assert await give(hall, by, number, sure=True) is not None
    assert await owed(hall, ada) == [Money(10_000, "USD")]


async def test_it_is_given_once_however_often_the_button_is_tapped(hall: Hall) -> None:
    by, ada = await boss(hall), await hall.person()
    number = await prepared(hall, by, ada)

    async def tap(cause: str) -> object:
        try:
            return await give(hall, by, number, cause=cause)
        except (Refused, Repeated) as no:
            return type(no)

    told = await asyncio.gather(tap("u1"), tap("u1"), tap("u2"))
    assert sorted(map(str, told)).count("None") == 0
    assert len(await hall.rows(schema.lines)) == 1
    assert await tap("u3") is Refused
    assert await owed(hall, ada) == [Money(1250, "USD")]


async def test_only_admins_give_and_nobody_to_oneself(hall: Hall) -> None:
    by, ada = await boss(hall), await hall.person()
    with pytest.raises(Refused, match="not-admin"):
        await amount(hall, ada, by, "5 USD")
    with pytest.raises(Refused, match="gift-self"):
        await amount(hall, by, by, "5 USD")
    with pytest.raises(Refused, match="no-person"):
        await amount(hall, by, 999, "5 USD")
    number = await prepared(hall, by, ada)
    with pytest.raises(Refused, match="asked-before"):
        await give(hall, await boss(hall), number)
    (role,) = await hall.rows(schema.roles, schema.roles.c.person_id == by)
    await hall.change(schema.roles, role.id, role=Role.reviewer)
    with pytest.raises(Refused, match="not-admin"):
        await give(hall, by, number)


async def test_people_are_found_by_number_id_username_and_name(hall: Hall) -> None:
    by = await boss(hall)
    ada = await hall.person("Ada Lovelace", username="ada_l")
    zoe = await hall.person("Зоя Космодемьянская")
    await give(hall, by, await prepared(hall, by, ada))
    (line,) = await hall.rows(schema.lines)
    (row,) = await hall.rows(schema.people, schema.people.c.id == ada)

    async def find(text: str) -> list[int]:
        return [one.person.id for one in await finding.find(hall.db, text, by=by)]

    for text in (row.pseudonym.lower(), line.number, str(row.telegram_id), "@ADA_L", "lovelace"):
        assert await find(text) == [ada], text
    assert await find("Космо") == [zoe]
    assert await find("%") == []
    assert await find("") == []
    with pytest.raises(Refused, match="not-admin"):
        await finding.find(hall.db, "a", by=ada)
    seen = await finding.dossier(hall.db, ada, by=by)
    assert seen.earned == {("confirmed", "USD"): (1, 1250)}
    with pytest.raises(Refused, match="no-person"):
        await finding.dossier(hall.db, 999, by=by)


async def test_no_more_people_are_listed_than_fit(hall: Hall) -> None:
    by = await boss(hall)
    await hall.people(10)
    assert len(await finding.find(hall.db, "person", by=by)) == finding.MOST + 1
