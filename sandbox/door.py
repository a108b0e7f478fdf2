"""The door: scripted people and the page act through it, from any process."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from aiohttp import web

from sandbox.api import call_json
from sandbox.chats import Chat, Message
from sandbox.door_http import Endpoint, as_attachment, attempt, json_endpoint, refuse
from sandbox.door_json import bot_json, chat_json, message_json, person_json
from sandbox.door_stream import Stream, clock_json
from sandbox.people import Person
from sandbox.refusal import Call, Refused
from sandbox.town import Town
from sandbox.wire import Json

LONGEST_WAIT = 60.0


class Door:
    """All endpoints under /door."""

    def __init__(self, town: Town) -> None:
        self._town = town
        self.stream = Stream(town)

    def routes(self) -> list[web.RouteDef]:
        """What to register with the server."""
        actions: dict[str, Endpoint] = {
            "people": self._people,
            "groups": self._groups,
            "chats/{chat_id}/members": self._members,
            "chats/{chat_id}/bot": self._bot,
            "chats/{chat_id}/upgrade": self._upgrade,
            "start": self._start,
            "send": self._send,
            "tap": self._tap,
            "kind": self._kind,
            "edit": self._edit,
            "block": self._block,
            "clock": self._move_clock,
            "faults": self._faults,
        }
        return [
            *(web.post(f"/door/{path}", json_endpoint(act)) for path, act in actions.items()),
            web.post("/door/upload", self._upload),
            web.get("/door/file/{file_id}", self._file),
            web.get("/door/state", self._state),
            web.get("/door/commands", self._commands),
            web.get("/door/clock", self._clock),
            web.get("/door/calls", self._calls),
            web.get("/door/events", self.stream.serve),
        ]

    def _person(self, asked: Json, name: str = "person_id") -> Person:
        try:
            return self._town.people[int(asked[name])]
        except KeyError:
            raise LookupError(f"no such person: {asked.get(name)}") from None

    def _chat(self, asked: Json) -> Chat:
        try:
            return self._town.chats[int(asked["chat_id"])]
        except KeyError:
            raise LookupError(f"no such chat: {asked.get('chat_id')}") from None

    def _message(self, asked: Json, name: str = "message_id") -> Message:
        message = self._chat(asked).messages.get(int(asked[name]))
        if message is None:
            raise LookupError(f"no such message: {asked[name]}")
        return message

    async def _people(self, asked: Json) -> Json:
        person = self._town.person(
            asked["first_name"],
            id=asked.get("id"),
            language_code=asked.get("language_code", "en"),
            username=asked.get("username"),
        )
        return person_json(person)

    async def _groups(self, asked: Json) -> Json:
        creator = self._person(asked, "creator_id")
        members = [self._person({"person_id": each}) for each in asked.get("member_ids", [])]
        chat = self._town.group(
            asked["title"],
            creator=creator,
            members=members,
            kind=asked.get("kind", "supergroup"),
        )
        if asked.get("with_bot"):
            self._town.add_bot(chat, by=creator)
        return chat_json(chat)

    async def _members(self, asked: Json) -> Json:
        chat, person = self._chat(asked), self._person(asked)
        acts = {"join": self._town.join, "leave": self._town.leave, "promote": self._town.promote}
        acts[asked["action"]](chat, person)
        return chat_json(chat)

    async def _bot(self, asked: Json) -> Json:
        town = self._town
        chat, by = self._chat(asked), self._person(asked, "by")
        acts: dict[str, Callable[..., None]] = {
            "add": town.add_bot,
            "remove": town.remove_bot,
            "demote": town.demote_bot,
            "promote": town.promote_bot,
        }
        acts[asked["action"]](chat, by=by)
        return chat_json(chat)

    async def _upgrade(self, asked: Json) -> Json:
        return chat_json(self._town.upgrade_group(self._chat(asked)))

    async def _start(self, asked: Json) -> Json:
        person = self._person(asked)
        await person.start(asked.get("payload") or "")
        return person_json(person)

    async def _send(self, asked: Json) -> Json:
        reply = self._message(asked, "reply_to") if asked.get("reply_to") else None
        person = self._person(asked)
        message = await person.send(asked["text"], chat=self._chat(asked), reply_to=reply)
        return message_json(message)

    async def _tap(self, asked: Json) -> Json:
        wait = min(float(asked.get("wait", 10.0)), LONGEST_WAIT)
        answer = await self._person(asked).tap_data(self._message(asked), asked["data"], wait=wait)
        return {
            "answered": answer.answered,
            "text": answer.text,
            "show_alert": answer.show_alert,
            "url": answer.url,
        }

    async def _kind(self, asked: Json) -> Json:
        person = self._person(asked)
        return message_json(await person.send_kind(asked["kind"], chat=self._chat(asked)))

    async def _edit(self, asked: Json) -> Json:
        message = self._message(asked)
        await self._person(asked).edit(message, asked["text"])
        return message_json(message)

    async def _block(self, asked: Json) -> Json:
        person = self._person(asked)
        if asked["blocked"]:
            person.block()
        else:
            person.unblock()
        return person_json(person)

    async def _move_clock(self, asked: Json) -> Json:
        clock = self._town.clock
        if "to" in asked:
            delta = datetime.fromisoformat(asked["to"]) - clock.now()
        else:
            delta = timedelta(seconds=float(asked["advance_seconds"]))
        clock.move(delta)
        return clock_json(clock)

    async def _faults(self, asked: Json) -> Json:
        faults = self._town.faults
        if asked.get("clear"):
            faults.clear()
        if "next" in asked:
            faults.next(**asked["next"])
        if "rate" in asked:
            faults.rate(**asked["rate"])
        if "duplicate_updates" in asked:
            faults.duplicate_updates(float(asked["duplicate_updates"]))
        if "reorder_updates" in asked:
            faults.reorder_updates(float(asked["reorder_updates"]))
        return {"ok": True}

    async def _upload(self, request: web.Request) -> web.Response:
        form = await request.post()
        sent = form.get("file")
        if not isinstance(sent, web.FileField):
            return refuse(400, "there is no file in the form")

        async def act(asked: Json) -> Json:
            message = await self._person(asked).upload(
                sent.filename,
                sent.file.read(),
                caption=asked.get("caption") or None,
                chat=self._chat(asked),
            )
            return message_json(message)

        return await attempt(act, {key: form[key] for key in form if key != "file"})

    async def _file(self, request: web.Request) -> web.Response:
        try:
            stored = self._town.files.get(request.match_info["file_id"])
        except Refused:
            return refuse(404, "no such file")
        response = web.Response(body=stored.content, content_type=stored.mime_type)
        # Never shown as a page of ours: what people upload may be hostile HTML.
        response.headers["Content-Disposition"] = as_attachment(stored.filename)
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response

    async def _state(self, request: web.Request) -> web.Response:  # noqa: ARG002
        town = self._town
        return web.json_response(
            {
                **clock_json(town.clock),
                "bot": bot_json(town),
                "people": [person_json(person) for person in town.people.values()],
                "chats": [chat_json(chat, messages=True) for chat in town.chats.values()],
            }
        )

    async def _commands(self, request: web.Request) -> web.Response:
        async def act(asked: Json) -> Any:
            person, chat = self._person(asked), self._chat(asked)
            return self._town.commands.seen_by(chat, person.id, person.language_code)

        return await attempt(act, dict(request.query))

    async def _clock(self, request: web.Request) -> web.Response:
        return await attempt(self._await_clock, dict(request.query))

    async def _await_clock(self, asked: Json) -> Json:
        clock = self._town.clock
        if "after" in asked and int(asked["after"]) == clock.revision:
            moved = asyncio.Event()
            unsubscribe = clock.subscribe(moved.set)
            try:
                async with asyncio.timeout(min(float(asked.get("timeout", 30)), LONGEST_WAIT)):
                    await moved.wait()
            except TimeoutError:
                pass
            finally:
                unsubscribe()
        return clock_json(clock)

    async def _calls(self, request: web.Request) -> web.Response:
        calls: list[Call] = list(self._town.calls)
        shown = [call_json(call) for call in calls]
        if request.query.get("refused"):
            shown = [each for each in shown if not each["ok"]]
        return web.json_response(shown)
