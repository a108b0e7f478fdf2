"""The terms of the hall, and who agreed to which text of them."""

from sqlalchemy import Column, Integer, String, Table, Text, UniqueConstraint

from storage.schema.columns import metadata, moment, own_id, ref

# What the operator published; a version without texts of its own has one empty row.
hall_terms = Table(
    "hall_terms", metadata,
    own_id(),
    Column("version", Integer, nullable=False),
    Column("language", String(16), nullable=False),
    Column("body", Text, nullable=False),
    moment("published_at"),
    UniqueConstraint("version", "language"),
)  # fmt: skip

# Every text that somebody agreed to, word for word, once.
agreed_texts = Table(
    "agreed_texts",
    metadata,
    own_id(),
    Column("digest", String(64), nullable=False, unique=True),
    Column("body", Text, nullable=False),
)

consents = Table(
    "consents", metadata,
    own_id(), ref("person_id", "people.id"),
    Column("version", Integer, nullable=False),
    Column("language", String(16), nullable=False),
    ref("text_id", "agreed_texts.id", null=True),  # none: from before texts were kept
    moment("at"),
    UniqueConstraint("person_id", "version"),
)  # fmt: skip
