"""Nothing tells a task with a known answer from others, until the rating is judged."""

import re
from pathlib import Path
from typing import Any

from bot.services import my_data
from sandbox import Message, Person
from storage import schema
from tests.flows.acts import claim, submit, task, with_role
from tests.flows.hall import Stage, stage
from tests.flows.test_gold import WHY
from tests.flows.test_reviewing import press, with_button
from tests.services.builders import RULES, Hall

# A client may name it so that it could be told: nobody is shown the name before the verdict.
GOLD = (
    b'{"id":"gold-7","prompt":"Question 7?","responses":[{"id":"a","text":"First answer to 7."},'
    b'{"id":"b","text":"Second answer to 7."}],"gold":{"preference":-3}}'
)
# What no two ratings have in common, and says nothing of what they are about.
_OWN = re.compile(r"\b[A-Z0-9]{8}\b|\d+(?:\.\d+)?")
_FORGED = ("gdm:{}", "gdd:{}", "re:{}", "gdm:{}:0", "rd:{}", "ra:{}", "ri:{}")
_OWN_FIELDS = {"number", "position", "task", "job", "shown_order", "id"}


def plain(text: str) -> str:
    """The text without numbers, and without which answer came first."""
    return re.sub("First|Second", "An", _OWN.sub("N", text))


def alike(message: Message) -> tuple[Any, ...]:
    """A message without what any two have of their own: numbers, and which answer came first."""
    text = plain(message.content)
    # The first task of a job has none before it to go back to.
    shown = [one for one in message.buttons if not (one.data or "").startswith("b:")]
    buttons = [(one.text, _OWN.sub("N", one.data or "")) for one in shown]
    marks = [one["type"] for one in message.entities]
    return text, buttons, marks, message.silent, message.protected


async def at_work(hall: Stage) -> tuple[Person, dict[bool, Any]]:
    """Somebody rates one real task and one with a known answer, which looks alike."""
    await hall.project(tasks=6, overlap=3, size=2)
    await hall.admin.upload("gold.jsonl", GOLD)
    await press(hall.admin, "Publish")
    bo = await hall.arrived("Bo")
    await claim(bo, await hall.call())
    seen = {}
    for position in (1, 2):
        card = await task(bo, position)
        seen["Question 7?" in card.content] = alike(card)
        await bo.tap(card, "Tie")
    await submit(bo, await with_button(bo, "Submit"))
    await hall.move(seconds=11)
    return bo, seen


async def lines_of(hall: Stage) -> dict[bool, str]:
    """The number of the line of each rating: of the known answer, and of the other."""
    acts = Hall(hall.bot.db)
    golds = {row.id for row in await acts.rows(schema.tasks, schema.tasks.c.gold.is_not(None))}
    of = {row.id: row.task_id in golds for row in await acts.rows(schema.assignments)}
    return {of[row.assignment_id]: row.number for row in await acts.rows(schema.lines)}


async def tried(hall: Stage, bo: Person, data: str) -> tuple[Any, ...]:
    """All that comes of a tap with that data."""
    before = max(one.id for one in bo.inbox())
    card = next(one for one in reversed(bo.inbox()) if one.buttons and not one.deleted)
    answer = await bo.tap_data(card, data)
    await hall.settle()
    came = [alike(one) for one in bo.inbox() if one.id > before]
    return answer.text, answer.show_alert, answer.url, came


async def page_of_quality(hall: Stage, bo: Person) -> set[str]:
    """Bo opens his own quality; which of the buttons lead to missed known answers."""
    await bo.send("/standing")
    await hall.settle()
    await press(bo, "My quality")
    await hall.settle()
    page = next(one for one in reversed(bo.inbox()) if "Your quality" in one.content)
    return {(one.data or "").partition(":")[0] for one in page.buttons} & {"kx"}


async def of_own(hall: Stage) -> tuple[list[Any], list[Any]]:
    """Bo's own data: each rating in it without what is its own, and the known answers."""
    (bo,) = await Hall(hall.bot.db).rows(schema.people, schema.people.c.name == "Bo")
    pages = [one async for one in my_data.pages(hall.bot.db, person_id=bo.id, rules=RULES)]
    records = {page.kind: page.records for page in pages if page.records}
    ratings = [
        {name: value for name, value in _flat(one).items() if name not in _OWN_FIELDS}
        for one in records["ratings"]
    ]
    return ratings, list(records.get("known-answers", []))


def _flat(record: Any) -> dict[str, Any]:
    """The record with everything in words."""
    return {name: plain(str(value)) for name, value in dict(record).items()}


async def test_nothing_that_a_contractor_is_shown_tells_a_known_answer(tmp_path: Path) -> None:
    shares: Any = {"HIRINGHALL_GOLD_SHARE_NEW": "50", "HIRINGHALL_REVIEW_GOLD_SHARE": "0"}
    async with stage(tmp_path, **shares) as hall:
        bo, seen = await at_work(hall)
        assert seen[True][1:] == seen[False][1:]
        lines = await lines_of(hall)
        for forged in _FORGED:
            gold, usual = [
                await tried(hall, bo, forged.format(lines[known])) for known in (True, False)
            ]
            assert gold == usual, forged
        assert await page_of_quality(hall, bo) == set()
        (first, second), known = await of_own(hall)
        assert (first, known) == (second, [])
        rita = await with_role(hall, "Rita", "reviewer")
        await rita.send("/review")
        await press(rita, "Pairs of pairs (2)")
        for _ in range(2):
            card = await with_button(rita, "Reject")
            await rita.tap(card, "Reject")
            is_gold = "The known answer" in card.content
            await press(rita, "Known answer missed" if is_gold else "Not rated with care")
            await rita.send(WHY)
            await press(rita, "Reject it")
            await hall.settle()
        assert await page_of_quality(hall, bo) == {"kx"}
        _, (told,) = await of_own(hall)
        assert (told["task"], told["correct"]) == ("gold-7", False)
        came = await tried(hall, bo, f"gdm:{lines[True]}")
        assert "much better" in str(came)
        assert await tried(hall, bo, f"gdm:{lines[False]}") != came
