"""What a scheme asks fits one message, however much that is."""

import pytest

from bot.domain import scheme_drafts as drafts
from bot.domain import scheme_parts as parts
from bot.domain.scheme_drafts import Part, Shows
from bot.domain.scheme_parts import Turn
from bot.texts import Texts
from handlers.context import Words
from handlers.messages import scheme_words

ROOM = 3_700  # of 4,096; the rest is for heads and hints


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_largest_scheme_is_told_in_one_message(language: str) -> None:
    draft = drafts.begun(Shows.two)
    options = "\n".join(f"{nth:02} {'w' * 30}" for nth in range(drafts.MOST_OPTIONS))
    for nth in range(drafts.MOST_QUESTIONS):
        words = f"{nth:02} {'w' * 290}"
        kind = Part.many if nth % 2 == 0 else Part.text
        draft, question = drafts.with_question(draft, kind, words, "en")
        if kind is Part.many:
            draft = drafts.with_options(draft, question, options, "en")
            continue
        for turn in (Turn.required, Turn.long, Turn.words, Turn.links):
            draft = parts.turned(draft, question, turn)
        draft = parts.hung(draft, question, nth - 1)
        for place in range(drafts.MOST_OPTIONS):
            draft = parts.narrowed(draft, question, place)
    said = scheme_words.asked(Words(Texts.load(), language), draft)
    assert said.units <= ROOM
    assert len(said.entities) <= 100
