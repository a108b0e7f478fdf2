"""A person whose name and words stand wherever they can, to see what an erasure leaves."""

from typing import Any

from sqlalchemy import insert, select

from bot.domain.appeals import AppealState
from bot.domain.money import Money
from bot.domain.pay_terms import Verdict
from bot.domain.payouts import PayoutState
from bot.domain.people import Role
from bot.domain.steps import StepKind
from bot.services import disputes, my_data, payruns, standing
from storage import schema
from tests.services.builders import DAY, NOW, Hall
from tests.services.paid_hall import FRIDAY, PAY, judge, mark, owe, submitted
from tests.services.standing_acts import tell

TELEGRAM = 987654321987
NAME = "Kanarienvogel"
WORDS = "Zwitscherwort"
LATER = NOW + 60 * DAY


async def objects(hall: Hall, person: int, job_id: int, boss: int) -> None:
    """All ratings of the job are rejected; the person objects to the first, in words."""
    first, *_ = mine = await submitted(hall, person)
    for one in mine:
        await judge(hall, one, Verdict.rejected, now=NOW, reason="care")
    line = (await hall.rows(schema.lines, schema.lines.c.id == first))[0]
    rating = (
        await hall.rows(schema.ratings, schema.ratings.c.assignment_id == line.assignment_id)
    )[0]
    async with hall.db.begin() as tx:
        await tx.execute(
            insert(schema.reviews).values(
                number="REVIEW22", assignment_id=line.assignment_id, rating_id=rating.id,
                reviewer_id=boss, verdict="rejected", item="care", words="no", percent=0, at=NOW,
            )
        )  # fmt: skip
    made = await disputes.open_dispute(
        hall.db, review="REVIEW22", by=person, cause=hall.cause(), now=NOW, rules=PAY
    )
    await disputes.add_words(
        hall.db, number=made.number, text=WORDS, by=person, cause=hall.cause()
    )


async def with_canaries(hall: Hall) -> tuple[int, int]:
    """A person whose name and words stand wherever a person's can, and an admin."""
    boss = await hall.person("Boss", roles=(Role.admin,))
    ada = await hall.person(
        NAME, telegram_id=TELEGRAM, username=f"{NAME}_tg", languages=["tlh"], zone="Asia/Aden"
    )
    await hall.project()
    job = await hall.finish(await hall.claim(await hall.call(), ada))
    await objects(hall, ada, job.id, boss)
    (dispute,) = await hall.rows(schema.disputes)
    await hall.change(schema.disputes, dispute.id, state="upheld", answer=WORDS)
    await owe(hall, ada, Money(150, "USD"), now=NOW)
    (bonus,) = await hall.rows(schema.lines, schema.lines.c.kind == "bonus")
    await hall.change(schema.lines, bonus.id, because=WORDS)
    await payruns.run_due(hall.db, now=FRIDAY, rules=PAY)
    await mark(hall, ada, PayoutState.paid, by=boss, now=FRIDAY)
    step = await tell(hall, boss, ada, StepKind.warning, now=FRIDAY)
    await hall.change(schema.steps, step.id, words=WORDS, ended_words=WORDS)
    evidence = (await hall.rows(schema.step_evidence))[0]
    await hall.change(schema.step_evidence, evidence.id, words=WORDS)
    made = await standing.appeal(hall.db, step=step.number, by=ada, cause=hall.cause(), now=FRIDAY)
    await hall.change(schema.appeals, made.id, words=WORDS)
    other = await hall.person("Other", roles=(Role.admin,))
    await standing.decide_appeal(
        hall.db, number=made.number, state=AppealState.upheld, text=f"{WORDS} {NAME}", by=other,
        cause=hall.cause(), now=FRIDAY,
    )  # fmt: skip
    await _plant(hall, ada, boss, await hall.group())
    await my_data.request(hall.db, person_id=ada, cause=hall.cause(), now=FRIDAY)
    return ada, boss


async def _plant(hall: Hall, ada: int, boss: int, group: int) -> None:
    person = {"id": TELEGRAM, "first_name": NAME, "username": f"{NAME}_tg"}
    message = {"message": {"from": person, "chat": {"id": TELEGRAM}, "text": WORDS}}
    rows: list[tuple[Any, dict[str, Any]]] = [
        (schema.inbox, {"update_id": 70, "lane": TELEGRAM, "payload": message, "state": "done",
                        "received_at": NOW}),
        (schema.inbox, {"update_id": 71, "lane": 5, "payload": {"reply": message},
                        "state": "aside", "error": WORDS, "received_at": NOW}),
        (schema.inbox, {"update_id": 77, "lane": TELEGRAM, "payload": message, "state": "new",
                        "received_at": NOW}),
        (schema.notices, {"number": "NOTICE22", "key": f"delete:{TELEGRAM}:5:",
                          "chat_id": TELEGRAM, "kind": "delete", "args": {"words": WORDS},
                          "priority": 0, "sound": False, "state": "sending", "not_before": NOW,
                          "in_order": True, "created_at": NOW, "attempts": 0}),
        (schema.awaited_texts, {"number": "AWAITED2", "person_id": ada, "topic": "x",
                                "args": {"text": WORDS}, "until": NOW}),
        (schema.awaited_details, {"person_id": ada, "kind": "iban", "part": "iban",
                                  "secret": WORDS, "until": NOW}),
        (schema.payout_methods, {"number": "METHOD22", "person_id": ada, "kind": "iban",
                                 "secret": WORDS, "last_four": "9876", "fingerprint": WORDS,
                                 "state": "confirmed", "created_at": NOW}),
        (schema.files, {"number": "FILE2222", "person_id": ada, "name": NAME,
                        "body": WORDS.encode(), "created_at": NOW}),
        (schema.proposals, {"number": "PROPOSE2", "person_id": ada, "detector": "x",
                            "reason": "x", "facts": "x", "evidence": [{"words": WORDS}],
                            "state": "open", "found_at": NOW}),
        (schema.questions, {"id": 9, "number": "QUESTION", "person_id": ada, "state": "open",
                            "asked_at": NOW, "reply_by": NOW, "next_at": NOW}),
        (schema.question_words, {"question_id": 9, "by_id": ada, "words": WORDS, "at": NOW}),
        (schema.question_words, {"question_id": 9, "by_id": boss, "words": f"{NAME}, no",
                                 "at": NOW}),
        (schema.memberships, {"chat_id": group, "person_id": ada, "state": "member",
                              "link": WORDS, "changed_at": NOW}),
        (schema.waiting, {"person_id": ada, "since": NOW, "until": LATER}),
        (schema.step_drafts, {"number": "STEPDRAF", "by_id": boss, "person_id": ada,
                              "words": WORDS, "evidence": [], "created_at": NOW}),
    ]  # fmt: skip
    async with hall.db.begin() as tx:
        for table, values in rows:
            await tx.execute(insert(table).values(values))
    # Handed in, an answer is the client's; a draft is the person's own.
    (free,) = (await hall.rows(schema.assignments))[:1]
    await hall.change(schema.assignments, free.id, state="draft", answer={"text": WORDS})


async def left_of(hall: Hall) -> list[str]:
    """Where a canary stands in some row of any table."""
    found = []
    for table in schema.metadata.sorted_tables:
        async with hall.db.read() as tx:
            for row in await tx.execute(select(table)):
                told = repr(tuple(row))
                if any(one in told for one in (NAME, WORDS, str(TELEGRAM), "tlh", "Aden")):
                    found.append(f"{table.name}: {told}")
    return found
