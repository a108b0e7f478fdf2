"""Who coordinates: what they are told, and what people who try to get more than that get."""

from functools import partial
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.typeset import markdown
from sandbox import Message, Person
from storage.schema import inbox
from tests.flows.hall import PROJECT, Stage, tasks_file


def written(person: Person, text: str, **sender: Any) -> dict[str, Any]:
    """A private message as Telegram would deliver it, its sender changed as asked."""
    user = person.wire() | sender
    chat = {"id": user["id"], "type": "private", "first_name": "P"}
    return {"message_id": 9000, "date": 1, "chat": chat, "from": user, "text": text}


def tapped(person: Person, message: Message, data: str) -> dict[str, Any]:
    """A tap whose query Telegram knows nothing of, so that no answer can reach it."""
    return {
        "id": "1", "from": person.wire(), "message": message.wire(), "chat_instance": "1",
        "data": data,
    }  # fmt: skip


async def coordinator(hall: Stage, name: str, key: str) -> Person:
    """Somebody who coordinates that one project."""
    person = await hall.arrived(name)
    sent = await hall.admin.send(f"/roles grant {person.id} coordinator {key}")
    await hall.admin.expect(partial(later, sent.id, "Granted"))
    return person


async def second_project(hall: Stage) -> None:
    """A draft project besides the one of the stage."""
    text = PROJECT.format(key="other", name="Other", overlap=1, size=5, reason="never")
    await hall.admin.upload("other.yaml", text.encode())
    await hall.admin.expect("Project Other")


async def set_aside(hall: Stage) -> int:
    """How many updates could not be handled."""
    async with hall.bot.db.read() as tx:
        found = select(func.count()).where(inbox.c.state == "aside")
        return int((await tx.execute(found)).scalar_one())


def later(message_id: int, words: str, message: Message) -> bool:
    """Whether the message came later and says the words."""
    return message.id > message_id and words in message.content


@pytest.mark.parametrize("data", ["o:--5", "a:X:--1:0:0", "gw:--3", "cg:pairs:--1"])
async def test_numbers_with_two_signs_are_no_numbers(hall: Stage, data: str) -> None:
    page = hall.admin.inbox()[-1]
    answer = await hall.admin.tap_data(page, data)
    assert "older message" in (answer.text or "")
    assert await set_aside(hall) == 0


@pytest.mark.parametrize("digits", ["9" * 17, "9" * 5000])
async def test_no_role_goes_to_an_id_that_nobody_can_have(hall: Stage, digits: str) -> None:
    await hall.admin.send(f"/roles grant {digits[:4000]} coordinator")
    await hall.admin.expect("with a numeric id")
    assert await set_aside(hall) == 0


@pytest.mark.parametrize(
    "sender",
    [
        {"id": 2**63}, {"id": 10**30}, {"id": -(2**60)}, {"first_name": ""}, {"first_name": 5},
        {"first_name": "\x00"}, {"first_name": "\ud800"}, {"first_name": "\u202e" * 300},
        {"language_code": "\ud800-../etc"}, {"username": "u" * 300},
    ],
)  # fmt: skip
async def test_senders_that_cannot_be_stop_nobody_else(
    hall: Stage, sender: dict[str, Any]
) -> None:
    odd = hall.sandbox.person("Odd")
    hall.sandbox.queue.add("message", written(odd, "/work", **sender))
    hall.sandbox.queue.add("message", written(odd, "\ud800 \udfff", **sender))
    sent = await hall.admin.send("/work")
    await hall.admin.expect(partial(later, sent.id, "Your work"))
    await hall.settle()
    assert await set_aside(hall) == 0


async def test_preparing_a_call_for_somebody_elses_project_is_refused_at_once(
    hall: Stage,
) -> None:
    await hall.project(tasks=2)
    await second_project(hall)
    cat = await coordinator(hall, "Cat", "pairs")
    answer = await cat.tap_data(cat.inbox()[-1], "cp:other")
    assert "for coordinators" in (answer.text or "")


@pytest.mark.parametrize("data", ["p:other", "pg:other", "px:other"])
async def test_a_button_of_somebody_elses_project_says_why_it_does_nothing(
    hall: Stage, data: str
) -> None:
    await hall.project(tasks=2)
    await second_project(hall)
    cat = await coordinator(hall, "Cat", "pairs")
    page = cat.inbox()[-1]
    before = page.text
    await cat.tap_data(page, data)
    await cat.expect(partial(later, page.id, "for coordinators"))
    assert page.text == before


async def test_a_dropped_file_is_only_for_who_dropped_it(hall: Stage) -> None:
    await hall.project(tasks=1)
    cat, dan = await coordinator(hall, "Cat", "pairs"), await coordinator(hall, "Dan", "pairs")
    await dan.upload("more.jsonl", tasks_file(3))
    report = await dan.expect("2 can be published, 1 refused")
    buttons = [button.data or "" for button in report.buttons]
    number = buttons[0].split(":")[1]
    for data in (*buttons, f"fp:{number}:pairs"):
        page = cat.inbox()[-1]
        answer = await cat.tap_data(page, data)
        await hall.settle()
        assert "decided upon already" in (answer.text or "") + cat.inbox()[-1].content
    await dan.tap(report, "Publish")
    await dan.expect("2 tasks are open")


@pytest.mark.parametrize(
    "text",
    [
        "1. " * 3000,
        "> - * + " * 2000,
        f"|{'w' * 10_000}|b|\n|-|-|\n" + "|a|b|\n" * 3000,
        "|a" * 2000 + "|\n" + "|-" * 2000 + "|\n" + "|b\n" * 500,
        f"|a|{'b' * 30}|\n|-|-|\n" + "|\n" * 20_000,
    ],
)
def test_no_text_of_an_import_grows_without_measure(text: str) -> None:
    shown = markdown(text)
    assert shown.units < 2 * len(text)
    kept = {sign for sign in text if sign.isalpha()}
    assert kept <= set(shown.text)


async def test_long_lists_have_pages(hall: Stage) -> None:
    for number in range(14):
        text = PROJECT.format(
            key=f"{'k' * 37}-{number:02}", name=f"{number:02} {'n' * 90}", overlap=1, size=1,
            reason="never",
        )  # fmt: skip
        await hall.admin.upload("p.yaml", text.encode())
        group = hall.sandbox.group(f"{number:02} {'t' * 250}", creator=hall.admin)
        hall.sandbox.add_bot(group, by=hall.admin)
    await hall.settle()
    for command, second in (("/projects", "13 nnn"), ("/groups", "13 ttt"), ("/roles", "kk-13")):
        sent = await hall.admin.send(command)
        page = await hall.admin.expect(partial(later, sent.id, ""))
        assert second not in page.content
        await hall.admin.tap(page, "▶️ 2")
        await hall.settle()
        assert second in page.content
        await hall.admin.tap(page, "◀️ 1")
        await hall.settle()
        assert second not in page.content


async def test_a_file_that_telegram_keeps_back_is_told_of(hall: Stage) -> None:
    document = {"file_id": "gone", "file_unique_id": "u", "file_name": "t.jsonl"}
    message = written(hall.admin, "") | {"document": document}
    del message["text"]
    hall.sandbox.queue.add("message", message)
    await hall.admin.expect("did not hand over t.jsonl")
    await hall.settle()
    assert await set_aside(hall) == 0
    assert [refusal.method for refusal in hall.sandbox.refused_calls()] == ["getFile"]
    hall.sandbox.refusals.clear()


@pytest.mark.parametrize("name", [f"{'long' * 60}.jsonl", "tasks.ndjson", "TASKS.JSONL"])
async def test_the_ending_of_a_file_decides_whatever_stands_before(hall: Stage, name: str) -> None:
    await hall.project(tasks=1)
    await hall.admin.upload(name, tasks_file(3))
    await hall.admin.expect("2 can be published, 1 refused")


async def test_a_table_with_tabs_is_an_import(hall: Stage) -> None:
    await hall.project(tasks=1)
    rows = b"id\tprompt\tresponse_1\tresponse_2\nx1\tWhy?\tSo.\tNo.\n"
    await hall.admin.upload("tasks.tsv", rows)
    await hall.admin.expect("1 row (csv): 1 can be published")


async def test_nobody_can_make_the_bot_fill_a_group(hall: Stage) -> None:
    bo = await hall.newcomer("Bo")
    for command in ("/work", "/WORK", "/Work@hiringhall_bot", "/work now") * 5:
        await bo.send(command, chat=hall.group)
    await hall.settle()
    told = [m for m in hall.group.messages.values() if "private chat" in m.content]
    assert len(told) == 1
    await hall.move(seconds=61)
    await bo.send("/work", chat=hall.group)
    await hall.admin.expect(partial(later, told[0].id, "private chat"), chat=hall.group)


async def test_hostile_names_and_titles_keep_to_their_place(hall: Stage) -> None:
    bo = hall.sandbox.person("\u202eoB\x07 <b>*_[x](http://e.x)")
    group = hall.sandbox.group("\u2067</b><i>\u202egroup", creator=bo)
    hall.sandbox.add_bot(group, by=bo)
    hall.sandbox.join(group, hall.admin)
    added = await hall.admin.expect("was added to </b><i> group")
    assert [entity["type"] for entity in added.entities] == ["bold"]
    await hall.admin.tap(added, "Register")
    await hall.admin.expect("</b><i> group is a work group now")
    await bo.start()
    await hall.admin.send(f"/roles grant {bo.id} reviewer")
    await hall.admin.send("/roles")
    listed = await hall.admin.expect(f"oB <b>*_[x](http://e.x) ({bo.id})")
    assert "\u202e" not in listed.content
    await hall.admin.upload("\u202elnosj.sksat", b"x")
    await hall.admin.expect("lnosj.sksat is neither a project file")


async def test_who_gets_or_loses_a_role_is_told_and_has_its_menu_at_once(hall: Stage) -> None:
    def menu() -> set[str]:
        seen = hall.sandbox.commands.seen_by(bo.chat, bo.id, "en")
        return {str(entry["command"]) for entry in seen}

    bo = await hall.arrived("Bo")
    await hall.settle()
    assert "call" not in menu()
    await hall.admin.send(f"/roles grant {bo.id} coordinator")
    await bo.expect("You have the role of coordinator now")
    await hall.settle()
    assert "call" in menu()
    assert "roles" not in menu()
    await hall.admin.send("/roles")
    listed = await hall.admin.expect(f"({bo.id})")
    await hall.admin.tap(listed, "from Bo")
    await bo.expect("You no longer have the role of coordinator")
    await hall.settle()
    assert "call" not in menu()


async def test_a_role_for_somebody_who_never_wrote_is_told_with_the_first_start(
    hall: Stage,
) -> None:
    bo = hall.sandbox.person("Bo")
    before = len(hall.sandbox.refusals)
    await hall.admin.send(f"/roles grant {bo.id} coordinator")
    await hall.settle()
    assert hall.sandbox.refusals[before:] == []
    assert bo.inbox() == []
    await bo.start()
    await bo.expect("You have the role of coordinator now")


async def test_two_roles_of_one_person_have_two_buttons(hall: Stage) -> None:
    await hall.project()
    await hall.admin.send("/roles grant 77 coordinator")
    await hall.admin.send("/roles grant 77 coordinator pairs")
    await hall.settle()
    await hall.admin.send("/roles")
    listed = await hall.admin.expect("in pairs")
    labels = [button.text for button in listed.buttons]
    assert "Take coordinator from 77" in labels
    assert "Take coordinator in pairs from 77" in labels


async def test_a_batch_that_an_open_call_counts_asks_for_no_second_call(hall: Stage) -> None:
    await hall.project(tasks=5)
    assert "Post a call so that people see them" in hall.admin.inbox()[-1].content
    await hall.call()
    more = tasks_file(2).replace(b'"id":"t', b'"id":"more-t')
    await hall.admin.upload("more.jsonl", more)
    report = await hall.admin.expect(lambda m: any(b.text == "Publish 2" for b in m.buttons))
    await hall.admin.tap(report, "Publish 2")
    await hall.admin.expect("The call that stands counts them already")
