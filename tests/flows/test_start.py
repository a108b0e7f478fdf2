"""From the tap on a call to the first task: each question that can stand between, and its taps."""

import re

from bot.domain.hall_terms import HallTerms
from bot.services import consents
from sandbox import Message, Person
from tests.docs_text import rows, section, text_of
from tests.flows.acts import claim, task
from tests.flows.hall import PROJECT, Stage, arrive, tasks_file

GERMAN = "languages: [de]\nlevel: good\n"
COUNTRY = "countries: {not: [US]}\n"
WARNING = "content_warning: Some of the answers describe injuries.\n"
CHECK = """\
check:
  - {ask: Which one do you choose, options: [{right: the one that helps more}, a], why: So it is.}
"""
TERMS = "Be **fair**.\n\n- Rate alone."


async def project(hall: Stage, key: str, more: str = "") -> Message:
    """A project of one-task jobs with more fields; returns the card of its call."""
    text = PROJECT.format(key=key, name=f"Pairs of {key}", overlap=9, size=1, reason="never")
    await hall.admin.upload(f"{key}.yaml", (text + more).encode())
    await hall.admin.expect(f"Project Pairs of {key}")
    await hall.admin.upload(f"{key}.jsonl", tasks_file(3))
    report = await hall.admin.expect(
        lambda m: "Which project" in m.content or "can be published" in m.content
    )
    if "Which project" in report.content:
        await hall.admin.tap(report, f"Pairs of {key}")
        report = await hall.admin.expect("can be published")
    await hall.admin.tap(report, "Publish")
    await hall.admin.expect(f"open for Pairs of {key}")
    await hall.admin.send(f"/call {key}", chat=hall.group)
    return await hall.admin.expect(
        lambda m: f"Pairs of {key}" in m.content and bool(m.buttons), chat=hall.group
    )


async def say(person: Person, shown: str, button: str) -> None:
    """Answer the question that says that, with that button."""
    await person.tap(await person.expect(shown), button)


def promised() -> dict[str, int]:
    """The taps that the docs promise, by what stands between the call and the task."""
    told = rows(section(text_of("contractors.md"), "### How many taps"))
    return {cells[0]: int(re.findall(r"\d+", cells[1])[0]) for cells in told}


async def test_the_taps_from_the_call_to_the_first_task_are_those_of_the_docs(
    hall: Stage,
) -> None:
    taps: dict[str, int] = {}
    card = await project(hall, "plain")
    new = await hall.newcomer("Al")
    await claim(new, card)
    await arrive(new)
    await task(new, 1)
    taps["nothing more"] = new.taps
    # Whoever has arrived taps as often; the three questions are asked once in a life.
    bo, cy = await hall.arrived("Bo"), await hall.arrived("Cy")
    for person, told, key, more in (
        (bo, "a content warning", "hard", WARNING),
        (bo, "a question about you", "german", GERMAN),
        (cy, "a check of the guidelines", "checked", CHECK),
    ):
        card, before = await project(hall, key, more), person.taps
        await claim(person, card)
        if more == WARNING:
            await say(person, "describe injuries", "That is all right")
        elif more == GERMAN:
            await say(person, "needs German", "Good")
        else:
            await _reads(person)
        await person.expect(f"Pairs of {key}\n\n❓")
        taps[told] = person.taps - before + 3
    assert taps == promised()
    assert taps["nothing more"] == 5


async def _reads(new: Person) -> None:
    """The guidelines, and a check of one question answered rightly."""
    await say(new, "Guidelines", "I have read them")
    card = await new.expect("question 1 of 1")
    right = next(line for line in card.content.splitlines() if "helps more" in line)
    await new.tap(card, next(b.text for b in card.buttons if right[0] in b.text))
    await say(new, "that is all", "Go on")


async def test_a_question_stays_until_it_is_answered_in_whatever_language(hall: Stage) -> None:
    """Stale taps, a lost chat, a change of language, another country: each finds what stands."""
    card = await project(hall, "german", GERMAN + COUNTRY)
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    first = await bo.expect("needs German: good or better")
    assert "A place is held for you" in first.content
    await bo.send("/work")
    await say(bo, "a place is held for you", "Go on: Pairs of german")
    await bo.start()
    await bo.expect("needs German")
    await bo.send("/settings")
    await say(bo, "Settings", "Language")
    await say(bo, "Which language", "العربية")
    await say(bo, "الألمانية", "جيد: أقرأ وأكتب جيدًا")
    # The first copy of the question still hangs in the chat: it tells what is asked now.
    await bo.tap(first, "Basic: I get along")
    await hall.settle()
    assert "أين تعيش" in first.content
    await bo.tap(first, "بلد آخر")
    await bo.send("مصر")
    await say(bo, "هل هو أحد هذه", "مصر")
    await bo.expect("Question 1?")
    await bo.send("/settings")
    await hall.settle()
    page = bo.inbox()[-1]
    assert all(word in page.content for word in ("الألمانية", "جيد", "مصر"))

    await _is_not_enough(await hall.arrived("Cy"), card)


async def _is_not_enough(bo: Person, card: Message) -> None:
    """An answer that does not do is told, stands under /work, and can be changed."""
    await bo.send("/work")
    page = await bo.expect("2 questions about you first, and 1 project more may be open")
    await bo.tap(page, "Answer: 1 project more")
    told = await bo.tap(await bo.expect("How well do you read and write it"), "Basic")
    assert "You said basic" in (told.text or "")
    await bo.expect("it needs German: good or better. You said basic")
    refused = await bo.tap(card, "Claim")
    assert "This needs German: good or better" in (refused.text or "")
    await bo.send("/settings")
    await say(bo, "Settings", "Work profile")
    await say(bo, "Your work profile", "German: how well")
    await say(bo, "How well do you read and write German", "· Fluent")
    await bo.expect("German (fluent)")
    await claim(bo, card)
    await bo.expect("Where do you live?")


async def test_new_terms_are_asked_before_the_next_claim_and_refusing_them_costs_no_job(
    hall: Stage,
) -> None:
    card, more = await project(hall, "pairs"), await project(hall, "others")
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    await task(bo, 1)
    terms = HallTerms(2, {"en": TERMS})
    await consents.publish(hall.bot.db, terms, now=hall.sandbox.clock.now())
    await claim(bo, more)
    asked = await bo.expect("The terms have changed")
    assert "Be fair." in asked.content
    await bo.tap(asked, "Not now")
    await bo.expect("Everything else goes on")
    await bo.tap(await task(bo, 1), "A better")
    await claim(bo, more)
    await say(bo, "The terms have changed", "I agree")
    await bo.expect("Thank you. Your job is below.")
    await bo.send("/settings")
    await say(bo, "Settings", "My data")
    page = await bo.expect("You agreed to version 2 of the terms on")
    await bo.tap(page, "The terms")
    await bo.expect("Be fair.")
    await _stays_out(await hall.newcomer("Cy"), card)


async def _stays_out(cy: Person, card: Message) -> None:
    """A newcomer who does not agree holds no place, and can agree after all."""
    await claim(cy, card)
    assert "Be fair." in (await cy.expect("Welcome")).content
    await say(cy, "Welcome", "Not now")
    await say(cy, "no place is held for you", "The terms")
    await arrive(cy)
    await cy.expect("Your work")
