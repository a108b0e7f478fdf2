"""The door: scripted people and the page act through it, from any process."""

import secrets
from typing import Any

from aiohttp import web

from sandbox.door_calls import CallBook
from sandbox.door_clock import LONGEST_WAIT, ClockDoor, clock_json
from sandbox.door_http import Endpoint, as_attachment, attempt, json_endpoint, refuse
from sandbox.door_json import bot_json, chat_json, message_json, person_json
from sandbox.door_lookup import Lookup
from sandbox.door_places import Places
from sandbox.door_stream import Stream
from sandbox.refusal import Refused
from sandbox.town import Town
from sandbox.wire import Json


class Door:
    """All endpoints under /door."""

    def __init__(self, town: Town) -> None:
        self._town = town
        # What a page remembers of one run says nothing about the next on the same port.
        self._run = secrets.token_hex(4)
        self._lookup = Lookup(town)
        self._places = Places(self._lookup)
        self._clock = ClockDoor(town.clock)
        self._book = CallBook(town)
        self._stream = Stream(town, self._book)

    def close(self) -> None:
        """End all streams, and write down no more calls."""
        self._stream.close()
        self._book.close()

    def routes(self) -> list[web.RouteDef]:
        """What to register with the server."""
        actions: dict[str, Endpoint] = {
            "people": self._people,
            **self._places.actions(),
            "start": self._start,
            "send": self._send,
            "tap": self._tap,
            "share": self._share,
            "kind": self._kind,
            "edit": self._edit,
            "block": self._block,
            "clock": self._clock.move,
            "faults": self._faults,
            "spread": self._spread,
        }
        return [
            *(web.post(f"/door/{path}", json_endpoint(act)) for path, act in actions.items()),
            web.post("/door/upload", self._upload),
            web.get("/door/file/{file_id}", self._file),
            web.get("/door/state", self._state),
            web.get("/door/commands", self._commands),
            web.get("/door/tours", self._tours),
            web.get("/door/clock", self._clock.read),
            web.get("/door/calls", self._calls),
            web.get("/door/calls/{number}", self._call),
            web.get("/door/events", self._stream.serve),
        ]

    async def _people(self, asked: Json) -> Json:
        person = self._town.person(
            asked["first_name"],
            id=asked.get("id"),
            language_code=asked.get("language_code", "en"),
            username=asked.get("username"),
        )
        return person_json(person)

    async def _start(self, asked: Json) -> Json:
        person = self._lookup.person(asked)
        await person.start(asked.get("payload") or "")
        return person_json(person)

    async def _send(self, asked: Json) -> Json:
        reply = self._lookup.message(asked, "reply_to") if asked.get("reply_to") else None
        person = self._lookup.person(asked)
        message = await person.send(
            asked["text"], chat=self._lookup.chat(asked), reply_to=reply, topic=asked.get("topic")
        )
        return message_json(message)

    async def _tap(self, asked: Json) -> Json:
        wait = min(float(asked.get("wait", 10.0)), LONGEST_WAIT)
        answer = await self._lookup.person(asked).tap_data(
            self._lookup.message(asked), asked["data"], wait=wait
        )
        return {
            "answered": answer.answered,
            "text": answer.text,
            "show_alert": answer.show_alert,
            "url": answer.url,
        }

    async def _share(self, asked: Json) -> Json:
        chosen = [self._lookup.person({"person_id": each}) for each in asked["people_ids"]]
        person = self._lookup.person(asked)
        return message_json(await person.choose(str(asked["button"]), *chosen))

    async def _kind(self, asked: Json) -> Json:
        person = self._lookup.person(asked)
        chat, topic = self._lookup.chat(asked), asked.get("topic")
        return message_json(await person.send_kind(asked["kind"], chat=chat, topic=topic))

    async def _edit(self, asked: Json) -> Json:
        message = self._lookup.message(asked)
        await self._lookup.person(asked).edit(message, asked["text"])
        return message_json(message)

    async def _block(self, asked: Json) -> Json:
        person = self._lookup.person(asked)
        if asked["blocked"]:
            person.block()
        else:
            person.unblock()
        return person_json(person)

    async def _spread(self, asked: Json) -> Json:
        self._town.spread([str(url) for url in asked["urls"]])
        return {"ok": True}

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
        if "lose_answers" in asked:
            faults.lose_answers(float(asked["lose_answers"]))
        return {"ok": True}

    async def _upload(self, request: web.Request) -> web.Response:
        form = await request.post()
        sent = form.get("file")
        if not isinstance(sent, web.FileField):
            return refuse(400, "there is no file in the form")

        async def act(asked: Json) -> Json:
            message = await self._lookup.person(asked).upload(
                sent.filename,
                sent.file.read(),
                caption=asked.get("caption") or None,
                chat=self._lookup.chat(asked),
                topic=int(asked["topic"]) if asked.get("topic") else None,
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
                "run": self._run,
                "bot": bot_json(town),
                "calls": self._book.counts(),
                "people": [person_json(person) for person in town.people.values()],
                "chats": [chat_json(chat, messages=True) for chat in town.chats.values()],
            }
        )

    async def _commands(self, request: web.Request) -> web.Response:
        async def act(asked: Json) -> Any:
            person, chat = self._lookup.person(asked), self._lookup.chat(asked)
            return self._town.commands.seen_by(chat, person.id, person.language_code)

        return await attempt(act, dict(request.query))

    async def _tours(self, request: web.Request) -> web.Response:  # noqa: ARG002
        return web.json_response(self._town.tours)

    async def _calls(self, request: web.Request) -> web.Response:
        book = self._book
        shown = book.whole() if request.query.get("full") else book.summaries()
        if request.query.get("refused"):
            shown = [each for each in shown if not each["ok"]]
        return web.json_response(shown)

    async def _call(self, request: web.Request) -> web.Response:
        async def act(asked: Json) -> Json:
            return self._book.details(int(asked["number"]))

        return await attempt(act, dict(request.match_info))
