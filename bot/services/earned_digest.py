"""The earned digest: each evening what the day earned, to who asked for it."""

from datetime import datetime, timedelta

from bot.domain.pay_calendar import evening_before
from bot.effects.record import record
from bot.effects.tell import tell
from storage import pay, people
from storage.database import Database

_PAGE = 500
# No two evenings of one clock are nearer; who has moved to another zone waits for the next one.
_APART = timedelta(hours=20)


async def switch(db: Database, *, person_id: int, wanted: bool, cause: str, now: datetime) -> None:
    """Tell the person each evening what was earned, beginning with today, or tell it no more."""
    async with db.begin(cause) as tx:
        person = await people.locked(tx, person_id)
        _, told = await pay.settings_of(tx, person_id)
        if wanted == (told is not None):
            return
        begun = evening_before(person.zone, now) if wanted else None
        await people.change(tx, person_id, digest_told=begun)
        after = {"on": wanted}
        await record(
            tx, "set-earned-digest", f"person:{person_id}", by=person_id, now=now, after=after
        )


async def tell_due(db: Database, *, now: datetime) -> int:
    """Sweep: tell what was earned up to the evening that has come; returns how many are told.

    Evenings that were missed are told as one; an evening without money is silent.
    """
    told, after = 0, None
    while True:
        async with db.read() as tx:
            page = await pay.due_digests(tx, now - _APART, after=after, limit=_PAGE)
        for person_id, zone, since in page:
            if evening_before(zone, now) > since:
                told += await _tell_one(db, person_id, now)
        if len(page) < _PAGE:
            return told
        after = (page[-1][2], page[-1][0])


async def _tell_one(db: Database, person_id: int, now: datetime) -> int:
    async with db.begin() as tx:
        person = await people.locked(tx, person_id)
        _, since = await pay.settings_of(tx, person_id)
        evening = evening_before(person.zone, now)
        if since is None or evening <= since:
            return 0
        earned = await pay.earned(tx, person_id, since, evening)
        await people.change(tx, person_id, digest_told=evening)
        if not any(earned.values()):
            return 0
        await tell(
            tx, person, "earned_digest", key=f"earned:{person_id}:{evening:%Y%m%d%H%M}", now=now,
            sound=True, can_wait=True, since=since.isoformat(), until=evening.isoformat(),
            earned={currency: minor for currency, minor in earned.items() if minor},
        )  # fmt: skip
        return 1
