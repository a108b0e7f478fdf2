import pytest

from bot.domain.rules import DetectorRules, Rules, StandingRules
from bot.settings import Settings, SettingsFaults

GIVEN = {"HIRINGHALL_TOKEN": "123456789:" + "A" * 35, "HIRINGHALL_ADMINS": "11"}


def rules(**given: str) -> Rules:
    named = {f"HIRINGHALL_{name}": value for name, value in given.items()}
    return Settings.read(GIVEN | named).rules


def fault(name: str, text: str) -> str:
    with pytest.raises(SettingsFaults) as caught:
        rules(**{name: text})
    (only,) = caught.value.faults
    assert only.name == f"HIRINGHALL_{name}"
    return str(only)


def test_the_defaults_are_the_published_numbers() -> None:
    assert rules().standing == StandingRules()
    assert (rules().record_days, rules().update_days) == (1461, 30)


def test_what_is_kinder_to_people_can_be_set() -> None:
    found = rules(
        STEP_DAYS="21", STEP_RATINGS="40", WARNING_DAYS="60", SUSPENSION_DAYS="7",
        HOLD_HOURS="24", GRACE_DAYS="30", APPEAL_DAYS="120", APPEAL_REPLY_DAYS="5",
        QUESTION_DAYS="1", INACTIVE_DAYS="30, 45,60", EXPIRED_JOBS="5", RIGHTS_DAYS="180",
        LINK_HOURS="2", RECORD_DAYS="2000", UPDATE_DAYS="7",
    )  # fmt: skip
    assert found.standing == StandingRules(
        between_days=21, between_ratings=40, warning_days=60, suspension_days=7, hold_hours=24,
        grace_days=30, appeal_days=120, reply_days=5, question_days=1,
        inactive_days=(30, 45, 60), expired_jobs=5, rights_days=180, link_hours=2,
    )  # fmt: skip
    assert (found.record_days, found.update_days) == (2000, 7)


def test_where_detectors_begin_and_when_the_night_is_can_be_set() -> None:
    assert rules().night_hour == 2
    found = rules(
        DETECT_GOLD_ANSWERS="20", DETECT_GOLD_ACCURACY="40", DETECT_FAST="15",
        DETECT_ONE_OPTION="18", DETECT_COPIES="8", NIGHT_HOUR="20",
    )  # fmt: skip
    assert found.standing == StandingRules(detectors=DetectorRules(20, 40, 15, 18, 8))
    assert found.night_hour == 20
    for name, text in (("DETECT_FAST", "21"), ("DETECT_COPIES", "1"), ("NIGHT_HOUR", "22")):
        assert "range" in fault(name, text)


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("STEP_DAYS", "13", "climbs"),
        ("STEP_RATINGS", "19", "at least 20 ratings"),
        ("WARNING_DAYS", "91", "over after 90 days"),
        ("SUSPENSION_DAYS", "15", "at most 14 days"),
        ("HOLD_HOURS", "73", "after 72 hours"),
        ("GRACE_DAYS", "13", "14 days ahead"),
        ("GRACE_DAYS", "0", "14 days ahead"),
        ("APPEAL_DAYS", "89", "for 90 days"),
        ("APPEAL_REPLY_DAYS", "8", "within 7 days"),
        ("QUESTION_DAYS", "8", "over a week"),
        ("EXPIRED_JOBS", "2", "happen to anybody"),
        ("RIGHTS_DAYS", "366", "every year"),
        ("RECORD_DAYS", "1460", "four years"),
        ("INACTIVE_DAYS", "28,21,35", "rising"),
        ("INACTIVE_DAYS", "1,2,3", "rising"),
        ("INACTIVE_DAYS", "21,28", "rising"),
        ("LINK_HOURS", "169", "from 1 to 168"),
    ],
)
def test_nobody_sets_less_than_people_are_promised(name: str, text: str, why: str) -> None:
    assert why in fault(name, text)
