"""What admins bring about stands in the journal: who did it, what was, and what is."""

from pathlib import Path

from storage import schema
from storage.database import Database
from tests.rights.desk import Desk, desk
from tests.rights.scene import Scene, furnish
from tests.services.builders import Hall


async def acts_of(at: Desk, by: int) -> list[str]:
    """What the journal has of that person, oldest first."""
    return [row.act for row in await at.builder.rows(schema.journal) if row.actor_id == by]


async def payout_due(at: Desk) -> str:
    """A payout that is to be paid."""
    rows = await at.builder.rows(schema.payouts, schema.payouts.c.state == "due")
    return str(rows[0].number)


async def taps(at: Desk, scene: Scene) -> list[tuple[str, str]]:
    """Acts of an admin: the tap, and what the journal calls it."""
    call, batch = scene.numbers["calls"][0], scene.numbers["batches"][0]
    return [
        ("ps:pairs:paused", "project-state"),
        ("ps:pairs:open", "project-state"),
        (f"cz:{call}", "call-closed"),
        (f"bd:{batch}", "batch-delivered"),
        ("le:reviewer:pairs", "role-link-made"),
        ("lh:1", "role-link-revoked"),
        ("rr:2", "role-revoked"),
        (f"is:{await payout_due(at)}:sent", "payout-sent"),
    ]


async def test_whatever_an_admin_changes_is_in_the_journal(db: Database, tmp_path: Path) -> None:
    async with desk(tmp_path, db, Hall(db)) as at:
        scene = await furnish(at)
        admin, hall = at.phone("Chief"), at.builder
        boss = await hall.person("Chief")
        await hall.change(schema.people, boss, telegram_id=admin.id)
        await hall.change(schema.roles, 1, person_id=boss)
        missing = []
        for data, act in await taps(at, scene):
            before = await acts_of(at, boss)
            reason = await at.tap(admin, data)
            done = (await acts_of(at, boss))[len(before) :]
            if done != [act]:
                missing.append((data, reason, done))
        assert missing == []
        await at.write(admin.wire(), "/roles grant 5 reviewer pairs", admin.chat)
        (granted,) = await hall.acts("role-granted")
        assert granted.actor_id == boss
        for row in await hall.rows(schema.journal, schema.journal.c.actor_id == boss):
            assert row.before is not None or row.after is not None, row.act
