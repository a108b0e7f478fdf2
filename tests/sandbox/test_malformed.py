"""What no client library would send is refused in words too, and never crashes the sandbox."""

import json
from typing import Any

import pytest
from aiohttp import ClientSession

from sandbox import Person, Sandbox

BOLD = {"type": "bold", "offset": 0, "length": 1}


def button(**fields: Any) -> dict[str, Any]:
    return {"reply_markup": {"inline_keyboard": [[{"text": "Go", **fields}]]}}


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"entities": "{"}, "can't parse entities JSON object"),
        ({"entities": {"type": "bold"}}, "can't parse entities JSON object"),
        ({"entities": ["bold"]}, "can't parse MessageEntity: expected an Object"),
        ({"entities": [{**BOLD, "offset": "0"}]}, "must be of type Number"),
        ({"entities": [{**BOLD, "length": -1}]}, "receive an entity with incorrect length -1"),
        ({"entities": [{**BOLD, "type": "pre", "language": 7}]}, "must be of type String"),
        ({"entities": [{**BOLD, "type": "text_mention", "user": "ada"}]}, "user not found"),
        ({"entities": [{**BOLD, "type": "text_link"}]}, "entity URL '' is invalid"),
        ({"reply_markup": []}, "object expected as reply markup"),
        ({"reply_markup": {"keys": []}}, "can't parse reply markup JSON object"),
        ({"reply_markup": {"inline_keyboard": [{}]}}, "must be of type Array of Arrays"),
        ({"reply_markup": {"inline_keyboard": [["Go"]]}}, "expected an Object"),
        (button(text=7), 'Field "text" must be of type String'),
        (button(callback_data="a", url="https://x.org"), "exactly one action must be given"),
        (button(copy_text="x"), 'Field "copy_text" must be of type Object'),
        (button(copy_text={"text": "x" * 257}), "BUTTON_COPY_TEXT_INVALID"),
        (button(web_app={"url": "http://x.org"}), "Only HTTPS links are allowed"),
        (button(pay=True), "BUTTON_TYPE_INVALID"),
        (button(url="https://"), "URL host is empty"),
        ({"reply_parameters": "7"}, "object expected as reply parameters"),
        ({"message_thread_id": "x"}, "expected a Number"),
        ({"business_connection_id": "x"}, "business connection not found"),
        ({"parse_mode": "HTML", "text": "<tg-time>x</tg-time>"}, 'attribute "unix"'),
        ({"parse_mode": "HTML", "text": "<span>x</span>"}, 'must have class "tg-spoiler"'),
    ],
)
async def test_a_malformed_message_is_refused_in_words(
    sandbox: Sandbox, ada: Person, fields: dict[str, Any], words: str
) -> None:
    await expect(sandbox, "sendMessage", {"chat_id": ada.id, "text": "hello", **fields}, words)


@pytest.mark.parametrize(
    ("method", "fields", "words"),
    [
        ("getUpdates", {"allowed_updates": {}}, "array expected as allowed updates"),
        ("deleteMessages", {"chat_id": 0, "message_ids": [1]}, "chat not found"),
        ("setMyCommands", {"commands": "work"}, "can't parse commands JSON object"),
        ("setMyCommands", {"commands": ["work"]}, "can't parse BotCommand"),
        ("getMyCommands", {"scope": {"type": "street"}}, "can't parse BotCommandScope"),
        ("getMyCommands", {"scope": {"type": "chat_member", "user_id": "x"}}, "is wrong"),
        ("setWebhook", {"url": "http://x.org"}, "An HTTPS URL must be provided"),
        ("getFile", {"file_id": "nothing"}, "invalid file_id"),
        ("sendPhoto", {"chat_id": 0, "photo": "x"}, "chat not found"),
    ],
)
async def test_a_malformed_call_is_refused_in_words(
    sandbox: Sandbox, method: str, fields: dict[str, Any], words: str
) -> None:
    await expect(sandbox, method, fields, words)


@pytest.mark.parametrize("body", [b"{", b"[]", b'"text"', b"\xff\xfe"])
async def test_a_body_that_cannot_be_read_is_refused(sandbox: Sandbox, body: bytes) -> None:
    async with ClientSession(sandbox.url) as http:
        request = http.post(
            f"/bot{sandbox.token}/getMe", data=body, headers={"Content-Type": "application/json"}
        )
        async with request as response:
            assert response.status == 400
    assert sandbox.refusals[-1].description == "Bad Request: can't parse the request"


async def test_other_reply_markup_is_taken_and_never_echoed(sandbox: Sandbox, ada: Person) -> None:
    markup = {"keyboard": [[{"text": "A"}]], "resize_keyboard": True}
    async with ClientSession(sandbox.url) as http:
        fields = {"chat_id": ada.id, "text": "x", "reply_markup": markup}
        async with http.post(f"/bot{sandbox.token}/sendMessage", json=fields) as response:
            assert "reply_markup" not in (await response.json())["result"]


async def test_method_names_are_read_in_any_case(sandbox: Sandbox) -> None:
    async with (
        ClientSession(sandbox.url) as http,
        http.get(f"/bot{sandbox.token}/GETME") as response,
    ):
        assert (await response.json())["result"]["id"] == sandbox.bot_id


async def expect(sandbox: Sandbox, method: str, fields: dict[str, Any], words: str) -> None:
    """Both as JSON and as a form with JSON inside, the call is refused with these words."""
    form = {
        name: value if isinstance(value, str) else json.dumps(value)
        for name, value in fields.items()
    }
    async with ClientSession(sandbox.url) as http:
        address = f"/bot{sandbox.token}/{method}"
        for call in (http.post(address, json=fields), http.post(address, data=form)):
            async with call as response:
                said = (await response.json())["description"]
                assert response.status == 400, said
                assert said.startswith("Bad Request: ")
                assert words in said
