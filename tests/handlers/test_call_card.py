"""The card of a call, as it stands in a group before anybody claims."""

from dataclasses import dataclass, field
from typing import cast

from bot.domain.rules import Rules
from bot.texts import Texts
from handlers.context import Hall as Rooms
from handlers.context import Words
from handlers.messages import call
from storage import schema
from storage.database import Database
from tests.services.builders import Hall

TEXTS = Texts.load()


@dataclass
class Speaking:
    """As much of a hall as a screen needs."""

    db: Database
    rules: Rules = field(default_factory=Rules)

    def words(self, language: str) -> Words:
        return Words(TEXTS, language)

    def deep_link(self, payload: str) -> str:
        return payload


async def said(db: Database, **offer: object) -> str:
    hall = Hall(db)
    await hall.project(**offer)  # type: ignore[arg-type]
    await hall.call(groups=(await hall.group(),))
    post = (await hall.rows(schema.call_posts))[0]
    screen = await call.card(cast("Rooms", Speaking(db)), {"post_id": post.id})
    assert screen is not None
    return screen.text.text


async def test_what_may_distress_is_said_before_the_claim(db: Database) -> None:
    assert "⚠️ Descriptions of accidents" in await said(
        db, content_warning="Descriptions of accidents"
    )


async def test_without_a_warning_there_is_no_sign_of_one(db: Database) -> None:
    assert "⚠️" not in await said(db)
