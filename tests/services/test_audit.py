"""The audit: once a day, journalled, and told to admins when it finds something."""

from datetime import timedelta

from bot.domain.audit import Breach
from bot.domain.people import Role
from bot.services import audit
from storage import schema
from tests.services.builders import DAY, NOW, Hall
from tests.services.paid_hall import fill

FAULT = Breach("lines_are_paid_with_their_payout", 1, ("",))


async def break_something(hall: Hall) -> str:
    """A line that is paid before its payout is; returns its number."""
    line = (await hall.rows(schema.lines, schema.lines.c.state == "in run"))[0]
    await hall.change(schema.lines, line.id, state="paid")
    return str(line.number)


async def test_a_whole_hall_is_audited_once_a_day_in_silence(hall: Hall) -> None:
    await fill(hall)
    assert await audit.audit_of_the_day(hall.db, now=NOW) == 1
    assert await audit.audit_of_the_day(hall.db, now=NOW + timedelta(hours=11)) == 0
    assert await audit.audit_of_the_day(hall.db, now=NOW + DAY) == 1
    # A clock that was set back makes no second audit of a day.
    assert await audit.audit_of_the_day(hall.db, now=NOW) == 0
    acts = await hall.acts("audited")
    assert [act.subject for act in acts] == ["audit:2030-01-15", "audit:2030-01-16"]
    assert acts[0].after == {"breaches": {}}
    assert await hall.notices("audit_found") == []


async def test_what_it_finds_is_told_to_every_admin_once(hall: Hall) -> None:
    await fill(hall)
    await hall.person("Second", roles=(Role.admin,))
    number = await break_something(hall)
    for _ in range(2):
        await audit.audit_of_the_day(hall.db, now=NOW)
    told = await hall.notices("audit_found")
    assert len(told) == 2
    breaches = {name: examples for name, _, *examples in told[0].args["breaches"]}
    assert breaches[FAULT.promise] == [number]
    (act,) = await hall.acts("audited")
    assert act.after["breaches"][FAULT.promise] == 1


async def test_an_audit_changes_nothing(hall: Hall) -> None:
    await fill(hall)
    await break_something(hall)
    before = await hall.census()
    assert FAULT.promise in {one.promise for one in await audit.breaches(hall.db)}
    assert await hall.census() == before


def test_a_breach_says_how_many_and_shows_some() -> None:
    assert str(Breach("entries_balance", 2, ("a", "b"))) == "entries_balance: 2 (a, b)"
    assert str(Breach("entries_balance", 9, ("a", "b"))) == "entries_balance: 9 (a, b, …)"
