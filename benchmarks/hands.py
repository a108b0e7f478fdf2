"""People who work all the time: each reads the own chat, taps, waits for the answer, goes on."""

import asyncio
from collections.abc import Collection
from dataclasses import dataclass, field
from random import Random

from benchmarks.place import Place
from sandbox import Answer, Message, Person

# Longer than any restart here; a tap that is not answered by then never will be.
NEVER_SECONDS = 30.0
IDLE_SECONDS = 1.5
IDLE_BEFORE_ASKING = 3

WAIT = ""
# How many begin with the last project of the place, which is the slow one.
LONG_SHARE = 0.25

# What a person does with a card that has this button, by chance: mostly what it is for.
WAYS: tuple[tuple[str, tuple[tuple[float, tuple[str, ...]], ...]], ...] = (
    ("k", ((1, ("k",)),)),
    ("l", ((1, ("l",)),)),
    ("z", ((1, ("z",)),)),
    ("a", ((92, ("a",)), (3, ("s",)), (3, ("b", "a")), (1, ("f",)), (1, ("g",)))),
    ("u", ((85, ("u",)), (10, ("b",)), (5, ("t",)))),
    ("sr", ((4, ("sr",)), (1, ("j",)))),
    ("fr", ((4, ("fr",)), (1, ("j",)))),
    ("ga", ((1, ("ga",)), (1, ("gr", "ga")), (2, ("j",)))),
    ("x", ((9, (WAIT,)), (1, ("x",)))),
)


@dataclass
class Hand:
    """One person at work; `faults` says what ought not to have happened to them."""

    person: Person
    place: Place
    random: Random
    taps: int = 0
    answered: int = 0
    faults: list[str] = field(default_factory=list)
    resting: bool = False
    paused: bool = False
    prefer: tuple[str, ...] = ()
    _spent: set[tuple[int, str]] = field(default_factory=set)
    _old: dict[int, int] = field(default_factory=dict)
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    async def work(self) -> None:
        """Work until cancelled."""
        self.person.chat.watchers.append(self._look)
        idle = 0
        try:
            while not self.paused:
                found = self._choose()
                if found is not None:
                    idle = 0
                    await self._tap(*found)
                elif not await self._change():
                    idle += 1
                    if idle % IDLE_BEFORE_ASKING == 0:
                        await self.person.send("/work")
        finally:
            self.person.chat.watchers.remove(self._look)

    def _look(self, _message: Message) -> None:
        self._changed.set()

    async def _change(self) -> bool:
        """Wait a while for something to happen in the chat; says whether it did."""
        try:
            async with asyncio.timeout(IDLE_SECONDS):
                await self._changed.wait()
        except TimeoutError:
            return False
        self._changed.clear()
        return True

    async def _tap(self, message: Message, data: str) -> None:
        self._changed.clear()
        self.taps += 1
        answer = await self.person.tap_data(message, data, wait=NEVER_SECONDS)
        if not answer.answered:
            self.faults.append(f"{self.person.first_name}: the tap {data} was never answered")
            return
        self.answered += 1
        verb = data.partition(":")[0]
        if verb in ("c", "n", "d", "h"):
            self._spent.add((message.id, data))
        if answer.show_alert:
            # Refused: this card is of no use until it changes; another one is, or /work.
            self._old[message.id] = message.edits
        await self._after(verb, answer)

    async def _after(self, verb: str, answer: Answer) -> None:
        if verb == "c" and answer.url:
            await self.person.follow(answer)
        await self._change()

    def _choose(self) -> tuple[Message, str] | None:
        """The next tap: on the newest message that has something to tap now."""
        for message in self.person.chat.newest_first():
            if not message.from_bot or self._old.get(message.id) == message.edits:
                continue
            data = self._pick(message)
            if data == WAIT:
                return None
            if data is not None:
                return message, data
        return None if self.resting else self._claim()

    def _claim(self) -> tuple[Message, str] | None:
        cards = [card for card in self.place.cards if card.buttons]
        if self.random.random() < LONG_SHARE:
            cards.reverse()
        for card in cards:
            data = card.buttons[0].data
            if data is not None and (card.id, data) not in self._spent:
                return card, data
        return None

    def _pick(self, message: Message) -> str | None:
        """Button data to tap on this message; empty: wait here; none: look further up."""
        by_verb: dict[str, list[str]] = {}
        for button in message.buttons:
            if button.data is not None and (message.id, button.data) not in self._spent:
                by_verb.setdefault(button.data.partition(":")[0], []).append(button.data)
        for verb in self._wanted(by_verb):
            if verb == WAIT:
                return WAIT
            if verb in by_verb:
                return self.random.choice(by_verb[verb])
        return None

    def _wanted(self, verbs: Collection[str]) -> tuple[str, ...]:
        """What to do with a card that has these buttons: the first of these that is there."""
        liked = tuple(verb for verb in self.prefer if verb in verbs)
        for known, choices in WAYS:
            if known in verbs:
                weights = [weight for weight, _ in choices]
                chosen = self.random.choices([verbs for _, verbs in choices], weights)[0]
                return (*liked, *chosen)
        if self.resting:
            return (*liked, "d")
        return (*liked, "h", "d", "n")

    def stranded(self) -> str | None:
        """Says so when nothing in the chat leads on; none when something does."""
        verbs = {
            button.data.partition(":")[0]
            for message in self.person.inbox()
            for button in message.buttons
            if button.data is not None
        }
        if verbs & {"n", "w", "d", "o", "a", "u"}:
            return None
        return f"{self.person.first_name} has no way on"
