"""One field of a project changed in the chat: asked for, looked at, saved for new claims."""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.country_codes import is_country
from bot.domain.awaiting import AwaitedText, require_asked
from bot.domain.project_fields import (
    CHOICES,
    Field,
    edited,
    read_field,
    require_editable,
    require_optional,
    restored,
    stored,
    value_of,
)
from bot.domain.projects import NewProject, Project, ProjectState
from bot.domain.refusal import Refused
from bot.domain.scheme_body import REASONS, with_reason
from bot.effects import new_version
from bot.effects.find_project import coordinated
from bot.effects.look_up import looked_up
from bot.effects.record import record
from bot.effects.touch_call import touch_calls
from bot.formats.schemes import packaged
from storage import awaited_texts, meeting, own_schemes, people, progress, projects
from storage.database import Database, Tx

# What says who may work there.
_WHO = (Field.requires, Field.level, Field.countries, Field.skills)
ASKED = "project-edit"
PROPOSED = "project-edit-confirm"


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of one field that is looked at, and how much there is that it does not change."""

    project: Project
    field: Field
    old: Any
    new: Any
    open_jobs: int
    tasks: int
    # How many may work there now, would then, and how many there are; where it is about that.
    fits: tuple[int, int, int] | None = None


async def ask(
    db: Database, *, key: str, field: str, by: int, card_id: int | None, now: datetime
) -> Project:
    """The next message of the person is the new value of that field."""
    chosen = require_editable(field)
    async with db.begin() as tx:
        project = await _open(tx, key, by)
        back = ["project_edit", {"key": key}]
        args = {"key": key, "field": chosen, "back": back}
        await awaited_texts.put(tx, by, ASKED, args, card_id=card_id, now=now)
        return project


async def propose(db: Database, *, asked: AwaitedText, text: str, now: datetime) -> str:
    """Take what was written; returns the number under which it can be looked at and saved."""
    field = Field(asked.args["field"])
    value = _known(field, read_field(field, text))
    async with db.begin() as tx:
        found = await awaited_texts.of_person(tx, asked.person_id)
        require_asked(found, ASKED, asked.number, now)
        return await _propose(tx, asked.person_id, asked.args["key"], field, value, now)


async def propose_value(
    db: Database, *, key: str, field: str, value: str, by: int, now: datetime
) -> str:
    """Take what was tapped of a few values; returns the number of the proposal."""
    chosen = require_editable(field)
    if value not in CHOICES.get(chosen, ()):
        raise Refused("stale-button")
    async with db.begin() as tx:
        return await _propose(tx, by, key, chosen, read_field(chosen, value), now)


def _known(field: Field, value: Any) -> Any:
    """The value; refused where it names a country that is none."""
    for code in itertools.chain(*value.values()) if field is Field.countries else ():
        if not is_country(code):
            raise Refused("project-country", wrong=code)
    return value


async def propose_none(db: Database, *, key: str, field: str, by: int, now: datetime) -> str:
    """The project shall do without that field; returns the number of the proposal."""
    chosen = require_editable(field)
    require_optional(chosen)
    value = () if chosen in (Field.languages, Field.skills) else None
    async with db.begin() as tx:
        return await _propose(tx, by, key, chosen, value, now)


async def _propose(tx: Tx, by: int, key: str, field: Field, value: Any, now: datetime) -> str:
    project = await _open(tx, key, by)
    before = await new_version.as_file(tx, project)
    made = edited(before, field, value, asked=await _asked(tx, before, field))
    if field is Field.requires:
        value = (await looked_up(tx, made.offer)).requires
        edited(before, field, value)
    args = {
        "key": key, "field": field, "value": stored(field, value), "version": project.version,
        "back": ["project_edit", {"key": key}],
    }  # fmt: skip
    return await awaited_texts.put(tx, by, PROPOSED, args, card_id=None, now=now)


async def _asked(tx: Tx, project: NewProject, field: Field) -> Mapping[str, Any] | None:
    """The scheme of the project with the question why, where a known scheme has it."""
    if field is not Field.reason:
        return None
    name = str(project.scheme["name"])
    own = await own_schemes.by_name(tx, name)
    known = packaged(name) or (own.body if own else None)
    if known and any(with_reason(known, one) == project.scheme for one in REASONS):
        return known
    return None


async def proposed(db: Database, *, number: str, by: int, now: datetime) -> Edit:
    """What would change, and for whom."""
    async with db.read() as tx:
        project, args = await _proposed(tx, number, by, now)
        field = Field(args["field"])
        there = await progress.going(tx, project.id)
        old, new = value_of(project, field), _value(args)
        fits = await _fits(tx, project, field, new, now) if field in _WHO else None
        return Edit(project, field, old, new, there.jobs, there.tasks, fits)


async def _fits(
    tx: Tx, project: Project, field: Field, new: Any, now: datetime
) -> tuple[int, int, int]:
    before, everybody = await meeting.count(tx, project.offer, now)
    then = edited(await new_version.as_file(tx, project), field, new).offer
    after, _ = await meeting.count(tx, then, now)
    return before, after, everybody


async def save(
    db: Database, *, number: str, reread: bool, by: int, cause: str, now: datetime
) -> Project:
    """Publish the project with the change; it holds for new claims.

    `reread` says whether who worked under other guidelines has to read these.
    """
    async with db.begin(cause) as tx:
        await people.locked(tx, by)
        found, args = await _proposed(tx, number, by, now)
        project = await projects.locked(tx, found.id)
        if project.version != args["version"]:
            raise Refused("project-meanwhile")
        field = Field(args["field"])
        before = await new_version.as_file(tx, project)
        whole = await _asked(tx, before, field)
        new = edited(before, field, _value(args), reread=reread, asked=whole)
        await new_version.require_nobody_caught(tx, project, new.offer, now=now)
        await projects.change(tx, project.id, name=new.name)
        version = await projects.add_version(
            tx, project.id, scheme=new.scheme, guide=new.guidelines, offer=new.offer, now=now
        )
        after = {"version": version, "field": field}
        await record(
            tx, "project-edited", f"project:{project.key}", by=by, now=now,
            before={"version": project.version}, after=after,
        )  # fmt: skip
        await touch_calls(tx, project.id, now=now)
        await awaited_texts.drop(tx, by)
        return await projects.by_id(tx, project.id)


async def as_file(db: Database, *, key: str, by: int) -> tuple[NewProject, bool]:
    """The project as its file says it, and whether that is all of it.

    What the client pays is for admins; a file without it leaves it as it is.
    """
    async with db.read() as tx:
        made = await new_version.as_file(tx, await coordinated(tx, key, by))
        if made.offer.client_price is None or (await people.by_id(tx, by)).is_admin:
            return made, True
        return replace(made, offer=replace(made.offer, client_price=None)), False


async def _open(tx: Tx, key: str, by: int) -> Project:
    project = await coordinated(tx, key, by)
    if project.state is ProjectState.closed:
        raise Refused("project-closed", project=project.name)
    return project


async def _proposed(tx: Tx, number: str, by: int, now: datetime) -> tuple[Project, dict[str, Any]]:
    found = require_asked(await awaited_texts.of_person(tx, by), PROPOSED, number, now)
    return await _open(tx, found.args["key"], by), found.args


def _value(args: dict[str, Any]) -> Any:
    return restored(Field(args["field"]), args["value"])
