"""Waves: a call goes privately to a few people at a time, each with a place held for them.

Who is asked first: the out-of-work list in its order, then the longest without work. Nobody is
asked again by a call before they took work or signed the list anew, and never are more asked at
once than there are places.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from bot.domain.people import Person, after_quiet_hours

# Who left that many private calls in a row unanswered is asked behind the others.
IGNORED_BEHIND = 2
# Who was not here for longer is asked behind the others: most of them would let the place lapse.
SEEN_WITHIN = timedelta(days=7)
# So many people are told in some ten seconds at Telegram's pace.
MOST_UNTOLD = 200
LOOK_ON = timedelta(seconds=1)
# So much later the groups hear of places while somebody is on the list: who waits is asked first,
# and nobody taps on places that are held a moment later.
LIST_FIRST = timedelta(seconds=2)
# Who on the list was passed over (caps, other calls) is looked at again so much later.
LIST_AGAIN = timedelta(minutes=5)
# While places remain and nobody is left to ask, somebody looks again so often.
LOOK_AGAIN = timedelta(minutes=1)
# Those whom the last round passed over (quiet hours, caps) are looked at again so much later.
ROUND_AGAIN = timedelta(minutes=30)


class Why(StrEnum):
    """Why a private call was declined; each costs nothing."""

    time = "time"
    pay = "pay"
    topic = "topic"
    other = "other"


class Round(StrEnum):
    """Who is looked at behind the list: who ignores calls on it, who is near, the others, none."""

    behind = "behind"
    near = "near"
    far = "far"
    rest = "rest"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody whom a call could be sent to.

    `listed` is the place on the out-of-work list, none when not on it; `idle_since` when the
    last job was claimed, or the arrival; `ignored` how many private calls in a row got no
    answer; `quality` is between 0 and 1, none as long as it is not known; `expert` is one in what
    the project is about.
    """

    person_id: int
    listed: int | None
    idle_since: datetime
    ignored: int = 0
    seen_at: datetime | None = None
    quality: float | None = None
    expert: bool = False


_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far somebody looked: on the list, and in the round behind it.

    `listed` is the last place on the list that was looked at since it was `begun` anew. In the
    rounds of who is not on it, `idle_since` and `person_id` are the last that were looked at;
    among those behind `person_id` is a place on the list; in `rest` it says since when.
    """

    round: Round
    idle_since: datetime = _BEGINNING
    person_id: int = 0
    listed: int = 0
    begun: datetime = _BEGINNING

    def to_json(self) -> dict[str, Any]:
        """The mapping that is stored."""
        return {
            "round": self.round, "idle_since": self.idle_since.isoformat(), "id": self.person_id,
            "listed": self.listed, "begun": self.begun.isoformat(),
        }  # fmt: skip

    @classmethod
    def from_json(cls, body: dict[str, Any]) -> "Cursor":
        """The cursor of a stored mapping."""
        since, begun = (datetime.fromisoformat(body[name]) for name in ("idle_since", "begun"))
        return cls(Round(body["round"]), since, body["id"], body["listed"], begun)


def start_of(cursor: Cursor | None, now: datetime) -> Cursor:
    """Where to look from now: from the beginning at first, and again some time after the end.

    The list is looked at from its beginning more often.
    """
    if cursor is None:
        return Cursor(Round.behind, begun=now)
    if now >= cursor.begun + LIST_AGAIN:
        cursor = replace(cursor, listed=0, begun=now)
    rested = cursor.round is Round.rest and now >= cursor.idle_since + ROUND_AGAIN
    return _first_of(cursor, Round.behind) if rested else cursor


def after_end(cursor: Cursor, now: datetime) -> Cursor:
    """Where to look when nobody is left in the round."""
    if cursor.round is Round.behind:
        return _first_of(cursor, Round.near)
    if cursor.round is Round.near:
        return _first_of(cursor, Round.far)
    return replace(cursor, round=Round.rest, idle_since=now, person_id=0)


def after_looked(cursor: Cursor, page: Sequence[Candidate], looked_at: Collection[int]) -> Cursor:
    """Where to look when some of a page were looked at: from the first other on.

    The page is in the order in which it was read, not in that of asking.
    """
    for one in page:
        if one.person_id not in looked_at:
            break
        if cursor.round is Round.behind:
            cursor = replace(cursor, person_id=one.listed or 0)
        else:
            cursor = replace(cursor, idle_since=one.idle_since, person_id=one.person_id)
    return cursor


def _first_of(cursor: Cursor, of: Round) -> Cursor:
    return replace(cursor, round=of, idle_since=_BEGINNING, person_id=0)


def is_near(candidate: Candidate, now: datetime) -> bool:
    """Whether an answer is likely: here within the last days, and answering."""
    seen = candidate.seen_at is not None and now - candidate.seen_at <= SEEN_WITHIN
    return seen and candidate.ignored < IGNORED_BEHIND


def in_order(candidates: Iterable[Candidate], now: datetime) -> list[Candidate]:
    """Who is asked before whom.

    The list comes first, in its order. Then experts, then the longest without work, to the day;
    among those of one day the better quality; what is not known counts as the middle.
    """

    def place(one: Candidate) -> tuple[bool, bool, int, bool, int, float, datetime, int]:
        listed = one.listed is not None
        behind = one.ignored >= IGNORED_BEHIND if listed else not is_near(one, now)
        day = 0 if listed else one.idle_since.toordinal()
        quality = 0.0 if listed else -(0.5 if one.quality is None else one.quality)
        expert = one.expert and not listed
        last = (day, quality, one.idle_since, one.person_id)
        return not listed, behind, one.listed or 0, not expert, *last

    return sorted(candidates, key=place)


def asks_only_list(opened_at: datetime, now: datetime, *, posted: bool, hold: timedelta) -> bool:
    """Whether only the out-of-work list is asked privately so far.

    What stands in a group is offered there first; after one hold time without enough takers
    the call goes to everybody else as well.
    """
    return posted and now < opened_at + hold


def may_disturb(person: Person, now: datetime) -> bool:
    """Whether a private call may come now to somebody who is not on the list."""
    return after_quiet_hours(person, now) <= now


def wave_size(places: int, untold: int) -> int:
    """How many may be asked now: one for each place that nothing holds.

    No more than can be told soon: a place must not be held for who does not know of it yet.
    """
    return max(min(places, MOST_UNTOLD - untold), 0)


def look_again(
    now: datetime, *, opened_at: datetime, hold: timedelta, only_list: bool, more: bool
) -> datetime:
    """When to look for more people while places remain; soon where there are `more` to look at."""
    if more:
        return now + LOOK_ON
    again = now + LOOK_AGAIN
    return min(again, opened_at + hold) if only_list else again


def held_on(told_at: datetime, made_at: datetime, until: datetime) -> datetime:
    """Until when a place is held for somebody who was told at that time: nobody gets less."""
    return told_at + (until - made_at)
