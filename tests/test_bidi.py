import pytest

from bot.bidi import runs_right_to_left, settled

RLM = "\u200f"


def _isolated(text: str) -> str:
    return f"\u2068{text}\u2069"


@pytest.mark.parametrize(
    "text",
    [
        "مرحبا",
        f"✅ <b>مرحبا {_isolated('Ada')}</b>",
        f"مرحبا {_isolated('Ada')}\nمرحبا",
        "",
        "ملف /help",
        f"سطر\n\n{'سطر'}",
    ],
)
def test_lines_that_begin_in_the_script_stay_as_they_are(text: str) -> None:
    assert settled(text) == text


@pytest.mark.parametrize(
    "text",
    [
        _isolated("Ada"),
        f"📣 <b>{_isolated('Ada')}</b>",
        f"{_isolated('1')}. {_isolated('مرحبا')}",
        "UTC (التوقيت العالمي)",
        f"• {_isolated('two' + chr(10) + 'lines')}",
        f"{_isolated('a' + _isolated('b'))}: {_isolated('c')}",
        f"{_isolated('Ada')} مرحبا",
        f"🅰️ <b>مرحبا {_isolated('A')}</b>",
    ],
)
def test_a_line_that_begins_otherwise_is_led_by_a_mark(text: str) -> None:
    assert settled(text) == RLM + text


def test_each_line_is_led_for_itself() -> None:
    assert settled("مرحبا\n\n/work · عملك\nسطر") == f"مرحبا\n\n{RLM}/work · عملك\nسطر"


def test_an_example_in_other_letters_alone_has_no_invisible_signs() -> None:
    example = 'key: better-answer\npay: {per_task: "0.40"}'
    assert settled(example) == example


def test_code_is_isolated_from_outside() -> None:
    assert settled(f"رقم <code>{_isolated('K7')}</code>") == f"رقم {_isolated('<code>K7</code>')}"


def test_isolates_that_never_end_or_never_began_do_no_harm() -> None:
    assert settled("مرحبا \u2068x\ny") == "مرحبا \u2068x\ny"
    assert settled("مرحبا \u2069x\n1") == f"مرحبا \u2069x\n{RLM}1"


@pytest.mark.parametrize(
    ("code", "so"), [("ar", True), ("he-IL", True), ("en", False), ("!", False)]
)
def test_direction_is_known_by_language(code: str, so: bool) -> None:
    assert runs_right_to_left(code) is so
