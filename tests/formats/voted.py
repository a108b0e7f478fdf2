"""Tasks with votes, as the formats of exports get them; and the files they make of them."""

import csv
import io
import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from bot.domain.scheme_body import scheme_from
from bot.domain.schemes import Scheme
from bot.domain.tasks import Response, Turn
from bot.formats.outgoing.form import Setting
from bot.formats.schemes import packaged
from bot.formats.votes import Counts, TaskVotes, Vote
from bot.formats.writing import Writing, whole, writers

WHEN = datetime(2026, 3, 1, 12, 30, tzinfo=timezone(timedelta(hours=2)))
ASKED = (Turn("user", "Why?"),)
TALK = (Turn("user", "Hi"), Turn("assistant", "Hello"), Turn("user", "Why?"))
ANSWERS = (Response("a", "First.", "m1"), Response("b", "Second.\u2028End", "m2"))
THREE = (*ANSWERS, Response("c", "Third.", "m3"))
AT = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)


def scheme(name: str = "pairwise") -> Scheme:
    """A scheme that comes with the hall."""
    body = packaged(name)
    assert body is not None
    return scheme_from(body)


def vote(values: dict[str, Any], number: int = 1, verdict: str = "accepted") -> Vote:
    """One rating of somebody."""
    return Vote(
        vote_id=f"v{number}", task_id="t", external_id="x", rater=f"r{number}", tier=None,
        scheme="pairwise", shown_order=(1, 0), values=values, reason="because", claimed_at=WHEN,
        submitted_at=WHEN, active_seconds=40, guideline_version=2, gold=False, verdict=verdict,
        reviewer=None, pay_minor=40, currency="USD", batch="b1",
    )  # fmt: skip


def said(
    *values: dict[str, Any], responses: tuple[Response, ...] = ANSWERS,
    prompt: tuple[Turn, ...] = ASKED, gold: bool = False,
) -> TaskVotes:  # fmt: skip
    """A task with these answers, each of somebody else."""
    votes = tuple(vote(one, n) for n, one in enumerate(values, 1))
    return TaskVotes("x", prompt, responses, votes, gold=gold, language="en")


def task(
    *preferences: int | str, prompt: tuple[Turn, ...] = ASKED, gold: bool = False
) -> TaskVotes:  # fmt: skip
    """A task with these preferences, each of somebody else."""
    return said(*({"preference": one} for one in preferences), prompt=prompt, gold=gold)


def written(
    form: str, tasks: Iterable[TaskVotes], *, of: str = "pairwise", as_messages: bool = False
) -> tuple[bytes, Counts]:  # fmt: skip
    """The file, and what is counted."""
    writing = Writing(writers[form], Setting(scheme(of), as_messages))
    return whole(writing, tasks), writing.counts


def rows(
    form: str, *tasks: TaskVotes, of: str = "pairwise", as_messages: bool = False
) -> list[Any]:  # fmt: skip
    """The rows of the file."""
    body, _ = written(form, tasks, of=of, as_messages=as_messages)
    if writers[form].extension == "csv":
        return list(csv.DictReader(io.StringIO(body.decode(), newline="")))
    if writers[form].extension == "json":
        found: list[Any] = json.loads(body)
        return found
    return [json.loads(line) for line in body.splitlines()]
