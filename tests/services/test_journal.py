"""The journal as admins look into it: narrowed down, page by page, and as a file."""

import csv
import io
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain.journal import Narrowed
from bot.domain.people import Role
from bot.domain.refusal import Refused, Repeated
from bot.effects.record import record
from bot.formats.journal_csv import COLUMNS, journal_csv
from bot.services import journal
from bot.texts import Texts
from handlers.screens import SCREENS
from storage import schema
from tests.services.builders import DAY, NOW, Hall
from tests.services.test_standing_delivery import without_telegram


async def filled(hall: Hall) -> tuple[int, int, str]:
    """An admin, a contractor with a job, and some acts on three days; also the job's number."""
    boss = await hall.person("Boss", roles=(Role.admin,), zone="Asia/Manila")
    ada = await hall.person("=Ada")
    await hall.project(tasks=5)
    job = await hall.claim(await hall.call(), ada)
    await hall.finish(job)
    async with hall.db.begin() as tx:
        for n in range(8):
            await record(
                tx, "set-zone", f"person:{ada}", by=ada, now=NOW + n * DAY / 2,
                before={"zone": "UTC"}, after={"zone": "Asia/Manila"},
            )  # fmt: skip
        await record(
            tx, "step-decided", f"person:{ada}", by=boss, now=NOW + 9 * DAY,
            before={"standing": "good"}, after={"step": "K7WX3QDP", "standing": "warned"},
        )  # fmt: skip
    return boss, ada, job.number


async def test_it_is_read_in_pages_from_the_newest_on(hall: Hall) -> None:
    boss, _, _ = await filled(hall)
    seen, before = [], 0
    names: dict[int, tuple[str, str]] = {}
    while True:
        page = await journal.look(hall.db, Narrowed(), by=boss, before=before)
        seen += page.entries
        names |= page.names
        if not page.more:
            break
        assert len(page.entries) == journal.SHOWN
        before = page.entries[-1].id
    ids = [one.id for one in seen]
    assert ids == sorted(ids, reverse=True)
    assert len(ids) == len(await hall.rows(schema.journal))
    assert (seen[0].act, seen[0].before) == ("step-decided", {"standing": "good"})
    assert names[boss][0] == "Boss"


async def test_it_is_narrowed_down_by_person_actor_act_and_day(hall: Hall) -> None:
    boss, ada, number = await filled(hall)

    async def found(**asked: object) -> list[tuple[str, int | None, str]]:
        narrowed = replace(Narrowed(), **asked)  # type: ignore[arg-type]
        seen = await journal.all_of(hall.db, narrowed, by=boss)
        return [(one.act, one.actor_id, one.subject) for one in seen.entries]

    about = await found(about=ada)
    # Also what belongs to her.
    assert {subject for _, _, subject in about} >= {f"person:{ada}", f"job:{number}"}
    assert {by for _, by, _ in await found(by=ada)} == {ada}
    assert {by for _, by, _ in await found(by=0)} == {None}
    assert {act for act, _, _ in await found(act="step-decided")} == {"step-decided"}
    # A day of Manila begins at 16:00 UTC of the day before.
    days = [len(await found(act="set-zone", day=date(2030, 1, day))) for day in range(15, 21)]
    assert days == [1, 2, 2, 2, 1, 0]
    assert await found(about=ada, act="step-decided", by=boss) == [
        ("step-decided", boss, f"person:{ada}")
    ]


async def test_only_admins_look_into_it(hall: Hall) -> None:
    _, ada, _ = await filled(hall)
    for look in (journal.look, journal.all_of):
        with pytest.raises(Refused, match="not-admin"):
            await look(hall.db, Narrowed(), by=ada)
    with pytest.raises(Refused, match="not-admin"):
        await journal.acts(hall.db, by=ada)
    with pytest.raises(Refused, match="not-admin"):
        await journal.take_along(hall.db, Narrowed(), by=ada, cause="c", now=NOW)
    assert await hall.notices("journal_file") == []


async def test_a_file_is_owed_once_journalled_and_cannot_calculate(hall: Hall) -> None:
    boss, ada, _ = await filled(hall)
    asked, later = Narrowed(about=ada), NOW + timedelta(days=30)
    await journal.take_along(hall.db, asked, by=boss, cause="u1", now=later)
    with pytest.raises(Repeated):
        await journal.take_along(hall.db, asked, by=boss, cause="u1", now=later)
    (told,) = await hall.notices("journal_file")
    assert told.args["code"] == asked.code == f"p{ada}"
    (act,) = await hall.acts("journal-exported")
    assert (act.actor_id, act.after) == (boss, {"narrowed": asked.code})
    seen = await journal.all_of(hall.db, asked, by=boss)
    made = journal_csv(seen.entries, seen.names).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(made)))
    assert list(rows[0]) == list(COLUMNS)
    assert len(rows) == len(seen.entries)
    assert rows[0]["actor_name"] == "Boss"
    assert rows[0]["subject_name"] == "'=Ada"
    assert rows[0]["after"] == '{"standing": "warned", "step": "K7WX3QDP"}'


async def test_codes_are_read_in_the_readers_words(hall: Hall) -> None:
    boss = await hall.person("Boss", roles=(Role.admin,), language="ar")
    ada = await hall.person("Ada")
    async with hall.db.begin() as tx:
        await record(
            tx, "step-decided", f"person:{ada}", by=boss, now=NOW,
            before={"standing": "good", "roles": ["reviewer"]},
            after={"standing": "warned", "roles": [], "kind": "second warning",
                   "reason": "expired-jobs", "detector": "expiry-streak", "country": "EG",
                   "reference": "good"},
        )  # fmt: skip
    args = {"person_id": boss, "language": "ar", "before": 0, "code": "astep-decided"}
    screen = await SCREENS["journal"](without_telegram(hall.db), args)
    assert screen is not None
    said = screen.text.text
    words = Texts.load()
    for key in (
        "data-word-good", "data-word-warned", "data-word-reviewer", "data-word-second-warning",
        "button-reason-expired-jobs", "detector-name-expiry-streak",
    ):  # fmt: skip
        assert words.say("ar", key) in said
    assert "مصر" in said
    # What people typed stays as they typed it.
    assert "good" in said
    assert not {"warned", "second warning", "expired-jobs", "expiry-streak", "EG"} & set(
        said.replace("\n", " ").split()
    )


async def test_nothing_reads_like_a_program_and_a_day_has_its_year(hall: Hall) -> None:
    boss = await hall.person("Boss", roles=(Role.admin,))
    async with hall.db.begin() as tx:
        await record(
            tx, "role-link-used", "role-link:1", by=boss, now=NOW,
            before={"used": False, "project": None}, after={"used": True, "project": "pairs"},
        )  # fmt: skip
    code = Narrowed(None, None, NOW.date(), "role-link-used").code
    args = {"person_id": boss, "language": "en", "before": 0, "code": code}
    screen = await SCREENS["journal"](without_telegram(hall.db), args)
    assert screen is not None
    said = screen.text.text
    assert "no → yes" in said
    assert "— → pairs" in said
    assert "15 Jan 2030" in said.split("\n")[0]
