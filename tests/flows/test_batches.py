"""A batch from its delivery to the client's last word, and what contractors get all the same."""

import csv
import io
from collections.abc import Callable

from sqlalchemy import select

from sandbox import Message, Person
from storage.schema import batches, lines, refusals, statements
from tests.flows.acts import claim, rate_all, submit
from tests.flows.hall import PROJECT, Stage, arrive, tasks_file

SIZE = 15
TASKS = 30
NAMED = ("alice", "bilal", "0.80", "usd", "12.00")


def says(words: str, *, after: int = 0) -> Callable[[Message], bool]:
    return lambda message: message.id > after and words in message.content


def offers(button: str) -> Callable[[Message], bool]:
    return lambda message: any(button in one.text for one in message.buttons)


async def batch_of_two(hall: Stage) -> list[Person]:
    """30 ratings of a project whose client must confirm, by two people, accepted."""
    text = PROJECT.format(key="pairs", name="Pairs", overlap=1, size=SIZE, reason="never")
    text = text.replace("0.40", "0.80") + "client: {confirm_days: 7}\n"
    await hall.admin.upload("pairs.yaml", text.encode())
    await hall.admin.expect("Project Pairs")
    await hall.admin.upload("pairs.jsonl", tasks_file(TASKS))
    await hall.admin.tap(await hall.admin.expect("can be published"), "Publish")
    card = await hall.call()
    people = [await hall.arrived(name) for name in ("Alice", "Bilal")]
    for person in people:
        await claim(person, card)
        await submit(person, await rate_all(person, SIZE))
    await hall.move(seconds=11)
    await hall.move(days=3, minutes=11)
    return people


async def client_of(hall: Stage, name: str) -> Person:
    person = hall.sandbox.person(name)
    await person.start()
    await arrive(person)
    await hall.admin.send(f"/roles grant {person.id} client pairs")
    await hall.admin.expect("Granted: client")
    return person


async def deliver(hall: Stage) -> None:
    sent = await hall.admin.send("/batches")
    page = await hall.admin.expect(says("Batches", after=sent.id))
    await hall.admin.tap(page, "Pairs")
    await hall.admin.tap(await hall.admin.expect("Not delivered yet"), "Deliver")
    await hall.admin.tap(await hall.admin.expect("Deliver batch"), "Deliver")
    data = await hall.admin.expect(
        lambda m: m.document is not None and m.document.filename.endswith("raw.jsonl")
    )
    assert data.document is not None
    assert len(data.document.content.splitlines()) == TASKS
    assert b'"pay_minor":80' not in data.document.content.replace(b" ", b"")


async def refuse_one(client: Person, batch: Message) -> None:
    """Task, answer, reason, words, and the last tap."""
    await client.tap(batch, "All ratings")
    await client.tap(await client.expect(offers("t1 ·")), 0)
    card = await client.expect("Question 1?")
    await client.tap(card, "Refuse")
    await client.tap(await client.expect("Why do you refuse"), "Careless")
    ask = await client.expect("what is wrong?")
    await client.send("short")
    await client.expect("in 10 to 1,000 characters")
    await client.send("Both answers are the same, word for word.")
    last = await client.expect(says("Refuse this rating?", after=ask.id))
    answer = await client.tap(last, "Refuse")
    assert answer.text == "Refused"


async def refuse_the_rest(client: Person) -> None:
    """The file with all ratings, filled in and dropped back."""
    sent = await client.send("/batches")
    await client.tap(await client.expect(says("Batches", after=sent.id)), "Pairs")
    await client.tap(await client.expect(says("29 to answer", after=sent.id)), "File to fill in")
    found = await client.expect(lambda m: m.document is not None)
    assert found.document is not None
    rows = list(csv.DictReader(io.StringIO(found.document.content.decode("utf-8-sig"))))
    assert len(rows) == TASKS
    for row in rows:
        if row["state"] == "waiting":
            row |= {"decision": "refused", "reason": "copied", "evidence": "Sent in twice."}
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    await client.upload("answer.csv", out.getvalue().encode())
    report = await client.expect("29 to refuse")
    apply = report.button("Apply").data or ""
    await client.tap(report, "Apply")
    await client.expect("0 confirmed, 29 refused")
    again = await client.tap_data(report, apply)
    assert "decided upon already" in (again.text or "")


async def test_thirty_refusals_are_held_and_cost_no_contractor_anything(hall: Stage) -> None:
    people = await batch_of_two(hall)
    client = await client_of(hall, "Cleo")
    await deliver(hall)
    told = await client.expect("is delivered")
    await client.tap(told, "Open the batch")
    await refuse_one(client, await client.expect(offers("All ratings")))
    await refuse_the_rest(client)
    held = await hall.admin.expect("29 refusals are held")
    assert "23.20 USD" in held.content
    await hall.admin.tap(held, "Approve all")
    await hall.admin.tap(await hall.admin.expect("Approve 29 refusals?"), "Approve all")
    await hall.settle()
    await client.expect("29 refusals of batch")
    for person in people:
        news = await person.expect("refused 14 of your ratings" if person is people[0]
                                   else "refused 15 of your ratings")  # fmt: skip
        assert "put on record by an admin" in (news.text or "")
        assert "Somebody else decides within 7 days" in (news.text or "")
        assert "paid all the same" in news.content
    await hall.move(days=7)
    await hall.move(minutes=2)
    async with hall.bot.db.read() as tx:
        states = set((await tx.execute(select(lines.c.client))).scalars())
        made = list((await tx.execute(select(refusals.c.state))).scalars())
        paid = list((await tx.execute(select(statements.c.net_minor))).scalars())
    assert (states, set(made), len(made)) == ({"refused"}, {"applied"}, TASKS)
    assert sorted(paid) == [SIZE * 80] * 2
    shown = " ".join(m.content for m in client.inbox() if m.from_bot).lower()
    assert [word for word in NAMED if word in shown] == []
    await forged(hall, client, people[0])


async def forged(hall: Stage, client: Person, rater: Person) -> None:
    """Buttons of a batch in other people's hands, and files that are no answer."""
    async with hall.bot.db.read() as tx:
        number = (await tx.execute(select(batches.c.number))).scalar_one()
        refusal = (await tx.execute(select(refusals.c.number))).scalars().first()
    for person, data, words in (
        (rater, f"by:{number}", "for clients and coordinators"),
        (rater, f"bd:{number}", "for clients and coordinators"),
        (client, f"bd:{number}", "for coordinators"),
        (client, f"bq:{number}:1", "for admins"),
        (client, f"ba:{refusal}", "for admins"),
        (client, f"bs:{refusal}", "somebody else"),
        (client, f"by:{number}", "Nothing of this batch waits"),
        (client, "bf:ABCDEFGH", "question is over"),
    ):
        page = person.inbox()[-1]
        answer = await person.tap_data(page, data)
        assert words in (answer.text or ""), data
    await client.upload("tasks.jsonl", tasks_file(2))
    await client.expect("Nothing can be applied")
    await rater.upload("answer.csv", b"line,decision\nABCDEFGH,confirmed\n")
    await rater.expect("has no use from you")
    seen = hall.sandbox.commands.seen_by(client.chat, client.id, "en")
    commands = {str(entry["command"]) for entry in seen}
    assert "batches" in commands
    assert "projects" not in commands
