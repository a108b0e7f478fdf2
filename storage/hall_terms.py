"""The published terms of the hall, and who agreed to them."""

from datetime import datetime

from sqlalchemy import func, select

from bot.domain.hall_terms import FIRST, Consent, HallTerms, digest_of
from storage.database import Tx
from storage.schema import agreed_texts, consents, hall_terms, people
from storage.statements import change_row, rows_by, unless_there

_NEWEST = select(func.max(hall_terms.c.version))
_PUBLISH = unless_there(hall_terms, "version", "language")
_KEEP = unless_there(agreed_texts, "digest")
_AGREE = unless_there(consents, "person_id", "version")
# The row of a version that has no text of the operator's own.
_WITHOUT = ""


async def version(tx: Tx) -> int:
    """The version that holds now; the first where nothing was ever published."""
    found = (await tx.execute(_NEWEST)).scalar()
    return FIRST if found is None else int(found)


async def current(tx: Tx) -> HallTerms | None:
    """What holds now; none where nothing was ever published."""
    newest = await version(tx)
    rows = (await tx.execute(rows_by(hall_terms, "version"), {"version": newest})).all()
    if not rows:
        return None
    return HallTerms(newest, {row.language: row.body for row in rows if row.language != _WITHOUT})


async def publish(tx: Tx, terms: HallTerms, *, now: datetime) -> None:
    """These hold from now on; languages that are there already stay as they are."""
    texts = terms.texts or {_WITHOUT: ""}
    for language, body in sorted(texts.items()):
        row = {
            "version": terms.version, "language": language, "body": body, "published_at": now
        }  # fmt: skip
        await tx.execute(_PUBLISH[tx.dialect.name], row)


async def agree(
    tx: Tx, person_id: int, *, version: int, language: str, text: str | None, now: datetime
) -> None:
    """The person agreed to that version, and to exactly that text; the first time counts."""
    text_id = None if text is None else await _kept(tx, text)
    row = {
        "person_id": person_id, "version": version, "language": language, "text_id": text_id,
        "at": now,
    }  # fmt: skip
    await tx.execute(_AGREE[tx.dialect.name], row)
    await change_row(tx, people, person_id, {"consent_version": version, "consent_at": now})


async def _kept(tx: Tx, text: str) -> int:
    digest = digest_of(text)
    await tx.execute(_KEEP[tx.dialect.name], {"digest": digest, "body": text})
    return int((await tx.execute(rows_by(agreed_texts, "digest"), {"digest": digest})).one().id)


async def consents_of(tx: Tx, person_id: int) -> list[Consent]:
    """Everything that the person agreed to, the newest first."""
    found = (
        select(consents.c.version, consents.c.language, consents.c.at, agreed_texts.c.body)
        .outerjoin(agreed_texts, agreed_texts.c.id == consents.c.text_id)
        .where(consents.c.person_id == person_id)
        .order_by(consents.c.version.desc())
    )
    return [
        Consent(row.version, row.language, row.at, row.body) for row in await tx.execute(found)
    ]
