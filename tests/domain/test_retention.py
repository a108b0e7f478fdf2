from datetime import UTC, datetime

from bot.domain.retention import WITH_THE_ACCOUNT, Record, cut_off, kept


def test_every_kind_of_record_says_how_long_it_is_kept() -> None:
    told = {one.record: one.days for one in kept(1461, 30)}
    assert list(told) == list(Record)
    assert told[Record.updates] == 30
    assert told[Record.journal] == told[Record.money] == told[Record.standing] == 1461
    assert {one for one, days in told.items() if days is None} == set(WITH_THE_ACCOUNT)


def test_what_is_too_old_is_so_by_whole_days() -> None:
    now = datetime(2030, 3, 1, 17, 45, tzinfo=UTC)
    assert cut_off(now, 1461) == datetime(2026, 3, 1, tzinfo=UTC)
