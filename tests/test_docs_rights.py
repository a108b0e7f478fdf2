"""The table of who may use which command is true: every cell of it is tried."""

from pathlib import Path

from bot.domain.people import Role
from bot.texts import Texts
from handlers.routes import COMMANDS
from sandbox import Message, Person
from tests.docs_text import rows, section, text_of
from tests.flows.hall import Stage, stage

TEXTS = Texts.load()
REFUSED = (
    "refused-not-coordinator", "refused-not-client", "refused-not-admin", "refused-not-reviewer",
    "refused-not-arbiter",
)  # fmt: skip
NOS = {TEXTS.say("en", key) for key in REFUSED}
USE_PRIVATE = TEXTS.say("en", "group-use-private")
COLUMNS = ("contractor", *(role.value for role in Role if role is not Role.admin), "admin")
PROJECT = "pairs"


def table() -> dict[tuple[str, str], dict[str, str]]:
    """The cells by command and chat, then by role."""
    page = section(text_of("admins.md"), "## Who may use which command")
    head = next(line for line in page.splitlines() if line.startswith("|"))
    roles = [cell.strip() for cell in head.strip("|").split("|")][2:]
    return {
        (cells[0].strip("`"), cells[1]): dict(zip(roles, cells[2:], strict=True))
        for cells in rows(page)
    }


async def one_of_each(hall: Stage) -> dict[str, Person]:
    """Somebody who holds each role for the project, and nothing else."""
    people = {"admin": hall.admin}
    for role in COLUMNS[:-1]:
        people[role] = await hall.arrived(role.title())
        if role != "contractor":
            where = "" if role == Role.arbiter else PROJECT
            await hall.admin.send(f"/roles grant {people[role].id} {role} {where}".strip())
            await hall.admin.expect(f"Granted: {role} to {people[role].id}")
    return people


def from_bot(messages: list[Message]) -> set[int]:
    return {message.id for message in messages if message.from_bot}


async def walked(
    hall: Stage, people: dict[str, Person], command: str, where: str
) -> dict[str, str]:
    """What comes of everybody giving the command there, role by role."""
    typed = f"{command} {PROJECT}" if command == "/call" else command
    chat = hall.group if where == "group" else None
    before = {role: from_bot(person.inbox()) for role, person in people.items()}
    stood = from_bot(list(hall.group.messages.values()))
    for person in people.values():
        await person.send(typed, chat=chat)
    await hall.move(minutes=2)
    found: dict[str, str] = {}
    for role, person in people.items():
        told = [one for one in person.inbox() if one.from_bot and one.id not in before[role]]
        if any(one.content in NOS for one in told):
            found[role] = "no"
        elif where == "private":
            found[role] = "yes" if told else "nothing"
    new = [one for one in hall.group.messages.values() if one.from_bot and one.id not in stood]
    rest = [role for role in people if role not in found]
    assert len(new) == len(rest)
    kinds = {"private" if one.content == USE_PRIVATE else "yes" for one in new}
    assert len(kinds) <= 1
    return found | dict.fromkeys(rest, next(iter(kinds), "nothing"))


async def test_every_cell_of_the_table_of_rights_is_true(tmp_path: Path) -> None:
    told = table()
    commands = {f"/{command.name}" for command in COMMANDS}
    assert set(told) == {(name, where) for name in commands for where in ("private", "group")}
    async with stage(tmp_path) as hall:
        await hall.project(key=PROJECT)
        people = await one_of_each(hall)
        for (command, where), cells in told.items():
            found = await walked(hall, people, command, where)
            assert found == {role: cells[role] for role in people}, f"{command} in a {where} chat"
