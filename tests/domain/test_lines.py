"""Lines: what a verdict leaves, whether a client is waited for, that a date is always named."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.lines import (
    ANSWERED,
    ClientState,
    Line,
    LineKind,
    LineState,
    confirm_by,
    is_gated,
    next_date,
    part_of,
)
from bot.domain.money import Money
from bot.domain.pay_terms import PayTerms, Verdict
from bot.domain.payouts import Payout, PayoutState, is_carried_over, require_next
from bot.domain.refusal import Refused
from bot.domain.rules import PayRules

NOW = datetime(2026, 11, 23, tzinfo=UTC)
DAY = timedelta(days=1)


def line(state: LineState, *, pay: int = 40, client: ClientState = ClientState.waiting) -> Line:
    return Line(
        id=1, number="K7WX3QDP", person_id=1, project_id=1, job_id=1, assignment_id=1,
        kind=LineKind.rating, state=state, client=client, offered=Money(40, "USD"),
        pay=Money(pay, "USD"), reason=None, because=None, submitted_at=NOW,
        accept_by=NOW + 3 * DAY, confirm_by=NOW + 10 * DAY, accepted_at=None, confirmed_at=None,
        statement_id=None, corrects=None,
    )  # fmt: skip


@given(minor=st.integers(1, 10**12), percent=st.integers(0, 100))
def test_parts_of_a_cent_go_to_the_person(minor: int, percent: int) -> None:
    part = part_of(Money(minor, "KWD"), percent).minor
    assert 0 <= part * 100 - minor * percent < 100
    assert part <= minor


@pytest.mark.parametrize("percent", [-1, 101])
def test_there_is_no_part_below_nothing_or_above_all(percent: int) -> None:
    with pytest.raises(ValueError, match="%"):
        part_of(Money(1, "USD"), percent)


def test_the_client_is_waited_for_until_it_speaks_or_its_date_passes() -> None:
    by = confirm_by(NOW, 7)
    assert by == NOW + 7 * DAY
    assert confirm_by(NOW, None) is None
    assert is_gated(ClientState.waiting, by, NOW)
    assert not is_gated(ClientState.waiting, by, NOW + 7 * DAY)
    assert not is_gated(ClientState.not_asked, None, NOW)
    assert not any(is_gated(said, by, NOW) for said in ANSWERED)


@pytest.mark.parametrize("state", list(LineState))
def test_a_line_names_its_next_date_until_nothing_is_to_come(state: LineState) -> None:
    run, expected = NOW + 4 * DAY, NOW + 8 * DAY
    found = next_date(line(state), run, expected)
    final = state in (LineState.paid, LineState.rejected, LineState.reversed)
    assert (found is None) == final
    assert found is None or found > NOW


def test_a_line_is_reduced_when_it_comes_to_less_but_not_to_nothing() -> None:
    assert line(LineState.paid, pay=32).is_reduced
    assert not line(LineState.paid).is_reduced
    assert not line(LineState.rejected, pay=0).is_reduced


def test_the_table_of_verdicts_says_what_each_leaves() -> None:
    terms, price = PayTerms(fixed_percent=75, rejected_percent=10), Money(50, "USD")
    worth = {verdict: terms.worth(price, verdict).minor for verdict in Verdict}
    assert worth == {"accepted": 50, "fixed": 38, "returned": 50, "rejected": 5}
    assert terms.flag_pay(price) == price
    assert PayTerms.from_json(terms.to_json()) == terms
    assert PayTerms.from_json(None).fixed_percent == 100


def payout(state: PayoutState) -> Payout:
    return Payout(
        id=1, number="P7WX3QDP", statement_id=1, person_id=1, money=Money(1, "USD"), state=state,
        method_id=None, reference=None, reason=None, created_at=NOW, sent_at=None,
        settled_at=None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("state", "steps"),
    [("due", "sent paid failed"), ("sent", "paid failed"), ("paid", ""), ("failed", "")],
)
def test_a_payout_takes_only_its_own_steps(state: str, steps: str) -> None:
    for step in PayoutState:
        if step in steps.split():
            require_next(payout(PayoutState(state)), step)
        else:
            with pytest.raises(Refused, match=f"payout-{state}"):
                require_next(payout(PayoutState(state)), step)


def test_little_money_waits_for_the_next_run_but_never_longer_than_promised() -> None:
    carry, rules = timedelta(days=30), PayRules()
    least = rules.threshold("USD")
    assert is_carried_over(least - 1, least, NOW, NOW + 30 * DAY, carry)
    assert not is_carried_over(least - 1, least, NOW, NOW + 31 * DAY, carry)
    assert not is_carried_over(least, least, NOW, NOW + 7 * DAY, carry)
    assert rules.threshold("JPY") == 0
