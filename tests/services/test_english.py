"""Notices of pay and standing in languages that nobody reviewed: the English stands below."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

import pytest
from sqlalchemy import update

from bot.domain.notices import Delivered
from bot.domain.people import Role
from bot.domain.steps import MOST_WORDS, StepKind
from bot.services import outbox, standing
from bot.texts import Texts
from bot.typeset import rich
from handlers import context, delivery
from handlers.client import HallBot
from handlers.english import CARRIED, made
from handlers.messages.screen import MOST_ENTITIES, MOST_TEXT, Screen
from storage import schema
from tests.pseudo import PSEUDO, write_pseudo
from tests.services import paid_hall, standing_hall
from tests.services.builders import NOW, Hall
from tests.services.standing_acts import RULES, prepare
from tests.services.test_standing_delivery import without_telegram

NAME = "Maximiliana Konstantinopolitanskaya de la Santisima y Trinidad T" * 2


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Texts:
    return Texts.load(extra={PSEUDO: write_pseudo(tmp_path_factory.mktemp("locales") / PSEUDO)})


def speaking(hall: Hall, texts: Texts) -> context.Hall:
    return replace(without_telegram(hall.db), texts=texts)


async def told(hall: Hall, texts: Texts, language: str) -> dict[str, list[Screen]]:
    """Every notice there is, as who speaks the language gets it, by kind."""
    async with hall.db.begin() as tx:
        await tx.execute(update(schema.people).values(language=language, name=NAME))
        await tx.execute(update(schema.projects).values(name="p" * 100))
    found: dict[str, list[Screen]] = {}
    for row in await hall.rows(schema.notices, schema.notices.c.person_id.is_not(None)):
        args = {"person_id": row.person_id, "language": language, "notice": row.number, **row.args}
        whole = await made(speaking(hall, texts), row.kind, args)
        if whole.screen is not None:
            found.setdefault(row.kind, []).append(whole.screen)
    return found


class _Sending:
    """Notes what is sent, as the bot would send it."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, bool]] = []

    async def send_message(self, _chat: int, text: str, **more: Any) -> SimpleNamespace:
        self.sent.append((text, more["reply_markup"] is not None))
        return SimpleNamespace(message_id=len(self.sent))


async def money(hall: Hall) -> None:
    await paid_hall.fill(hall)


@pytest.mark.parametrize("fill", [money, standing_hall.fill])
async def test_every_notice_of_pay_and_standing_carries_the_english(
    hall: Hall, texts: Texts, fill: Callable[[Hall], Awaitable[Any]]
) -> None:
    await fill(hall)
    english = await told(hall, texts, "en")
    for language in ("ar", PSEUDO):
        note = rich(texts.say(language, "english-below")).text
        other = await told(hall, texts, language)
        assert other.keys() == english.keys()
        for kind, screens in other.items():
            for one, plain in zip(screens, english[kind], strict=True):
                assert one.text.units <= MOST_TEXT
                assert len(one.text.entities) <= MOST_ENTITIES
                assert plain.rows == () or one.rows, kind
                assert (note in one.text.text) is (kind in CARRIED), kind
                assert one.text.text.endswith(plain.text.text) is (kind in CARRIED), kind


async def test_where_both_do_not_fit_the_english_follows_once_and_buttons_stay_above(
    hall: Hall, texts: Texts
) -> None:
    boss = await hall.person("Boss", roles=(Role.admin,))
    await hall.person("Other boss", roles=(Role.admin,))
    ada = await hall.person(language=PSEUDO)
    draft = await prepare(hall, boss, ada, StepKind.hold, now=NOW, reason="fraud")
    await standing.write(hall.db, number=draft, text="w" * MOST_WORDS, by=boss)
    step = await standing.decide(
        hall.db, number=draft, by=boss, cause=hall.cause(), now=NOW, rules=RULES
    )
    sending = _Sending()
    screens = replace(speaking(hall, texts), bot=cast("HallBot", sending))
    for _ in range(3):
        for notice in await outbox.lease(hall.db, NOW, 10):
            if notice.person_id == ada:
                outcome = await delivery.deliver(screens, notice)
                assert isinstance(outcome, Delivered)
                await outbox.settle(hall.db, notice, outcome, NOW)
    (longer, above), (english, below) = sending.sent
    assert longer.endswith(rich(texts.say(PSEUDO, "english-follows")).text)
    assert "Your access to work" not in longer
    assert english.startswith("In English, since the message above was translated")
    assert f"/verify {step.number}" in english
    assert "w" * MOST_WORDS in english
    assert (above, below) == (True, False)
