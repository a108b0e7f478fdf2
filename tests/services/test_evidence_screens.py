"""Every screen about a verdict fits a message, however long the task and what is said of it."""

from dataclasses import dataclass
from typing import Any, cast

import pytest

from bot.domain.lines import Line
from bot.domain.pay_terms import Verdict
from bot.domain.reviews import MOST_WORDS
from bot.services import disputes, reviews
from bot.texts import Texts
from handlers.context import Hall as Bot
from handlers.context import Words
from handlers.messages import disputes as dispute_screens
from handlers.messages import evidence, gold, review_drafts
from handlers.messages import reviews as review_screens
from handlers.messages.screen import Screen
from tests.services.builders import NOW, RULES, Hall, item
from tests.services.reviewing import judge, reviewer
from tests.services.test_gold import rate_as
from tests.services.test_gold_disputes import SEEN, gold_line, object_to

TEXTS = Texts.load()
MOST = 4096
LONG = "w" * MOST_WORDS


@dataclass
class _Clock:
    def now(self) -> Any:
        return NOW


class _Speaking:
    """As much of the bot as the screens need."""

    def __init__(self, hall: Hall) -> None:
        self.db, self.clock, self.rules = hall.db, _Clock(), RULES

    def words(self, language: str) -> Words:
        return Words(TEXTS, language)


async def missed(hall: Hall, signs: int) -> tuple[Line, int]:
    """A rating of a task of so many signs that missed the known answer."""
    await hall.project(tasks=4, overlap=2, tasks_per_job=2)
    pair = [{"id": "x", "text": "x" * signs}, {"id": "y", "text": "y"}]
    task = item("g", gold={"preference": -2}) | {"responses": pair}
    await hall.publish("pairs", task)
    ada = await hall.person("Ada")
    job = (await hall.try_claim(await hall.call(), ada, rules=SEEN)).job
    assert job is not None
    await rate_as(hall, job, {}, 3, rules=SEEN)
    return await gold_line(hall, ada), ada


def fits(screen: Screen | None) -> Screen:
    assert screen is not None
    assert screen.text.units <= MOST
    return screen


async def seen(hall: Hall, screen: Any, by: int, **args: Any) -> None:
    """The screen fits, in the languages of the hall."""
    bot = cast("Bot", _Speaking(hall))
    for language in ("en", "ar"):
        fits(await screen(bot, {"person_id": by, "language": language, **args}))


async def judged(hall: Hall, line: Line) -> None:
    """A reviewer mends it, and rejects it then, both with as many words as there can be."""
    rita = await reviewer(hall)
    await seen(hall, review_screens.card, rita, line=line.number)
    draft = await reviews.start(
        hall.db, number=line.number, verdict=Verdict.fixed, by=rita, cause=hall.cause(), now=NOW,
        rules=RULES.pay,
    )  # fmt: skip
    number = draft.number
    await reviews.answer(hall.db, number=number, question=0, option=1, by=rita, cause=hall.cause())
    await reviews.choose_item(hall.db, number=number, item=0, by=rita, cause=hall.cause())
    await reviews.write(hall.db, number=number, text=LONG, by=rita, cause=hall.cause())
    await seen(hall, review_drafts.card, rita, draft=number)
    await judge(hall, line, Verdict.rejected, rita, item=0, words=LONG)


@pytest.mark.parametrize("by_deadline", [False, True])
@pytest.mark.parametrize("signs", [1_700, 2_400, 2_800, 3_150])
async def test_all_about_one_rating_fits_whatever_is_said(
    hall: Hall, signs: int, by_deadline: bool
) -> None:
    line, ada = await missed(hall, signs)
    saul, later = await reviewer(hall, "Saul"), line.accept_by
    if by_deadline:
        await reviews.accept_overdue(hall.db, now=later)
    else:
        await judged(hall, line)
    await seen(hall, evidence.card, ada, line=line.number)
    await seen(hall, gold.missed, ada, line=line.number)
    made = await object_to(hall, ada, now=later)
    await disputes.add_words(hall.db, number=made.number, text=LONG, by=ada, cause=hall.cause())
    await seen(hall, dispute_screens.card, saul, dispute=made.number)
    deciding = await disputes.prepare(
        hall.db, number=made.number, state="upheld", by=saul, cause=hall.cause(), now=later
    )
    await disputes.write(hall.db, number=deciding.number, text=LONG, by=saul, cause=hall.cause())
    await seen(hall, dispute_screens.draft, saul, draft=deciding.number)
    await disputes.decide(hall.db, draft=deciding.number, by=saul, cause=hall.cause(), now=later)
    await seen(hall, evidence.card, ada, line=line.number)
    await seen(hall, dispute_screens.mine, ada, number=made.number)
