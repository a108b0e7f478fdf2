# ruff: noqa: INP001
"""Brings a hall through quality: people who rate, two who review, a night that measures."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.domain.calls import Call
from bot.domain.disputes import DisputeState
from bot.domain.jobs import Job
from bot.domain.lines import Line
from bot.domain.pay_terms import Verdict
from bot.domain.ratings import Assignment
from bot.domain.rules import ReviewRules
from bot.services import calls, people, ratings
from bot.services.reviews import Given
from sandbox import Person
from storage import schema
from tests.flows.hall import Stage
from tests.services.builders import A_BETTER, A_SLIGHTLY, B_BETTER, B_SLIGHTLY, TIE, Hall
from tests.services.reviewing import accept, decide, dispute, judge, lines_of
from tools.quality_tasks import is_second, tasks_file

KEY = "everyday-questions"
PROJECT = f"""
key: {KEY}
name: Everyday questions
scheme: pairwise
guidelines: |
  Which answer helps the person who asked more? What is wrong loses.
skill: teaching
pay: {{per_task: "0.40", currency: USD}}
minutes_per_task: 2
overlap: 4
confidence: {{target: 80, most: 5}}
tasks_per_job: 12
review_days: 3
reason: never
"""
SETTINGS = {
    "HIRINGHALL_GOLD_SHARE_NEW": "40",
    "HIRINGHALL_REVIEW_SECOND_SHARE": "100",
    "HIRINGHALL_REVIEW_GOLD_SHARE": "50",
    "HIRINGHALL_LOG_LEVEL": "WARNING",
}
CROWD = ("Zed", "Nadia", "Emeka", "Luz", "Chen", "Priya")
WHY = "The other answer is wrong on the facts: the guidelines let that lose."
# Of each person the answers to what is a matter of taste, as the file has them.
TASTE = {
    "Nadia": A_BETTER, "Emeka": A_SLIGHTLY, "Luz": B_SLIGHTLY, "Chen": TIE, "Priya": B_BETTER,
}  # fmt: skip
MISTAKES = {"Nadia": 4, "Luz": 1, "Priya": 1}


@dataclass
class Scene:
    """The hall, who is in it by name, and what everybody rated."""

    hall: Stage
    acts: Hall
    crowd: dict[str, Person] = field(default_factory=dict)
    ids: dict[str, int] = field(default_factory=dict)
    jobs: dict[str, list[Job]] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)
    mistakes: dict[str, int] = field(default_factory=lambda: dict(MISTAKES))

    def now(self) -> datetime:
        """The time in the hall."""
        return self.hall.sandbox.clock.now()

    async def join(self, name: str) -> Person:
        """Somebody who has arrived."""
        person = self.crowd[name] = await self.hall.arrived(name)
        self.ids[name] = await people.known(self.hall.bot.db, telegram_id=person.id) or 0
        return person

    async def speak(self, person: Person, language: str) -> None:
        """Let somebody read the hall in another language."""
        found = await people.known(self.hall.bot.db, telegram_id=person.id) or 0
        await people.choose_language(
            self.hall.bot.db, person_id=found, language=language, cause=self.acts.cause(),
            now=self.now(),
        )  # fmt: skip

    async def works(self, name: str, call: Call) -> None:
        """One job from the claim to the last answer, handed in."""
        job = await self.acts.claim(call, self.ids[name], now=self.now())
        for one in await self.acts.assignments(job):
            self.hall.sandbox.clock.move(timedelta(seconds=1 if name == "Zed" else 40))
            act = await self.acts.act(job, now=self.now())
            option = self.option(name, one)
            await ratings.answer(self.hall.bot.db, act, question=0, option=option)
        await self.acts.submit(job, now=self.now())
        await self.hall.move(minutes=1)
        self.jobs.setdefault(name, []).append(job)

    def option(self, name: str, one: Assignment) -> int:
        """What the person taps: by what is right, by taste, by mistake; Zed what comes first."""
        if name == "Zed":
            return A_BETTER
        task, meant = self.names[one.task_id], A_BETTER
        if task.startswith("open"):
            meant = TASTE[name]
        elif task == "known-2" and name == "Nadia":
            meant = B_BETTER
        elif task.startswith("plain") and self.mistakes.get(name):
            self.mistakes[name] -= 1
            meant = B_BETTER
        is_turned = (one.shown_order[0] == 1) != is_second(task)
        return 7 - meant if is_turned and meant not in (3, 4) else meant

    async def known_line(self) -> str:
        """A rating that waits for a review, of a task whose known answer the reviewer sees."""
        return next(
            line.number
            for task, line in await self.lines("Emeka")
            if task.startswith("known") and not line.blind
        )

    async def lines(self, name: str) -> list[tuple[str, Line]]:
        """What the person handed in: the name of the task, and the line."""
        found = []
        for job in self.jobs[name]:
            tasks = {one.id: self.names[one.task_id] for one in await self.acts.assignments(job)}
            lines = await lines_of(self.acts, job)
            found += [(tasks[line.assignment_id or 0], line) for line in lines]
        return found


async def played(hall: Stage) -> Scene:
    """Everything up to the morning after: rated, reviewed, doubted, measured."""
    scene = Scene(hall, Hall(hall.bot.db))
    await _published(scene)
    for name in CROWD:
        await scene.join(name)
    by = await people.known(hall.bot.db, telegram_id=hall.admin.id) or 0
    call = await calls.post_call(
        hall.bot.db, project_key=KEY, places=[], limit=None, draw=None, waves=False, by=by,
        cause=scene.acts.cause(), now=scene.now(),
    )  # fmt: skip
    for _ in range(2):
        for name in CROWD:
            await scene.works(name, call)
    await _reviewed(scene)
    night = scene.now().replace(hour=3, minute=0) + timedelta(days=1)
    await hall.move(seconds=(night - scene.now()).total_seconds())
    await hall.move(hours=3)
    await hall.move(hours=3)
    return scene


async def _published(scene: Scene) -> None:
    admin = scene.hall.admin
    await admin.upload("project.yaml", PROJECT.encode())
    await admin.expect("Project Everyday questions")
    await admin.upload("tasks.jsonl", tasks_file())
    report = await admin.expect(lambda m: any("Publish" in b.text for b in m.buttons))
    await admin.tap(report, "Publish")
    await admin.expect("open for Everyday questions")
    rows = await scene.acts.rows(schema.tasks)
    scene.names = {row.id: row.external_id for row in rows}


async def _reviewed(scene: Scene) -> None:
    """Rita judges what Nadia and Zed did; Sam gives some of it a second time."""
    acts, twice = scene.acts, ReviewRules(second_percent=100)
    for name in ("Rita", "Sam"):
        await scene.join(name)
        await scene.hall.admin.send(f"/roles grant {scene.crowd[name].id} reviewer {KEY}")
        await scene.hall.admin.expect("Granted: reviewer")
    rita, sam = scene.ids["Rita"], scene.ids["Sam"]
    mistakes: list[Given] = []
    for task, line in await scene.lines("Nadia"):
        wrong = task.startswith("plain") and len(mistakes) < MISTAKES["Nadia"]
        verdict = Verdict.fixed if len(mistakes) == 1 else Verdict.rejected
        if not wrong:
            await accept(acts, line, rita, now=scene.now(), rules=twice)
            continue
        given = await judge(acts, line, verdict, rita, now=scene.now(), words=WHY, rules=twice)
        mistakes.append(given)
    for _, line in (await scene.lines("Zed"))[:4]:
        await accept(acts, line, rita, now=scene.now(), rules=twice)
    await scene.hall.settle()
    disputed, _, doubted, _ = mistakes
    await accept(acts, doubted.line, sam, now=scene.now(), rules=twice)
    for _, line in (await scene.lines("Nadia"))[-6:]:
        await accept(acts, line, sam, now=scene.now(), rules=twice)
    made = await dispute(acts, disputed, now=scene.now())
    admin = await people.known(scene.hall.bot.db, telegram_id=scene.hall.admin.id) or 0
    await decide(acts, made, DisputeState.overturned, admin, now=scene.now())
    await scene.hall.settle()
