"""The notice of a step, word by word: complete, in order, and within one message."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from bot.domain.appeals import Appeal, AppealState
from bot.domain.money import Money
from bot.domain.people import Arrival, Person, Role, Standing
from bot.domain.rules import StandingRules
from bot.domain.step_notices import StepNotice, as_of
from bot.domain.steps import (
    MOST_WORDS,
    REASONS,
    REGION_CLOSED,
    Evidence,
    EvidenceKind,
    StepKind,
    new_step,
)
from bot.texts import Texts
from handlers.context import Words
from handlers.messages.screen import MOST_TEXT
from handlers.messages.standing_notice import notice_screen
from tests.pseudo import PSEUDO, write_pseudo

NOW = datetime(2026, 11, 23, 10, 5, tzinfo=UTC)
DAY = timedelta(days=1)
WORDS = "Three jobs in a row ran out, after two warnings about the same."
# To change a rule: a new text under the next version, the old one stays. These are the words
# that people were judged by.
DIGESTS = {
    "expired-jobs-1": "76c3afb806b3",
    "careless-work-1": "b300cb6aab40",
    "low-accuracy-1": "dd91169d4423",
    "too-fast-1": "ded5afe6d979",
    "copied-answers-1": "247a9449ae95",
    "conduct-1": "e3e0e8645d92",
    "second-account-1": "32c6b9d027f6",
    "fraud-1": "1958580b3a95",
    "account-shared-1": "77ed1aedfac7",
    "data-leaked-1": "e5ce3864c82e",
    "threats-1": "436554f76760",
    "legal-order-1": "9707d9bf61da",
    "region-closed-1": "74e13ed07ba7",
}


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Texts:
    return Texts.load(extra={PSEUDO: write_pseudo(tmp_path_factory.mktemp("locales") / PSEUDO)})


def notice(kind: StepKind, reason: str = "expired-jobs", *, evidence: int = 3) -> StepNotice:
    ada = Person(
        7, 77, "Ada", "en", "Africa/Cairo", time(22), time(8), Arrival.done, Standing.warned,
        None, None, None,
    )  # fmt: skip
    step = new_step(
        7, kind, REASONS.get(reason, REGION_CLOSED), words=WORDS, by=1, role="admin",
        follows=None, now=NOW - timedelta(minutes=7), rules=StandingRules(), days=7,
        project_id=3,
    )  # fmt: skip
    jobs = (
        Evidence(EvidenceKind.job, "expired", NOW - n * DAY, f"QDPK7WX{n % 10}")
        for n in range(evidence, 0, -1)
    )
    return StepNotice(
        replace(as_of(step, NOW), number="K7WX3QDP"), ada,
        () if kind is StepKind.closing else tuple(jobs), "Better answers",
        (Money(1240, "USD"),), NOW + 4 * DAY, (Money(320, "USD"),), NOW + 9 * DAY,
        frozenset({Role.admin}), "pay@example.org",
    )  # fmt: skip


def said(texts: Texts, one: StepNotice, language: str = "en", appeal: Appeal | None = None) -> str:
    return notice_screen(Words(texts, language), one, appeal, NOW).text.text


def labels(texts: Texts, one: StepNotice, appeal: Appeal | None = None) -> list[str | None]:
    screen = notice_screen(Words(texts, "en"), one, appeal, NOW)
    return [button.data for row in screen.rows for button in row]


def an_appeal(state: AppealState) -> Appeal:
    return Appeal(
        1, "MQ4TXW7K", 4, 7, "", state, NOW, NOW + 7 * DAY, NOW, 0, 1, None, None, None, None
    )


def test_the_notice_of_a_deactivation_reads_so(texts: Texts) -> None:
    golden = Path(__file__).parent / "deactivation.txt"
    assert said(texts, notice(StepKind.deactivation)) + "\n" == golden.read_text("utf-8")


@pytest.mark.parametrize("language", ["en", "ar", PSEUDO])
@pytest.mark.parametrize("kind", StepKind)
def test_every_notice_says_all_that_was_promised(
    texts: Texts, kind: StepKind, language: str
) -> None:
    one = notice(kind)
    text = said(texts, one, language)
    words = Words(texts, language)
    for part in (
        "K7WX3QDP", one.step.reason, WORDS, "pay@example.org", "/verify K7WX3QDP", "/settings",
        "/support", "12.40 USD", "3.20 USD", words("role-admin"),
        words(f"rule-{one.step.reason}-1"), words(f"step-reason-{one.step.reason}"),
        words("step-appeal-who-admin"), *(each.number or "" for each in one.evidence),
    ):  # fmt: skip
        assert part.strip("⟦⟧") in text, part
    assert len(text.encode("utf-16-le")) // 2 <= MOST_TEXT


@pytest.mark.parametrize("language", ["en", "ar", PSEUDO])
def test_the_longest_notice_fits_one_message_and_keeps_every_button(
    texts: Texts, language: str
) -> None:
    one = notice(StepKind.deactivation, "second-account", evidence=20)
    one = replace(one, step=replace(one.step, words="w" * MOST_WORDS), contact="c" * 200)
    screen = notice_screen(Words(texts, language), one, None, NOW)
    assert screen.text.units <= MOST_TEXT
    opening = [b.data for row in screen.rows for b in row if (b.data or "").startswith("ke:")]
    assert opening == [f"ke:K7WX3QDP:{nth}" for nth in range(20)]
    assert not screen.protect


def test_two_dates_are_told_apart(texts: Texts) -> None:
    at_once = said(texts, notice(StepKind.deactivation, "fraud"))
    assert "Access to work ends: 23 Nov 2026, 12:05" in at_once
    assert "Our working relationship ends: 7 Dec 2026, 13:00" in at_once
    later = said(texts, notice(StepKind.deactivation))
    assert "New claims end: 23 Nov 2026, 12:05" in later
    assert "Access to work ends: 7 Dec 2026, 13:00" in later


def test_an_egregious_reason_is_never_decided_by_silence(texts: Texts) -> None:
    assert "decided for you" in said(texts, notice(StepKind.warning))
    assert "decided for you" not in said(texts, notice(StepKind.hold, "fraud"))


def test_another_account_is_never_named(texts: Texts) -> None:
    other = Evidence(
        EvidenceKind.account, "shared-payout", NOW, number=None, words="Zoe Lim", other_id=4711
    )
    text = said(texts, replace(notice(StepKind.warning), evidence=(other,)))
    assert "Another account with the same payout method" in text
    assert "Zoe" not in text
    assert "4711" not in text


def test_one_tap_appeals_and_later_shows_the_appeal(texts: Texts) -> None:
    one = notice(StepKind.warning)
    assert labels(texts, one)[0] == "kp:K7WX3QDP"
    assert labels(texts, one, an_appeal(AppealState.open))[0] == "kq:MQ4TXW7K"
    late = notice_screen(Words(texts, "en"), one, None, NOW + 90 * DAY)
    assert not any((b.data or "").startswith("kp") for row in late.rows for b in row)


def test_nobody_changes_the_words_of_a_rule_without_a_new_version(texts: Texts) -> None:
    found = {
        f"{one.code}-{one.version}": hashlib.sha256(
            texts.say("en", f"rule-{one.code}-{one.version}").encode()
        ).hexdigest()[:12]
        for one in (*REASONS.values(), REGION_CLOSED)
    }
    assert found == DIGESTS
