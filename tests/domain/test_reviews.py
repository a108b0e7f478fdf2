"""Verdicts, returns and disputes: what is asked for, refused, and comes to how much."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.domain.disputes import (
    Dispute,
    DisputeState,
    dispute_by,
    require_decider,
    require_disputable,
    require_open,
    withheld,
)
from bot.domain.lines import ClientState, Line, LineKind, LineState
from bot.domain.money import Money
from bot.domain.pay_terms import PayTerms, Verdict
from bot.domain.people import Role
from bot.domain.ratings import RatingState
from bot.domain.refusal import Refused
from bot.domain.reviews import (
    MOST_WORDS,
    Draft,
    Review,
    Stage,
    accept_by_after_return,
    explains,
    fixed_answer,
    hours_of,
    percent_of,
    require_complete,
    require_fitting,
    require_in_time,
    require_reviewer,
    require_waiting,
    stage,
    worth,
)
from bot.domain.rules import PayRules
from bot.domain.scheme_body import scheme_from, with_reason
from bot.formats.schemes import packaged
from tests.domain.made import assignment, person

NOW = datetime(2030, 1, 15, 12, tzinfo=UTC)
TERMS = PayTerms()
RULES = PayRules()
WHY = "It leaves the question open."


def line(kind: LineKind = LineKind.rating, *, pay: int = 40) -> Line:
    return Line(
        id=1, number="L1", person_id=1, project_id=1, job_id=1, assignment_id=1, kind=kind,
        state=LineState.submitted, client=ClientState.not_asked, offered=Money(40, "USD"),
        pay=Money(pay, "USD"), reason=None, because=None, submitted_at=NOW,
        accept_by=NOW + timedelta(days=3), confirm_by=None, accepted_at=None, confirmed_at=None,
        statement_id=None, corrects=None,
    )  # fmt: skip


def review(verdict: Verdict) -> Review:
    return Review(
        id=1, number="R1", assignment_id=1, rating_id=1, reviewer_id=2, verdict=verdict,
        item="care", words=WHY, percent=TERMS.percent(verdict), fix=None, due_at=None, at=NOW,
    )  # fmt: skip


def draft(verdict: Verdict, **values: Any) -> Draft:
    given: dict[str, Any] = {"item": None, "words": None, "fix": None} | values
    return Draft(
        id=1, number="D1", person_id=2, line_id=1, dispute_id=None, verdict=verdict, hours=48,
        **given,
    )  # fmt: skip


def scheme(reason: str = "never") -> Any:
    body = packaged("pairwise")
    assert body is not None
    return scheme_from(with_reason(body, reason))


@pytest.mark.parametrize(
    ("made", "wanted"),
    [
        (draft(Verdict.fixed), Stage.answers),
        (draft(Verdict.fixed, fix={"preference": 1}), Stage.item),
        (draft(Verdict.fixed, fix={"preference": 1}, item="care"), Stage.words),
        (draft(Verdict.fixed, fix={"preference": 1}, item="care", words=WHY), Stage.ready),
        (draft(Verdict.rejected), Stage.item),
        (draft(Verdict.rejected, item="care"), Stage.words),
        (draft(Verdict.rejected, item="care", words=WHY), Stage.ready),
        (draft(Verdict.returned), Stage.words),
        (draft(Verdict.returned, words=WHY), Stage.ready),
    ],
)
def test_a_verdict_is_prepared_step_by_step(made: Draft, wanted: Stage) -> None:
    assert stage(made, line(), scheme(), TERMS) is wanted


def test_a_fix_that_costs_nothing_needs_no_words() -> None:
    terms = PayTerms(fixed_percent=100)
    assert stage(draft(Verdict.fixed, fix={"preference": 1}), line(), scheme(), terms) == "ready"
    require_complete(line(), terms, Verdict.fixed, None, None)
    unfinished = draft(Verdict.fixed, fix={"preference": 3})
    assert stage(unfinished, line(), scheme("always"), terms) is Stage.answers


def test_a_flag_earns_all_or_nothing() -> None:
    flag = line(LineKind.flag)
    assert [worth(flag, TERMS, one).minor for one in Verdict] == [40, 40, 40, 0]
    assert [percent_of(line(), TERMS, one) for one in Verdict] == [100, 80, 100, 0]
    for verdict in (Verdict.fixed, Verdict.returned):
        with pytest.raises(Refused, match="stale-button"):
            require_fitting(flag, verdict, 0)


def test_nobody_judges_what_is_theirs_decided_or_being_corrected() -> None:
    waits, corrected = assignment(state=RatingState.submitted, held=False), assignment()
    require_waiting(line(), waits, 2)
    for found, work, by, reason in (
        (line(), waits, 1, "own-work"),
        (replace(line(), state=LineState.rejected), waits, 2, "reviewed-already"),
        (line(), corrected, 2, "returned-now"),
    ):
        with pytest.raises(Refused, match=reason):
            require_waiting(found, work, by)
    require_reviewer(person(roles=((Role.reviewer, 1),)), 1)
    with pytest.raises(Refused, match="not-reviewer"):
        require_reviewer(person(), 1)


def test_behind_the_deadline_only_acceptance_is_left() -> None:
    by = line().accept_by
    for verdict in Verdict:
        require_in_time(line(), verdict, by - timedelta(seconds=1))
    require_in_time(line(), Verdict.accepted, by)
    for verdict in (Verdict.fixed, Verdict.returned, Verdict.rejected):
        with pytest.raises(Refused, match="review-time-over"):
            require_in_time(line(), verdict, by)


def test_the_third_return_is_refused() -> None:
    require_fitting(line(), Verdict.returned, 1)
    with pytest.raises(Refused, match="returned-twice"):
        require_fitting(line(), Verdict.returned, 2)


@pytest.mark.parametrize(
    ("verdict", "item", "words", "reason"),
    [
        (Verdict.rejected, None, WHY, "stale-button"),
        (Verdict.rejected, "care", None, "words-too-few"),
        (Verdict.fixed, "care", "too short", "words-too-few"),
        (Verdict.returned, None, " ", "words-too-few"),
        (Verdict.returned, None, "x" * (MOST_WORDS + 1), "words-too-many"),
    ],
)
def test_what_takes_something_is_explained(
    verdict: Verdict, item: str | None, words: str | None, reason: str
) -> None:
    with pytest.raises(Refused, match=reason):
        require_complete(line(), TERMS, verdict, item, words)


def test_words_are_trimmed() -> None:
    assert explains(f"  {WHY}\n") == WHY


def test_a_fix_is_whole_and_differs() -> None:
    assert fixed_answer(scheme(), {"preference": 1}, {"preference": 2}) == {"preference": 1}
    with pytest.raises(Refused, match="fix-same"):
        fixed_answer(scheme(), {"preference": 2}, {"preference": 2})
    with pytest.raises(Refused, match="fix-unfinished"):
        fixed_answer(scheme(), None, {"preference": 2})


def test_a_return_leaves_a_day_for_its_review() -> None:
    due = NOW + timedelta(hours=48)
    assert accept_by_after_return(NOW, due) == due + timedelta(days=1)
    late = NOW + timedelta(days=9)
    assert accept_by_after_return(late, due) == late
    assert (hours_of(24, 48), hours_of(7, 48)) == (24, 48)


def test_who_judges_what() -> None:
    here = person(roles=((Role.reviewer, 1),))
    everywhere = person(roles=((Role.reviewer, None),))
    both = person(roles=((Role.reviewer, 1), (Role.coordinator, 2), (Role.client, 3)))
    admin = person(roles=((Role.admin, None),))
    assert [here.may_review(one) for one in (1, 2, None)] == [True, False, True]
    assert [everywhere.may_review(one) for one in (1, None)] == [True, True]
    assert not person().may_review()
    assert here.reviewed_projects() == frozenset({1})
    assert both.reviewed_projects() == frozenset({1, 2})
    assert (everywhere.reviewed_projects(), admin.reviewed_projects()) == (None, None)
    assert [one.judges_as(2) for one in (here, both, admin)] == [
        "reviewer",
        "coordinator",
        "admin",
    ]


def dispute(state: DisputeState = DisputeState.open) -> Dispute:
    return Dispute(
        id=1, number="O1", line_id=1, person_id=1, review_id=1, refusal_id=None, words="",
        state=state, opened_at=NOW, decide_by=NOW, decided_by=None, answer=None, decided_at=None,
    )  # fmt: skip


def test_what_speaks_against_work_can_be_disputed_by_its_person_in_time() -> None:
    less = line(pay=32)
    assert withheld(less) == Money(8, "USD")
    soon, over = NOW + timedelta(days=30, microseconds=-1), NOW + timedelta(days=30)
    require_disputable(less, review(Verdict.fixed), 1, RULES, soon)
    # A correction that takes no money counts in the tier.
    require_disputable(line(), review(Verdict.fixed), 1, RULES, soon)
    assert dispute_by(NOW, RULES) == over
    for verdict, by, now, reason in (
        (Verdict.rejected, 2, NOW, "not-yours"),
        (Verdict.accepted, 1, NOW, "dispute-nothing"),
        (Verdict.returned, 1, NOW, "dispute-nothing"),
        (Verdict.rejected, 1, over, "dispute-over"),
    ):
        with pytest.raises(Refused, match=reason):
            require_disputable(less, review(verdict), by, RULES, now)


def test_a_second_person_decides_an_open_dispute() -> None:
    judge = person(id=2, roles=((Role.reviewer, 1),))
    require_decider(dispute(), judge, 1, {3})
    require_open(dispute())
    with pytest.raises(Refused, match="not-reviewer"):
        require_decider(dispute(), judge, 2, {3})
    with pytest.raises(Refused, match="own-verdict"):
        require_decider(dispute(), judge, 1, {2})
    with pytest.raises(Refused, match="own-work"):
        require_decider(dispute(), person(id=1, roles=((Role.admin, None),)), 1, {3})
    with pytest.raises(Refused, match="decided-upheld"):
        require_open(dispute(DisputeState.upheld))
