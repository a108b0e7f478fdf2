"""A scheme made in the chat: one draft a person, changed by taps and messages, then saved."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain import scheme_drafts as making
from bot.domain.awaiting import AwaitedText, require_asked
from bot.domain.people import may_change_of, require_coordinator
from bot.domain.refusal import Refused
from bot.domain.scheme_drafts import Draft, Part, Shows
from bot.formats.records import Fault
from bot.formats.scheme_file import read_scheme
from bot.formats.scheme_text import scheme_text
from bot.formats.schemes import packaged
from storage import awaited_texts, own_schemes, people, scheme_drafts
from storage.database import Database, Tx

# What a person was asked to write: a question, its answers, the name of the scheme.
WORDS = "scheme-words"
OPTIONS = "scheme-options"
NAME = "scheme-name"
# What a scheme is checked under that has no name yet.
_UNNAMED = "unnamed"

Change = Callable[[Mapping[str, Any]], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Asked:
    """What follows from a message: the draft, the question it was about, what is asked next."""

    draft: Draft
    question: str | None
    options: bool = False


async def _mine(tx: Tx, by: int, number: str | None = None) -> Draft:
    require_coordinator(await people.by_id(tx, by))
    found = await scheme_drafts.of_person(tx, by)
    if found is None or number not in (None, found.number):
        raise Refused("scheme-draft-gone")
    return found


async def current(db: Database, *, by: int) -> Draft | None:
    """The scheme that the person is making; none when there is none."""
    async with db.read() as tx:
        require_coordinator(await people.by_id(tx, by))
        return await scheme_drafts.of_person(tx, by)


async def mine(db: Database, number: str, *, by: int) -> Draft:
    """The draft of that number; refused when it is done, dropped or another's."""
    async with db.read() as tx:
        return await _mine(tx, by, number)


async def begin(db: Database, shows: Shows, *, by: int, cause: str, now: datetime) -> Draft:
    """An empty draft; the one that the person had is gone."""
    async with db.begin(cause) as tx:
        require_coordinator(await people.by_id(tx, by))
        await awaited_texts.drop(tx, by)
        return await scheme_drafts.put(tx, by, making.begun(shows), now=now)


async def take_up(db: Database, name: str, *, by: int, cause: str, now: datetime) -> Draft:
    """A draft that begins as that scheme; one that the person may change keeps its name."""
    async with db.begin(cause) as tx:
        person = await people.by_id(tx, by)
        require_coordinator(person)
        own = await own_schemes.by_name(tx, name)
        body = own.body if own is not None else packaged(name)
        if body is None:
            raise Refused("no-scheme", name=name[:60])
        # What is somebody else's is taken up as a copy.
        kept = own is not None and may_change_of(person, own.created_by)
        draft = making.taken_up(body) | {"name": name if kept else None}
        await awaited_texts.drop(tx, by)
        return await scheme_drafts.put(tx, by, draft, now=now)


async def change(
    db: Database, number: str, how: Change, *, by: int, cause: str, now: datetime
) -> Draft:
    """The draft changed by a pure function."""
    async with db.begin(cause) as tx:
        draft = await _mine(tx, by, number)
        await scheme_drafts.change(tx, draft, how(draft.body), now=now)
        return await _mine(tx, by, number)


async def drop(db: Database, number: str, *, by: int, cause: str) -> None:
    """The person makes no scheme any more."""
    async with db.begin(cause) as tx:
        await _mine(tx, by, number)
        await scheme_drafts.drop(tx, by)
        await awaited_texts.drop(tx, by)


async def ask(
    db: Database, number: str, topic: str, *, by: int, card_id: int | None, now: datetime,
    part: str = "", question: str = "",
) -> None:  # fmt: skip
    """The next message is a question (of a kind, or in place of one), its answers, or a name."""
    async with db.begin() as tx:
        draft = await _mine(tx, by, number)
        if question:
            making.question_of(draft.body, question)
        await _await(tx, by, topic, number, part, question, card_id, now)


async def _await(
    tx: Tx, by: int, topic: str, number: str, part: str, question: str, card_id: int | None,
    now: datetime,
) -> None:  # fmt: skip
    shown = "scheme_question" if question else "scheme_draft"
    back = [shown, {"number": number} | ({"question": question} if question else {})]
    args = {"number": number, "part": part, "question": question, "back": back}
    await awaited_texts.put(tx, by, topic, args, card_id=card_id, now=now)


async def words(
    db: Database, asked: AwaitedText, text: str, *, language: str, cause: str, now: datetime
) -> Asked:
    """A question was written: a new one, or other words for one; its answers are asked next."""
    by = asked.person_id
    async with db.begin(cause) as tx:
        draft = await _asked(tx, asked, WORDS, now)
        question = asked.args["question"]
        if question:
            body = making.worded(draft.body, question, text, language)
        else:
            part = Part(asked.args["part"])
            body, question = making.with_question(draft.body, part, text, language, _compared())
        await scheme_drafts.change(tx, draft, body, now=now)
        await awaited_texts.drop(tx, by)
        wants = making.needs_options(making.question_of(body, question))
        if wants:
            await _await(tx, by, OPTIONS, draft.number, "", question, None, now)
        return Asked(await _mine(tx, by), question, options=wants)


def _compared() -> list[Any]:
    """The answers of the packaged comparison of two."""
    body = packaged("pairwise") or {"questions": [{"rows": []}]}
    return list(body["questions"][0]["rows"])


async def options(
    db: Database, asked: AwaitedText, text: str, *, language: str, cause: str, now: datetime
) -> Asked:
    """The answers to a question were written, one a line."""
    async with db.begin(cause) as tx:
        draft = await _asked(tx, asked, OPTIONS, now)
        question = asked.args["question"]
        body = making.with_options(draft.body, question, text, language)
        await scheme_drafts.change(tx, draft, body, now=now)
        await awaited_texts.drop(tx, asked.person_id)
        return Asked(await _mine(tx, asked.person_id), question)


async def named(
    db: Database, asked: AwaitedText, text: str, *, language: str, cause: str, now: datetime
) -> Asked:
    """The draft has a name, under which it can be saved."""
    async with db.begin(cause) as tx:
        draft = await _asked(tx, asked, NAME, now)
        body = {**draft.body, "name": making.name_of(text), **making.title(text, language)}
        if packaged(body["name"]) is not None:
            raise Refused("scheme-name-taken", name=body["name"])
        await scheme_drafts.change(tx, draft, body, now=now)
        await awaited_texts.drop(tx, asked.person_id)
        return Asked(await _mine(tx, asked.person_id), None)


async def _asked(tx: Tx, asked: AwaitedText, topic: str, now: datetime) -> Draft:
    found = await awaited_texts.of_person(tx, asked.person_id)
    require_asked(found, topic, asked.number, now)
    return await _mine(tx, asked.person_id, asked.args["number"])


def checked(draft: Draft) -> dict[str, Any] | list[Fault]:
    """The scheme that the draft makes, or what it lacks, by the check of scheme files."""
    name = draft.body.get("name") or _UNNAMED
    return read_scheme(scheme_text(making.whole(draft.body, name)))


def file_of(draft: Draft, languages: Sequence[str]) -> tuple[str, bytes]:
    """The draft as a scheme file, to be put into these languages."""
    name = draft.body.get("name") or _UNNAMED
    return f"{name}.yaml", scheme_text(making.whole(draft.body, name, languages))
