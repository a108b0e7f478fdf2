from datetime import timedelta

import pytest
from aiohttp import ClientSession
from telegram import Bot
from telegram.error import InvalidToken

from sandbox import Person, Sandbox
from sandbox.images import plain_png


async def test_a_file_goes_up_and_down_unchanged(bot: Bot, ada: Person) -> None:
    content = bytes(range(256)) * 300
    message = await ada.upload("../odd name.bin", content, caption="look")
    update = (await bot.get_updates())[-1]
    assert update.message is not None
    assert update.message.document is not None
    assert update.message.document.file_name == "odd name.bin"
    file = await bot.get_file(update.message.document.file_id)
    assert bytes(await file.download_as_bytearray()) == content
    assert message.caption == "look"


async def test_a_file_is_sent_again_by_its_id(bot: Bot, ada: Person) -> None:
    first = await bot.send_document(ada.id, b"once", filename="a.txt")
    assert first.document is not None
    again = await bot.send_document(ada.id, first.document.file_id)
    assert again.document == first.document
    assert ada.inbox()[-1].document is ada.inbox()[-2].document


async def test_a_picture_and_its_size(bot: Bot, ada: Person) -> None:
    sent = await bot.send_photo(ada.id, plain_png(40, 30), caption="chart")
    assert [(size.width, size.height) for size in sent.photo] == [(40, 30)]
    edited = await bot.edit_message_caption(ada.id, sent.message_id, caption="better")
    assert not isinstance(edited, bool)
    assert edited.caption == "better"
    assert edited.photo == sent.photo


async def test_a_link_lives_an_hour(sandbox: Sandbox, bot: Bot, ada: Person) -> None:
    sent = await bot.send_document(ada.id, b"bytes", filename="a.txt")
    assert sent.document is not None
    file = await bot.get_file(sent.document.file_id)
    sandbox.clock.move(timedelta(minutes=61))
    with pytest.raises(InvalidToken):
        await file.download_as_bytearray()


async def test_nobody_downloads_without_the_token(sandbox: Sandbox, bot: Bot, ada: Person) -> None:
    sent = await bot.send_document(ada.id, b"bytes", filename="a.txt")
    assert sent.document is not None
    path = (await bot.get_file(sent.document.file_id)).file_path or ""
    async with ClientSession() as http:
        wrong = path.replace("AA", "BB", 1)
        assert wrong != path
        async with http.get(wrong) as response:
            assert response.status == 401
        async with http.get(path) as response:
            assert await response.read() == b"bytes"


async def test_forwards_and_copies_keep_the_content(bot: Bot, ada: Person) -> None:
    sent = await bot.send_document(ada.id, b"bytes", filename="a.txt", caption="old")
    forwarded = await bot.forward_message(ada.id, ada.id, sent.message_id)
    assert forwarded.forward_origin is not None
    assert forwarded.document == sent.document
    copied = await bot.copy_message(ada.id, ada.id, sent.message_id, caption="new")
    copy = ada.inbox()[-1]
    assert copy.id == copied.message_id
    assert copy.caption == "new"
    assert copy.document is ada.inbox()[-2].document
