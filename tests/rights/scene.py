"""Somebody whom others are curious about: work, money, standing, all of it in reach of a guess."""

from dataclasses import dataclass

from bot.domain.people import Arrival, Role, Standing
from bot.domain.steps import StepKind
from bot.services import roles, standing
from sandbox.people import Person
from storage import people as stored_people
from storage import schema
from tests.rights.desk import Desk
from tests.services.builders import DAY, NOW, RULES
from tests.services.paid_hall import fill
from tests.services.standing_acts import deliver, prepare, tell

CANARY = "Zebulon Quarr"
OTHER = "elsewhere"
# Who tries: each a role for another project, or nobody in particular.
TRIES = (
    "contractor", "reviewer", "coordinator", "client", "arbiter", "deactivated", "stranger",
)  # fmt: skip


@dataclass(frozen=True)
class Scene:
    """The people who try, by role, with their internal ids; and what they can name."""

    who: dict[str, Person]
    ids: dict[str, int]
    victim: int
    victim_telegram_id: int
    numbers: dict[str, list[str]]
    keys: tuple[str, ...]


async def furnish(desk: Desk) -> Scene:
    """A full hall, and one person for each way of having no right here."""
    hall = desk.builder
    await fill(hall)
    await hall.project(OTHER, tasks=5)
    victim = int((await hall.rows(schema.people, schema.people.c.name == "Person 0"))[0].id)
    admin = int((await hall.rows(schema.people, schema.people.c.name == "Boss"))[0].id)
    await hall.person("Second", roles=(Role.admin,))
    await hall.change(schema.people, victim, name=CANARY, telegram_id=7_707_070_707)
    step = await tell(hall, admin, victim, StepKind.warning, now=NOW)
    await standing.appeal(hall.db, step=step.number, by=victim, cause=hall.cause(), now=NOW)
    await prepare(hall, admin, victim, StepKind.hold, now=NOW, reason="fraud")
    await roles.make_link(
        hall.db, role=Role.reviewer, project_key=None, by=admin, cause=hall.cause(), now=NOW,
        rules=RULES,
    )  # fmt: skip
    who, ids = await _people(desk, admin)
    await deliver(hall, now=NOW + 90 * DAY)
    telegram_id = (await hall.who(victim)).telegram_id or 0
    return Scene(who, ids, victim, telegram_id, await _numbers(desk), ("pairs", "gated"))


async def _people(desk: Desk, admin: int) -> tuple[dict[str, Person], dict[str, int]]:
    hall = desk.builder
    who: dict[str, Person] = {}
    ids: dict[str, int] = {}
    project = (await hall.rows(schema.projects, schema.projects.c.key == OTHER))[0].id
    for role in TRIES:
        who[role] = desk.phone(role.title())
        if role == "stranger":
            continue
        async with hall.db.begin() as tx:
            ids[role] = await stored_people.add(
                tx, telegram_id=who[role].id, name=role.title(), username=None, language="en",
                zone="UTC", quiet=("22:00", "08:00"), standing=Standing.good, now=NOW,
            )  # fmt: skip
            await stored_people.change(tx, ids[role], arrival=Arrival.done)
            if role in ("reviewer", "coordinator", "client", "arbiter"):
                await stored_people.grant(
                    tx, person_id=ids[role], role=Role(role), by=None, now=NOW,
                    project_id=None if role == "arbiter" else project,
                )  # fmt: skip
    await tell(hall, admin, ids["deactivated"], StepKind.deactivation, now=NOW, reason="fraud")
    return who, ids


async def _numbers(desk: Desk) -> dict[str, list[str]]:
    """The public numbers of everything, by table."""
    found: dict[str, list[str]] = {}
    for table in schema.metadata.sorted_tables:
        if "number" in table.c and table.name != "notices":
            numbers = [str(row.number) for row in await desk.builder.rows(table)]
            if numbers:
                found[table.name] = numbers
    return found
