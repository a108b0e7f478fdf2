"""Every screen that taps lead to: it fits Telegram, in every language, and leads on."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.domain.notices import NoticeState
from bot.texts import Texts
from bot.typeset import Text
from handlers.context import Words
from handlers.dispatch import Dispatcher
from handlers.messages.screen import Screen, button
from handlers.routes import BUTTONS
from handlers.screens import SCREENS
from handlers.ways_on import ENDS as MAY_END
from handlers.ways_on import WAYS, leading_on
from storage import schema
from storage.database import Database
from tests.pseudo import PSEUDO, write_pseudo
from tests.rights.crawl import Crawl
from tests.rights.desk import Desk, desk
from tests.rights.scene import furnish
from tests.services.builders import Hall

NAME = "Maximiliana Konstantinopolitanskaya de la Santisima y Trinidad T" * 2
# What an old card becomes when a new one stands below it; what has its button below the field.
ENDS: tuple[tuple[str, dict[str, object]], ...] = (
    ("job-shrunk-later", {"position": 1}), ("job-shrunk-open", {"position": 1}),
    ("role-pick", {}),
)  # fmt: skip
_BEGIN = 6


async def crawled(at: Desk, language: str, folder: Path, *, boss: bool) -> Crawl:
    """A hall in which everything has the longest name, seen by its admin or a contractor."""
    scene = await furnish(at)
    hall = at.builder
    texts = Texts.load(extra={PSEUDO: write_pseudo(folder / PSEUDO)})
    at.hall = replace(at.hall, texts=texts)
    at.dispatcher = Dispatcher(at.hall)
    phone = at.phone(NAME[:64])
    phone.language_code = language
    who = scene.victim
    if boss:
        who = int((await hall.rows(schema.people, schema.people.c.name == "Boss"))[0].id)
    async with hall.db.begin() as tx:
        await tx.execute(update(schema.people).values(language=language, name=NAME))
        await tx.execute(update(schema.projects).values(name="p" * 100))
    await hall.change(schema.people, who, telegram_id=phone.id)
    crawl = Crawl(at, phone)
    await crawl.everything()
    return crawl


@pytest.mark.parametrize(("language", "boss"), [(PSEUDO, True), ("ar", False)])
async def test_every_screen_that_is_tapped_up_fits_and_leads_on(
    db: Database, tmp_path: Path, language: str, boss: bool
) -> None:
    async with desk(tmp_path, db, Hall(db)) as at:
        crawl = await crawled(at, language, tmp_path, boss=boss)
        failed = schema.notices.c.state == NoticeState.failed
        broken = [(row.kind, row.error) for row in await at.builder.rows(schema.notices, failed)]
        assert (broken, at.failed) == ([], [])
        assert len(crawl.tapped) > (70 if boss else 45)
        words = at.hall.words(language)
        allowed = tuple(words.rich(key, **args).text[:_BEGIN] for key, args in ENDS)
        assert [one for one in crawl.ends if not one.startswith(allowed)] == []


def test_what_leads_on_and_what_may_end_is_there_and_leads_somewhere() -> None:
    verbs = {one.verb for one in BUTTONS}
    assert set(WAYS) | set(MAY_END) <= set(SCREENS)
    assert set(WAYS) & set(MAY_END) == set()
    assert {verb for _, verb, _ in WAYS.values()} <= verbs


def test_only_a_screen_that_would_end_gets_a_way_on() -> None:
    words = Words(Texts.load(), "en")
    bare = Screen(Text("Done."))
    assert leading_on(words, "export", {"person_id": 1}, bare).rows[0][0].data == "pl:0"
    assert leading_on(words, "returned", {"person_id": 1}, bare).rows[0][0].data == "w"
    kept = Screen(Text("Done."), ((button("Go", "w"),),))
    assert leading_on(words, "export", {"person_id": 1}, kept) == kept
    # In a group, and where more stands below.
    assert leading_on(words, "use_private", {"person_id": 1}, bare) == bare
    assert leading_on(words, "call_card", {}, bare) == bare
