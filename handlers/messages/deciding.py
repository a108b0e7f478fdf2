"""A decision about standing in preparation: what, why, on what evidence, and what comes of it."""

from datetime import timedelta
from typing import Any

from bot import say
from bot.domain.refusal import Refused
from bot.domain.steps import LEAST_WORDS, REASONS, EvidenceKind, StepKind
from bot.services import projects, standing
from bot.services.standing import Candidate, Offer, Preparing
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.errors import facts_in_words
from handlers.messages.evidence import quoted
from handlers.messages.screen import (
    MOST_TEXT,
    Button,
    Row,
    Screen,
    button,
    lines,
    page_of,
    rows_of,
    turning,
)
from handlers.messages.standing_notice import fact_of, notice_text

PAGE = 6
DAYS = (3, 7, 14)
DECIDED = (
    StepKind.warning, StepKind.second_warning, StepKind.suspension, StepKind.deactivation,
    StepKind.hold, StepKind.block,
)  # fmt: skip
_MOST_PROJECTS = 40
# A day that has ended for everybody is an example that nobody is refused for.
_DAY = timedelta(days=1)
_MOST_SEEN = 160


def code_of(kind: StepKind) -> str:
    """The kind as a part of keys and of button data."""
    return kind.replace(" ", "-")


def missing_part(prepared: Preparing) -> str:
    """What is to be asked next; the preview when nothing is missing."""
    draft = prepared.draft
    there = (
        ("kind", draft.kind is not None),
        ("project", draft.kind is not StepKind.block or draft.project_id is not None),
        ("reason", draft.reason is not None),
        ("evidence", bool(draft.evidence)),
        ("days", draft.kind is not StepKind.suspension or draft.days is not None),
        ("words", draft.words is not None),
    )
    return next((part for part, known in there if not known), "preview")


def no_in_words(hall: Hall, words: Words, no: Refused) -> Text:
    """Why something cannot be decided now."""
    facts = facts_in_words(hall, words.language, no)
    return words.rich("decisions-no", why=words(f"refused-{no.reason}", **facts))


def offer_label(words: Words, one: Offer) -> str:
    """What stands on the button that begins to prepare the decision."""
    key = "egregious" if one.egregious and one.kind is StepKind.deactivation else code_of(one.kind)
    return words(f"button-decide-{key}")


async def kind(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What is to be decided, where a detector found something that may skip the ladder."""
    words, prepared = await _prepared(hall, args)
    found = await standing.offers(
        hall.db, prepared.person.id, by=args["person_id"], now=hall.clock.now(),
        rules=hall.rules.standing,
    )  # fmt: skip
    number = prepared.draft.number
    buttons = [
        button(offer_label(words, one), "jb", number, code_of(one.kind))
        for one in found
        if one.no is None
    ]
    text = lines(_head(words, prepared), words.rich("deciding-ask-kind"), between="\n\n")
    return Screen(text, (*rows_of(buttons, 1), _drop(words, prepared)))


async def project(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """From which project."""
    words, prepared = await _prepared(hall, args)
    found = await projects.listed(hall.db, by=args["person_id"])
    buttons = [
        button(one.name[:40], "jc", prepared.draft.number, one.key)
        for one in found[:_MOST_PROJECTS]
    ]
    text = lines(_head(words, prepared), words.rich("deciding-ask-project"), between="\n\n")
    return Screen(text, (*rows_of(buttons, 1), _drop(words, prepared)))


async def reason(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Why, by the published reasons that this decision may have."""
    words, prepared = await _prepared(hall, args)
    kind, number = prepared.draft.kind, prepared.draft.number
    skips = kind is StepKind.hold or (
        kind is StepKind.deactivation and prepared.rung is not StepKind.deactivation
    )
    fitting = [one for one in REASONS.values() if one.egregious or not skips]
    buttons = [
        button(words(f"button-reason-{one.code}"), "jd", number, one.code) for one in fitting
    ]
    text = lines(
        _head(words, prepared), words.rich("deciding-ask-reason"),
        lines(*(
            words.rich(
                "deciding-reason", name=words(f"button-reason-{one.code}"),
                reason=words(f"step-reason-{one.code}"),
            )
            for one in fitting
        )),
        between="\n\n",
    )  # fmt: skip
    return Screen(text, (*rows_of(buttons, 2), _drop(words, prepared)))


async def evidence(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What it rests on: the person's work to tick, or a number or an event to write."""
    words, prepared = await _prepared(hall, args)
    number, page = prepared.draft.number, args.get("page", 0)
    found = await standing.candidates(
        hall.db, number=number, by=args["person_id"], now=hall.clock.now()
    )
    shown = page_of(found, page, PAGE)
    start = page * PAGE
    said = [_candidate(words, prepared, nth, one) for nth, one in enumerate(shown, start + 1)]
    text = lines(
        _head(words, prepared), words.rich("deciding-ask-evidence"),
        lines(*said) if said else words.rich("deciding-no-evidence"),
        words.rich("deciding-write-evidence", day=f"{hall.clock.now() - _DAY:%Y-%m-%d}"),
        between="\n\n",
    )  # fmt: skip
    ticks = [
        _tick(prepared, nth, one, page)
        for nth, one in enumerate(shown, start + 1) if one.no is None or one.chosen
    ]  # fmt: skip
    turn = turning(len(found), page, lambda label, to: button(label, "je", number, to), PAGE)
    count = len(prepared.draft.evidence)
    further = button(words("button-go-on", count=count), "jg", number, style="primary")
    on = ((further,),) if count else ()
    return Screen(text, (*rows_of(ticks, 3), *turn, *on, _drop(words, prepared)))


def _candidate(words: Words, prepared: Preparing, nth: int, one: Candidate) -> Text:
    what = words.rich(
        "deciding-evidence", nth=nth, fact=words(f"step-fact-{fact_of(one.evidence)}"),
        what=say.short(one.evidence.words or "", _MOST_SEEN) or one.where or "",
        number=one.evidence.number or "—",
        date=say.date(words.language, one.evidence.at, prepared.person.zone),
    )  # fmt: skip
    if one.no is None:
        return what
    return lines(what, words.rich("deciding-evidence-no", why=words(f"evidence-no-{one.no}")))


def _tick(prepared: Preparing, nth: int, one: Candidate, page: int) -> Button:
    number, label = prepared.draft.number, f"{'☑' if one.chosen else '☐'} {nth}"
    kept = prepared.draft.evidence
    if one.evidence.number is not None and one.evidence.kind is not EvidenceKind.event:
        wanted = 0 if one.chosen else 1
        return button(label, "jf", number, one.evidence.number, wanted, page)
    return button(label, "jh", number, kept.index(one.evidence), len(kept))


async def days(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """How long the suspension lasts."""
    words, prepared = await _prepared(hall, args)
    number, most = prepared.draft.number, hall.rules.standing.suspension_days
    buttons = [
        button(words("button-days", days=count), "jj", number, count)
        for count in sorted({min(one, most) for one in DAYS})
    ]
    text = lines(_head(words, prepared), words.rich("deciding-ask-days"), between="\n\n")
    return Screen(text, (*rows_of(buttons, 3), _drop(words, prepared)))


async def words_due(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The words of the decider."""
    words, prepared = await _prepared(hall, args)
    text = lines(
        _head(words, prepared), quoted(prepared.draft.words),
        words.rich("deciding-ask-words", least=LEAST_WORDS), between="\n\n",
    )  # fmt: skip
    back = _change(words, prepared, "evidence")
    return Screen(text, ((back,), _drop(words, prepared)))


async def is_long(hall: Hall, args: dict[str, Any]) -> bool:
    """Whether the preview needs two messages."""
    try:
        screen = await preview(hall, args)
    except Refused:
        return False
    return screen is not None and screen.text.units > MOST_TEXT


async def notice(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The very notice that the person would get, alone."""
    return Screen(await _notice(hall, args))


async def preview(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What happens when it is confirmed, and the very notice in the person's language."""
    words, prepared = await _prepared(hall, args)
    number = prepared.draft.number
    changes = [_change(words, prepared, part) for part in ("reason", "evidence", "words")]
    if prepared.draft.kind is StepKind.suspension:
        changes.append(_change(words, prepared, "days"))
    rows = (*rows_of(changes, 2), _drop(words, prepared))
    try:
        theirs = await _notice(hall, args)
    except Refused as no:
        return Screen(
            lines(_head(words, prepared), no_in_words(hall, words, no), between="\n\n"), rows
        )
    apart = args.get("apart", False)
    text = lines(
        lines(_head(words, prepared), _then(hall, words, prepared)),
        words.rich("deciding-above" if apart else "deciding-reads", name=prepared.person.name),
        None if apart else theirs,
        between="\n\n",
    )
    yes = button(words("button-confirm-step"), "jk", number, style="danger")
    return Screen(text, ((yes,), *rows))


async def part(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """That part of the decision in preparation."""
    making = {
        "kind": kind, "project": project, "reason": reason, "evidence": evidence, "days": days,
        "words": words_due, "preview": preview,
    }  # fmt: skip
    return await making[args["part"]](hall, args)


async def _notice(hall: Hall, args: dict[str, Any]) -> Text:
    _, prepared = await _prepared(hall, args)
    now = hall.clock.now()
    found = await standing.preview(
        hall.db, number=prepared.draft.number, by=args["person_id"], now=now, rules=hall.rules
    )
    return notice_text(hall.words(prepared.person.language), found, None, now)


def _then(hall: Hall, words: Words, prepared: Preparing) -> Text:
    """What happens after the confirmation."""
    kind = prepared.draft.kind or StepKind.warning
    rules = hall.rules.standing
    skips = kind is StepKind.deactivation and REASONS[prepared.draft.reason or ""].egregious
    key = "egregious" if skips else code_of(kind)
    away = prepared.person.unreachable_since is not None
    return lines(
        words.rich(
            f"deciding-then-{key}", warning=rules.warning_days, grace=rules.grace_days,
            hours=rules.hold_hours, days=prepared.draft.days or 0,
        ),
        words.rich("deciding-then-all", appeal=rules.appeal_days, reply=rules.reply_days),
        words.rich("deciding-then-away") if away else None,
    )  # fmt: skip


def _head(words: Words, prepared: Preparing) -> Text:
    kind = prepared.draft.kind
    return words.rich(
        "deciding-head", name=prepared.person.name,
        kind=words(f"step-kind-{code_of(kind)}") if kind else "—",
    )  # fmt: skip


def _change(words: Words, prepared: Preparing, part: str) -> Button:
    return button(words(f"button-change-{part}"), "ji", prepared.draft.number, part)


def _drop(words: Words, prepared: Preparing) -> Row:
    return (button(words("button-drop-step"), "jl", prepared.draft.number),)


async def _prepared(hall: Hall, args: dict[str, Any]) -> tuple[Words, Preparing]:
    found = await standing.preparing(hall.db, by=args["person_id"], now=hall.clock.now())
    return hall.words(args["language"]), found
