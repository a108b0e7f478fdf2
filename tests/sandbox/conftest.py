"""A sandbox without sending limits, and the real client library as the bot's end."""

from collections.abc import AsyncIterator

import pytest
from telegram import Bot
from telegram.request import HTTPXRequest

from sandbox import Chat, Limits, Person, Sandbox


def plain_request() -> HTTPXRequest:
    # Loading certificates that nothing here needs would be most of the time of a test.
    return HTTPXRequest(httpx_kwargs={"verify": False})


def client(sandbox: Sandbox) -> Bot:
    return Bot(
        sandbox.token,
        request=plain_request(),
        get_updates_request=plain_request(),
        base_url=f"{sandbox.url}/bot",
        base_file_url=f"{sandbox.url}/file/bot",
    )


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox(limits=Limits.off(), seed=7) as started:
        yield started


@pytest.fixture
async def bot(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Bot]:
    # Otherwise the client warns whenever it reads how long a 429 asks it to wait.
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    async with client(sandbox) as connected:
        yield connected


@pytest.fixture
async def ada(sandbox: Sandbox) -> Person:
    person = sandbox.person("Ada", username="ada_l")
    await person.start()
    return person


@pytest.fixture
def hall(sandbox: Sandbox, ada: Person) -> Chat:
    chat = sandbox.group("Hall", creator=ada, members=[sandbox.person("Ben")])
    sandbox.add_bot(chat, by=ada)
    return chat
