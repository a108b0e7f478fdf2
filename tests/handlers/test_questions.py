"""A task's answers in one line, and how options look on their buttons."""

from typing import Any

import pytest

from bot.domain.answering import Answers
from bot.domain.scheme_body import scheme_from
from bot.domain.schemes import Scheme, form_of
from bot.formats.schemes import packaged
from bot.texts import Texts
from handlers.context import Words
from handlers.messages.questions import Verbs, in_one_line, option_rows
from handlers.messages.screen import Button, button

TEXTS = Texts.load()
TICKED = {"contains:0": ["toxic", "medical"], "contains:1": ["none"]}


def form(name: str, responses: int, turns: int = 0) -> Scheme:
    body = packaged(name)
    assert body is not None
    return form_of(scheme_from(body), responses, turns)


@pytest.mark.parametrize(
    ("made", "values", "language", "line"),
    [
        (form("pairwise", 2), {"preference": -2}, "en", "A better"),
        (form("ranking", 3), {"order": [2, 0, 1]}, "en", "C > A > B"),
        (form("flags", 2), TICKED, "en", "A: Insult or hate, Medical | B: None of these"),
        (form("flags", 2), TICKED, "ar", "أ: إهانة أو كراهية, طب | ب: لا شيء منها"),
        (form("flags", 1), {"contains:0": ["none"]}, "en", "None of these"),
        (
            form("attributes-helpsteer", 2),
            {"helpfulness:0": 4, "correctness:0": 3, "helpfulness:1": 0},
            "en",
            "A: 4 · 3 | B: 0",
        ),
        (
            form("conversation", 0, 2),
            {"reply:0": "good", "reply:1": "bad", "wrong:1": ["facts"], "overall": 2},
            "en",
            "Reply 1: 👍 Good | Reply 2: 👎 Bad · Wrong facts | 2",
        ),
    ],
)
def test_what_is_said_about_one_response_stands_together(
    made: Scheme, values: dict[str, Any], language: str, line: str
) -> None:
    assert in_one_line(Words(TEXTS, language), made, values) == line


def test_a_line_of_answers_is_cut_to_what_fits() -> None:
    said = {"taken": 0, "rewrite": "word " * 100}
    assert in_one_line(Words(TEXTS, "en"), form("rewrite", 2), said).endswith("word…")


def test_an_answer_of_several_paragraphs_is_one_line_in_the_summary() -> None:
    said = {"ideal": "Boil it.\n\n1. Take a pot.\n2. Wait."}
    line = in_one_line(Words(TEXTS, "en"), form("ideal", 0), said)
    assert line == "Boil it. 1. Take a pot. 2. Wait."


def labels(name: str, values: dict[str, Any], partial: dict[str, Any]) -> list[str]:
    made = form(name, 1)

    def plain(label: str, *_: int) -> Button:
        return button(label, "a")

    rows = option_rows(
        Words(TEXTS, "en"), Answers(values, partial), made.questions[0],
        Verbs(plain, plain, plain),
    )  # fmt: skip
    return [one.text for row in rows for one in row]


def test_options_to_tick_have_boxes_but_not_the_one_that_is_the_whole_answer() -> None:
    begun = labels("flags", {}, {"contains:0": ["toxic"]})
    assert begun[:2] == ["☑️ Insult or hate", "▫️ Violence"]
    assert begun[-2:] == ["None of these", "Done"]
    assert "✓ None of these" in labels("flags", {"contains:0": ["none"]}, {})
