import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta

from sandbox.chats import Account, Message
from sandbox.refusal import bad_request

LIVES = timedelta(seconds=150)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the person saw after a tap."""

    text: str | None = None
    show_alert: bool = False
    url: str | None = None
    answered: bool = False


@dataclass(eq=False)
class Query:
    """A tap that waits for the bot's answer."""

    id: str
    account: Account
    message: Message
    asked_at: datetime
    answer: asyncio.Future[Answer]


class CallbackQueries:
    """The taps that can still be answered."""

    def __init__(self, seed: int) -> None:
        self._next = 4_000_000_000_000_000_000 + seed % 1_000_003 * 1_000_000
        self._open: dict[str, Query] = {}

    def ask(self, account: Account, message: Message, now: datetime) -> Query:
        """A new query, open for 150 seconds."""
        self._next += 1
        while self._open and now - (oldest := next(iter(self._open.values()))).asked_at > LIVES:
            del self._open[oldest.id]
        future: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        query = Query(str(self._next), account, message, now, future)
        self._open[query.id] = query
        return query

    def answer(self, query_id: str, answer: Answer, now: datetime) -> Query:
        """Close the query with the answer, or refuse: unknown, answered or too late."""
        query = self._open.pop(query_id, None)
        if query is None or now - query.asked_at > LIVES:
            raise bad_request(TOO_OLD)
        if not query.answer.done():
            query.answer.set_result(answer)
        return query
