"""Who looks at the desk: the person, with the projects of which that person sees what waits."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.domain.desk import Matter, Waiting
from bot.domain.people import Person, Role
from bot.domain.projects import Project
from storage import projects
from storage.database import Tx
from storage.desk import Found


@dataclass(frozen=True, slots=True)
class View:
    """The person at the time of looking; projects coordinated, and those whose work is judged."""

    person: Person
    now: datetime
    coordinated: dict[int, Project]
    judged: dict[int, Project]

    @property
    def everywhere(self) -> bool:
        """Whether the person looks after the whole hall, its groups included."""
        return self.person.is_admin or (Role.coordinator, None) in self.person.roles


async def view_of(tx: Tx, person: Person, now: datetime) -> View:
    """What the person's roles open."""
    every = {one.id: one for one in await projects.everything(tx)}
    return View(
        person,
        now,
        {which: one for which, one in every.items() if person.may_coordinate(which)},
        {which: one for which, one in every.items() if person.may_review(which)},
    )


def of_projects(
    matter: Matter, found: Iterable[Found], among: dict[int, Project], *, numbered: bool = False
) -> list[Waiting]:
    """What was found project by project; it opens by the project's key, else by its number."""
    return [
        Waiting(
            matter, one.count, one.due, one.number if numbered else among[one.project_id].key,
            among[one.project_id].name,
        )
        for one in found
    ]  # fmt: skip
