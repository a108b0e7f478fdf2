"""A client's answer by file: reported on, applied once, all of it or nothing."""

import asyncio
import csv
import io
from functools import partial

import pytest

from bot.domain.numbers import SIGNS
from bot.domain.refusal import Refused
from bot.domain.rules import PayRules
from bot.insistence import insistently
from bot.services import batches
from bot.services.batches import FileReport
from storage import schema
from tests.services.batch_acts import ACCEPTED, RULES, SAID, Delivery, delivered, rated
from tests.services.builders import DAY, NOW, Hall

SILENCE = NOW + 10 * DAY


async def rows_of(made: Delivery) -> list[dict[str, str]]:
    """What the client is handed, row by row."""
    _, body = await batches.lines_file(made.hall.db, made.batch, by=made.client)
    return list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"))))


def written(rows: list[dict[str, str]]) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def refused(row: dict[str, str]) -> dict[str, str]:
    return row | {"decision": "refused", "reason": "copied", "words": "", "evidence": "See q-1."}


def confirmed(row: dict[str, str]) -> dict[str, str]:
    return row | {"decision": "Confirmed"}


async def staged(made: Delivery, rows: list[dict[str, str]], *, by: int | None = None) -> str:
    return await batches.stage(
        made.hall.db, name="answer.csv", body=written(rows), by=by or made.client,
        cause=made.hall.cause(), now=ACCEPTED,
    )  # fmt: skip


async def applied(
    made: Delivery, number: str, *, rules: PayRules = RULES, by: int | None = None
) -> FileReport:
    return await batches.apply_file(
        made.hall.db, number, by=by or made.client, cause=made.hall.cause(), now=ACCEPTED,
        rules=rules,
    )  # fmt: skip


async def test_the_file_names_the_work_and_neither_people_nor_money(hall: Hall) -> None:
    made = await delivered(hall, tasks=2)
    rows = await rows_of(made)
    assert [(row["task"], row["state"], row["decision"]) for row in rows] == [
        ("t1", "waiting", ""), ("t2", "waiting", "")
    ]  # fmt: skip
    assert {row["confirm_by"] for row in rows} == {SILENCE.isoformat()}
    assert rows[0]["answer: preference"] in ("2", "-2")
    _, body = await batches.lines_file(hall.db, made.batch, by=made.client)
    assert [word for word in (b"Person", b"USD", b"40", b"0.4") if word in body] == []


async def test_a_filled_in_file_is_reported_and_then_applied_once(hall: Hall) -> None:
    made = await delivered(hall, tasks=20)
    rows = await rows_of(made)
    answer = [confirmed(one) for one in rows[:10]] + [refused(rows[10])] + rows[11:]
    number = await staged(made, answer)
    report = await batches.report(hall.db, number, by=made.client, now=ACCEPTED)
    assert (report.confirmed, report.refused, report.same, report.late) == (10, 1, 0, [])
    assert {line.client for line in await made.lines()} == {"waiting"}
    await applied(made, number)
    said = [line.client for line in await made.lines()]
    assert (said.count("confirmed"), said.count("refused"), said.count("waiting")) == (10, 1, 9)
    (refusal,) = await made.refusals()
    assert (refusal.reason, refusal.words, refusal.evidence) == ("copied", "See q-1.", "See q-1.")
    with pytest.raises(Refused, match="file-used"):
        await applied(made, number)
    again = await staged(made, answer)
    report = await batches.report(hall.db, again, by=made.client, now=ACCEPTED)
    assert (report.confirmed, report.refused, report.same) == (0, 0, 11)


async def test_the_refusals_of_a_file_count_together(hall: Hall) -> None:
    made = await delivered(hall, tasks=20)
    done = await applied(made, await staged(made, [refused(one) for one in await rows_of(made)]))
    assert (done.refused, done.held) == (20, 20)
    assert {one.state for one in await made.refusals()} == {"held"}
    assert {line.state for line in await made.lines()} == {"accepted"}
    assert len(await hall.notices("refusals_held")) == 1


async def test_one_fault_keeps_the_whole_file_out(hall: Hall) -> None:
    made = await delivered(hall, tasks=3)
    rows = await rows_of(made)
    number = await staged(made, [confirmed(rows[0]), rows[1] | {"decision": "maybe"}])
    report = await batches.report(hall.db, number, by=made.client, now=ACCEPTED)
    assert [(one.line, one.code) for one in report.faults] == [(3, "not-an-option")]
    with pytest.raises(Refused, match="file-faults"):
        await applied(made, number)
    assert {line.client for line in await made.lines()} == {"waiting"}


async def test_nobody_answers_for_a_batch_that_is_not_theirs(hall: Hall) -> None:
    made = await delivered(hall, tasks=2)
    rows = await rows_of(made)
    stranger = await hall.person("Eve")
    with pytest.raises(Refused, match="not-client"):
        await staged(made, rows, by=stranger)
    number = await staged(made, [confirmed(one) for one in rows])
    with pytest.raises(Refused, match="file-used"):
        await applied(made, number, by=made.coordinator)
    unknown = await staged(made, [confirmed(rows[0] | {"line": SIGNS[0] * 8})])
    report = await batches.report(hall.db, unknown, by=made.client, now=ACCEPTED)
    assert [one.code for one in report.faults] == ["unknown-line"]


async def test_an_undelivered_batch_takes_no_file(hall: Hall) -> None:
    made = await rated(hall, tasks=2)
    rows = [{"line": line.number, "decision": "confirmed"} for line in await made.lines()]
    number = await staged(made, rows)
    report = await batches.report(hall.db, number, by=made.client, now=ACCEPTED)
    assert [one.code for one in report.faults] == ["unknown-line"] * 2


async def test_what_comes_too_late_is_left_out_with_its_reason(hall: Hall) -> None:
    made = await delivered(hall, tasks=3)
    rows = await rows_of(made)
    await made.confirm(rows[0]["line"])
    number = await staged(made, [refused(rows[0]), confirmed(rows[1])])
    report = await batches.report(hall.db, number, by=made.client, now=ACCEPTED)
    assert [(line, no.reason) for line, no in report.late] == [
        (rows[0]["line"], "line-client-confirmed")
    ]
    done = await applied(made, number)
    assert (done.confirmed, done.refused) == (1, 0)
    late = await staged(made, [refused(rows[2])])
    report = await batches.report(hall.db, late, by=made.client, now=SILENCE)
    assert [no.reason for _, no in report.late] == ["line-silent"]


async def test_a_yes_in_a_file_takes_a_held_refusal_back(hall: Hall) -> None:
    made = await delivered(hall, tasks=3)
    rows = await rows_of(made)
    assert await made.refuse(rows[0]["line"], said=SAID)
    await applied(made, await staged(made, [confirmed(one) for one in rows]))
    assert [one.state for one in await made.refusals()] == ["dismissed"]
    assert (await made.stored()).state == "confirmed"


async def test_a_dropped_file_is_forgotten(hall: Hall) -> None:
    made = await delivered(hall, tasks=1)
    number = await staged(made, await rows_of(made))
    await batches.drop_file(hall.db, number, by=made.client, cause=hall.cause())
    (file,) = await hall.rows(schema.files)
    assert (file.used, file.body) == (True, b"")
    with pytest.raises(Refused, match="file-used"):
        await batches.drop_file(hall.db, number, by=made.client, cause=hall.cause())


async def test_a_file_that_is_applied_twice_at_once_has_one_effect(hall: Hall) -> None:
    made = await delivered(hall, tasks=20)
    rows = await rows_of(made)
    number = await staged(
        made, [refused(one) for one in rows[:2]] + [confirmed(one) for one in rows[2:]]
    )

    async def tried() -> bool:
        try:
            await insistently(partial(applied, made, number))
        except Refused:
            return False
        return True

    assert (await asyncio.gather(*(tried() for _ in range(4)))).count(True) == 1
    said = [line.client for line in await made.lines()]
    assert (said.count("confirmed"), said.count("refused")) == (18, 2)
    assert len(await made.refusals()) == 2
    entries = await hall.rows(schema.entries, schema.entries.c.movement == "confirmed")
    assert len(entries) == 20
