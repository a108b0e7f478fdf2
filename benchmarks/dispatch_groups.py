"""Calls in work groups, by the first tap or by draw, and calls to everybody at once."""

from benchmarks.dispatch_hall import LIFE, Hall, OpenCall, Policy
from benchmarks.dispatch_people import SCRIPT, chance_of, moment
from bot.domain.calls import BETWEEN_EDITS
from bot.domain.draws import (  # fmt: skip
    Draw,
    DrawState,
    Hand,
    HandState,
    answer_to,
    is_collecting,
    new_seed,
    ranked,
)
from bot.domain.people import Arrival, Person, Standing
from bot.domain.rules import Rules
from bot.domain.waves import may_disturb
from handlers.budgets import ChatBudget

# 300,000 people are in six groups.
PER_GROUP = 50_000
# Of those who see a card and leave it, so many are followed one by one.
_SAMPLE = 20


class Card:
    """The card of the call in one group: what it says is true again with the next edit."""

    def __init__(self, hall: Hall, call: OpenCall, told_at: float) -> None:
        self._hall, self._call = hall, call
        self._chat = ChatBudget(hall.now, group=True)
        self._owed = False
        self._edited = hall.now
        self._shown = -1
        self.stands = False
        self.filled_at: float | None = None
        hall.at(told_at, hall.pipe.add, self._drawn)

    def changed(self, told_at: float) -> None:
        """Owe an edit from that time on, merged with one that is owed already."""
        if self._owed or not self.stands:
            return
        self._owed = True
        now = max(self._hall.now, told_at)
        self._hall.at(
            max(self._chat.free_at(now), self._edited + BETWEEN_EDITS.total_seconds()),
            self._hall.pipe.add, self._drawn,
        )  # fmt: skip

    @property
    def is_open(self) -> bool:
        """Whether the card says that there are jobs."""
        return self.stands and self.filled_at is None

    def _drawn(self) -> None:
        hall, now = self._hall, self._hall.now
        left = hall.left() if hall.call is self._call else 0
        self._owed = False
        if left == self._shown:
            return
        self._chat.take(now)
        self._call.count.messages += 1
        self._edited, self._shown, self.stands = now, left, True
        if left:
            self.filled_at = None
        elif self.filled_at is None:
            self.filled_at = now


class GroupPost(Policy):
    """A card in each work group; the first taps get the jobs."""

    def opened(self, call: OpenCall) -> None:
        """The cards stand; people see them in their own time."""
        groups = max(round(self.hall.town.size / PER_GROUP), 1)
        told_at = self.told_at()
        self.cards = [Card(self.hall, call, told_at) for _ in range(groups)]
        self._seen: list[tuple[float, int]] = []
        self._come()

    def changed(self, call: OpenCall) -> None:  # noqa: ARG002 - as in every policy
        """Each card is edited."""
        told_at = self.told_at()
        for card in self.cards:
            card.changed(told_at)

    def told_at(self) -> float:
        """When groups may hear of places."""
        return self.hall.now

    def ended(self, call: OpenCall) -> None:
        """Count who saw a card while it said that there were jobs."""
        count = call.count
        count.reached += count.taps
        for seen, group in self._seen:
            filled_at = self.cards[group].filled_at
            count.reached += _SAMPLE * (filled_at is None or seen < filled_at)

    def sees(self, person: int) -> None:
        """Somebody who would like a job sees the card."""
        card = self.cards[person % len(self.cards)]
        is_script = self.hall.town.kind[person] == SCRIPT
        if card.is_open and (is_script or not self.hall.open_jobs[person]):
            self._taps(person)

    def _taps(self, person: int) -> None:
        while self.hall.tap(person) and self.hall.town.kind[person] == SCRIPT:
            if not self.hall.may(person) or not self.hall.left():
                return

    def _come(self) -> None:
        """When everybody sees a card: those on the list, some of the others, some for nothing."""
        hall, town = self.hall, self.hall.town
        now, random, setting = hall.now, hall.random, town.setting
        for person, known in hall.waiting.items():
            if town.qualified[person] and random.random() < setting.listed_takes:
                self._comes(person, town.sees_listed(now, random, away=known.away))
        for kind, members in zip(setting.kinds, town.members, strict=True):
            taking = chance_of(len(members), kind.takes, random)
            for person in random.sample(members, taking):
                if person not in hall.waiting:
                    self._comes(person, town.sees_group(person, now, random))
            leaving = (len(members) - taking) // _SAMPLE
            for person in random.sample(members, leaving):
                seen = town.sees_group(person, now, random)
                self._seen.append((seen, person % len(self.cards)))

    def _comes(self, person: int, when: float) -> None:
        is_script = self.hall.town.kind[person] == SCRIPT
        tapped = when + (
            0 if is_script else self.hall.random.uniform(*self.hall.town.setting.reads)
        )
        if tapped < self.hall.now + LIFE:
            self.hall.at(tapped, self.sees, person)


class GroupDraw(GroupPost):
    """The same cards; hands are collected for a minute and answered in the order of the list."""

    def opened(self, call: OpenCall) -> None:
        """The window opens."""
        hall, seed = self.hall, new_seed(self.hall.random)
        until = hall.now + hall.rules.draw_seconds
        self.draw = Draw(
            call.call.id, DrawState.open, moment(hall.now), moment(until),
            hall.rules.draw_seconds, seed,
        )  # fmt: skip
        waiting = list(hall.waiting.items())
        self._waited = {person: known.number for person, known in waiting}
        self._hands: dict[int, Hand] = {}
        hall.at(until, self._answer, call)
        super().opened(call)

    def looks(self, person: int) -> None:
        """Somebody sees the call in `/work`, and puts a hand up while they are collected."""
        self._taps(person)

    def _taps(self, person: int) -> None:
        if is_collecting(self.draw, moment(self.hall.now)):
            if person not in self._hands and self.hall.may(person):
                self._hands[person] = Hand(person, self._waited.get(person))
        else:
            super()._taps(person)

    def _answer(self, call: OpenCall) -> None:
        for person in ranked(self._hands.values(), self.draw.seed):
            left = self.hall.left()
            if answer_to(left=left, ready=True) is HandState.job:
                self.hall.tap(person)
            else:
                call.count.taps += 1
                call.count.lost += 1
                until = self.hall.now + self.hall.rules.list_hours * 3600
                self.hall.sign_on(person, until)


class PingEverybody(Policy):
    """A message to everybody who may have a job, in any order; the first taps get the jobs."""

    def opened(self, call: OpenCall) -> None:
        """Send it to all whose quiet hours do not forbid it; who is on the list gets it anyhow."""
        hall, town, random = self.hall, self.hall.town, self.hall.random
        quiet = quiet_zones(town.zones, hall.now)
        everybody = [
            person for members in town.members for person in members
            if town.zone[person] not in quiet or person in hall.waiting
        ]  # fmt: skip
        random.shuffle(everybody)
        self._taking: set[int] = set()
        for kind, members in zip(town.setting.kinds, town.members, strict=True):
            self._taking.update(
                random.sample(members, chance_of(len(members), kind.takes, random))
            )
        self._call = call
        hall.pipe.stream(iter(everybody), self._delivered)

    def _delivered(self, person: int) -> None:
        hall, town = self.hall, self.hall.town
        count = self._call.count
        count.messages += 1
        count.reached += 1
        known = hall.waiting.get(person)
        if known is not None:
            if hall.random.random() < town.setting.listed_takes:
                seen = town.sees_listed(hall.now, hall.random, away=known.away)
                self._sees(person, seen)
        elif person in self._taking:
            self._sees(person, town.sees_private(person, hall.now, hall.random))

    def _sees(self, person: int, when: float) -> None:
        when += self.hall.random.uniform(*self.hall.town.setting.reads)
        if when < self._call.opened + LIFE:
            self.hall.at(when, self._taps, person)

    def _taps(self, person: int) -> None:
        if not self.hall.open_jobs[person]:
            self.hall.tap(person)


def quiet_zones(zones: list[str], now: float) -> set[int]:
    """The numbers of the zones in which nobody is to be disturbed now."""
    return {
        number for number, zone in enumerate(zones)
        if not may_disturb(somebody(zone), moment(now))
    }  # fmt: skip


def somebody(zone: str) -> Person:
    """A person of that zone with the quiet hours that everybody has at first."""
    from datetime import time

    rules = Rules()
    quiet = (time.fromisoformat(rules.quiet_from), time.fromisoformat(rules.quiet_to))
    return Person(
        1, 1, "", "en", zone, *quiet, Arrival.done, Standing.good, None, None, None
    )  # fmt: skip
