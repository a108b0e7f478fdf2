"""Everything about a person as a file: whole, theirs alone, readable, and quickly made."""

import io
import json
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Select
from sqlalchemy.sql import visitors

from bot.domain.my_data import FIELDS, WORDED, WORDS, About, Page
from bot.domain.refusal import Refused
from bot.domain.rules import Rules
from bot.domain.steps import StepKind
from bot.printing.my_data import bound, write_page
from bot.services import my_data, outbox, standing
from storage import my_data as stored
from storage import schema
from storage.database import Database
from storage.my_data import standing as stored_standing
from storage.my_data import work as stored_work
from tests.services.builders import DAY, NOW, Hall
from tests.services.paid_hall import fill
from tests.services.standing_acts import tell

LATER = NOW + 40 * DAY


def _read(found: Select[Any]) -> Iterator[str]:
    """The columns of our tables that a statement gives back."""
    for column in found.inner_columns:
        for part in visitors.iterate(column):
            table = getattr(part, "table", None)
            if table is not None:
                name = getattr(table, "element", table).name
                yield f"{name}.{getattr(part, 'name', '')}"


def test_every_column_is_in_the_file_or_left_out_with_a_reason() -> None:
    besides = (stored_standing._EVIDENCE, stored_standing._WORDS, stored_work._VERSIONS)
    told = {
        name for found in (*(one.found for one in stored.KINDS), *besides) for name in _read(found)
    }
    missing = [
        f"{table.name}.{column.name}"
        for table in schema.metadata.sorted_tables
        for column in table.columns
        if table.name not in stored.TABLES
        and f"{table.name}.{column.name}" not in told | set(stored.COLUMNS)
        # Which rows belong together is told by public numbers.
        and column.name != "id"
        and not column.foreign_keys
    ]
    assert missing == []
    assert sorted(set(stored.COLUMNS) & told) == []
    tables = {table.name for table in schema.metadata.sorted_tables}
    assert set(stored.TABLES) <= tables
    assert {name.partition(".")[0] for name in stored.COLUMNS} <= tables


async def _pages(db: Database, person_id: int, **how: Any) -> list[Page]:
    return [one async for one in my_data.pages(db, person_id=person_id, rules=Rules(), **how)]


async def _file(db: Database, person_id: int, folder: Path, **how: Any) -> tuple[str, Any]:
    """The page to read, and the file for programs as it is parsed."""
    about = await my_data.about(db, person_id=person_id, now=NOW, has_tasks=True)
    found = await _pages(db, person_id, **how)
    for nth, page in enumerate(found, 1):
        write_page(str(folder), nth, page, about)
        write_page(str(folder), nth, page, about)  # a second time changes nothing
    kinds = tuple(dict.fromkeys(page.kind for page in found))
    made = zipfile.ZipFile(io.BytesIO(bound(str(folder), len(found), kinds, about)))
    assert made.namelist() == ["my-data.html", "my-data.json"]
    return made.read("my-data.html").decode(), json.loads(made.read("my-data.json"))


async def _person(hall: Hall, name: str) -> int:
    rows = await hall.rows(schema.people, schema.people.c.name == name)
    return int(rows[0].id)


async def test_the_file_holds_all_that_a_person_has_and_nothing_of_others(
    hall: Hall, tmp_path: Path
) -> None:
    await fill(hall)
    ada, boss = await _person(hall, "Person 0"), await _person(hall, "Boss")
    step = await tell(hall, boss, ada, StepKind.warning, now=LATER)
    await standing.appeal(hall.db, step=step.number, by=ada, cause=hall.cause(), now=LATER)
    html, whole = await _file(hall.db, ada, tmp_path, records=3)
    records = {name: one["items"] for name, one in whole["records"].items()}
    assert list(records) == [one.name for one in stored.KINDS]
    assert records["profile"][0]["name"] == "Person 0"
    mine = await hall.rows(schema.lines, schema.lines.c.person_id == ada)
    assert [one["number"] for one in records["lines"]] == [one.number for one in mine]
    assert records["lines"][0]["pay"] == {"amount": "0.40", "currency": "USD", "minor": 40}
    assert [one["number"] for one in records["statements"]]
    assert {one["account"] for one in records["ledger"]} == {"earned", "payable", "payout"}
    assert records["steps"][0]["evidence"][0]["words"].startswith("Seen at")
    assert records["steps"][0]["decided_as"] == "admin"
    assert records["appeals"][0]["step"] == step.number
    assert "decided" in {one["act"].split("-")[-1] for one in records["journal"]}
    assert {one["by"] for one in records["journal"]} <= {"you", "hall", "clock"}
    for text in (html, json.dumps(whole)):
        assert "Boss" not in text
        assert "Person 1" not in text
        assert "model-x" not in text


async def test_tasks_are_told_as_they_were_shown_with_answers_in_words(
    hall: Hall, tmp_path: Path
) -> None:
    await fill(hall)
    html, whole = await _file(hall.db, await _person(hall, "Person 0"), tmp_path)
    first = whole["records"]["ratings"]["items"][0]
    row = (await hall.rows(schema.assignments))[0]
    assert [one["label"] for one in first["responses"]] == ["A", "B"]
    letters = ["x", "y"]
    shown = [f"Answer {letters[at]} to {first['task']}." for at in row.shown_order]
    assert [one["text"] for one in first["responses"]] == shown
    assert first["answers"][0]["answer"] == "A better"
    assert first["versions"][0]["pay"]["minor"] == 40
    assert shown[0] in html


async def test_what_must_not_leave_the_chat_is_not_in_the_file(hall: Hall, tmp_path: Path) -> None:
    await hall.project(protect_content=True)
    ada = await hall.person()
    await hall.finish(await hall.claim(await hall.call(), ada))
    _, whole = await _file(hall.db, ada, tmp_path)
    first = whole["records"]["ratings"]["items"][0]
    assert "prompt" not in first
    assert first["answers"][0]["answer"] == "A better"


async def test_whoever_acts_for_the_hall_gets_nothing_about_those_they_acted_on(
    hall: Hall, tmp_path: Path
) -> None:
    await fill(hall)
    ada, boss = await _person(hall, "Person 0"), await _person(hall, "Boss")
    step = await tell(hall, boss, ada, StepKind.warning, now=LATER)
    _, whole = await _file(hall.db, boss, tmp_path)
    records = {name: one["items"] for name, one in whole["records"].items()}
    (mine,) = [one for one in records["journal"] if one["act"] == "step-decided"]
    assert (mine["by"], mine["subject"], mine["before"], mine["after"]) == (
        "you", "somebody", None, None
    )  # fmt: skip
    assert records["steps"] == records["lines"] == records["ratings"] == []
    assert step.number not in json.dumps(whole)


async def test_one_file_at_a_time(hall: Hall) -> None:
    ada = await hall.person()
    await my_data.request(hall.db, person_id=ada, cause="first", now=NOW)
    with pytest.raises(Refused, match="my-data-coming"):
        await my_data.request(hall.db, person_id=ada, cause="second", now=NOW)
    await hall.change(schema.notices, (await hall.notices("my_data"))[0].id, state="cancelled")
    await my_data.request(hall.db, person_id=ada, cause="third", now=NOW)
    assert len(await outbox.lease(hall.db, NOW, 10)) == 1


class _Balance(HTMLParser):
    """Whether every element that is opened is closed, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


async def test_the_page_is_whole_and_runs_as_its_language_does(hall: Hall, tmp_path: Path) -> None:
    await fill(hall)
    ada = await _person(hall, "Person 0")
    await hall.change(schema.people, ada, language="ar", name="<b>Ada</b> & co")
    html, _ = await _file(hall.db, ada, tmp_path)
    assert '<html lang="ar" dir="rtl">' in html
    assert "<b>Ada</b>" not in html
    parser = _Balance()
    parser.feed(html)
    assert parser.open == []


async def test_every_field_and_every_word_of_ours_has_a_text(hall: Hall) -> None:
    await fill(hall)
    boss = await _person(hall, "Boss")
    ada = await _person(hall, "Person 0")
    await tell(hall, boss, ada, StepKind.warning, now=LATER)
    fields: set[str] = set()
    words: set[str] = set()

    def look(one: Any, name: str = "") -> None:
        if isinstance(one, dict):
            for key, value in one.items():
                fields.add(key)
                look(value, key)
        elif isinstance(one, list):
            for value in one:
                look(value, name)
        elif isinstance(one, str) and name in WORDED:
            words.add(one.replace(" ", "-"))

    for page in await _pages(hall.db, ada):
        for record in page.records:
            told = {k: v for k, v in record.items() if k not in ("terms", "before", "after")}
            look(told)
    assert fields - FIELDS == set()
    # Reasons are codes of rubrics and rules.
    assert words - WORDS - {"care", "facts", "thanks", "expired-jobs"} == set()


def test_nothing_in_the_file_is_a_rendered_secret(tmp_path: Path) -> None:
    about = About("", "R1", "xx", "UTC", NOW, has_tasks=False)
    made = zipfile.ZipFile(io.BytesIO(bound(str(tmp_path), 0, (), about)))
    html = made.read("my-data.html").decode()
    assert 'lang="en"' in html
    assert "too large for Telegram" in html
    assert json.loads(made.read("my-data.json"))["about"]["has_task_texts"] is False
