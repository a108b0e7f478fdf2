"""A project made in the chat: a draft that is filled in field by field, and resumed anywhere."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from bot.amounts import typed_money, write_amount
from bot.domain.awaiting import AwaitedText, require_asked
from bot.domain.overlap import Sureness
from bot.domain.people import require_coordinator
from bot.domain.project_fields import WIZARD, Draft, Field, proposed_key, read_field
from bot.domain.projects import NewProject
from bot.domain.refusal import Refused
from bot.domain.repricing import MOST_PER_TASK
from bot.formats.new_project import new_project
from bot.formats.project_text import project_text
from bot.formats.records import Fault
from storage import awaited_texts, own_schemes, people, project_drafts
from storage.database import Database, Tx

ASKED = "project-field"
Change = Callable[[Mapping[str, Any]], dict[str, Any]]


async def _mine(tx: Tx, by: int, number: str | None = None) -> Draft:
    require_coordinator(await people.by_id(tx, by))
    found = await project_drafts.of_person(tx, by)
    if found is None or number not in (None, found.number):
        raise Refused("project-draft-gone")
    return found


async def current(db: Database, *, by: int) -> Draft | None:
    """The project that the person is making; none when there is none."""
    async with db.read() as tx:
        return await project_drafts.of_person(tx, by)


async def mine(db: Database, number: str, *, by: int) -> Draft:
    """The draft of that number; refused when it is done, dropped or another's."""
    async with db.read() as tx:
        return await _mine(tx, by, number)


async def begin(db: Database, *, by: int, cause: str, now: datetime) -> Draft:
    """An empty draft, whose first field is asked for; the one before is gone."""
    async with db.begin(cause) as tx:
        require_coordinator(await people.by_id(tx, by))
        await project_drafts.put(tx, by, now=now)
        draft = await _mine(tx, by)
        await _ask(tx, by, draft, Field.name, now)
        return draft


async def ask(db: Database, number: str, field: Field, *, by: int, now: datetime) -> Draft:
    """The next message of the person is that field of the draft."""
    async with db.begin() as tx:
        draft = await _mine(tx, by, number)
        await _ask(tx, by, draft, field, now)
        return draft


async def _ask(tx: Tx, by: int, draft: Draft, field: Field | None, now: datetime) -> None:
    await awaited_texts.drop(tx, by)
    if field in (None, Field.scheme):
        return
    args = {"number": draft.number, "field": field}
    back = ["project_draft", {"number": draft.number}]
    await awaited_texts.put(tx, by, ASKED, {**args, "back": back}, card_id=None, now=now)


def next_field(fields: Mapping[str, Any]) -> Field | None:
    """What is asked next: the first field that nothing was said of."""
    return next((one for one in WIZARD if one not in fields), None)


async def written(
    db: Database, asked: AwaitedText, text: str, *, cause: str, now: datetime
) -> tuple[Draft, Field | None]:
    """A field was written; returns the draft, and what is asked for now."""
    by = asked.person_id
    async with db.begin(cause) as tx:
        require_asked(await awaited_texts.of_person(tx, by), ASKED, asked.number, now)
        draft = await _mine(tx, by, asked.args["number"])
        field = Field(asked.args["field"])
        return await _filled(tx, by, draft, field, _read(field, text), now)


async def choose(
    db: Database, number: str, field: Field, value: Any, *, by: int, cause: str, now: datetime
) -> tuple[Draft, Field | None]:
    """A field was chosen by a tap; returns the draft, and what is asked for now."""
    async with db.begin(cause) as tx:
        draft = await _mine(tx, by, number)
        return await _filled(tx, by, draft, field, value, now)


async def _filled(
    tx: Tx, by: int, draft: Draft, field: Field, value: Any, now: datetime
) -> tuple[Draft, Field | None]:
    fields = {**draft.fields, field.value: value}
    taken = await project_drafts.keys(tx)
    if field is Field.name and Field.key not in fields:
        fields[Field.key.value] = proposed_key(value, taken)
    if fields.get(Field.key) in taken:
        raise Refused("project-key-taken", key=fields[Field.key])
    await project_drafts.change(tx, draft, fields, now=now)
    draft = await _mine(tx, by)
    following = next_field(draft.fields)
    await _ask(tx, by, draft, following, now)
    return draft, following


def _read(field: Field, text: str) -> Any:
    if field is not Field.pay:
        found = read_field(field, text)
        return list(found) if isinstance(found, tuple) else found
    money = typed_money(text)
    if money.minor > MOST_PER_TASK:
        raise Refused("price-range")
    return {"per_task": write_amount(money), "currency": money.currency}


async def toggle_language(
    db: Database, number: str, code: str, *, by: int, cause: str, now: datetime
) -> Draft:
    """The language is one of the project's, or is none any more."""
    (code,) = read_field(Field.languages, code)
    async with db.begin(cause) as tx:
        draft = await _mine(tx, by, number)
        known = list(draft.fields.get(Field.languages, ()))
        chosen = [one for one in known if one != code] if code in known else [*known, code]
        fields = {**draft.fields, Field.languages.value: chosen}
        await project_drafts.change(tx, draft, fields, now=now)
        return await _mine(tx, by)


async def drop(db: Database, number: str, *, by: int, cause: str) -> None:
    """The person makes no project any more."""
    async with db.begin(cause) as tx:
        await _mine(tx, by, number)
        await project_drafts.drop(tx, by)
        await awaited_texts.drop(tx, by)


async def checked(db: Database, draft: Draft, hall: Sureness) -> NewProject | list[Fault]:
    """The project that the draft makes, or what it lacks, by the check of project files."""
    async with db.read() as tx:
        own = {one.name: one.body for one in await own_schemes.everything(tx)}
    return new_project(file_of(draft), own, hall)


def file_of(draft: Draft) -> bytes:
    """The draft as a project file."""
    fields = {name: value for name, value in draft.fields.items() if value not in ([], None)}
    seconds = fields.pop(Field.time, None)
    if seconds is not None:
        fields["minutes_per_task"] = round(seconds / 60, 6)
    return project_text(fields)
