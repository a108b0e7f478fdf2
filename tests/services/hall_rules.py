"""What people and the clock can do to a hall: every use case of a contractor, every sweep."""

from datetime import timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from bot.domain.draws import NewDraw, new_seed
from bot.domain.jobs import Job, JobState
from bot.domain.people import Arrival
from bot.domain.ratings import FlagKind, SkipReason
from bot.effects.lapse_offer import offer_told
from bot.services import calls, claims, deadlines, jobs, people, reviews, waiting, waves
from bot.services import ratings as rating
from bot.services.ratings import Turned
from storage import jobs as stored_jobs
from storage import offers
from storage.offers import Offer
from storage.schema import jobs as job_table
from tests.services.hall_machine import KEY, RULES, Doing, HallMachine, which, who


class PeopleAtWork(HallMachine):
    """Anybody does anything in any order."""

    @rule(
        limit=st.sampled_from([None, 1]), crowd=st.sets(who, min_size=1), to_its_end=st.booleans()
    )
    def a_draw_begins(self, limit: int | None, crowd: set[int], to_its_end: bool) -> None:
        draw = NewDraw(60, new_seed(self.hall.random))
        self.attempt(lambda: self.hall.call(KEY, limit=limit, draw=draw, now=self.now))
        for person in sorted(crowd):
            self.claims_from_a_call(person, 0)
        if to_its_end:
            self.now += timedelta(minutes=1)
            self.clock_strikes("draw")

    @rule(person=who, call=which)
    def taps_a_call(self, person: int, call: int) -> None:
        self.claims_from_a_call(person, call)

    def claims_from_a_call(self, person: int, call: int) -> None:
        """A tap on one of the calls that are not closed, the newest being 0."""
        found = self.any_call(call)
        if found is None:
            return
        self.do(
            lambda cause: claims.claim(
                self.db, number=found.number, person_id=self.people[person], cause=cause,
                now=self.now, rules=RULES, random=self.hall.random,
            )
        )  # fmt: skip

    @rule(person=who)
    def claims_in_private(self, person: int) -> None:
        self.do(
            lambda cause: claims.claim_open(
                self.db, project_key=KEY, person_id=self.people[person], cause=cause,
                now=self.now, rules=RULES, random=self.hall.random,
            )
        )  # fmt: skip

    @rule(person=who)
    def goes_on_arriving(self, person: int) -> None:
        me = self.people[person]
        arrival = self.run(people.by_id(self.db, me)).arrival
        if arrival is Arrival.consent:
            self.do(lambda c: people.consent(self.db, person_id=me, cause=c, now=self.now))
        elif arrival is Arrival.language:
            self.do(
                lambda c: people.choose_language(
                    self.db, person_id=me, language="en", cause=c, now=self.now
                )
            )
        elif arrival is Arrival.zone:
            self.do(
                lambda c: claims.finish_arrival(
                    self.db, person_id=me, zone="UTC", cause=c, now=self.now, rules=RULES,
                    random=self.hall.random,
                )
            )  # fmt: skip

    @rule(person=who, index=which, option=st.integers(0, 7), times=st.integers(1, 3))
    def answers_tasks(self, person: int, index: int, option: int, times: int) -> None:
        for _ in range(times):
            job = self.job_of(person, index)
            if job is None:
                return
            turned = self.do(self._answer(job, option))
            if turned is not None:
                self.run(self._remember(job.id, turned.was))

    def _answer(self, job: Job, option: int) -> Doing[Turned]:
        return lambda c: rating.answer(self.db, self.act(job, c), question=0, option=option)

    async def _remember(self, job_id: int, position: int) -> None:
        async with self.db.read() as tx:
            one = (await stored_jobs.of_job(tx, job_id))[position - 1]
        self.answers[one.task_id, one.person_id] = one.values["preference"]

    @rule(person=who, index=which, reason=st.sampled_from(list(SkipReason)))
    def skips(self, person: int, index: int, reason: SkipReason) -> None:
        if job := self.job_of(person, index):
            self.do(lambda c: rating.skip(self.db, self.act(job, c), reason=reason))

    @rule(person=who, index=which, kind=st.sampled_from(list(FlagKind)))
    def flags(self, person: int, index: int, kind: FlagKind) -> None:
        if job := self.job_of(person, index):
            self.do(lambda c: rating.flag(self.db, self.act(job, c), kind=kind))

    @rule(person=who, index=which, position=st.integers(0, 4))
    def turns_to_another_task(self, person: int, index: int, position: int) -> None:
        if job := self.job_of(person, index):
            self.do(lambda c: rating.turn_to(self.db, self.act(job, c), position=position))

    @rule(person=who, index=which, direction=st.sampled_from([-1, 1]))
    def corrects_the_time(self, person: int, index: int, direction: int) -> None:
        if job := self.job_of(person, index):
            self.do(lambda c: rating.correct_time(self.db, self.act(job, c), direction=direction))

    @rule(person=who, index=which)
    def submits(self, person: int, index: int) -> None:
        job = self.job_of(person, index)
        if job and self.do(lambda c: rating.submit(self.db, self.act(job, c), rules=RULES)):
            self.submitted.add(job.id)

    @rule(person=who, index=which)
    def undoes(self, person: int, index: int) -> None:
        job = self.job_of(person, index)
        if job and self.do(lambda c: rating.undo(self.db, self.act(job, c))):
            self.submitted.discard(job.id)

    @rule(person=who, index=which, hand_in=st.booleans())
    def gives_back(self, person: int, index: int, hand_in: bool) -> None:
        if job := self.job_of(person, index):
            self.do(
                lambda c: jobs.give_back(
                    self.db, number=job.number, step=job.step, person_id=job.person_id,
                    submit_finished=hand_in, cause=c, now=self.now, rules=RULES,
                )
            )  # fmt: skip

    @rule(person=who, index=which, again=st.booleans(), undone=st.booleans())
    def hands_in_a_part(self, person: int, index: int, again: bool, undone: bool) -> None:
        """Rates one task, hands it in, perhaps claims the rest again, perhaps undoes it."""
        self.answers_tasks(person, index, option=1, times=1)
        job = self.job_of(person, 0)
        self.gives_back(person, 0, hand_in=True)
        if again:
            self.claims_in_private(person)
        if undone and job is not None:
            newest = self.run(self.hall.job(job))
            self.do(lambda c: rating.undo(self.db, self.act(newest, c)))
            self.submitted.discard(job.id)

    @rule(person=who, index=which)
    def takes_more_time(self, person: int, index: int) -> None:
        if job := self.job_of(person, index):
            self.do(
                lambda c: jobs.extend(
                    self.db, number=job.number, person_id=job.person_id, cause=c, now=self.now
                )
            )

    @rule(index=st.integers(0, 20))
    def hands_in_late(self, index: int) -> None:
        expired = self.run(self.hall.rows(job_table, job_table.c.state == JobState.expired))
        if expired:
            job = expired[index % len(expired)]
            self.do(
                lambda c: jobs.hand_in_kept(
                    self.db, number=job.number, person_id=job.person_id, cause=c, now=self.now,
                    rules=RULES,
                )
            )  # fmt: skip

    @rule(person=who, index=which)
    def draws_the_job_again(self, person: int, index: int) -> None:
        if job := self.job_of(person, index):
            self.do(
                lambda c: jobs.redraw(
                    self.db, number=job.number, person_id=job.person_id, cause=c, now=self.now
                )
            )

    @rule(person=who, on=st.booleans())
    def signs_the_list(self, person: int, on: bool) -> None:
        me = self.people[person]
        if on:
            self.do(
                lambda c: waiting.sign_on(self.db, person_id=me, hours=2, cause=c, now=self.now)
            )
        else:
            self.do(lambda c: waiting.sign_off(self.db, person_id=me, cause=c, now=self.now))

    @rule(person=who, arrives=st.booleans())
    def hears_of_a_private_call(self, person: int, arrives: bool) -> None:
        """The call arrives; or the person would rather not, and says so."""
        offer = self.run(self._private_call(person))
        if offer is None:
            return
        me = self.people[person]
        if arrives:
            self.run(self._arrives(offer.id))
        else:
            self.do(
                lambda cause: waves.decline(
                    self.db, number=offer.call_number, person_id=me, cause=cause, now=self.now
                )
            )

    async def _private_call(self, person: int) -> Offer | None:
        async with self.db.read() as tx:
            mine = await offers.of_person(tx, self.people[person])
        return next((one for one in mine if one.private), None)

    async def _arrives(self, offer_id: int) -> None:
        async with self.db.begin() as tx:
            await offer_told(tx, offer_id, 1, now=self.now)

    @rule(person=who, index=which, late=st.integers(1, 3))
    def taps_an_old_button(self, person: int, index: int, late: int) -> None:
        if job := self.job_of(person, index):
            old = self.act(job, self.hall.cause(), late=late)
            self.without_effect(lambda: rating.answer(self.db, old, question=0, option=0))

    @rule(person=who, index=which, thief=who)
    def taps_for_somebody_else(self, person: int, index: int, thief: int) -> None:
        job = self.job_of(person, index)
        if job is None or thief == person:
            return
        forged = rating.Act(job.number, job.step, self.people[thief], self.hall.cause(), self.now)
        self.without_effect(lambda: rating.submit(self.db, forged, rules=RULES))

    @precondition(lambda self: self.last is not None)
    @rule()
    def an_update_comes_twice(self) -> None:
        assert self.last is not None
        cause, doing = self.last
        self.without_effect(lambda: doing(cause))

    @rule(
        sweep=st.sampled_from(
            ["finish", "expire", "remind", "lapse", "waves", "accept", "close", "draw", "all"]
        )
    )
    def the_clock_strikes(self, sweep: str) -> None:
        self.clock_strikes(sweep)

    def clock_strikes(self, sweep: str) -> None:
        """One of the sweeps, or all of them."""
        sweeps: dict[str, Any] = {
            "finish": lambda: deadlines.finish_submissions(self.db, now=self.now, rules=RULES),
            "expire": lambda: deadlines.expire(self.db, now=self.now),
            "remind": lambda: deadlines.remind(self.db, now=self.now),
            "lapse": lambda: calls.lapse_offers(self.db, now=self.now),
            "waves": lambda: waves.ask_due(self.db, now=self.now, rules=RULES),
            "draw": lambda: claims.draw_due(
                self.db, now=self.now, rules=RULES, random=self.hall.random
            ),
            "accept": lambda: reviews.accept_overdue(self.db, now=self.now),
            "close": lambda: calls.close_finished(self.db, now=self.now),
            "waits": lambda: waiting.end_waits(self.db, now=self.now),
        }
        for name in sweeps if sweep == "all" else (sweep,):
            self.run(sweeps[name]())
        if sweep in ("finish", "all"):
            over = (job_table.c.submits_at <= self.now) & (job_table.c.state == JobState.active)
            assert self.run(self.hall.rows(job_table, over)) == []
