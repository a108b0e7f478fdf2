"""Training, exam and guidelines on the phone: from the file to the job."""

from dataclasses import dataclass
from pathlib import Path

from sandbox import Message, Person
from tests.flows.acts import claim, task
from tests.flows.hall import PROJECT, stage, tasks_file

TRAINING = """\
course: lesson
kind: training
title: {en: How we compare, ar: كيف نقارن}
about: {en: Two examples with their explanation., ar: مثالان مع الشرح.}
minutes: 4
pay: {amount: "0.80", currency: USD}
questions:
  - prompt: What is 2 + 2?
    responses: ["4", "Surely 5, as everybody knows."]
    ask: {en: Which answer is better, ar: أي الإجابتين أفضل}
    options: [{right: {en: The first, ar: الأولى}}, {en: The second, ar: الثانية}]
    why: {en: It is true. Confidence counts for nothing., ar: لأنها صحيحة.}
"""
EXAM = """\
course: basics
kind: exam
title: Basics
about: What every rater knows.
minutes: 6
pass: 50
wait_hours: 2
questions:
  - ask: What counts most
    options: [{right: truth}, length, style]
    why: What is false helps nobody.
  - ask: Which of these can be better
    options: [{right: a short answer}, {right: a long answer}, a false answer]
    why: Length alone says nothing.
"""
CHECKED = """
training: lesson
exam: basics
check:
  - {ask: Which one do you choose, options: [{right: the one that helps more}, the longer], why: It says so.}
"""  # noqa: E501 - a line of YAML


def of(message: Message, text: str) -> int:
    """The place of the button for the option of that text."""
    line = next(line for line in message.content.splitlines() if line.endswith(text))
    number = line.split(".")[0]
    return next(n for n, b in enumerate(message.buttons) if b.text.endswith(number))


def look_of(message: Message) -> tuple[object, ...]:
    """All that is seen of a message."""
    return message.id, message.content, tuple(b.text for b in message.buttons)


@dataclass
class Phone:
    """A person who looks at the newest message only."""

    person: Person

    def _newest(self) -> Message:
        return next(m for m in self.person.chat.newest_first() if not m.deleted)

    async def reads(self, text: str) -> Message:
        """The newest message, once it says that."""
        return await self.person.expect(lambda m: text in m.content and m is self._newest())

    async def taps(self, button: str, *, on: str = "") -> Message:
        """Tap a button of the newest message, which says that; what comes of it."""
        card = await self.reads(on)
        before = look_of(card)
        await self.person.tap(card, button)
        return await self._other(before)

    async def _other(self, before: tuple[object, ...]) -> Message:
        return await self.person.expect(
            lambda m: m is self._newest() and look_of(m) != before and bool(m.buttons)
        )

    async def sends(self, text: str, reads: str) -> Message:
        """Write something, and read that."""
        await self.person.send(text)
        return await self.reads(reads)

    async def answers(self, *texts: str) -> Message:
        """Answer the question at hand with the options of these texts."""
        card = await self.reads("question ")
        for text in texts:
            before = look_of(card)
            await self.person.tap(card, of(card, text))
            card = await self._other(before)
        return await self.taps("Done") if len(texts) > 1 else card

    async def sits_exam(self, *, right: bool) -> Message:
        """Answer both questions of the exam, whichever comes first."""
        for _ in range(2):
            card = await self.reads("question ")
            if "What counts most" in card.content:
                card = await self.answers("truth" if right else "length")
            else:
                card = await self.answers(
                    "a short answer", "a long answer" if right else "a false answer"
                )
            if any("Next question" in b.text for b in card.buttons):
                await self.taps("Next question")
        return await self.reads("Basics: ")


async def publish(admin: Phone, name: str, text: str) -> None:
    """Drop a course in the admin's chat, look at it, publish it."""
    await admin.person.upload(f"{name}.yaml", text.encode())
    await admin.taps("See each question", on="Nothing is published yet")
    await admin.taps("Back", on="After the answer")
    assert "Version 1" in (await admin.taps("Publish the course")).content


async def test_training_then_exam_then_guidelines_then_the_job(tmp_path: Path) -> None:
    async with stage(tmp_path) as hall:
        admin = Phone(hall.admin)
        await hall.admin.upload("broken.yaml", EXAM.replace("{right: truth}", "truth").encode())
        told = await admin.reads("broken.yaml is no course yet")
        assert "line 10, questions.1.options: has no right option" in told.content
        await publish(admin, "lesson", TRAINING)
        await publish(admin, "basics", EXAM)
        project = PROJECT.format(key="pairs", name="Pairs", overlap=3, size=5, reason="never")
        await hall.admin.upload("pairs.yaml", (project + CHECKED).encode())
        await admin.reads("Project Pairs")
        await hall.admin.upload("pairs.jsonl", tasks_file(10))
        await admin.taps("Publish", on="can be published")
        call = await hall.call()
        bo = Phone(await hall.arrived("Bo"))
        await claim(bo.person, call)
        await bo.reads("0.80 USD when it is completed")
        await bo.taps("Begin the training")
        done = await bo.answers("The second")
        assert "Not right" in done.content
        assert "0.80 USD is yours" in done.content
        card = await bo.taps("On to Pairs")
        for said in ("You pass with 1 of 2 right (50 %)", "Try 1 of 2", "Unpaid."):
            assert said in card.content
        await bo.taps("Begin the exam")
        failed = await bo.sits_exam(right=False)
        assert "Next try from" in failed.content
        await bo.sends("/work", "its exam can be tried again from")
        await hall.move(hours=2)
        await bo.sends("/work", "First: exam Basics, about 6 min, unpaid, try 2 of 2.")
        assert "Try 2 of 2" in (await bo.taps("Start exam: Basics")).content
        await bo.taps("Begin the exam")
        # After a mishap /work leads back to where one was.
        await bo.sends("/work", "Basics · question 1 of 2")
        await bo.taps("Continue: Basics")
        assert "Basics: passed" in (await bo.sits_exam(right=True)).content
        await bo.taps("On to Pairs")
        await _reads_the_guidelines(bo)
        await bo.sends("/standing", "good standing")
        held = await bo.taps("Training and exams")
        assert "How we compare: held since" in held.content
        assert "Basics: held since" in held.content
        await admin.sends("/projects", "0 of 30 ratings in")
        await admin.taps("Training and exams")
        results = await admin.taps("Basics")
        assert "1 passed, 1 not passed" in results.content
        assert "50 % of 2 tries passed" in results.content


async def _reads_the_guidelines(bo: Phone) -> None:
    """The gate after the exam: a wrong answer is explained and asked again; then the job."""
    await bo.taps("I have read them", on="Guidelines · Pairs · version 1")
    await bo.answers("the longer")
    await bo.taps("Try again", on="Not quite. It says so.")
    await bo.answers("the one that helps more")
    await bo.taps("Go on", on="that is all")
    await bo.taps("Claim: Pairs", on="Your work")
    assert await task(bo.person, 1)
