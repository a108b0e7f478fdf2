"""How fast somebody may go: a bucket that fills with time and is emptied by what is done."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Pace:
    """So many a minute in the long run, and up to `burst` at once."""

    a_minute: int
    burst: int

    @classmethod
    def of(cls, a_minute: int) -> "Pace":
        """Two thirds of a minute's worth may come at once."""
        return cls(a_minute, max(a_minute * 2 // 3, 1))


@dataclass(frozen=True, slots=True)
class Bucket:
    """What was left at that moment; nothing counts until `rests`, once it was empty."""

    left: float
    at: datetime
    rests: datetime | None = None


def take(bucket: Bucket | None, pace: Pace, now: datetime) -> tuple[Bucket, bool]:
    """One more at that moment: the bucket then, and whether it counts.

    Whoever empties it rests until half of it is back, so that not every other act is lost.
    """
    if bucket is None:
        return Bucket(pace.burst - 1, now), True
    if bucket.rests is not None and bucket.at <= now < bucket.rests:
        return bucket, False
    left = _filled(bucket, pace, now)
    if left >= 1:
        return Bucket(left - 1, now), True
    seconds = max(pace.burst / 2, 1) * 60 / pace.a_minute
    return Bucket(left, now, now + timedelta(seconds=seconds)), False


def _filled(bucket: Bucket, pace: Pace, now: datetime) -> float:
    # A clock that was set back fills nothing, and takes nothing away.
    gone = max((now - bucket.at).total_seconds(), 0)
    return min(pace.burst, bucket.left + gone * pace.a_minute / 60)
