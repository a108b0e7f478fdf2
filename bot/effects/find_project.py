"""The project that somebody names by its key, refused where there is none."""

from bot.domain.people import require_coordinator
from bot.domain.projects import Project, ProjectState
from bot.domain.refusal import Refused
from storage import people, projects
from storage.database import Tx


async def named(tx: Tx, key: str) -> Project:
    """The project with that key."""
    project = await projects.by_key(tx, key)
    if project is None:
        raise Refused("no-project", key=key)
    return project


async def offered(tx: Tx, key: str, reader: int) -> Project:
    """As `named`; nobody but who coordinates it sees one that was not opened yet."""
    project = await named(tx, key)
    if project.state is ProjectState.draft:
        person = await people.by_id(tx, reader)
        if not person.may_coordinate(project.id):
            raise Refused("no-project", key=key)
    return project


async def coordinated(tx: Tx, key: str, by: int | None) -> Project:
    """As `named`, refused to who does not coordinate it; the console (none) coordinates all."""
    project = await named(tx, key)
    if by is not None:
        require_coordinator(await people.by_id(tx, by), project.id)
    return project
