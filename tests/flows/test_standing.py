"""Standing on a contractor's phone: the notice, its evidence, the appeal, and what is kept."""

from bot.domain.steps import StepKind
from bot.services import people, standing
from sandbox import Message, Person
from tests.flows.acts import claim
from tests.flows.hall import Stage
from tests.services.builders import Hall
from tests.services.standing_acts import prepare, tell

WORDS = "I was at it all the time; the clock of the job was wrong."


async def known(hall: Stage, person: Person) -> int:
    found = await people.known(hall.bot.db, telegram_id=person.id)
    assert found is not None
    return found


async def boss(hall: Stage) -> int:
    """The admin who decides; another one is there for appeals."""
    other = await hall.arrived("Boss")
    await hall.admin.send(f"/roles grant {other.id} admin")
    await hall.admin.expect("Granted: admin")
    return await known(hall, other)


async def warn(hall: Stage, person: Person, by: int, *, job: str) -> None:
    """A warning that rests on a job whose time ran out, decided and on its way."""
    now, acts = hall.sandbox.clock.now(), Hall(hall.bot.db)
    draft = await prepare(acts, by, await known(hall, person), StepKind.warning, now=now)
    await standing.add_evidence(hall.bot.db, number=draft, by=by, now=now, of=job)
    await standing.decide(
        hall.bot.db, number=draft, by=by, cause=acts.cause(), now=now, rules=hall.bot.hall.rules
    )
    hall.bot.hall.wake_outbox()
    await hall.settle()


def taps(message: Message, label: str) -> bool:
    return any(label in button.text for button in message.buttons)


async def test_a_warning_opens_its_evidence_and_is_appealed_with_one_tap_each(
    hall: Stage,
) -> None:
    by = await boss(hall)
    await hall.project()
    bo = await hall.arrived("Bo")
    await claim(bo, await hall.call())
    await bo.expect(lambda m: taps(m, "Give back"))
    await hall.move(hours=2)
    over = await bo.expect("ran out of time")
    number = over.content.split()[2]
    await warn(hall, bo, by, job=number)
    notice = await bo.expect("Warning ·")
    assert not notice.silent
    assert not notice.protected

    await bo.tap(notice, "1")
    assert "Seen at" in (await bo.expect("What a person saw,")).content
    await bo.tap(notice, "2")
    evidence = await bo.expect("A job whose time ran out ·")
    assert number in evidence.content

    await bo.tap(notice, "Appeal")
    mine = await bo.expect("Your appeal")
    assert "answers it by" in mine.content
    await bo.send(WORDS)
    assert WORDS in (await bo.expect(WORDS)).content
    await bo.tap(notice, "Appeal")
    await hall.settle()
    assert WORDS in bo.inbox()[-1].content

    await bo.send("/standing")
    page = await bo.expect("You have been warned")
    await bo.tap(page, "My appeal")
    await hall.settle()
    assert "Your appeal" in bo.inbox()[-1].content


async def test_who_is_deactivated_keeps_pay_standing_appeal_settings_and_support(
    hall: Stage,
) -> None:
    by = await boss(hall)
    bo = await hall.arrived("Bo")
    now, acts = hall.sandbox.clock.now(), Hall(hall.bot.db)
    await tell(acts, by, await known(hall, bo), StepKind.deactivation, now=now, reason="fraud")
    for command, words in (
        ("/standing", "You are deactivated"), ("/pay", "Your pay"), ("/settings", "language"),
        ("/support", "question"), ("/work", "Nothing for now"),
    ):  # fmt: skip
        await bo.send(command)
        await bo.expect(words)
    page = await bo.expect("You are deactivated")
    await bo.tap(page, "Deactivation")
    notice = await bo.expect("Deactivation ·")
    await bo.tap(notice, "Appeal")
    await bo.expect("somebody has answered")
