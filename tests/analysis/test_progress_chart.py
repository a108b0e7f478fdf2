"""The chart of a project: what is drawn, read back from the picture."""

import io
from datetime import date, timedelta

import pytest
from PIL import Image

from bot.analysis.charts import SIZE
from bot.domain.progress import SHOWN_DAYS, DayRated, Progress
from bot.printing.progress import drawn

TODAY = date(2030, 1, 15)
DONE, NOW = (0x17, 0x71, 0x5A), (0xF3, 0xB2, 0x3C)


def made(*last: int, done: int = 0) -> Progress:
    counts = (0,) * (SHOWN_DAYS - len(last)) + last
    first = TODAY - timedelta(days=SHOWN_DAYS - 1)
    days = tuple(DayRated(first + timedelta(days=nth), one) for nth, one in enumerate(counts))
    return Progress(days, left=1, done=done)


def pixels(data: bytes, colour: tuple[int, int, int], part: tuple[int, int, int, int]) -> int:
    with Image.open(io.BytesIO(data)) as picture:
        assert picture.size == SIZE
        cut = picture.convert("RGB").crop(part)
    return sum(count for count, found in cut.getcolors(1 << 20) or [] if found == colour)


BAR, DAYS = (0, 120, SIZE[0], 170), (0, 220, *SIZE)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_bar_is_as_long_as_what_is_in(language: str) -> None:
    half, whole = drawn(made(done=50), 100, language), drawn(made(done=100), 100, language)
    assert pixels(half, DONE, BAR) * 2 == pytest.approx(pixels(whole, DONE, BAR), rel=0.02)
    assert pixels(drawn(made(), 0, language), DONE, BAR) == 0


def test_each_day_has_its_bar_and_today_another_colour() -> None:
    one, both = drawn(made(50, 0), 100, "en"), drawn(made(50, 50), 100, "en")
    assert pixels(one, NOW, DAYS) == 0
    assert pixels(both, NOW, DAYS) > 1000
    assert pixels(both, DONE, DAYS) == pixels(one, DONE, DAYS) > 1000
    assert pixels(drawn(made(), 100, "en"), DONE, DAYS) == 0
