"""One scripted contractor: claims, reads, rates, and goes on until nothing is left."""

import asyncio
from datetime import timedelta
from typing import Protocol

from bot.demo.people import Habits, Taste
from bot.demo.phone import Phone, arguments, buttons_of, screen_of, verb_of
from bot.demo.tally import Tally
from bot.texts import Texts
from sandbox import Message, Person

UNDO = timedelta(seconds=10)
_TEXTS = Texts.load()
# How many ratings a button hands in, by its label; some languages say it without a figure.
_SUBMITS = {
    _TEXTS.say(language, "button-submit", count=count): count
    for language in _TEXTS.languages
    for count in range(21)
}


class Pace(Protocol):
    """How the time of a person passes."""

    async def read(self, units: int) -> None:
        """Read so much, then lift a finger."""

    async def wait(self, span: timedelta) -> None:
        """Let that much of the sandbox's time pass."""

    async def rest(self) -> None:
        """Take a break between two jobs."""

    async def offer(self, seen: int) -> Message | None:
        """The card of the call as soon as it offers jobs and is newer; none when it is over."""


class Rater:
    """A person of the crowd with a phone, habits and a taste of their own."""

    def __init__(
        self, person: Person, pace: Pace, tally: Tally, habits: Habits, taste: Taste
    ) -> None:
        self.person, self.phone = person, Phone(person)
        self._pace, self._tally = pace, tally
        self._habits, self._taste = habits, taste
        self._seen_card = -1
        self._submitting = 0
        self._number = ""
        self._tasks = 0
        self._once = {
            name
            for name in ("flags_once", "gives_back_once", "undoes_once")
            if getattr(habits, name)
        }
        self._before_first: int | None = None
        self.begun = asyncio.Event()  # set when the person has a job, or has gone

    async def work(self) -> None:
        """Claim from the call and work until the call offers nothing and never will again."""
        while await self._claim():
            while await self._screen():
                pass

    async def _claim(self) -> bool:
        """Take a job from the card in the group; false when all is over."""
        while (card := await self._pace.offer(self._seen_card)) is not None:
            self._seen_card = card.edits
            before = self.person.taps
            buttons = buttons_of(card, "c")
            if not buttons:
                continue  # others were faster
            answer = await self.person.tap_data(card, buttons[0].data or "")
            if answer.url:
                if self._before_first is None:
                    self._before_first = before
                self.begun.set()
                await self.person.follow(answer)
                return True
        return False

    async def _screen(self) -> bool:
        """Deal with the next screen; false when there is nothing to do for now."""
        screen, message = await self.phone.next()
        await self._pace.read(len(message.content) if screen == "a" else 40)
        if screen_of(message) != screen:
            return True  # it changed under the reader's eyes
        if screen == "a":
            await self._task(message)
        elif screen in ("sr", "fr"):
            reasons = buttons_of(message, screen)
            await self.phone.tap(message, reasons[self._taste.chance.randrange(len(reasons))])
        elif screen == "ga":
            self._tally.given_back.add(self._number)
            await self.phone.tap_first(message, screen)
        elif screen == "u":
            await self._submit(message)
        elif screen == "x":
            await self._submitted(message)
        elif screen == "n":
            return await self._next_job(message)
        else:
            await self.phone.tap_first(message, screen)
        return True

    async def _task(self, card: Message) -> None:
        answers = buttons_of(card, "a")
        number = arguments(answers[0])[0]
        if number != self._number:
            self._number, self._tasks, self._submitting = number, 0, 0
            self._tally.claimed.add(number)
        self._tasks += 1
        straight = self._habits.straight_first_job and not self._tally.taps_first_job
        other = None if straight else self._other_act(card)
        if other is not None:
            await self.phone.tap_first(card, other)
            return
        option = self._taste.choose(self.phone.answer_lengths(card), len(answers))
        await self.phone.tap(card, answers[option])

    def _other_act(self, card: Message) -> str | None:
        """Something else than rating: the verb of the button, or none."""
        if "flags_once" in self._once and self._tasks == 2:
            self._once.remove("flags_once")
            self._tally.flagged += 1
            return "f"
        if "gives_back_once" in self._once and self._tasks == 3:
            self._once.remove("gives_back_once")
            return "g"
        if self._taste.happens(self._habits.skips):
            self._tally.skipped += 1
            return "s"
        back = [one for one in buttons_of(card, "b") if self._taste.happens(self._habits.back)]
        return "b" if back else None

    async def _submit(self, summary: Message) -> None:
        button = buttons_of(summary, "u")[0]
        self._number = arguments(button)[0]
        self._submitting = _SUBMITS[button.text]
        await self.phone.tap(summary, button)

    async def _submitted(self, card: Message) -> None:
        if "undoes_once" in self._once:
            self._once.remove("undoes_once")
            self._tally.undone += 1
            await self.phone.tap_first(card, "x")
            return
        self.phone.leave(card)
        await self._pace.wait(UNDO)

    async def _next_job(self, card: Message) -> bool:
        of_a_job = {verb_of(button) for button in card.buttons} == {"n", "w"}
        if of_a_job:
            self._note_end()
        await self._pace.rest()
        if not buttons_of(card, "n"):
            return True
        answer = await self.phone.tap_first(card, "n")
        # Work that is there opens below; a refusal is said in a window that has to be closed.
        return answer.answered and not answer.show_alert

    def _note_end(self) -> None:
        number = self._number
        if number not in self._tally.open_jobs:
            return
        if not self._submitting:
            self._tally.empty.add(number)
            return
        self._tally.job_is_in(number, self._submitting)
        if self._habits.straight_first_job and not self._tally.taps_first_job:
            self._tally.taps_first_job = self.person.taps - (self._before_first or 0)
