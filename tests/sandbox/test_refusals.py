"""Every refusal, provoked through the real client library, in Telegram's own words."""

import pytest
from telegram import Bot
from telegram.error import TelegramError

from sandbox import Chat, Person, Sandbox
from tests.sandbox.provocations import Provocation, Scene
from tests.sandbox.refused_acts import ACTS
from tests.sandbox.refused_content import CONTENT

CASES = [*CONTENT, *ACTS]


@pytest.mark.parametrize(
    ("provoke", "error", "words"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
async def test_refused_in_telegrams_words(
    sandbox: Sandbox,
    bot: Bot,
    ada: Person,
    hall: Chat,
    provoke: Provocation,
    error: type[TelegramError],
    words: str,
) -> None:
    with pytest.raises(error) as refused:
        await provoke(Scene(sandbox, bot, ada, hall))
    said = refused.value.message.removeprefix("Forbidden: ").removeprefix("Conflict: ")
    assert type(refused.value) is error
    assert said.lower() == words.lower()
    assert sandbox.refusals[-1].description.endswith(words)
