"""The notice of a step, as its person reads it: what happens, why, what can be done; details."""

from datetime import datetime

from bot import say
from bot.domain.appeals import Appeal, AppealState
from bot.domain.money import Money
from bot.domain.people import Role, Standing
from bot.domain.step_notices import StepNotice
from bot.domain.steps import (
    ENDINGS,
    EVENT,
    EVENT_AT,
    Evidence,
    EvidenceKind,
    Step,
    StepKind,
    StepState,
)
from bot.typeset import Text
from handlers.context import Words
from handlers.messages.evidence import quoted
from handlers.messages.screen import MOST_TEXT, Button, Row, Screen, button, lines, rows_of

_ROOM = 160  # units for what may stand around a notice: its number, that it is repeated
_MOST_SEEN = 100
UNNUMBERED = "········"  # of a step that is not decided yet
_PER_ROW = 5
# Facts that have words of their own; what else a detector may find is "something".
FACTS = (
    "gold-missed", "too-fast", "same-option", "copied",
    "expired", "rejected", "reduced", "refused-by-client", EVENT, EVENT_AT, "shared-payout",
    "second-account",
)  # fmt: skip


def notice_screen(
    words: Words, notice: StepNotice, appeal: Appeal | None, now: datetime, *, back: Row = ()
) -> Screen:
    """The whole notice with its buttons, made to fit one message.

    Each piece of evidence has a button; where the list is too long, its end is only there.
    """
    rows = (*_rows(words, notice, appeal, now), *((back,) if back else ()))
    return Screen(notice_text(words, notice, appeal, now), rows)


def notice_text(words: Words, notice: StepNotice, appeal: Appeal | None, now: datetime) -> Text:
    """The text of the notice alone, as for a preview."""
    shown = len(notice.evidence)
    while True:
        whole = lines(*_sections(words, notice, appeal, now, shown), between="\n\n")
        if whole.units <= MOST_TEXT - _ROOM or not shown:
            return whole
        shown -= 1


def _sections(
    words: Words, notice: StepNotice, appeal: Appeal | None, now: datetime, shown: int
) -> list[Text | None]:
    step = notice.step
    key = named(step.kind)
    reason = words(f"step-reason-{step.reason}")
    return [
        lines(
            words.rich(f"step-head-{key}", number=step.number or UNNUMBERED),
            _state(words, notice),
            what_it_means(words, notice) if step.is_live else None,
        ),
        lines(words.rich("step-why", reason=reason, code=step.reason), quoted(step.words)),
        _objecting(words, notice, appeal, now),
        _dates(words, notice, now),
        _money(words, notice),
        _evidence(words, notice, shown) if notice.evidence else None,
        lines(
            words.rich("step-rule", code=step.reason, version=str(step.rule_version)),
            words(f"rule-{step.reason}-{step.rule_version}"),
        ),
        words.rich("step-data", contact=notice.contact)
        if notice.contact
        else words.rich("step-data-only"),
        words.rich("pay-is-ours", command=f"/verify {step.number or UNNUMBERED}"),
    ]


def named(kind: StepKind) -> str:
    """The kind as a part of keys."""
    return kind.replace(" ", "-")


def _state(words: Words, notice: StepNotice) -> Text | None:
    step = notice.step
    if step.is_live or step.ended_at is None:
        return None
    key = "withdrawn" if step.state is StepState.withdrawn else "expired"
    return words.rich(f"step-was-{key}", date=_moment(words, notice, step.ended_at))


def what_it_means(words: Words, notice: StepNotice) -> Text:
    """What the person can and cannot do now, in a sentence or two."""
    step = notice.step
    at = {
        name: _moment(words, notice, moment) if moment else ""
        for name, moment in (
            ("until", step.counts_until), ("returns", step.access_returns),
            ("stops", step.access_stops),
        )
    }  # fmt: skip
    match step.kind:
        case StepKind.warning | StepKind.second_warning:
            return words.rich("step-means-warning", until=at["until"])
        case StepKind.suspension:
            return words.rich("step-means-suspension", returns=at["returns"], until=at["until"])
        case StepKind.hold:
            key = "step-means-hold-leaving" if _is_leaving(notice) else "step-means-hold"
            return words.rich(key, returns=at["returns"])
        case StepKind.block:
            return words.rich("step-means-block", project=notice.project or "")
        case StepKind.closing:
            return words.rich("step-means-closing", stops=at["stops"])
    if step.state is StepState.effective:
        return words.rich("step-means-deactivation-at-once")
    return words.rich("step-means-deactivation", stops=at["stops"])


def _moment(words: Words, notice: StepNotice, at: datetime) -> str:
    return say.moment(words.language, at, notice.person.zone)


def _objecting(
    words: Words, notice: StepNotice, appeal: Appeal | None, now: datetime
) -> Text | None:
    step = notice.step
    if appeal is not None and appeal.state is AppealState.open:
        key = "step-appealed-open" if now < appeal.decide_by else "step-appealed-late"
        return words.rich(key, by=_moment(words, notice, appeal.decide_by))
    if appeal is not None:
        return words.rich(f"step-appealed-{appeal.state}")
    if step.state is StepState.withdrawn or step.appeal_by is None:
        return None
    by = _moment(words, notice, step.appeal_by)
    if now >= step.appeal_by:
        return words.rich("step-appeal-over", by=by)
    ends = "-egregious" if step.is_egregious else ""
    asked = words.rich(
        "step-appeal", by=by, who=words(f"step-appeal-who-{_who(notice)}"), days=step.reply_days,
        silence=words(f"step-appeal-silence{ends}"),
    )  # fmt: skip
    waits = step.state is StepState.scheduled
    return asked + " " + words.rich("step-appeal-stops") if waits else asked


def _who(notice: StepNotice) -> str:
    if len(notice.deciders) > 1:
        return "both"
    return next((str(one) for one in notice.deciders), "none")


def _dates(words: Words, notice: StepNotice, now: datetime) -> Text:
    step = notice.step
    zone = say.zone_name(words.language, notice.person.zone, now)
    role = words(f"role-{Role(step.role)}")

    def dated(key: str, at: datetime | None) -> Text | None:
        return None if at is None else words.rich(key, date=_moment(words, notice, at))

    return lines(
        words.rich("step-dates", zone=zone),
        words.rich("step-date-decided", date=_moment(words, notice, step.decided_at), role=role),
        dated("step-date-stops-new", _claims_end(step)),
        dated("step-date-stops", None if _stays(step) else step.access_stops),
        dated("step-date-returns", None if _is_leaving(notice) else step.access_returns),
        dated("step-date-ends", step.ends_at),
    )


def _is_leaving(notice: StepNotice) -> bool:
    """Whether the person is held until work ends anyway, so that no access returns."""
    return notice.step.kind is StepKind.hold and notice.person.standing is Standing.deactivating


def _stays(step: Step) -> bool:
    """Whether open jobs can be finished while the step holds."""
    return step.kind in (StepKind.suspension, StepKind.block)


def _claims_end(step: Step) -> datetime | None:
    """When new claims end, where that is not when access stops."""
    if _stays(step):
        return step.access_stops
    early = step.kind in ENDINGS and step.access_stops != step.told_at
    return step.told_at if early else None


def _money(words: Words, notice: StepNotice) -> Text:
    ends = "-ends" if notice.step.kind in ENDINGS else ""
    date = _moment(words, notice, notice.paid_at)
    owed = (
        words.rich(f"step-money-owed{ends}", money=_sum(words, notice.owed), date=date)
        if notice.owed
        else None
    )
    pending = (
        words.rich(
            "step-money-pending", money=_sum(words, notice.pending),
            date=_moment(words, notice, notice.settled_by),
        )
        if notice.pending and notice.settled_by is not None
        else None
    )  # fmt: skip
    none = words.rich("step-money-none") if not (owed or pending) else None
    return lines(
        words.rich("step-money"), none, owed, pending, words.rich("step-money-stays")
    )  # fmt: skip


def _sum(words: Words, sums: tuple[Money, ...]) -> str:
    return " + ".join(say.money(words.language, one) for one in sums)


def _evidence(words: Words, notice: StepNotice, shown: int) -> Text:
    said = [
        evidence_line(words, notice, nth, one)
        for nth, one in enumerate(notice.evidence[:shown], 1)
    ]
    more = words.rich("step-evidence-more") if shown < len(notice.evidence) else None
    return lines(words.rich("step-evidence"), *said, more)


def evidence_line(words: Words, notice: StepNotice, nth: int, one: Evidence) -> Text:
    """One piece of evidence in a line; of another account never whose it is."""
    date = date_of(words, notice, one)
    fact = words(f"step-fact-{fact_of(one)}")
    if one.number is not None:
        return words.rich(
            "step-evidence-numbered", nth=nth, fact=fact, number=one.number, date=date
        )
    if one.kind is EvidenceKind.event and one.words:
        seen = say.short(one.words, _MOST_SEEN)
        return words.rich("step-evidence-event", nth=nth, fact=fact, date=date, words=seen)
    return words.rich("step-evidence-line", nth=nth, fact=fact, date=date)


def date_of(words: Words, notice: StepNotice, one: Evidence) -> str:
    """When it was, by the clock of whom it is about; of an event without an hour only the day."""
    if one.fact == EVENT:
        return say.date(words.language, one.at, notice.person.zone)
    return _moment(words, notice, one.at)


def fact_of(one: Evidence) -> str:
    """The fact as a part of keys."""
    if one.fact in FACTS:
        return one.fact
    return "account" if one.kind is EvidenceKind.account else "other"


def evidence_buttons(words: Words, notice: StepNotice) -> tuple[Row, ...]:
    """A button for each piece of evidence, which opens it in one tap."""
    found = [_opening(words, notice.step, nth, one) for nth, one in enumerate(notice.evidence)]
    return rows_of(found, _PER_ROW)


def _opening(words: Words, step: Step, nth: int, one: Evidence) -> Button:
    label = words("button-step-evidence", nth=nth + 1)
    if one.kind is EvidenceKind.line and one.number is not None:
        return button(label, "re", one.number)
    return button(label, "ke", step.number, nth)


def _rows(
    words: Words, notice: StepNotice, appeal: Appeal | None, now: datetime
) -> tuple[Row, ...]:
    step = notice.step
    objecting: Row = ()
    if appeal is not None:
        objecting = (button(words("button-my-appeal"), "kq", appeal.number),)
    elif step.state is not StepState.withdrawn and step.appeal_by and now < step.appeal_by:
        objecting = (button(words("button-appeal"), "kp", step.number, style="primary"),)
    return (*((objecting,) if objecting else ()), *evidence_buttons(words, notice))
