"""One call of the Bot API: checked, perhaps spoiled on purpose, carried out, written down."""

import asyncio
import inspect
from collections.abc import Callable
from typing import Any

from sandbox.faults import Fault
from sandbox.methods import MODELLED
from sandbox.params import Params
from sandbox.refusal import Call, Refusal, Refused, bad_request
from sandbox.signatures import signature
from sandbox.town import Town
from sandbox.wire import Json
from sandbox.world import Event

POLLING = "getUpdates"
MISSING = {
    "chat_id": "chat_id is empty",
    "from_chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "callback_query_id": "query is too old and response timeout expired or query ID is invalid",
}
_BY_LOWER_NAME = {name.lower(): name for name in MODELLED}


class ConnectionCut(Exception):  # noqa: N818  (it is what the server is to do)
    """The connection is to be dropped without an answer."""


class BotApi:
    """The Bot API of one town."""

    def __init__(self, town: Town) -> None:
        self._town = town

    async def call(
        self, name: str, params: Params, gone: Callable[[], bool] = lambda: False
    ) -> tuple[int, Json]:
        """HTTP status and body for one call; `gone` tells whether the caller has hung up."""
        town = self._town
        method = _BY_LOWER_NAME.get(name.lower(), name)
        counted = method != POLLING
        town.in_progress += counted
        if counted:
            town.pulse()
        try:
            if town.latency:
                await asyncio.sleep(town.latency / 2)
            answer = await self._answer(method, params, gone)
            if town.latency:
                await asyncio.sleep(town.latency / 2)
            return answer
        finally:
            town.in_progress -= counted
            if counted:
                town.pulse()

    async def _answer(
        self, method: str, params: Params, gone: Callable[[], bool]
    ) -> tuple[int, Json]:
        try:
            result = await self._carry_out(method, params)
        except Refused as refused:
            if not (refused.code == 409 and gone()):
                self._write_refusal(method, params, refused)
            return refused.code, refusal_json(refused)
        if method != POLLING:
            self._write(method, params, result)
        return 200, {"ok": True, "result": result}

    async def _carry_out(self, method: str, params: Params) -> Any:
        fault = self._town.faults.pick(method)
        if fault is not None:
            await self._spoil_before(fault, method, params)
        self._check(method, params)
        result = MODELLED[method](self._town, params)
        if inspect.isawaitable(result):
            result = await result
        if fault is not None and fault.kind == "cut after":
            self._cut(method, params, "connection cut after the effect")
        return result

    async def _spoil_before(self, fault: Fault, method: str, params: Params) -> None:
        if fault.kind == "slow":
            await asyncio.sleep(fault.amount)
        elif fault.kind == "cut before":
            self._cut(method, params, "connection cut before the effect")
        elif fault.kind != "cut after":
            refused = self._refusal_of(fault, params)
            if refused is not None:
                refused.fault = True
                raise refused

    def _refusal_of(self, fault: Fault, params: Params) -> Refused | None:
        if fault.kind == "429":
            wait = int(fault.amount)
            return Refused(429, f"Too Many Requests: retry after {wait}", retry_after=wait)
        if fault.kind == "502":
            return Refused(502, "Bad Gateway")
        number = params.integer("chat_id")
        chat = self._town.chats.get(number or 0)
        if chat is None:
            return None
        if fault.kind == "403 blocked":
            return Refused(403, "Forbidden: bot was blocked by the user")
        if chat.private:
            return None
        new = chat.migrated_to or self._town.upgrade_group(chat)
        words = "Bad Request: group chat was upgraded to a supergroup chat"
        return Refused(400, words, migrate_to_chat_id=new.id)

    def _check(self, method: str, params: Params) -> None:
        known = signature(method)
        if known is None:
            raise Refused(404, "Not Found")
        for name in params.names():
            if name not in known.known:
                raise bad_request(f"unknown parameter {name}")
        for name in known.required:
            if not params.has(name):
                raise bad_request(MISSING.get(name, f"parameter {name} is required"))
        if method not in MODELLED:
            raise Refused(501, f"Not Implemented: the sandbox does not model {method}")

    def unreadable(self, name: str, refused: Refused) -> tuple[int, Json]:
        """Write down and answer a call whose body could not be read."""
        self._write_refusal(name, Params({}, {}), refused)
        return refused.code, refusal_json(refused)

    def reply_instead_of_a_call(self, method: str, values: Json) -> None:
        """Write down a call that came as the answer to a delivery, which the sandbox ignores."""
        words = "Not Implemented: the sandbox carries out no call in the answer to a webhook"
        self._write_refusal(method, Params(values, {}), Refused(501, words))

    def _cut(self, method: str, params: Params, words: str) -> None:
        refused = Refused(0, words)
        refused.fault = True
        self._write_refusal(method, params, refused)
        raise ConnectionCut

    def _write_refusal(self, method: str, params: Params, refused: Refused) -> None:
        refusal = Refusal(
            method,
            params.values,
            refused.code,
            refused.description,
            refused.fault,
            refused.parameters,
            self._excused(params, refused),
        )
        self._town.refusals.append(refusal)
        self._write(method, params, refusal)

    def _excused(self, params: Params, refused: Refused) -> bool:
        if params.text("callback_query_id").strip() in self._town.deliveries.taps_again:
            return True
        chat_id = params.text("chat_id").strip()
        is_number = chat_id.removeprefix("-").isdecimal()
        chat = self._town.chats.get(int(chat_id)) if is_number else None
        if chat is None or chat.loss is None:
            return False
        return chat.loss.excuses(refused.description, self._town.now())

    def _write(self, method: str, params: Params, result: Any) -> None:
        town = self._town
        town.calls_made += 1
        call = Call(method, params.values, result, town.now(), town.calls_made)
        town.calls.append(call)
        if town.listeners:
            town.tell(Event("call", call=call))


def refusal_json(refused: Refused) -> Json:
    """The body that tells the bot about a refusal."""
    body: Json = {
        "ok": False,
        "error_code": refused.code,
        "description": refused.description,
    }
    if refused.parameters:
        body["parameters"] = refused.parameters
    return body
