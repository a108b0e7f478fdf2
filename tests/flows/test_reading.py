"""Every text arrives whole, in order and readable in the strict sandbox."""

import json
from pathlib import Path

import pytest

from bot.domain.tasks import Content, Response, Turn
from bot.layout import lay_out
from sandbox import Message, Person
from tests.flows.acts import claim, rate
from tests.flows.hall import PROJECT, Stage

SHARED_DATA = Path(__file__).parents[3] / "shared" / "data"
HEADS = ("Task ", "❓ Prompt", "💬 Earlier reply", "🅰️ Answer A", "🅱️ Answer B")
FRAMES = (*HEADS, "The task is above")
SAMPLES = Path(__file__).parents[2] / "bot" / "samples" / "tasks.jsonl"


def squeezed(text: str) -> str:
    """The text without white space, which Telegram trims and parts are cut at."""
    return "".join(text.split())


def expected(row: dict[str, object], order: tuple[int, int]) -> list[str]:
    """What has to be readable, section by section, in the order shown."""
    prompt = row["prompt"]
    turns = (
        (Turn("user", prompt),)
        if isinstance(prompt, str)
        else tuple(Turn(t["role"], t["content"]) for t in prompt)  # type: ignore[attr-defined]
    )
    answers = tuple(
        Response(r["id"], r["text"])
        for r in row["responses"]  # type: ignore[attr-defined]
    )
    layout = lay_out(Content(turns, answers), order)
    return [squeezed(section.text.text) for section in layout.sections]


async def read_everything(hall: Stage, rows: list[dict[str, object]]) -> None:
    """Publish the rows; one person works through them all and finds each text whole."""
    text = PROJECT.format(key="reading", name="Reading", overlap=1, size=20, reason="never")
    await hall.admin.upload("reading.yaml", text.encode())
    await hall.admin.expect("Project Reading")
    body = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    await hall.admin.upload("reading.jsonl", body.encode())
    report = await hall.admin.expect("can be published")
    await hall.admin.tap(report, f"Publish {len(rows)}")
    await hall.admin.expect(f"{len(rows)} tasks are open")
    card = await hall.call("reading")
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    left = list(rows)
    while left:
        size = min(20, len(left))
        for position in range(1, size + 1):
            await read_one(hall, bo, left.pop(0), position, size)
        summary = await bo.expect(lambda m: any("Submit" in b.text for b in m.buttons))
        await bo.tap(summary, "Submit")
        await hall.move(seconds=11)
        if left:
            done = await bo.expect(lambda m: any("Next job" in b.text for b in m.buttons))
            await bo.tap(done, "Next job")


async def read_one(
    hall: Stage, bo: Person, row: dict[str, object], position: int, size: int
) -> None:
    """Read one task as delivered, compare, rate it."""

    def is_card(message: Message) -> bool:
        head = (message.text or "").startswith(f"Task {position} of {size}")
        return head and any("much better" in b.text for b in message.buttons)

    shown = await bo.expect(is_card)
    own = [m for m in bo.inbox() if m.sender_id == hall.sandbox.bot_id and m.id <= shown.id]
    starts = [m.id for m in own if (m.text or "").startswith(f"Task {position} of {size}")]
    first = max(start for start in starts if start <= parts_from(own, shown, starts))
    whole = squeezed("".join(without_frame(m.text or "") for m in own if m.id >= first))
    wanted = ["".join(expected(row, order)) for order in ((0, 1), (1, 0))]
    assert whole in wanted, row["id"]
    await rate(bo, position, "Tie")


def parts_from(own: list[Message], shown: Message, starts: list[int]) -> int:
    """Where the task begins: at its card, or at the first of the parts above the card."""
    if "The task is above" not in (shown.text or ""):
        return shown.id
    return max(start for start in starts if start < shown.id)


def without_frame(text: str) -> str:
    """What the task itself says in a message: without headings, question and due time."""
    body = text.split("👉", maxsplit=1)[0]
    lines = [line for line in body.split("\n") if not line.startswith(FRAMES)]
    return "\n".join(lines)


async def test_the_sample_project_reads_whole(hall: Stage) -> None:
    rows = [json.loads(line) for line in SAMPLES.read_text(encoding="utf-8").splitlines()]
    await read_everything(hall, rows)


@pytest.mark.skipif(not SHARED_DATA.is_dir(), reason="shared data is not beside the project")
async def test_every_edge_case_reads_whole(hall: Stage) -> None:
    rows = []
    for line in (SHARED_DATA / "edge_cases.jsonl").read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        text = item["responses"][0]["text"]
        if not text.strip():
            continue
        rows.append(
            {
                "id": item["id"],
                "prompt": item["prompt"] or "?",
                "responses": [
                    {"id": "a", "text": text},
                    {"id": "b", "text": "A short answer beside it."},
                ],
            }
        )
    assert len(rows) == 81
    await read_everything(hall, rows)
