"""What people were told, held against what is in the database."""

import re
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import BigInteger, cast, func, select

from bot.domain.schemes import Scheme
from sandbox import Sandbox
from storage import jobs, projects
from storage.database import Database, Tx
from storage.schema import assignments, causes, inbox, people, ratings

# Buttons that change something; what is told after them is told after the commit.
WRITING = frozenset({"a", "sr", "fr", "b", "t", "u", "x", "ga", "gr", "e", "h", "c", "n"})
# Questions of a newcomer, and the steps that are still to come once they were answered. A second
# tap is answered as well, and writes nothing.
AFTER = {
    "k": ("language", "zone", "done"),
    "l": ("zone", "done"),
    "z": ("done",),
}

# "Task 2 of 5 · Pairs of short" in any language: the place, the size, the name of the project.
_HEAD = re.compile(r"^\D*(\d+)\D+\d+\W* · ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Told:
    """What one person was shown in answer to one tap."""

    text: str
    alert: bool
    url: str


@dataclass
class Ledger:
    """Every tap that was answered, by the id of its callback query."""

    sandbox: Sandbox
    told: dict[str, Told] = field(default_factory=dict)
    acknowledged: int = 0
    _settled: int = 0

    def read(self) -> None:
        """Take down what people and Telegram were told until now; the database comes after."""
        self._settled = self.sandbox.queue.settled_up_to
        for call in self.sandbox.calls:
            if call.method == "answerCallbackQuery" and call.result is True:
                query = str(call.params["callback_query_id"])
                alert = str(call.params.get("show_alert", "")).lower() == "true"
                text, url = str(call.params.get("text", "")), str(call.params.get("url", ""))
                self.told.setdefault(query, Told(text, alert, url))

    async def check(self, db: Database) -> list[str]:
        """What people were told and is not so."""
        async with db.read() as tx:
            taps = await _taps(tx)
            done = set((await tx.execute(select(causes.c.cause))).scalars())
            wrong = await self._forgotten(tx)
            wrong += self._unstored(taps) + self._without_effect(taps, done)
            wrong += await self._not_arrived(tx, taps)
            return wrong + await _other_answers(tx, taps, done)

    async def _forgotten(self, tx: Tx) -> list[str]:
        """Updates that Telegram has let go of because the bot said that it has them."""
        last = self._settled
        ids = select(func.min(inbox.c.update_id), func.count()).where(inbox.c.update_id <= last)
        first, stored = (await tx.execute(ids)).one()
        missing = 0 if first is None else last - first + 1 - stored
        return [f"updates acknowledged, yet never stored: {missing}"] if missing else []

    def _unstored(self, taps: list[dict[str, Any]]) -> list[str]:
        stored = {tap["query"] for tap in taps}
        missing = [query for query in self.told if query not in stored]
        return [f"answered taps that were never stored: {missing[:5]}"] if missing else []

    def _without_effect(self, taps: list[dict[str, Any]], done: set[str]) -> list[str]:
        wrong = []
        self.acknowledged = 0
        for tap in taps:
            told = self.told.get(tap["query"])
            if told is None or told.alert or tap["data"].partition(":")[0] not in WRITING:
                continue
            self.acknowledged += 1
            if f"u{tap['update_id']}" not in done:
                wrong.append(f"acknowledged, yet not in the database: tap {tap['data']}")
        return wrong

    async def _not_arrived(self, tx: Tx, taps: list[dict[str, Any]]) -> list[str]:
        """Newcomers whose answer was acknowledged and who are asked again."""
        found = await tx.execute(select(people.c.telegram_id, people.c.arrival))
        steps = {row.telegram_id: row.arrival for row in found}
        wrong = []
        for tap in taps:
            told, later = self.told.get(tap["query"]), AFTER.get(tap["data"].partition(":")[0])
            if told is None or told.alert or later is None:
                continue
            self.acknowledged += 1
            if steps.get(tap["person"]) not in later:
                wrong.append(f"acknowledged, yet asked again: tap {tap['data']}")
        return wrong


async def _taps(tx: Tx) -> list[dict[str, Any]]:
    """Every stored tap: update and query id, button data, the text it stood under, by whom."""

    query = inbox.c.payload["callback_query"]
    found = select(
        inbox.c.update_id,
        query["id"].as_string().label("query"),
        query["data"].as_string().label("data"),
        query["message"]["text"].as_string().label("text"),
        cast(query["from"]["id"].as_string(), BigInteger).label("person"),
    ).where(query["id"].as_string().is_not(None))
    rows = (await tx.execute(found.order_by(inbox.c.update_id))).mappings()
    return [dict(row) for row in rows]


async def _other_answers(tx: Tx, taps: list[dict[str, Any]], done: set[str]) -> list[str]:
    """Ratings whose stored answer is not the one that was tapped last."""
    last: dict[tuple[str, int], tuple[int, int]] = {}
    for tap in taps:
        verb, *rest = tap["data"].split(":")
        if verb == "a" and f"u{tap['update_id']}" in done:
            head = _HEAD.search(tap["text"])
            if head is None:
                raise ValueError(f"a task without a head: {tap['text'][:80]!r}")
            last[rest[0], int(head[1])] = (int(rest[2]), int(rest[3]))
    wrong = []
    schemes: dict[int, Scheme] = {}
    for (number, position), (asked, option) in last.items():
        job = await jobs.by_number(tx, number)
        if job is None:
            wrong.append(f"a rated job is gone: {number}")
            continue
        version = job.terms.project_version_id
        if version not in schemes:
            schemes[version] = await projects.scheme_of(tx, version)
        question = schemes[version].questions[asked]
        stored = await _stored(tx, job.id, position)
        if stored is None:
            continue  # it went on to a later job of the person
        if stored.get(question.id) != question.options[option].value:
            wrong.append(f"job {number}, task {position}: another answer than was tapped last")
    return wrong


async def _stored(tx: Tx, job_id: int, position: int) -> dict[str, Any] | None:
    """The answer of that task of the job: as submitted, else its draft."""
    mine = (assignments.c.job_id == job_id) & (assignments.c.position == position)
    row = (await tx.execute(select(assignments.c.id, assignments.c.answer).where(mine))).first()
    if row is None:
        return None
    given = select(ratings.c.answer).where(ratings.c.assignment_id == row.id)
    answer: dict[str, Any] | None = (
        await tx.execute(given.order_by(ratings.c.version.desc()).limit(1))
    ).scalar()
    return row.answer if answer is None else answer
