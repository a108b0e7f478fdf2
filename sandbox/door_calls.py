"""The book of calls: what the bot called, why, and what came of it; never with a secret."""

import json
import time
from collections import OrderedDict, deque
from dataclasses import dataclass
from typing import Any

from sandbox.refusal import Call, Refusal
from sandbox.town import Town
from sandbox.wire import Json
from sandbox.world import CALLS_KEPT, Event

SHOWN_OF_A_PARAMETER = 120
# What a bot does later than this after an update was hardly caused by it.
LONGEST_CAUSE = 10.0
CAUSES_KEPT = 4000
HIDDEN = "(hidden)"
SECRET_NAMES = ("secret_token",)
WAIT = 429


@dataclass(frozen=True, slots=True)
class Entry:
    """A call with the update that probably led to it, and the seconds since."""

    call: Call
    cause: str | None
    since: float | None


class CallBook:
    """Writes down the calls of one town while it is open."""

    def __init__(self, town: Town) -> None:
        self._town = town
        self._entries: deque[Entry] = deque(maxlen=CALLS_KEPT)
        self._causes: OrderedDict[str, tuple[str, float]] = OrderedDict()
        self._made = self._refused = self._waits = 0
        town.listeners.insert(0, self._hear)

    def close(self) -> None:
        """Write nothing down any more."""
        if self._hear in self._town.listeners:
            self._town.listeners.remove(self._hear)

    def counts(self) -> Json:
        """How many calls there were, how many of them refused, how many told to wait."""
        return {"made": self._made, "refused": self._refused, "waits": self._waits}

    def summaries(self) -> list[Json]:
        """All calls that are kept, oldest first, each as one line."""
        return [self._summary(entry) for entry in self._entries]

    def latest(self) -> Json:
        """The newest call as one line."""
        return self._summary(self._entries[-1])

    def whole(self) -> list[Json]:
        """All calls that are kept, oldest first, with everything in them."""
        return [self._details(entry) for entry in self._entries]

    def details(self, number: int) -> Json:
        """Everything in the call of that number."""
        for entry in reversed(self._entries):
            if entry.call.number == number:
                return self._details(entry)
        raise LookupError(f"no such call: {number}")

    def _hear(self, event: Event) -> None:
        if event.kind == "call" and event.call is not None:
            self._add(event.call)
        elif event.kind == "tap" and event.account is not None:
            happened = f"tap {event.data['data']}"
            self._note(happened, event.data["query_id"], event.account.id, event.data["chat_id"])
        elif event.kind == "message" and event.message is not None:
            message = event.message
            if not message.from_bot:
                words = message.content[:40] or message.service or message.kind or "a file"
                self._note(words, message.chat.id, message.sender_id)

    def _note(self, happened: str, *about: Any) -> None:
        now = time.monotonic()
        for one in about:
            self._causes[str(one)] = (happened, now)
            self._causes.move_to_end(str(one))
        while len(self._causes) > CAUSES_KEPT:
            self._causes.popitem(last=False)

    def _add(self, call: Call) -> None:
        self._made += 1
        if isinstance(call.result, Refusal):
            self._waits += call.result.code == WAIT
            self._refused += call.result.code != WAIT
        cause, since = self._cause_of(call)
        self._entries.append(Entry(call, cause, since))

    def _cause_of(self, call: Call) -> tuple[str | None, float | None]:
        about = call.params.get("callback_query_id") or call.params.get("chat_id")
        found = self._causes.get(str(about))
        if found is None:
            return None, None
        since = time.monotonic() - found[1]
        return (None, None) if since > LONGEST_CAUSE else (found[0], since)

    def _summary(self, entry: Entry) -> Json:
        call = entry.call
        refusal = call.result if isinstance(call.result, Refusal) else None
        shown = (f"{name}={_line(value)}" for name, value in self._safe(call.params).items())
        return {
            "number": call.number,
            "method": call.method,
            "ok": refusal is None,
            "code": refusal.code if refusal else 200,
            "fault": refusal.fault if refusal else False,
            "own": refusal.bots_own if refusal else False,
            "description": refusal.description if refusal else "",
            "retry_after": refusal.parameters.get("retry_after") if refusal else None,
            "at": call.at.isoformat(),
            "chat_id": _whole_number(call.params.get("chat_id")),
            "cause": None if entry.cause is None else self._safe(entry.cause),
            "since": None if entry.since is None else round(entry.since, 3),
            "params_summary": ", ".join(shown),
        }

    def _details(self, entry: Entry) -> Json:
        result = entry.call.result
        answer: Json = {"ok": True, "result": result}
        if isinstance(result, Refusal):
            answer = {"ok": False, "error_code": result.code, "description": result.description}
            if result.parameters:
                answer["parameters"] = dict(result.parameters)
        params = {name: _opened(value) for name, value in entry.call.params.items()}
        return {
            **self._summary(entry),
            "params": self._safe(params),
            "answer": self._safe(answer),
        }

    def _safe(self, value: Any) -> Any:
        """The value as JSON can hold it, without the bot's token and its webhook's secret."""
        if isinstance(value, str):
            return value.replace(self._town.token, HIDDEN)
        if isinstance(value, list | tuple):
            return [self._safe(each) for each in value]
        if hasattr(value, "items"):
            return {
                str(name): HIDDEN if name in SECRET_NAMES else self._safe(each)
                for name, each in value.items()
            }
        known = value is None or isinstance(value, bool | int | float)
        return value if known else self._safe(str(value))


def _line(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return " ".join(text[:SHOWN_OF_A_PARAMETER].split())


def _opened(value: Any) -> Any:
    """What was sent as JSON in a string, as the JSON that it is."""
    if isinstance(value, str) and value[:1] in ("{", "["):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


def _whole_number(value: Any) -> int | None:
    try:
        return int(value)
    except (TypeError, ValueError):
        return None
