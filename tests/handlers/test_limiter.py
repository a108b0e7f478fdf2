"""The limiter on a clock of its own, where a minute takes no time."""

import asyncio
import heapq
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from telegram.error import RetryAfter

from bot.domain.notices import Priority
from handlers.budgets import START_RATE, ChatBudget, OverallBudget
from handlers.client import make_bot, wait_of
from handlers.limiter import Errand, Kind, Limiter, UnwantedError, kind_of
from sandbox import Limits, Sandbox
from sandbox.clock import SandboxClock

START = datetime(2030, 1, 1, tzinfo=UTC)


class LeapingClock:
    """Time stands still while anybody can go on, then leaps to the next sleeper's time."""

    def __init__(self) -> None:
        self._now = START
        self._sleepers: list[tuple[datetime, int, asyncio.Future[None]]] = []
        self._count = 0
        self.sleeps = 0

    def now(self) -> datetime:
        return self._now

    async def sleep_until(self, when: datetime) -> None:
        self.sleeps += 1
        self._count += 1
        turn = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (when, self._count, turn))
        await turn

    def subscribe(self, wake: Callable[[], None]) -> Callable[[], None]:
        del wake  # nobody moves this clock
        return lambda: None

    async def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        """Run the work to its end, leaping whenever all of it waits for the time."""
        task = asyncio.ensure_future(work)
        idle = 0
        while not task.done():
            await asyncio.sleep(0)
            idle += 1
            if idle > 20 and self._sleepers:
                when, _, turn = heapq.heappop(self._sleepers)
                if not turn.done():
                    self._now = max(self._now, when)
                    turn.set_result(None)
                    idle = 0
        return task.result()


class Wire:
    """Takes calls; remembers when each was made; refuses as told."""

    def __init__(self, patience: float = 5) -> None:
        self.clock = LeapingClock()
        self.limiter = Limiter(self.clock, patience=timedelta(seconds=patience))
        self.log: list[tuple[float, int | str, str]] = []
        self.refuse: Callable[[float, int | str], float] = lambda _at, _chat: 0

    def at(self) -> float:
        return (self.clock.now() - START).total_seconds()

    async def call(
        self, chat: int | str, *, priority: int = 0, method: str = "sendMessage", name: str = ""
    ) -> Any:
        async def go() -> bool:
            wait = self.refuse(self.at(), chat)
            self.log.append((self.at(), chat, "429" if wait else name))
            if wait:
                raise RetryAfter(timedelta(seconds=wait))
            return True

        return await self.limiter.process_request(
            go, (), {}, method, {"chat_id": chat}, priority or None
        )

    def times(self, chat: int | str) -> list[float]:
        return [at for at, where, _ in self.log if where == chat]


async def patient(wire: Wire, chat: int, *, priority: int) -> int:
    """As the outbox does: come back when told; returns how often."""
    for again in range(100):
        try:
            await wire.call(chat, priority=priority)
        except RetryAfter as error:
            await wire.clock.sleep_until(wire.clock.now() + wait_of(error))
        else:
            return again
    raise AssertionError("never got through")


async def together(*calls: Coroutine[Any, Any, Any]) -> list[Any]:
    return await asyncio.gather(*calls, return_exceptions=True)


def most_in(times: list[float], seconds: float) -> int:
    """The most that fall into any window of that many seconds."""
    return max(sum(1 for t in times if start <= t < start + seconds) for start in times)


@pytest.mark.parametrize(
    ("method", "data", "kind"),
    [
        ("sendMessage", {"chat_id": 5}, Kind.counted),
        ("sendMessage", {"chat_id": "-5"}, Kind.counted),
        ("copyMessages", {"chat_id": "@group"}, Kind.counted),
        ("editMessageText", {"chat_id": -5}, Kind.counted),
        ("editMessageText", {"chat_id": 5}, Kind.edit),
        ("editMessageText", {"inline_message_id": "x"}, Kind.free),
        ("sendChatAction", {"chat_id": 5}, Kind.free),
        ("answerCallbackQuery", {"callback_query_id": "1"}, Kind.free),
        ("getMe", {}, Kind.free),
        ("deleteMessage", {"chat_id": 5}, Kind.free),
    ],
)
def test_what_a_call_counts_as(method: str, data: dict[str, Any], kind: Kind) -> None:
    assert kind_of(method, data)[0] is kind


async def test_a_chat_gets_a_short_burst_and_then_one_a_second() -> None:
    wire = Wire()
    await wire.clock.run(together(*(wire.call(5) for _ in range(6))))
    assert wire.times(5) == pytest.approx([0, 0, 0, 1, 2, 3], abs=0.01)


async def test_one_slow_chat_holds_up_no_other() -> None:
    wire = Wire()
    await wire.clock.run(together(*(wire.call(5) for _ in range(6)), wire.call(6)))
    assert wire.times(6) == [0]


async def test_a_group_gets_twenty_a_minute_edits_counted() -> None:
    wire = Wire(patience=100)

    async def busy() -> None:
        for number in range(45):
            method = "editMessageText" if number % 2 else "sendMessage"
            await wire.call(-7, method=method)

    await wire.clock.run(busy())
    assert len(wire.times(-7)) == 45
    assert most_in(wire.times(-7), 60) == 20


async def test_private_edits_answers_and_other_calls_are_not_delayed() -> None:
    wire = Wire()
    methods = ("editMessageText", "answerCallbackQuery", "getFile", "setMyCommands")
    await wire.clock.run(
        together(*(wire.call(5, method=method) for method in methods for _ in range(50)))
    )
    assert {at for at, _, _ in wire.log} == {0}


async def test_all_chats_together_keep_to_the_overall_rate() -> None:
    wire = Wire()
    await wire.clock.run(together(*(wire.call(chat) for chat in range(1, 201))))
    times = [at for at, _, _ in wire.log]
    assert most_in(times, 1) <= START_RATE * 1.5
    assert max(times) < 200 / START_RATE * 1.1


async def test_priority_goes_first_then_arrival() -> None:
    wire = Wire()
    crowd = [wire.call(chat, priority=Priority.broadcast) for chat in range(1, 11)]
    late = [
        wire.call(100, priority=Priority.job, name="job"),
        wire.call(101, priority=Priority.job, name="second job"),
        wire.call(102, name="answer"),
    ]
    await wire.clock.run(together(*crowd, *late))
    order = [name or chat for _, chat, name in wire.log]
    # Five went as the burst before anybody else had come.
    assert order == [1, 2, 3, 4, 5, "answer", "job", "second job", 6, 7, 8, 9, 10]


async def test_a_429_holds_back_its_chat_exactly_and_no_other() -> None:
    wire = Wire()
    wire.refuse = lambda at, chat: 35 if chat == 5 and at < 30 else 0

    async def scene() -> list[Any]:
        first = await together(wire.call(5, priority=Priority.job), wire.call(6))
        again = await together(wire.call(5, priority=Priority.job), wire.call(5))
        edit = await together(wire.call(5, method="editMessageText"))
        await patient(wire, 5, priority=Priority.job)
        return [*first, *again, *edit]

    results = await wire.clock.run(scene())
    refused = [result for result in results if isinstance(result, RetryAfter)]
    assert len(refused) == 4
    assert wire.times(6) == [0]
    # Nothing reached the chat in between: the limiter knew.
    assert wire.times(5) == pytest.approx([0, 35], abs=0.01)
    assert wire.times(5)[1] >= 35


async def test_an_answer_is_tried_again_after_a_short_wait_a_notice_is_not() -> None:
    wire = Wire()
    wire.refuse = lambda at, _chat: 3 if at < 2 else 0
    results = await wire.clock.run(together(wire.call(5)))
    assert results == [True]
    assert wire.times(5) == pytest.approx([0, 3], abs=0.01)
    wire = Wire()
    wire.refuse = lambda at, _chat: 3 if at < 2 else 0
    results = await wire.clock.run(together(wire.call(5, priority=Priority.personal)))
    assert isinstance(results[0], RetryAfter)


async def test_an_answer_that_is_refused_twice_is_given_back() -> None:
    wire = Wire()
    wire.refuse = lambda _at, _chat: 2
    results = await wire.clock.run(together(wire.call(5)))
    assert isinstance(results[0], RetryAfter)
    assert len(wire.log) == 2


async def test_a_method_without_a_chat_obeys_its_own_429() -> None:
    wire = Wire()
    wire.refuse = lambda at, _chat: 4 if at < 1 else 0

    async def scene() -> None:
        await together(wire.call(5, method="sendChatAction"))
        await wire.call(5, method="sendChatAction")

    await wire.clock.run(scene())
    assert [at for at, _, _ in wire.log] == pytest.approx([0, 4, 4], abs=0.01)


async def test_several_chats_refused_at_once_hold_back_all() -> None:
    wire = Wire()
    wire.refuse = lambda at, chat: 4 if chat in (1, 2) and at < 1 else 0

    async def scene() -> None:
        await together(wire.call(1, priority=1), wire.call(2, priority=1))
        await wire.call(3)

    await wire.clock.run(scene())
    assert wire.times(3) == pytest.approx([4], abs=0.01)
    assert wire.times(3)[0] >= 4
    assert wire.limiter.rate < START_RATE


async def test_a_long_wait_of_one_group_is_not_everybodys() -> None:
    wire = Wire()
    wire.refuse = lambda at, chat: {-9: 40, 2: 1}.get(int(chat), 0) if at < 1 else 0

    async def scene() -> None:
        await together(wire.call(-9, priority=1), wire.call(2, priority=1))
        await wire.call(3)

    await wire.clock.run(scene())
    assert wire.times(3) == pytest.approx([1], abs=0.01)


@pytest.mark.parametrize("hidden", [12.0, 60.0])
async def test_the_overall_rate_finds_the_hidden_limit(hidden: float) -> None:
    wire = Wire()
    limits = Limits(overall=(hidden, hidden), chat_per_second=None, group_per_minute=None)
    wire.refuse = lambda at, chat: limits.take(int(chat), private=True, now=at)
    count = int(hidden * 60)
    begun = iter(range(1, count + 1))

    async def sender() -> None:
        for chat in begun:
            await patient(wire, chat, priority=Priority.broadcast)

    await wire.clock.run(together(*(sender() for _ in range(25))))
    refused = sum(1 for _, _, name in wire.log if name == "429")
    assert len(wire.log) - refused == count
    assert refused < count / 20
    # It uses at least half of what is allowed, having begun elsewhere.
    assert wire.at() < 2 * count / hidden


async def test_waiting_takes_no_turns_of_the_loop() -> None:
    wire = Wire()
    await wire.clock.run(together(*(wire.call(5) for _ in range(5)), wire.call(-7)))
    assert wire.clock.sleeps <= 5


async def test_a_call_given_up_by_its_caller_leaves_the_line() -> None:
    wire = Wire()

    async def scene() -> None:
        calls = [asyncio.ensure_future(wire.call(5, name=str(n))) for n in range(5)]
        await calls[0]
        calls[3].cancel()
        await asyncio.gather(*calls, return_exceptions=True)

    await wire.clock.run(scene())
    assert [name for _, _, name in wire.log] == ["0", "1", "2", "4"]
    assert wire.times(5)[-1] == pytest.approx(1, abs=0.01)


async def test_the_end_cancels_who_waits() -> None:
    wire = Wire()
    calls = [asyncio.ensure_future(wire.call(5)) for _ in range(5)]
    await calls[0]
    await wire.limiter.shutdown()
    results = await asyncio.gather(*calls, return_exceptions=True)
    assert [isinstance(r, asyncio.CancelledError) for r in results] == [False] * 3 + [True] * 2


async def test_the_sandbox_refuses_nothing_of_a_burst_to_many_chats() -> None:
    async with Sandbox(seed=3) as sandbox:
        crowd = [sandbox.person(f"P{n}") for n in range(30)]
        for person in crowd:
            await person.start()
        assert isinstance(sandbox.clock, SandboxClock)
        bot = make_bot(sandbox.token, sandbox.url, Limiter(sandbox.clock))
        async with bot:
            await asyncio.gather(*(bot.send_message(p.id, "hello") for p in crowd))
        assert [len(p.inbox()) for p in crowd] == [2] * 30
        assert sandbox.refusals == []


def test_a_chat_is_forgotten_only_when_that_changes_nothing() -> None:
    used = {chat: ChatBudget(0, group=chat == "group") for chat in ("private", "group", "held")}
    for budget in used.values():
        budget.take(0)
    used["held"].paused_until = 1386
    assert [name for name, b in used.items() if b.is_idle(2)] == []
    assert [name for name, b in used.items() if b.is_idle(10)] == ["private"]
    assert [name for name, b in used.items() if b.is_idle(100)] == ["private", "group"]
    assert [name for name, b in used.items() if b.is_idle(1400)] == ["private", "group", "held"]


async def test_what_is_wanted_no_more_when_its_turn_comes_is_not_sent() -> None:
    clock, sent, wanted = LeapingClock(), [], [True]
    limiter = Limiter(clock, known=10)

    async def still() -> bool:
        return wanted[0]

    async def post(chat: int) -> dict[str, Any]:
        sent.append(chat)
        # Whoever stops it does so when the first of them has gone.
        wanted[0] = False
        return {}

    async def call(chat: int) -> Any:
        errand = Errand(Priority.broadcast, still)
        given = {"chat_id": chat}
        return await limiter.process_request(post, (chat,), {}, "sendMessage", given, errand)

    both = asyncio.gather(*(call(chat) for chat in (1, 2, 3)), return_exceptions=True)
    found = await clock.run(_result(both))
    assert sent == [1]
    assert [type(one) for one in found[1:]] == [UnwantedError] * 2
    await limiter.shutdown()


async def _result(work: Any) -> Any:
    return await work


def test_a_few_refusals_among_many_messages_slow_nobody_down() -> None:
    budget = OverallBudget(0.0, known=30)
    for nth in range(60):
        budget.take(nth / 30)
    assert [budget.refused(chat, 2.0, 7.0) for chat in range(4)] == [False] * 4
    assert (budget.rate, budget.paused_until) == (30, 0)
    # One in twelve is no chance any more.
    assert budget.refused(4, 2.0, 7.0)
    assert budget.rate < 30
    assert budget.paused_until == 7.0


def test_while_others_get_through_all_wait_for_a_moment_only() -> None:
    budget = OverallBudget(0.0, known=30)
    for nth in range(60):
        budget.take(nth / 30)
    for chat in range(5):
        found = budget.refused(chat, 2.0, 7.0)
        budget.went_well()
    assert found
    assert budget.rate < 30
    assert budget.paused_until == 3.0
    # Now nobody gets through: all wait for as long as they are told.
    for chat in range(5, 8):
        budget.refused(chat, 3.0, 8.0)
    assert budget.paused_until == 7.0, "the least that one of them was told"
