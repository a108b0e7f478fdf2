"""How time passes in the demo: as fast as it goes, or as it does for people."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from datetime import timedelta
from random import Random

from bot.demo.phone import buttons_of
from sandbox import Message, Person, SandboxClock

# After this much time nothing is on its way any more, not even an edit in a full group.
_ALL_SHOWN = timedelta(seconds=61)
# After this much time a place that was held in a private call has passed on.
_PASSED_ON = timedelta(minutes=11)
# How the hall rounds: a wait of ten seconds is over a moment after them.
_MOMENT = timedelta(seconds=0.1)
_EVER = 1e9


class CardWatch:
    """The card of a call in the group, as a member sees it."""

    def __init__(self, member: Person, card: Message) -> None:
        self._member, self._card = member, card

    async def offer(self, seen: int, least: int = 1) -> Message:
        """The card as soon as it has more edits than `seen` and offers at least so many jobs."""

        def offers(message: Message) -> bool:
            newer = message.id == self._card.id and message.edits > seen
            return newer and bool(buttons_of(message, "c")) and jobs_on(message) >= least

        return await self._member.expect(offers, chat=self._card.chat, timeout=_EVER)


def jobs_on(card: Message) -> int:
    """How many jobs the card says are open."""
    found = re.search(r"🟢\D*(\d+)", card.content)
    return int(found.group(1)) if found else 0


class Swift:
    """No breaks; when everybody waits for the clock, it is moved.

    While anybody works, time runs as it does, and so do the sending limits.
    """

    def __init__(
        self, people: int, watch: CardWatch, clock: SandboxClock,
        settle: Callable[[], Awaitable[None]],
    ) -> None:  # fmt: skip
        self._people, self._watch, self._clock, self._settle = people, watch, clock, settle
        self._waiting: list[timedelta] = []
        self._idle = 0
        self._tries = 0
        self._calm = asyncio.Event()
        self._over = asyncio.Event()

    async def read(self, units: int) -> None:
        """At once."""

    async def rest(self) -> None:
        """Nobody rests."""

    async def wait(self, span: timedelta) -> None:
        """Return when the span is over: at the latest when all others wait as well."""
        self._waiting.append(span)
        self._look()
        try:
            await self._clock.sleep_until(self._clock.now() + span + _MOMENT)
        finally:
            self._waiting.remove(span)

    async def offer(self, seen: int) -> Message | None:
        """The card as soon as it is newer and offers jobs; none when all is over."""
        self._idle += 1
        self._look()
        shown = asyncio.ensure_future(self._watch.offer(seen))
        over = asyncio.ensure_future(self._over.wait())
        try:
            await asyncio.wait((shown, over), return_when=asyncio.FIRST_COMPLETED)
            self._tries += shown.done()
            return shown.result() if shown.done() else None
        finally:
            shown.cancel()
            over.cancel()
            self._idle -= 1

    def gone(self) -> None:
        """One of the people left and is not waited for."""
        self._people -= 1
        self._look()

    @property
    def _all_wait(self) -> bool:
        return len(self._waiting) + self._idle >= self._people

    def _look(self) -> None:
        if self._all_wait:
            self._calm.set()

    async def run(self) -> None:
        """Move the clock whenever all wait; ends when nobody finds anything to do any more."""
        while True:
            await self._calm.wait()
            self._calm.clear()
            # A tap that nobody waits for any more is answered before the clock jumps: Telegram
            # refuses an answer that comes too late.
            await self._settle()
            if not self._all_wait:
                continue
            if self._waiting:
                self._clock.move(max(self._waiting) + _MOMENT)
                continue
            if await self._nothing_comes():
                self._over.set()
                return
            self._look()

    async def _nothing_comes(self) -> bool:
        """Whether nobody finds anything, nor once each of them was asked and did not answer."""
        before = self._tries
        # In the last two the card shows the place that was held for the last of them.
        for span in (_ALL_SHOWN, *[_PASSED_ON] * (self._people + 2)):
            self._clock.move(span)
            await self._settle()
            if self._tries != before:
                return False
        return True


class Human:
    """Some seconds between two taps, breaks between jobs, and work is left for others."""

    def __init__(self, watch: CardWatch, clock: SandboxClock, chance: Random, leave: int) -> None:
        self._watch, self._clock, self._chance, self._leave = watch, clock, chance, leave

    async def read(self, units: int) -> None:
        """Some seconds, more for longer texts."""
        await asyncio.sleep(self._chance.uniform(1.5, 4) + min(units / 400, 10))

    async def rest(self) -> None:
        """A break, as long as it takes until more jobs are open than are left for others."""
        await asyncio.sleep(self._chance.uniform(8, 45))
        await self._watch.offer(-1, self._leave + 1)

    async def wait(self, span: timedelta) -> None:
        """As long as it takes."""
        await self._clock.sleep_until(self._clock.now() + span + _MOMENT)

    async def offer(self, seen: int) -> Message | None:
        """The card, some seconds after it offers more jobs than are left for others."""
        card = await self._watch.offer(seen, self._leave + 1)
        await asyncio.sleep(self._chance.uniform(0.5, 20))
        return card
