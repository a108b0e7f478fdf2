"""The people of the traffic benchmark: some rate for real, some repeat what was recorded."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from benchmarks.desk import Call, Desk, message

WAIT_SECONDS = 20.0


@dataclass
class Step:
    """One update and the calls that it brought about."""

    data: str
    tapped: dict[str, Any]
    calls: list[Call] = field(default_factory=list)


@dataclass
class Rider:
    """One person at a phone, with one tap under way at a time."""

    desk: Desk
    number: int
    steps: list[Step] = field(default_factory=list)
    _calls: list[tuple[str, dict[str, Any], Any]] = field(default_factory=list)
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.desk.listeners[self.number] = self._called

    def _called(self, method: str, params: dict[str, Any], result: Any) -> None:
        if self.steps:
            self.steps[-1].calls.append((method, params))
        self._calls.append((method, params, result))
        self._news.set()

    def tap(self, data: str, tapped: dict[str, Any]) -> None:
        """Tap a button of a message."""
        query_id = f"{self.number}-{len(self.steps)}"
        self.steps.append(Step(data, tapped))
        self.desk.listeners.pop(f"{self.number}-{len(self.steps) - 2}", None)
        self.desk.listeners[query_id] = self._called
        name = f"Person {self.number}"
        user = {"id": self.number, "is_bot": False, "first_name": name, "language_code": "en"}
        self.desk.update(callback_query={"id": query_id, "from": user, "message": tapped,
                                         "chat_instance": "1", "data": data})  # fmt: skip

    async def job(self, card: dict[str, Any], claim: str) -> None:
        """Claim a job, rate it, and hand it in."""
        self.tap(claim, card)
        shown = await self._card("a")
        while (data := _button(shown, "u")) is None:
            self.tap(_button(shown, "a") or "", shown)
            shown = await self._card("a", "u")
        self.tap(data, shown)
        await self._card("x")

    async def _card(self, *verbs: str) -> dict[str, Any]:
        """The message in which one of these buttons came since the last tap, once it is answered.

        The settled card of an earlier job may come at any time; it has none of them.
        """
        shown: dict[str, Any] | None = None
        answered = False
        async with asyncio.timeout(WAIT_SECONDS):
            while not (answered and shown is not None):
                for method, _, result in await self._heard():
                    answered = answered or method == "answerCallbackQuery"
                    if isinstance(result, dict) and any(_button(result, one) for one in verbs):
                        shown = result
        return shown

    async def _heard(self) -> list[tuple[str, dict[str, Any], Any]]:
        await self._news.wait()
        self._news.clear()
        heard, self._calls = self._calls, []
        return heard

    async def settled(self, count: int) -> None:
        """Return when so many jobs have come to their last card."""
        async with asyncio.timeout(WAIT_SECONDS):
            while self._last_cards() < count:
                self._news.clear()
                await self._news.wait()

    def _last_cards(self) -> int:
        return sum(
            1
            for step in self.steps
            for method, params in step.calls
            if method != "answerCallbackQuery" and _button(params, "n")
        )

    async def repeat(self, recorded: list[Step]) -> None:
        """Tap what was tapped in a recorded ride, each time waiting for as many calls."""
        for step in recorded:
            self.tap(step.data, step.tapped)
            mine = self.steps[-1]
            async with asyncio.timeout(WAIT_SECONDS):
                while len(mine.calls) < len(step.calls):
                    self._news.clear()
                    await self._news.wait()


def group_card(chat_id: int, number: str) -> dict[str, Any]:
    """The card of a call as the group sees it."""
    claim = {"text": "Claim a job", "callback_data": f"c:{number}"}
    text = "Pairs of pairs: compare two answers.\n5 tasks, about 10 min · 2.00 USD\n99 jobs left"
    return message(chat_id, 7, {"text": text, "reply_markup": {"inline_keyboard": [[claim]]}})


def _button(shown: dict[str, Any], verb: str) -> str | None:
    """What the first button with that verb sends."""
    for row in (shown.get("reply_markup") or {}).get("inline_keyboard", ()):
        for button in row:
            data: str = button.get("callback_data") or ""
            if data.partition(":")[0] == verb:
                return data
    return None
