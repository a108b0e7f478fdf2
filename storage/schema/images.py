"""Images that responses carry, each once, apart from the tasks that show it."""

from sqlalchemy import Column, LargeBinary, String, Table

from storage.schema.columns import metadata, moment, own_id

images = Table(
    "images", metadata,
    own_id(),
    Column("digest", String(64), nullable=False, unique=True),
    # One of the two: the bytes, or the address from which Telegram fetches them.
    Column("body", LargeBinary),
    Column("address", String(2000)),
    # Telegram's name for it, once it was sent; why it was not taken the last time.
    Column("file_id", String(255)),
    Column("refusal", String(255)),
    moment("created_at"),
)  # fmt: skip
