"""Somebody whom others are curious about: work, money, standing, all of it in reach of a guess."""

from dataclasses import dataclass, replace

from bot.domain.courses import Item
from bot.domain.learning import Learning
from bot.domain.people import Arrival, Role, Standing
from bot.domain.steps import StepKind
from bot.formats.schemes import packaged
from bot.services import (
    imports,
    project_drafts,
    projects,
    roles,
    samples,
    scheme_drafts,
    schemes,
    standing,
    taking_back,
)
from sandbox.people import Person
from storage import people as stored_people
from storage import schema
from tests.rights.desk import Desk
from tests.rights.doubted import doubt
from tests.services.builders import DAY, NOW, RULES, Hall, item, new_project
from tests.services.course_acts import answer, exam, publish, start, take, training
from tests.services.paid_hall import fill
from tests.services.standing_acts import deliver, prepare, tell

CANARY = "Zebulon Quarr"
OTHER = "elsewhere"
# Why an answer is right, in an exam that somebody is in the middle of and in a draft.
SECRET = "Obviously purple"
# What has a key or a name, and no number.
KEYS = ("pairs", "gated", "hidden", "exam", "lesson", "ours", "unsure")
# Who tries: each a role for another project, or nobody in particular.
TRIES = (
    "contractor", "reviewer", "coordinator", "client", "arbiter", "deactivated", "stranger",
)  # fmt: skip


@dataclass(frozen=True)
class Scene:
    """The people who try, by role, with their internal ids; and what they can name.

    `tasks` are those about which something is in doubt.
    """

    who: dict[str, Person]
    ids: dict[str, int]
    victim: int
    victim_telegram_id: int
    numbers: dict[str, list[str]]
    keys: tuple[str, ...]
    tasks: list[int]


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
    await _learn(hall, admin, victim)
    await _schemes(hall, admin)
    await _projects(hall, admin)
    doubted = await doubt(hall, admin)
    who, ids = await _people(desk, admin)
    await deliver(hall, now=NOW + 90 * DAY)
    telegram_id = (await hall.who(victim)).telegram_id or 0
    return Scene(who, ids, victim, telegram_id, await _numbers(desk), KEYS, doubted)


async def _learn(hall: Hall, admin: int, victim: int) -> None:
    """A draft that asks for courses; tries of an exam, one that ended and one that runs."""
    items = tuple(
        Item({"en": f"Question {n}"}, ({"en": f"{n} a"}, {"en": f"{n} b"}), (0,), {"en": SECRET})
        for n in range(4)
    )
    made = await publish(hall, exam("exam", items=items, wait_hours=0, tries=9))
    await publish(hall, training())
    learning = Learning(("lesson",), ("exam",), items)
    hidden = replace(new_project("hidden", learning=learning), guidelines=SECRET)
    await projects.create(hall.db, hidden, by=None, cause=None, now=NOW)
    await hall.project("learned", tasks=5, learning=Learning(exam=("exam",)))
    await take(hall, made, victim, right=0, project="learned")
    await answer(hall, await start(hall, made, victim, project="learned"), right=True)
    body = b"course: exam\nkind: exam\n"
    await imports.stage(
        hall.db, person_id=admin, name="exam.yaml", body=body, cause=hall.cause(), now=NOW
    )


async def _schemes(hall: Hall, admin: int) -> None:
    """A scheme of the hall that nobody uses, one in the making, and a sample that is tried."""
    body = packaged("thumbs")
    assert body is not None
    ours = {**body, "name": "ours"}
    await schemes.save(hall.db, ours, by=admin, cause=hall.cause(), now=NOW)
    await scheme_drafts.take_up(hall.db, "ours", by=admin, cause=hall.cause(), now=NOW)
    await samples.begin(hall.db, ours, by=admin, back=("schemes", {"page": 0}), now=NOW)


async def _projects(hall: Hall, admin: int) -> None:
    """A project in the making, and one whose tasks are pulled."""
    await project_drafts.begin(hall.db, by=admin, cause=hall.cause(), now=NOW)
    await hall.project("spare", tasks=0)
    made = await hall.publish("spare", item("s1"), item("s2"))
    await taking_back.pull_rest(hall.db, number=made.batch, by=admin, cause=hall.cause(), now=NOW)


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
