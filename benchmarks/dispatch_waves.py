"""Calls in waves: a few people are asked privately, each with a place held for them."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta

from benchmarks.dispatch_groups import GroupPost, quiet_zones
from benchmarks.dispatch_hall import Hall, OpenCall, Policy
from benchmarks.dispatch_people import START, moment
from bot.domain.calls import offer_ends
from bot.domain.waves import (
    IGNORED_BEHIND,
    LIST_FIRST,
    SEEN_WITHIN,
    Candidate,
    Cursor,
    Round,
    after_end,
    after_looked,
    asks_only_list,
    held_on,
    in_order,
    look_again,
    start_of,
    wave_size,
)

# As in bot.services.waves: so many more than places are looked at in one go.
PAGE = 100
# As in bot.sweeps: held places that are over, and calls that want people, are looked at so often.
LAPSES, LOOKS = 10.0, 1.0


@dataclass(slots=True)
class Offer:
    """A place held for somebody; nobody is told yet while `told_at` is none."""

    person: int
    call: OpenCall
    made_at: float
    until: float
    told_at: float | None = None
    away: bool | None = None  # none for who is not on the list


class Waves(Policy):
    """Nothing in a group: the list in its order, then the longest without work."""

    posted = False
    # More than one for each place is a planted fault.
    per_place = 1

    def __init__(self, hall: Hall) -> None:
        super().__init__(hall)
        self._looks_at: float | None = None

    def opened(self, call: OpenCall) -> None:
        """The first wave goes out at once."""
        self._asked: set[int] = set()
        self._untold = 0
        self._cursor: Cursor | None = None
        self._quiet = (-1.0, set[int]())
        self._wake(call, self.hall.now + LOOKS)

    def changed(self, call: OpenCall) -> None:
        """Places may have come back."""
        self._wake(call, self.hall.now)

    def _wake(self, call: OpenCall, when: float) -> None:
        when = -(-when // LOOKS) * LOOKS
        if self._looks_at is None or when < self._looks_at:
            self._looks_at = when
            self.hall.at(when, self._look_due, call, when)

    def _look_due(self, call: OpenCall, when: float) -> None:
        if self._looks_at == when:
            self._looks_at = None
            if self.hall.call is call:
                self._look(call)

    def _look(self, call: OpenCall) -> None:
        """One look, as the service does it: whom, a place held for each, and when again."""
        free = self.hall.left() * self.per_place
        chosen, more = self._whom(call, wave_size(free, self._untold))
        for person in chosen:
            self._hold(call, person)
        if free > len(chosen):
            hold = timedelta(minutes=self.hall.rules.offer_minutes)
            again = look_again(
                moment(self.hall.now), opened_at=moment(call.opened), hold=hold,
                only_list=self._only_list(call), more=more,
            )  # fmt: skip
            self._wake(call, (again - START).total_seconds())

    def _only_list(self, call: OpenCall) -> bool:
        hold = timedelta(minutes=self.hall.rules.offer_minutes)
        opened, now = moment(call.opened), moment(self.hall.now)
        return asks_only_list(opened, now, posted=self.posted, hold=hold)

    def _whom(self, call: OpenCall, room: int) -> tuple[list[int], bool]:
        """Who is asked now, and whether there are more to look at."""
        if not room:
            return [], True
        now = moment(self.hall.now)
        cursor = start_of(self._cursor, now)
        listed = self._listed(cursor.listed, room + PAGE, behind=False)
        ranked = in_order(listed, now)
        chosen, looked = self._fitting(ranked, room)
        if looked:
            cursor = replace(cursor, listed=ranked[looked - 1].listed or 0)
        more = len(listed) == room + PAGE
        if len(chosen) < room and not more:
            chosen, cursor, more = self._behind_list(call, chosen, cursor, room)
        self._cursor = cursor
        return chosen, more

    def _behind_list(
        self, call: OpenCall, chosen: list[int], cursor: Cursor, room: int
    ) -> tuple[list[int], Cursor, bool]:
        now = moment(self.hall.now)
        while cursor.round is not Round.rest:
            if cursor.round is not Round.behind and self._only_list(call):
                break
            if cursor.round is Round.behind:
                page = self._listed(cursor.person_id, PAGE, behind=True)
            else:
                page = self._idle(cursor)
            ranked = in_order(page, now)
            taken, looked = self._fitting(ranked, room - len(chosen))
            chosen += taken
            cursor = after_looked(cursor, page, {one.person_id for one in ranked[:looked]})
            if len(chosen) == room or len(page) == PAGE:
                return chosen, cursor, True
            cursor = after_end(cursor, now)
        return chosen, cursor, False

    def _listed(self, after: int, most: int, *, behind: bool) -> list[Candidate]:
        """Who is on the list after that place and was not asked, as the statement reads them."""
        hall, line = self.hall, self.hall.line
        found: list[Candidate] = []
        for at in range(bisect_right(line, (after, hall.town.size)), len(line)):
            number, person = line[at]
            is_behind = hall.ignored[person] >= IGNORED_BEHIND
            if is_behind == behind and self._stands(number, person):
                found.append(self._candidate(person, number))
                if len(found) == most:
                    break
        return found

    def _stands(self, number: int, person: int) -> bool:
        known = self.hall.waiting.get(person)
        stands = known is not None and known.number == number and known.until > self.hall.now
        return stands and person not in self._asked

    def _idle(self, cursor: Cursor) -> list[Candidate]:
        """Who is behind the cursor in the order of the longest without work."""
        hall = self.hall
        since_then = (cursor.idle_since - START).total_seconds()
        seen_from = hall.now - SEEN_WITHIN.total_seconds()
        found: list[Candidate] = []
        start = bisect_right(hall.idle, (since_then, cursor.person_id))
        for at in range(start, len(hall.idle)):
            since, person = hall.idle[at]
            if hall.idle_since[person] != since or person in self._asked:
                continue
            if hall.open_jobs[person] or hall.is_listed(person):
                continue
            near = hall.ignored[person] < IGNORED_BEHIND and hall.seen_at[person] >= seen_from
            if near == (cursor.round is Round.near):
                found.append(self._candidate(person, None))
                if len(found) == PAGE:
                    break
        return found

    def _candidate(self, person: int, listed: int | None) -> Candidate:
        hall = self.hall
        return Candidate(
            person, listed, moment(hall.idle_since[person]), hall.ignored[person],
            moment(hall.seen_at[person]),
        )  # fmt: skip

    def _fitting(self, candidates: Iterable[Candidate], room: int) -> tuple[list[int], int]:
        hall = self.hall
        found: list[int] = []
        looked = 0
        if self._quiet[0] != hall.now // 60:
            self._quiet = (hall.now // 60, quiet_zones(hall.town.zones, hall.now))
        for one in candidates:
            if len(found) == room:
                break
            person = one.person_id
            looked += 1
            awake = one.listed is not None or hall.town.zone[person] not in self._quiet[1]
            if awake and hall.may(person):
                found.append(person)
        return found, looked

    def _hold(self, call: OpenCall, person: int) -> None:
        hall = self.hall
        self._asked.add(person)
        if self.per_place == 1:
            call.held.add(person)
        self._untold += 1
        known = hall.waiting.get(person)
        away = known.away if known and known.until > hall.now else None
        until = offer_ends(moment(hall.now), hall.rules.offer_minutes)
        offer = Offer(person, call, hall.now, (until - START).total_seconds(), away=away)
        hall.pipe.add(self._told, offer)

    def _told(self, offer: Offer) -> None:
        """The private call is there: from now on it is held, and it is answered or not."""
        hall, call, person = self.hall, offer.call, offer.person
        call.count.messages += 1
        call.count.asked += 1
        call.count.reached += 1
        self._untold -= 1
        offer.told_at = hall.now
        until = held_on(moment(hall.now), moment(offer.made_at), moment(offer.until))
        offer.until = (until - START).total_seconds()
        hall.at(-(-offer.until // LAPSES) * LAPSES, self._lapses, offer)
        setting, random = hall.town.setting, hall.random
        if offer.away is None:
            seen = hall.town.sees_private(person, hall.now, random)
            takes = setting.kinds[hall.town.kind[person]].takes
        else:
            seen = hall.town.sees_listed(hall.now, random, away=offer.away)
            takes = setting.listed_takes
        if seen >= offer.until:
            return  # by then the message says that the place has passed on
        when = seen + random.uniform(*setting.reads)
        if random.random() < takes:
            hall.at(when, self._taps, offer)
        elif random.random() < setting.declines:
            hall.at(when, self._declines, offer)

    def _taps(self, offer: Offer) -> None:
        """[Claim]: for who was told, also a moment too late."""
        self.hall.tap(offer.person)

    def _declines(self, offer: Offer) -> None:
        self.hall.ignored[offer.person] = 0
        self._passes_on(offer)

    def _lapses(self, offer: Offer) -> None:
        if offer.person in offer.call.held:
            self.hall.ignored[offer.person] = min(self.hall.ignored[offer.person] + 1, 255)
        self._passes_on(offer)

    def _passes_on(self, offer: Offer) -> None:
        if offer.person in offer.call.held:
            offer.call.held.discard(offer.person)
            if self.hall.call is offer.call:
                self.hall.policy.changed(offer.call)


class OverAsking(Waves):
    """A planted fault: three are asked for each place, and nothing is held."""

    per_place = 3


class _AfterList(GroupPost):
    """Cards that stand, and change, after who is on the list was asked."""

    def told_at(self) -> float:
        """A moment later while somebody waits, and places are free."""
        later = LIST_FIRST.total_seconds() if self.hall.waiting and self.hall.left() else 0
        return self.hall.now + later


class GroupAndWaves(Waves):
    """In the work groups and privately: who is on the list is asked first, with places held."""

    posted = True

    def __init__(self, hall: Hall) -> None:
        super().__init__(hall)
        self._post = _AfterList(hall)

    def opened(self, call: OpenCall) -> None:
        """The cards and the first wave."""
        super().opened(call)
        self._post.opened(call)

    def changed(self, call: OpenCall) -> None:
        """Edit the cards, and look for more people."""
        self._post.changed(call)
        super().changed(call)

    def ended(self, call: OpenCall) -> None:
        """Count who saw the cards."""
        asked = call.count.reached
        taps = call.count.taps
        self._post.ended(call)
        # Taps on private calls were counted with who was asked.
        call.count.reached -= min(asked, taps)
