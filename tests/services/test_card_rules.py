"""Cards in groups: kept true by few edits, pinned, posted anew below; and what groups are for."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.domain.calls import BETWEEN_EDITS
from bot.domain.card_rules import CardRules
from bot.domain.notices import Delivered, Undeliverable
from bot.domain.people import Role
from bot.domain.places import Hindrance, Membership, Rights
from bot.domain.refusal import Refused
from bot.effects.touch_call import redraw
from bot.services import calls, chats, groups, outbox
from bot.services.calls import drafts
from storage import people, schema
from tests.services.builders import GROUP, NOW, SECOND, Hall

HOUR = timedelta(hours=1)
MAY_PIN = Rights(Membership.administrator, may_pin=True)
PINNED = CardRules(pin=True, repost_hours=6)


async def settle_due(hall: Hall, now: datetime) -> list[Any]:
    """Everything for groups that is due goes out; returns it, with the message it went into."""
    sent = []
    while leased := await outbox.lease(hall.db, now, 50):
        for notice in leased:
            message = notice.edits or 1000 + notice.id
            await outbox.settle(hall.db, notice, Delivered(message, f"{notice.id}"), now)
            if notice.chat_id < 0:
                sent.append((notice, message))
    return sent


async def set_rights(hall: Hall, rights: Rights) -> None:
    await chats.bot_moved(
        hall.db, chat_id=GROUP, kind="supergroup", title="Group", rights=rights, by=None,
        cause=hall.cause(), now=NOW,
    )  # fmt: skip


@pytest.mark.parametrize(("number", "stale"), [(4, 15), (9, 33)])
async def test_cards_stay_true_and_the_group_is_not_flooded(
    hall: Hall, number: int, stale: int
) -> None:
    group = await hall.group()
    posted = []
    for n in range(number):
        await hall.project(f"p{n}", tasks=1)
        posted.append(await hall.call(f"p{n}", groups=(group,)))
    await settle_due(hall, NOW)
    await settle_due(hall, NOW + 60 * SECOND)
    start = NOW + 120 * SECOND
    changed: dict[int, datetime] = {}
    messages: list[datetime] = []
    longest = timedelta()
    for second in range(75):
        now = start + second * SECOND
        # In each second something changes on every card.
        async with hall.db.begin() as tx:
            await redraw(tx, *posted, now=now)
        for post_id in range(1, number + 1):
            changed.setdefault(post_id, now)
        for notice, _ in await settle_due(hall, now):
            messages.append(now)
            since = changed.pop(notice.args["post_id"], now)
            longest = max(longest, now - since)
    assert longest <= timedelta(seconds=stale)
    busiest = max(sum(one <= m < one + 60 * SECOND for m in messages) for one in messages)
    assert 60 / BETWEEN_EDITS.total_seconds() - 2 <= busiest <= 18
    # Evenly: no card is drawn anew twice while another waits.
    assert not changed or min(changed.values()) > now - timedelta(seconds=stale)


async def test_a_card_is_pinned_in_silence_and_the_pin_goes_with_the_call(hall: Hall) -> None:
    await hall.project(cards=PINNED)
    await hall.group()
    await set_rights(hall, MAY_PIN)
    call = await hall.call(groups=(GROUP,))
    ((card, message), (pin, _)) = await settle_due(hall, NOW)
    assert (card.kind, pin.kind, pin.edits, pin.sound) == ("call_card", "pin", message, False)
    assert (await hall.rows(schema.call_posts))[0].pinned
    boss = await hall.person(roles=(Role.coordinator,))
    await calls.close_call(hall.db, number=call.number, by=boss, cause=hall.cause(), now=NOW)
    sent = await settle_due(hall, NOW + 10 * SECOND)
    assert [one.kind for one, _ in sent] == ["call_card", "unpin"]
    assert not (await hall.rows(schema.call_posts))[0].pinned


async def test_where_the_bot_may_not_pin_that_is_told_once_and_made_up(hall: Hall) -> None:
    await hall.project(cards=PINNED)
    await hall.group()
    for _ in range(2):
        await hall.call(groups=(GROUP,))
    await settle_due(hall, NOW)
    told = {one.person_id for one in await hall.notices("no_pin")}
    assert len(told) == len(await hall.notices("no_pin")) >= 1
    assert await hall.notices("pin") == []
    await set_rights(hall, MAY_PIN)
    assert len(await hall.notices("pin")) == 2


async def test_a_pin_that_telegram_refuses_takes_only_the_pin(hall: Hall) -> None:
    await hall.project(cards=PINNED)
    await hall.group()
    await set_rights(hall, MAY_PIN)
    await hall.call(groups=(GROUP,))
    pin = None
    while pin is None:
        for notice in await outbox.lease(hall.db, NOW, 50):
            pin = notice if notice.kind == "pin" else pin
            no = Undeliverable("not enough rights", Hindrance.no_rights)
            outcome = no if notice.kind == "pin" else Delivered(notice.edits or 77, "x")
            await outbox.settle(hall.db, notice, outcome, NOW)
    chat = await chats.by_id(hall.db, GROUP)
    assert chat is not None
    assert (chat.rights.may_pin, chat.rights.may_post) == (False, True)
    assert len(await hall.notices("no_pin")) >= 1


async def test_a_card_that_has_sunk_comes_below_once_and_silently(hall: Hall) -> None:
    await hall.project(cards=CardRules(repost_hours=6))
    await hall.group()
    call = await hall.call(groups=(GROUP,))
    ((_, first),) = await settle_due(hall, NOW)
    await settle_due(hall, NOW + 10 * SECOND)
    assert await calls.renew_sunken(hall.db, now=NOW + 6 * HOUR - SECOND) == 0
    late = NOW + 6 * HOUR
    assert await calls.renew_sunken(hall.db, now=late) == 1
    assert await calls.renew_sunken(hall.db, now=late) == 0
    # A change while the new card is on its way reaches the new one.
    await hall.claim(call, await hall.person(), now=late)
    sent = await settle_due(hall, late)
    assert [(one.kind, one.sound, one.edits) for one, _ in sent] == [
        ("call_card", False, None), ("retract", False, first),
    ]  # fmt: skip
    second = sent[0][1]
    (post,) = await hall.rows(schema.call_posts)
    assert (post.message_id, post.sent_at) == (second, late)
    edited = await settle_due(hall, late + 10 * SECOND)
    assert [one.edits for one, _ in edited] == [second]
    assert await calls.renew_sunken(hall.db, now=late + HOUR) == 0


@pytest.mark.parametrize("rules", [CardRules(), CardRules(repost_hours=6)])
async def test_nothing_comes_below_that_has_nothing_to_offer(hall: Hall, rules: CardRules) -> None:
    await hall.project(tasks=5, overlap=1, cards=rules)
    await hall.group()
    call = await hall.call(groups=(GROUP,))
    await settle_due(hall, NOW)
    if rules.repost_hours:
        await hall.claim(call, await hall.person())
    assert await calls.renew_sunken(hall.db, now=NOW + 9 * HOUR) == 0


async def test_a_group_takes_calls_of_what_it_is_for(hall: Hall) -> None:
    mine = await hall.project("mine", languages=("de", "fr"))
    await hall.project("other")
    await hall.group()
    boss = await hall.person(roles=(Role.coordinator,))
    act: dict[str, Any] = {"chat_id": GROUP, "by": boss, "now": NOW}
    await groups.set_project(hall.db, **act, project_id=mine.id, chosen=True, cause=hall.cause())
    await hall.call("mine", groups=(GROUP,))
    with pytest.raises(Refused, match="place-other-projects"):
        await hall.call("other", groups=(GROUP,))
    await groups.set_language(hall.db, **act, language="it", chosen=True, cause=hall.cause())
    with pytest.raises(Refused, match="place-other-languages"):
        await hall.call("mine", groups=(GROUP,))
    await groups.set_language(hall.db, **act, language="fr", chosen=True, cause=hall.cause())
    await hall.call("mine", groups=(GROUP,))
    view = await groups.view(hall.db, chat_id=GROUP, by=boss)
    assert view.chat.languages == ("it", "fr")
    assert [one.key for one in view.bound] == ["mine"]
    assert len(await hall.acts("chat-meant")) == 3


async def test_what_says_that_it_is_for_a_project_is_checked_first(hall: Hall) -> None:
    await hall.project("other")
    mine = await hall.project("mine")
    for chat_id in (-1001, -1002, -1003):
        await hall.group(chat_id)
    boss = await hall.person(roles=(Role.coordinator,))
    await groups.set_project(
        hall.db, chat_id=-1002, project_id=mine.id, chosen=True, by=boss, cause=hall.cause(),
        now=NOW,
    )  # fmt: skip

    async def prepared(key: str) -> drafts.Prepared:
        number = await drafts.prepare(
            hall.db, project_key=key, limit=None, draw=False, by=boss, now=NOW
        )
        return await drafts.prepared(hall.db, number=number, by=boss)

    found = await prepared("mine")
    assert [one.chat.id for one in found.places] == [-1002, -1001, -1003]
    assert found.draft.places == ((-1002, None),)
    found = await prepared("other")
    assert [one.chat.id for one in found.places] == [-1001, -1003]
    assert [one.chat.id for one in found.others] == [-1002]
    assert found.draft.places == ()


async def test_who_does_not_coordinate_the_project_binds_no_group_to_it(hall: Hall) -> None:
    mine = await hall.project("mine")
    other = await hall.project("other")
    await hall.group()
    boss = await hall.person()
    async with hall.db.begin() as tx:
        await people.grant(
            tx, person_id=boss, role=Role.coordinator, project_id=mine.id, by=None, now=NOW
        )
    act: dict[str, Any] = {"chat_id": GROUP, "chosen": True, "now": NOW}
    with pytest.raises(Refused, match="not-coordinator"):
        await groups.set_project(hall.db, **act, project_id=other.id, by=boss, cause=hall.cause())
    with pytest.raises(Refused, match="not-coordinator"):
        await groups.set_language(
            hall.db, **act, language="de", by=await hall.person(), cause=hall.cause()
        )
    with pytest.raises(Refused, match="stale-button"):
        await groups.set_language(hall.db, **act, language="../x", by=boss, cause=hall.cause())
    with pytest.raises(Refused, match="chat-not-registered"):
        await groups.view(hall.db, chat_id=-5, by=boss)
    assert (await chats.by_id(hall.db, GROUP)).project_ids == ()  # type: ignore[union-attr]
