"""The door over HTTP: what another process or the page can do."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any

import pytest
from aiohttp import ClientSession, FormData
from telegram import Bot
from telegram.error import NetworkError

from sandbox import Person, Sandbox
from tests.sandbox.provocations import keyboard, tappable


class Visitor:
    def __init__(self, http: ClientSession) -> None:
        self.http = http

    async def get(self, path: str, status: int = 200) -> Any:
        async with self.http.get(f"/door/{path}") as response:
            assert response.status == status, await response.text()
            return await response.json()

    async def post(self, path: str, status: int = 200, **body: Any) -> Any:
        async with self.http.post(f"/door/{path}", json=body) as response:
            assert response.status == status, await response.text()
            return await response.json()


@pytest.fixture
async def visitor(sandbox: Sandbox) -> AsyncIterator[Visitor]:
    async with ClientSession(sandbox.url) as http:
        yield Visitor(http)


async def test_people_and_a_group_come_into_being(sandbox: Sandbox, visitor: Visitor) -> None:
    ada = await visitor.post("people", first_name="Ada", language_code="ar", username="ada_l")
    ben = await visitor.post("people", first_name="Ben")
    group = await visitor.post(
        "groups", title="Hall", creator_id=ada["id"], member_ids=[ben["id"]], with_bot=True
    )
    assert group["bot"] == "administrator"
    assert set(group["member_ids"]) == {ada["id"], ben["id"]}
    assert sandbox.people[ada["id"]].language_code == "ar"
    path = f"chats/{group['id']}"
    left = await visitor.post(f"{path}/members", person_id=ben["id"], action="leave")
    assert left["member_ids"] == [ada["id"]]
    await visitor.post(f"{path}/members", person_id=ben["id"], action="join")
    for action, status in (("demote", "member"), ("promote", "administrator"), ("remove", "left")):
        moved = await visitor.post(f"{path}/bot", action=action, by=ada["id"])
        assert moved["bot"] == status
    await visitor.post(f"{path}/bot", action="add", by=ada["id"])
    assert (await visitor.post(f"{path}/upgrade"))["id"] != group["id"]


async def test_a_conversation_through_the_door(bot: Bot, visitor: Visitor) -> None:
    ada = (await visitor.post("people", first_name="Ada"))["id"]
    assert (await visitor.post("start", person_id=ada, payload="x"))["taps"] == 1
    sent = await bot.send_message(ada, "hello", reply_markup=keyboard([tappable()]))
    tap = asyncio.create_task(
        visitor.post("tap", person_id=ada, chat_id=ada, message_id=sent.message_id, data="go")
    )
    update = (await bot.get_updates(-1, timeout=5))[-1]
    while update.callback_query is None:
        update = (await bot.get_updates(-1, timeout=5))[-1]
    await update.callback_query.answer("done", show_alert=True)
    assert await tap == {"answered": True, "text": "done", "show_alert": True, "url": None}
    said = await visitor.post(
        "send", person_id=ada, chat_id=ada, text="thanks", reply_to=sent.message_id
    )
    assert said["reply_to"] == {"id": sent.message_id, "text": "hello"}
    where = {"person_id": ada, "chat_id": ada}
    edited = await visitor.post("edit", **where, message_id=said["id"], text="thank you")
    assert edited["text"] == "thank you"
    assert (await visitor.post("kind", **where, kind="photo"))["photo"]["width"] == 64
    assert (await visitor.post("block", person_id=ada, blocked=True))["blocked"]
    assert not (await visitor.post("block", person_id=ada, blocked=False))["blocked"]


async def test_the_state_shows_everything(
    sandbox: Sandbox, bot: Bot, ada: Person, visitor: Visitor
) -> None:
    await bot.send_message(
        ada.id,
        "<b>hi</b>",
        parse_mode="HTML",
        reply_markup=keyboard([tappable()]),
        disable_notification=True,
    )
    state = await visitor.get("state")
    assert state["bot"] == {
        "id": sandbox.bot_id,
        "username": "hiringhall_bot",
        "first_name": "Hiring Hall",
    }
    assert datetime.fromisoformat(state["now"]).tzinfo is not None
    (chat,) = state["chats"]
    assert chat["bot"] == "member"
    start, shown = chat["messages"]
    assert (start["sender_id"], start["from_bot"]) == (ada.id, False)
    assert shown["entities"] == [{"type": "bold", "offset": 0, "length": 2}]
    assert shown["rows"] == [[{"text": "Go", "data": "go"}]]
    assert shown["silent"]
    assert state["people"][0]["sounds"] == 0


async def test_only_the_newest_two_hundred_are_shown(ada: Person, visitor: Visitor) -> None:
    for number in range(250):
        await ada.send(f"message {number}")
    (chat,) = (await visitor.get("state"))["chats"]
    assert len(chat["messages"]) == 200
    assert chat["messages"][-1]["text"] == "message 249"


async def test_files_through_the_door_are_always_downloads(ada: Person, visitor: Visitor) -> None:
    form = FormData({"person_id": str(ada.id), "chat_id": str(ada.id), "caption": "see"})
    form.add_field("file", b"<script>alert(1)</script>", filename="page.html")
    async with visitor.http.post("/door/upload", data=form) as response:
        message = await response.json()
    assert message["document"]["file_name"] == "page.html"
    assert message["caption"] == "see"
    async with visitor.http.get(f"/door/file/{message['document']['file_id']}") as response:
        assert response.headers["Content-Disposition"].startswith("attachment")
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert await response.read() == b"<script>alert(1)</script>"
    await visitor.get("file/unknown", status=404)


async def test_events_tell_what_happens(bot: Bot, ada: Person, visitor: Visitor) -> None:
    async with visitor.http.get("/door/events") as stream:
        assert stream.content_type == "text/event-stream"
        assert await stream.content.readline() == b": welcome\n"

        async def next_event(kind: str) -> Any:
            async with asyncio.timeout(5):
                while True:
                    line = await stream.content.readline()
                    event = json.loads(line[6:]) if line.startswith(b"data: ") else {}
                    if event.get("type") == kind:
                        return event

        sent = await bot.send_message(ada.id, "one")
        assert (await next_event("message"))["message"]["text"] == "one"
        assert (await next_event("call"))["method"] == "sendMessage"
        await bot.edit_message_text("two", ada.id, sent.message_id)
        assert (await next_event("edit"))["message"]["text"] == "two"
        await bot.delete_message(ada.id, sent.message_id)
        assert (await next_event("delete"))["message_id"] == sent.message_id
        await ada.tap_data(ada.inbox()[0], "x", wait=0)
        query = (await bot.get_updates())[-1].callback_query
        assert query is not None
        await query.answer("toast")
        toast = await next_event("toast")
        assert (toast["person_id"], toast["text"]) == (ada.id, "toast")
        await visitor.post("people", first_name="Ben")
        assert (await next_event("person"))["person"]["first_name"] == "Ben"
        await visitor.post("groups", title="Hall", creator_id=ada.id)
        assert (await next_event("chat"))["chat"]["title"] == "Hall"
        await visitor.post("clock", advance_seconds=60)
        assert (await next_event("clock"))["offset_seconds"] == 60


async def test_the_clock_is_moved_and_waited_for(sandbox: Sandbox, visitor: Visitor) -> None:
    first = await visitor.get("clock")
    waiting = asyncio.create_task(visitor.get(f"clock?after={first['revision']}&timeout=30"))
    while not sandbox.clock._listeners[1:]:  # noqa: ASYNC110 - the clock tells nobody
        await asyncio.sleep(0)
    await visitor.post("clock", advance_seconds=3600)
    async with asyncio.timeout(5):
        moved = await waiting
    assert moved["offset_seconds"] == 3600
    assert moved["revision"] == first["revision"] + 1
    assert (await visitor.get(f"clock?after={first['revision']}"))["revision"] == moved["revision"]
    assert (await visitor.get(f"clock?after={moved['revision']}&timeout=0"))["revision"] == 1
    there = await visitor.post("clock", to="2099-01-01T00:00:00+00:00")
    assert there["now"].startswith("2099-01-01T00:00:0")
    await visitor.post("clock", 400, to="2001-01-01T00:00:00+00:00")


async def test_faults_and_calls(bot: Bot, ada: Person, visitor: Visitor) -> None:
    plans: list[dict[str, Any]] = [
        {"next": {"methods": "getMe", "kind": "502", "times": 1}},
        {"rate": {"kind": "429:1", "probability": 0.0}},
        {"duplicate_updates": 0.0, "reorder_updates": 0.0},
        {"clear": True},
        {"next": {"methods": "sendMessage", "kind": "cut after"}},
    ]
    for plan in plans:
        await visitor.post("faults", **plan)
    with pytest.raises(NetworkError, match=r"(?i)disconnected"):
        await bot.send_message(ada.id, "hello")
    await bot.get_me()
    (refused,) = await visitor.get("calls?refused=1")
    assert refused["fault"]
    assert refused["method"] == "sendMessage"
    assert len(await visitor.get("calls")) > 1
    await visitor.post("faults", 400, next={"methods": "*", "kind": "earthquake"})


async def test_the_menu_of_a_chat(bot: Bot, ada: Person, visitor: Visitor) -> None:
    await bot.set_my_commands([("work", "What is there to do")])
    menu = await visitor.get(f"commands?person_id={ada.id}&chat_id={ada.id}")
    assert menu == [{"command": "work", "description": "What is there to do"}]


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("people", {}, 400),
        ("start", {"person_id": 1}, 404),
        ("send", {"person_id": "ada", "chat_id": 1, "text": "x"}, 400),
        ("groups", {"title": "x", "creator_id": 1}, 404),
    ],
)
async def test_wrong_requests_are_refused_in_words(
    visitor: Visitor, path: str, body: dict[str, Any], status: int
) -> None:
    assert (await visitor.post(path, status, **body))["error"]


async def test_a_stranger_is_forbidden(sandbox: Sandbox, ada: Person, visitor: Visitor) -> None:
    group = sandbox.group("Hall", creator=ada)
    stranger = sandbox.person("Stranger")
    await visitor.post("send", 403, person_id=stranger.id, chat_id=group.id, text="hello")
    await visitor.post("edit", 404, person_id=ada.id, chat_id=ada.id, message_id=99, text="x")


async def test_what_is_no_json_is_refused(visitor: Visitor) -> None:
    for body in (b"{", b"[]"):
        async with visitor.http.post("/door/people", data=body) as response:
            assert response.status == 400
    async with visitor.http.post("/door/upload", data={"person_id": "1"}) as response:
        assert response.status == 400
