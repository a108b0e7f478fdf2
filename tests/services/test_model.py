"""A whole hall, in which anything may happen in any order, keeps all that it promises."""

import os
from datetime import timedelta

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import rule, run_state_machine_as_test

from bot.domain.notices import (
    Broken,
    Delivered,
    Notice,
    Outcome,
    TryAgain,
    Undeliverable,
    Unknown,
    Wait,
)
from bot.domain.people import Role
from bot.domain.projects import ProjectState
from bot.services import calls, inbox, outbox, projects
from tests.services.builders import item
from tests.services.hall_machine import KEY, which
from tests.services.hall_rules import PeopleAtWork

# `make soak ONLY=model ROUNDS=n` does as many runs as one likes.
RUNS = int(os.environ.get("HALL_MODEL_RUNS", "30"))
STEPS = int(os.environ.get("HALL_MODEL_STEPS", "30"))


class WholeHall(PeopleAtWork):
    """The hall with those who run it, and the network between it and people."""

    def __init__(self) -> None:
        super().__init__()
        self.imported = self.messages = self.updates = 0
        self.boss = 0

    @rule(limit=st.sampled_from([None, 1, 2]))
    def a_call_is_posted(self, limit: int | None) -> None:
        self.attempt(lambda: self.hall.call(KEY, limit=limit))

    @rule(index=which)
    def a_call_is_closed(self, index: int) -> None:
        call = self.any_call(index)
        if call is None:
            return
        self.boss = self.boss or self.run(self.hall.person("Bo", roles=(Role.coordinator,)))
        self.do(
            lambda c: calls.close_call(
                self.db, number=call.number, by=self.boss, cause=c, now=self.now
            )
        )

    @rule(state=st.sampled_from([ProjectState.open, ProjectState.paused]))
    def the_project_is_paused_or_opened(self, state: ProjectState) -> None:
        self.do(
            lambda c: projects.set_state(
                self.db, key=KEY, state=state, by=None, cause=c, now=self.now
            )
        )

    @rule()
    def tasks_are_published(self) -> None:
        self.imported += 1
        made = item(f"more{self.imported}", overlap=1)
        self.attempt(lambda: self.hall.publish(KEY, made))

    @rule(
        outcome=st.sampled_from(["sent", "unknown", "again", "wait", "gone", "broken", "crash"]),
        limit=st.integers(1, 10),
    )
    def notices_go_out(self, outcome: str, limit: int) -> None:
        for notice in self.run(outbox.lease(self.db, self.now, limit)):
            if outcome != "crash":
                self.run(outbox.settle(self.db, notice, self._met(outcome, notice), self.now))

    def _met(self, outcome: str, notice: Notice) -> Outcome:
        self.messages += 1
        met: dict[str, Outcome] = {
            "sent": Delivered(notice.edits or self.messages),
            "unknown": Unknown("cut"),
            "again": TryAgain("502"),
            "wait": Wait(self.now + timedelta(seconds=35)),
            "gone": Undeliverable("bot was blocked by the user"),
            "broken": Broken("unparsable"),
        }
        return met[outcome]

    @rule()
    def the_bot_starts_again(self) -> None:
        self.run(outbox.recover(self.db, self.now, all=True))

    @rule(fails=st.booleans(), twice=st.booleans())
    def an_update_comes_in(self, fails: bool, twice: bool) -> None:
        self.updates += 1
        update = (self.updates, 7, {"update_id": self.updates})
        assert self.run(inbox.receive(self.db, [update], self.now)) == 1
        if twice:
            assert self.run(inbox.receive(self.db, [update], self.now)) == 0
        if fails:
            numbers = [self.run(inbox.fail(self.db, self.updates, "broken")) for _ in range(3)]
            assert numbers[:2] == [None, None]
            assert numbers[2]
        else:
            self.run(inbox.finish(self.db, [self.updates]))
        assert self.run(inbox.take(self.db, 0, 10)) == []


def profile(runs: int, steps: int, *, fixed: bool, shrink: bool = True) -> settings:
    """So many runs of so many steps; `fixed` makes the same ones each time."""
    phases = (Phase.generate, Phase.shrink) if shrink else (Phase.generate,)
    return settings(
        max_examples=runs, stateful_step_count=steps, deadline=None, derandomize=fixed,
        database=None, phases=phases, suppress_health_check=list(HealthCheck),
    )  # fmt: skip


def test_whatever_happens_the_hall_stays_whole_and_keeps_what_it_told_people() -> None:
    run_state_machine_as_test(WholeHall, settings=profile(RUNS, STEPS, fixed=True))
