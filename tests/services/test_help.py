"""/help: the next sensible steps, for who one is and what there is."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain.people import Arrival, Role
from bot.domain.steps import StepKind
from bot.texts import Texts
from bot.vault import Vault, new_key
from handlers.messages.screen import Screen
from handlers.screens import SCREENS
from tests.pseudo import PSEUDO, write_pseudo
from tests.services.builders import NOW, Hall
from tests.services.standing_acts import tell
from tests.services.test_standing_delivery import without_telegram


async def page(hall: Hall, person: int, texts: Texts | None = None) -> Screen:
    made = replace(without_telegram(hall.db), vault=Vault([new_key()]))
    made = replace(made, texts=texts or made.texts)
    screen = await SCREENS["help"](made, {"person_id": person})
    assert screen is not None
    return screen


def taps(screen: Screen) -> list[str | None]:
    return [button.data for row in screen.rows for button in row]


async def test_a_contractor_is_led_from_the_first_question_to_the_money(hall: Hall) -> None:
    ada = await hall.person(arrival=Arrival.consent)
    assert taps(await page(hall, ada)) == ["w", "ub"]
    ada = await hall.person()
    assert taps(await page(hall, ada)) == ["o:4", "w", "ub"]
    call = await hall.call((await hall.project()).key)
    offered = await page(hall, ada)
    assert "Pairs of pairs has a job for you, 0.40 USD a task" in offered.text.text
    job = await hall.claim(call, ada)
    assert taps(await page(hall, ada))[0] == f"d:{job.number}"
    await hall.finish(job)
    assert taps(await page(hall, ada)) == ["mb", "w", "ub"]


async def test_who_is_barred_is_led_to_the_reason_and_staff_to_what_waits(hall: Hall) -> None:
    boss = await hall.person("Boss", roles=(Role.admin,))
    await hall.person("Other", roles=(Role.admin,))
    ada, client = await hall.person(), await hall.person("Cleo", roles=(Role.client,))
    await tell(hall, boss, ada, StepKind.hold, now=NOW, reason="fraud")
    assert taps(await page(hall, ada))[0] == "kb"
    assert "bl:-:0" in taps(await page(hall, client))
    call = await hall.call((await hall.project(reason="never")).key)
    bo = await hall.person("Bo")
    await hall.finish(await hall.claim(call, bo))
    reviewer = await hall.person("Rea", roles=(Role.reviewer,))
    seen = await page(hall, reviewer)
    assert "5 ratings and disputes wait for your verdict" in seen.text.text
    assert taps(seen)[0] == "rv"


@pytest.mark.parametrize("language", ["en", "ar", PSEUDO])
@pytest.mark.engines("sqlite")
async def test_the_help_of_who_does_everything_fits_one_message(
    hall: Hall, language: str, tmp_path: Path
) -> None:
    texts = Texts.load(extra={PSEUDO: write_pseudo(tmp_path / PSEUDO)})
    boss = await hall.person(
        "Boss", roles=(Role.admin, Role.reviewer, Role.client), language=language
    )
    await hall.call((await hall.project()).key)
    screen = await page(hall, boss, texts)
    assert screen.text.units <= 4096
    assert len(screen.text.entities) <= 100
