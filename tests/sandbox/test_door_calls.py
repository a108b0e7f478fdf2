"""The book of calls behind the panel of the page."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest
from aiohttp import ClientSession
from telegram import Bot
from telegram.error import BadRequest, RetryAfter

from sandbox import Person, Sandbox
from sandbox.door_clock import next_friday
from tests.sandbox.provocations import keyboard, tappable
from tests.sandbox.test_door import Visitor


@pytest.fixture
async def visitor(sandbox: Sandbox) -> AsyncIterator[Visitor]:
    async with ClientSession(sandbox.url) as http:
        yield Visitor(http)


async def test_a_call_is_kept_with_all_that_was_asked_and_answered(
    bot: Bot, ada: Person, visitor: Visitor
) -> None:
    sent = await bot.send_message(ada.id, "hello", reply_markup=keyboard([tappable()]))
    line = (await visitor.get("calls"))[-1]
    assert (line["method"], line["chat_id"], line["ok"]) == ("sendMessage", ada.id, True)
    whole = await visitor.get(f"calls/{line['number']}")
    assert whole["params"]["text"] == "hello"
    assert whole["params"]["reply_markup"]["inline_keyboard"][0][0]["text"] == "Go"
    assert whole["answer"]["result"]["message_id"] == sent.message_id
    assert (await visitor.get("calls?full=1"))[-1] == whole
    await visitor.get("calls/4711", status=404)


async def test_a_call_knows_the_update_that_caused_it(
    bot: Bot, ada: Person, visitor: Visitor
) -> None:
    sent = await bot.send_message(ada.id, "hello", reply_markup=keyboard([tappable()]))
    said = (await visitor.get("calls"))[-1]
    assert said["cause"] == "/start"
    await ada.tap_data(sent_to(ada, sent.message_id), "go", wait=0)
    query = (await bot.get_updates())[-1].callback_query
    assert query is not None
    await query.answer()
    answered = (await visitor.get("calls"))[-1]
    assert answered["cause"] == "tap go"
    assert 0 <= answered["since"] < 30
    await bot.get_me()
    assert (await visitor.get("calls"))[-1]["cause"] is None


def sent_to(person: Person, number: int) -> Any:
    return person.chat.messages[number]


async def test_refusals_and_waits_are_counted_apart(
    sandbox: Sandbox, bot: Bot, ada: Person, visitor: Visitor
) -> None:
    with pytest.raises(BadRequest):
        await bot.send_message(ada.id, "x" * 4097)
    sandbox.faults.next("sendMessage", "429:7")
    with pytest.raises(RetryAfter):
        await bot.send_message(ada.id, "hello")
    counts = (await visitor.get("state"))["calls"]
    assert (counts["refused"], counts["waits"]) == (1, 1)
    long, wait = await visitor.get("calls?refused=1")
    assert long["own"]
    assert long["description"] == "Bad Request: message is too long"
    assert (wait["code"], wait["retry_after"], wait["own"]) == (429, 7, False)
    answer = (await visitor.get(f"calls/{wait['number']}"))["answer"]
    assert answer["parameters"] == {"retry_after": 7}


async def test_no_secret_is_ever_shown(
    sandbox: Sandbox, bot: Bot, ada: Person, visitor: Visitor
) -> None:
    await bot.send_message(ada.id, f"my token is {sandbox.token}")
    await bot.set_my_description(f"the address is {sandbox.url}/bot{sandbox.token}/")
    await bot.set_webhook("https://example.org/hook", secret_token="hush-hush")
    async with visitor.http.get("/door/calls?full=1") as response:
        shown = await response.text()
    assert "my token is (hidden)" in shown
    for secret in (sandbox.token, sandbox.token.partition(":")[2], "hush-hush"):
        assert secret not in shown


async def test_the_next_friday_is_always_ahead(sandbox: Sandbox, visitor: Visitor) -> None:
    noon = datetime(2026, 11, 27, 12, tzinfo=UTC)
    for day, hour, there in ((22, 9, noon), (27, 11, noon), (20, 12, noon), (27, 12, None)):
        found = next_friday(datetime(2026, 11, day, hour, tzinfo=UTC))
        assert found == (there or datetime(2026, 12, 4, 12, tzinfo=UTC))
    before = sandbox.clock.now()
    moved = await visitor.post("clock", to="friday")
    now = datetime.fromisoformat(moved["now"])
    assert (now.weekday(), now.hour, now.minute) == (4, 12, 0)
    assert now > before
    assert moved["moved_seconds"] > 0
    until = await visitor.post("clock", to="2099-01-01T08:00")
    assert until["now"].startswith("2099-01-01T08:00")


async def test_places_of_every_kind_are_made(
    sandbox: Sandbox, bot: Bot, ada: Person, visitor: Visitor
) -> None:
    ben = sandbox.person("Ben")
    who: dict[str, Any] = {"creator_id": ada.id, "member_ids": [ben.id], "with_bot": True}
    channel = await visitor.post("groups", title="News", kind="channel", **who)
    assert (channel["type"], channel["admin_ids"]) == ("channel", [ada.id])
    assert set(channel["member_ids"]) == {ada.id, ben.id}
    forum = await visitor.post("groups", title="Hall", kind="forum", **who)
    path = f"chats/{forum['id']}"
    opened = await visitor.post(f"{path}/topics", by=ada.id, name="Arabic")
    assert {"id": opened["topic_id"], "name": "Arabic"}.items() <= opened["topics"][-1].items()
    said = await visitor.post(
        "send", person_id=ben.id, chat_id=forum["id"], text="hi", topic=opened["topic_id"]
    )
    assert said["thread_id"] == opened["topic_id"]
    await bot.pin_chat_message(forum["id"], said["id"])
    shown = next(one for one in (await visitor.get("state"))["chats"] if one["id"] == forum["id"])
    assert shown["pinned"] == {"id": said["id"], "text": "hi"}
    topic = {"by": ada.id, "topic": opened["topic_id"]}
    closed = await visitor.post(f"{path}/topics", action="close", **topic)
    assert closed["topics"][-1]["closed"]
    await visitor.post(
        "send", 403, person_id=ben.id, chat_id=forum["id"], text="hi", topic=opened["topic_id"]
    )
    await visitor.post(f"{path}/topics", action="reopen", **topic)
    named = await visitor.post(f"{path}/topics", action="rename", name="العربية", **topic)
    assert named["topics"][-1]["name"] == "العربية"
    gone = await visitor.post(f"{path}/topics", action="delete", **topic)
    assert [one["name"] for one in gone["topics"]] == ["General"]
    await visitor.post(f"{path}/topics", 400, action="burn", **topic)


async def test_rights_to_write_are_given_and_taken(
    sandbox: Sandbox, ada: Person, visitor: Visitor
) -> None:
    ben = sandbox.person("Ben")
    who: dict[str, Any] = {"creator_id": ada.id, "member_ids": [ben.id], "with_bot": True}
    group = await visitor.post("groups", title="Calls", kind="broadcast", **who)
    assert group["broadcast"]
    path = f"chats/{group['id']}"
    await visitor.post("send", 403, person_id=ben.id, chat_id=group["id"], text="hi")
    assert not (await visitor.post(f"{path}/write", only_admins=False))["broadcast"]
    await visitor.post("send", person_id=ben.id, chat_id=group["id"], text="hi")
    held = await visitor.post(f"{path}/bot", by=ada.id, action="restrict")
    assert held["bot"] == "restricted"
    assert (await visitor.post(f"{path}/delete"))["deleted"]
    await visitor.post("groups", 400, title="x", kind="castle", **who)


@pytest.mark.parametrize("path", ["calls", "calls/1", "calls?full=1", "tours", "clock", "state"])
async def test_what_the_page_reads_is_read_from_this_machine_only(
    visitor: Visitor, path: str
) -> None:
    async with visitor.http.get(f"/door/{path}", headers={"Host": "evil.example"}) as response:
        assert response.status == 403


@pytest.mark.parametrize(
    "path", ["clock", "groups", "chats/1/topics", "chats/1/write", "chats/1/delete", "chats/1/bot"]
)
async def test_no_foreign_page_moves_time_or_places(
    sandbox: Sandbox, visitor: Visitor, path: str
) -> None:
    before = sandbox.clock.revision
    headers = {"Origin": "http://evil.example"}
    body = {"to": "friday"}
    async with visitor.http.post(f"/door/{path}", json=body, headers=headers) as response:
        assert response.status == 403
    assert sandbox.clock.revision == before
