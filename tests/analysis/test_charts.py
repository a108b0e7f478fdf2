"""Charts: what is drawn, read back from the picture."""

import io
from datetime import date, timedelta

import pytest
from PIL import Image

from bot.analysis.charts import SIZE, filled, steps
from bot.domain.earnings import DayEarned
from bot.printing.earnings import drawn

LAST = date(2026, 11, 22)
PAID, WAITING = (0x17, 0x71, 0x5A), (0xF3, 0xB2, 0x3C)
Colour = tuple[int, int, int]


def _days(*amounts: tuple[int, int]) -> list[DayEarned]:
    first = LAST - timedelta(days=len(amounts) - 1)
    return [
        DayEarned(first + timedelta(days=nth), waiting, paid)
        for nth, (waiting, paid) in enumerate(amounts)
    ]


def _picture(data: bytes) -> Image.Image:
    with Image.open(io.BytesIO(data)) as picture:
        return picture.convert("RGB")


def _count(picture: Image.Image, colour: Colour, *, below: int = 190) -> int:
    """How many pixels have just the colour, below the legend."""
    part = picture.crop((0, below, *SIZE))
    return sum(count for count, found in part.getcolors(1 << 20) or [] if found == colour)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("currency", ["JPY", "USD", "KWD"])
def test_the_bars_are_as_high_as_the_money(currency: str, language: str) -> None:
    one = _picture(drawn(_days((0, 100), (0, 200)), currency, language))
    assert one.size == SIZE
    assert _count(one, PAID) > 1000
    assert _count(one, WAITING) == 0
    both = _picture(drawn(_days((100, 100), (0, 200)), currency, language))
    assert _count(both, PAID) == _count(one, PAID)
    assert _count(both, WAITING) > 300


def test_arabic_days_run_from_the_right() -> None:
    days = _days(*[(0, 0)] * 27, (0, 100))
    middle = SIZE[0] // 2
    for language, box in (("en", (0, 190, middle, SIZE[1])), ("ar", (middle, 190, *SIZE))):
        picture = _picture(drawn(days, "USD", language))
        empty = [colour for _, colour in picture.crop(box).getcolors(1 << 20) or []]
        assert PAID not in empty
        assert _count(picture, PAID) > 1000


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("days", [[], _days((0, 0)), _days((-5, 0))])
def test_nothing_earned_is_said_in_words(days: list[DayEarned], language: str) -> None:
    picture = _picture(drawn(days, "USD", language))
    assert _count(picture, PAID) == _count(picture, WAITING) == 0
    words = picture.crop((300, 340, 780, 450)).getcolors(1 << 20) or []
    assert len(words) > 20


def test_equal_figures_are_equal_pictures() -> None:
    days = _days((5, 10), (7, 0))
    assert drawn(days, "USD", "ar") == drawn(days, "USD", "ar")
    assert drawn(days, "USD", "ar") != drawn(days, "USD", "en")


def test_the_largest_amounts_can_be_drawn() -> None:
    picture = _picture(drawn(_days((10**15, 10**15)), "KWD", "en"))
    assert _count(picture, PAID) > 500


def test_days_that_are_missing_are_empty_and_doubles_are_added() -> None:
    days = [DayEarned(LAST, 1, 2), DayEarned(LAST, 3, 4), DayEarned(LAST - timedelta(40), 5, 6)]
    every = filled(days)
    assert len(every) == 41
    assert every[-1] == DayEarned(LAST, 4, 6)
    assert every[1] == DayEarned(LAST - timedelta(39), 0, 0)
    assert len(filled(days[:1])) == 28
    assert len(filled([*days, DayEarned(date(1970, 1, 1), 1, 1)])) == 112


@pytest.mark.parametrize(
    ("most", "expected"),
    [
        (1, [0, 1]),
        (3, [0, 1, 2, 3]),
        (7, [0, 2, 4, 6, 8]),
        (2380, [0, 1000, 2000, 3000]),
        (10**12, [nth * 5 * 10**11 for nth in range(3)]),
    ],
)
def test_amounts_at_the_side_are_round(most: int, expected: list[int]) -> None:
    assert steps(most) == expected
