"""What the user sees when something is off, and that nothing is lost: the table, row by row."""

import asyncio
from datetime import timedelta
from functools import partial

import pytest

from sandbox import Message
from tests.flows.acts import claim, rate, rate_all, submit, task
from tests.flows.hall import PROJECT, Stage, arrive, tasks_file


def goes_on(message: Message) -> bool:
    """Whether the message has the button back into the job."""
    return any("Continue" in button.text for button in message.buttons)


def says_after(message_id: int, words: str, message: Message) -> bool:
    """Whether the message came later and says the words."""
    return message.id > message_id and words in (message.text or "")


@pytest.mark.parametrize(
    "data",
    ["", "zzz", "a", "a:NOJOB:1:0:0", "a:NOJOB:x:y:z", "u:NOJOB:0", "d:NOJOB", "n:999999",
     "cg:pairs:0", "rr:1", "fy:NOFILE:pairs:0", "ps:pairs:closed", "z:Mars/Base", "vk:99:zz",
     "a:" + "9" * 40 + ":1", "b:NOJOB:-1", "h:NOJOB", "o:-5", "x", "\u0661:1"],
)  # fmt: skip
async def test_a_forged_button_is_answered_politely_and_does_nothing(
    hall: Stage, data: str
) -> None:
    await hall.project(tasks=2, overlap=1, size=2)
    card = await hall.call()
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    shown = await task(bo, 1)
    answer = await bo.tap_data(shown, data)
    assert answer.answered
    if not data.startswith("o:"):
        assert answer.text
    await bo.send("/work")
    await bo.expect(goes_on)


async def test_a_foreign_button_is_refused(hall: Stage) -> None:
    await hall.project(tasks=4, overlap=1, size=2)
    card = await hall.call()
    bo, cy = await hall.arrived("Bo"), await hall.arrived("Cy")
    await claim(bo, card)
    await claim(cy, card)
    theirs = await task(bo, 1)
    mine = await task(cy, 1)
    for button in theirs.buttons:
        assert button.data is not None
        answer = await cy.tap_data(mine, button.data)
        assert "somebody else" in (answer.text or "")
    assert (await task(bo, 1)).text == theirs.text


async def test_a_double_tap_has_one_effect(hall: Stage) -> None:
    await hall.project(tasks=3, overlap=1, size=3)
    card = await hall.call()
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    first = await task(bo, 1)
    answers = await asyncio.gather(bo.tap(first, "A better"), bo.tap(first, "B better"))
    assert sorted(bool(answer.text) for answer in answers) == [False, True]
    await task(bo, 2)
    twice = await asyncio.gather(bo.tap(card, "Claim"), bo.tap(card, "Claim"))
    assert all(answer.url for answer in twice)
    await hall.settle()
    await bo.send("/work")
    page = await bo.expect(goes_on)
    assert (page.text or "").count("▶️") == 1


async def test_updates_that_come_twice_or_out_of_order_have_one_effect(hall: Stage) -> None:
    hall.sandbox.faults.duplicate_updates(1.0)
    await hall.project(tasks=5, overlap=1)
    card = await hall.call()
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    await submit(bo, await rate_all(bo, 5))
    await hall.move(seconds=11)
    await bo.expect("5 ratings, 2.00 USD expected")
    await hall.admin.send("/projects")
    await hall.admin.expect("5 of 5 ratings in")


KINDS = {
    "photo": "I cannot read pictures", "sticker": "A sticker is no answer",
    "voice": "most keyboards take dictation", "location": "I need no location",
}  # fmt: skip


async def test_other_kinds_of_messages_are_explained_and_the_draft_stays(hall: Stage) -> None:
    await hall.project(tasks=2, overlap=1, size=2)
    card = await hall.call()
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    await rate(bo, 1)
    for kind, said in KINDS.items():
        await bo.send_kind(kind)
        told = await bo.expect(said)
        assert [button.text for button in told.buttons] == ["Show the job", "My work"]
    await bo.send("/wrok")
    await bo.expect("There is no command /wrok")
    await bo.send("hello?")
    stray = await bo.expect("A button is due here")
    await bo.tap(stray, "Show the job")
    shown = await bo.expect(lambda m: m.id > stray.id and bool(m.buttons))
    assert (shown.text or "").startswith("Task 2 of 2")
    await bo.tap(shown, "A better")
    await bo.expect("All 2 tasks")


async def test_a_person_who_blocked_the_bot_gets_everything_after_the_return(
    hall: Stage,
) -> None:
    await hall.project(tasks=2, overlap=1, size=2)
    card = await hall.call()
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    await submit(bo, await rate_all(bo, 2))
    bo.block()
    await hall.move(seconds=11)
    await hall.move(days=4)
    bo.unblock()
    await bo.start()
    await hall.settle()
    await bo.expect("Accepted")


async def test_a_group_that_was_upgraded_keeps_its_call(hall: Stage) -> None:
    group = hall.sandbox.group("Small group", creator=hall.admin, kind="group")
    hall.sandbox.add_bot(group, by=hall.admin)
    note = await hall.admin.expect("Small group")
    await hall.admin.tap(note, "Register")
    await hall.admin.expect("is a work group now")
    await hall.project(tasks=4, overlap=1, size=2)
    await hall.admin.send("/call pairs", chat=group)
    await hall.admin.expect("2 jobs open", chat=group)
    new = hall.sandbox.upgrade_group(group)
    await hall.settle()
    bo = await hall.arrived("Bo")
    hall.sandbox.join(new, bo)
    await hall.admin.send("/call pairs", chat=new)
    card = await hall.admin.expect("2 jobs open", chat=new)
    await claim(bo, card)
    await task(bo, 1)
    await hall.move(seconds=10)
    await hall.admin.expect("1 job open", chat=new)


async def test_losing_a_group_is_told_to_who_coordinates(hall: Stage) -> None:
    hall.sandbox.demote_bot(hall.group, by=hall.admin)
    await hall.admin.expect("no administrator of Work group any more")
    hall.sandbox.remove_bot(hall.group, by=hall.admin)
    await hall.admin.expect("removed from Work group")
    await hall.admin.send("/groups")
    await hall.admin.expect("not in it any more")


async def test_anonymous_admins_and_channels_have_no_effect(hall: Stage) -> None:
    await hall.project(tasks=2, overlap=1, size=2)
    await hall.admin.send_as_anonymous(hall.group, "/call pairs")
    await hall.admin.expect("use the private chat", chat=hall.group)
    await hall.settle()
    assert not [m for m in hall.group.messages.values() if m.buttons]


async def test_commands_of_coordinators_are_refused_to_contractors(hall: Stage) -> None:
    await hall.project(tasks=2, overlap=1, size=2)
    bo = await hall.arrived("Bo")
    for command in ("/projects", "/call", "/groups", "/call pairs"):
        sent = await bo.send(command)
        await bo.expect(partial(says_after, sent.id, "for coordinators"))
    await bo.send("/roles")
    await bo.expect("for admins")
    await bo.send("/call pairs", chat=hall.group)
    await hall.settle()
    assert not [m for m in hall.group.messages.values() if m.buttons]


async def test_a_broken_project_file_is_reported_by_line(hall: Stage) -> None:
    text = PROJECT.format(key="pairs", name="P", overlap=0, size=5, reason="never")
    await hall.admin.upload("pairs.yaml", text.replace("USD", "XXD").encode())
    report = await hall.admin.expect("is no project file yet")
    assert "line 6, pay.currency" in (report.text or "")
    assert "line 8, overlap" in (report.text or "")
    await hall.admin.send("/projects")
    await hall.admin.expect("No project yet")


async def test_a_half_wrong_task_file_is_refused_by_line_or_published_without(
    hall: Stage,
) -> None:
    text = PROJECT.format(key="pairs", name="Pairs", overlap=1, size=5, reason="never")
    await hall.admin.upload("pairs.yaml", text.encode())
    await hall.admin.expect("Project Pairs")
    good = tasks_file(3).decode().splitlines()
    bad = [good[0], good[1].replace('"Question 2?"', "NaN"), "{not json", good[2], good[0]]
    await hall.admin.upload("half.jsonl", "\n".join(bad).encode())
    report = await hall.admin.expect("can be published")
    said = report.text or ""
    assert "5 rows (jsonl): 2 can be published, 3 refused" in said
    for line in ("line 2", "line 3", "line 5"):
        assert line in said
    data = report.buttons[0].data or ""
    await hall.admin.tap(report, "leave out 3")
    await hall.admin.expect("2 tasks are open")
    again = await hall.admin.tap_data(report, data)
    assert "decided upon already" in (again.text or "")


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("deep.jsonl", b"[" * 200_000),
        ("zero.jsonl", b"\x00" * 1000),
        ("latin.jsonl", "caf\xe9".encode("latin-1")),
        ("empty.jsonl", b""),
        ("digits.jsonl", b'{"id": ' + b"9" * 6000 + b"}"),
        ("bomb.csv", b"id,prompt\n" + b'"' * 100_000),
        ("thing.xyz", b"hello"),
    ],
)
async def test_a_hostile_file_is_refused_with_words(hall: Stage, name: str, body: bytes) -> None:
    await hall.project(tasks=1, overlap=1, size=1)
    before = hall.admin.inbox()[-1].id
    await hall.admin.upload(name, body)
    told = await hall.admin.expect(lambda m: m.id > before + 1 and bool(m.text))
    said = told.text or ""
    assert "line" in said or "neither" in said or "the file" in said
    assert not any("Publish" in button.text for button in told.buttons)


async def test_telegram_slow_cut_and_busy_loses_nothing(hall: Stage) -> None:
    await hall.project(tasks=5, overlap=1)
    card = await hall.call()
    bo = await hall.arrived("Bo")
    faults = hall.sandbox.faults
    faults.next("sendMessage", "502", times=1)
    faults.next("editMessageText", "429:1", times=1)
    await claim(bo, card)
    await hall.move(seconds=5)
    await task(bo, 1)
    faults.next("editMessageText", "cut before", times=1)
    await bo.tap(await task(bo, 1), "A better")
    await hall.move(seconds=5)
    await bo.send("/work")
    await bo.tap(await bo.expect(goes_on), "Continue")
    await hall.move(seconds=3)
    for position in range(2, 6):
        await rate(bo, position)
    await submit(bo, await bo.expect("All 5 tasks"))
    await hall.move(seconds=11)
    await bo.expect("5 ratings, 2.00 USD expected")


async def test_what_may_have_gone_out_is_repeated_and_says_so(hall: Stage) -> None:
    await hall.project(tasks=2, overlap=1, size=2)
    card = await hall.call()
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    await submit(bo, await rate_all(bo, 2))
    await hall.move(seconds=11)
    await hall.move(hours=71)  # the coordinator's mornings are over: his is the next message
    hall.sandbox.faults.next("sendMessage", "cut after", times=1)
    hall.sandbox.clock.move(timedelta(hours=2))
    await hall.move(seconds=30)
    await hall.move(hours=12)
    told = [m for m in bo.inbox() if "Accepted:" in (m.text or "")]
    assert len(told) == 2
    assert "had this already" not in (told[0].text or "")
    assert "had this already" in (told[1].text or "")


async def test_start_in_the_middle_brings_back_where_one_was(hall: Stage) -> None:
    await hall.project(tasks=2, overlap=1, size=2)
    card = await hall.call()
    bo = await hall.newcomer("Bo")
    await claim(bo, card)
    welcome = await bo.expect("Welcome")
    await bo.tap(welcome, "I agree")
    await bo.expect("Which language")
    await bo.start()
    await hall.settle()
    newest = bo.inbox()[-1]
    assert "Which language" in (newest.text or "")
    await bo.tap(newest, 0)
    await bo.tap(await bo.expect("What time is it"), 0)
    await task(bo, 1)
    await bo.start()
    page = await bo.expect(goes_on)
    await bo.tap(page, "Continue")
    await hall.settle()
    again = await task(bo, 1)
    assert again.id == max(m.id for m in bo.inbox())


async def test_words_before_consent_bring_the_question_again(hall: Stage) -> None:
    bo = await hall.newcomer("Bo")
    await bo.start()
    await bo.expect("Welcome")
    await bo.send("what is this?")
    await hall.settle()
    assert sum("Welcome" in (m.text or "") for m in bo.inbox()) == 2
    await arrive(bo)
