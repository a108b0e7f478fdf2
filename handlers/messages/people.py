"""People as admins see them: who was found, and one person on one card, with every action."""

from datetime import datetime
from typing import Any

from bot import say
from bot.domain.journal import Narrowed
from bot.domain.money import Money
from bot.domain.people import is_paused
from bot.domain.refusal import Refused
from bot.domain.reviewer_tier import ReviewerRecord
from bot.domain.steps import ENDINGS, Step, StepKind, StepState
from bot.services import applications, finding, reviewing, standing, tiers
from bot.services.finding import Dossier
from bot.services.standing import History, Offer
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.deciding import code_of, no_in_words, offer_label
from handlers.messages.deciding_steps import step_line
from handlers.messages.people_quality import quality_of
from handlers.messages.reviewing import figures
from handlers.messages.screen import Row, Screen, button, lines, rows_of

_LATEST = 3


async def ask(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What a person can be found by."""
    words = hall.words(args["language"])
    _, count = await applications.waiting(hall.db, by=args["person_id"], page=0, size=1)
    more = [button(words("button-closings"), "nc")]
    if count:
        more.insert(0, button(words("button-applicants", count=count), "nr", 0))
    if unsent := await standing.unsent(hall.db, by=args["person_id"]):
        more.insert(0, button(words("button-steps-unsent", count=len(unsent)), "nw"))
    rows = ((button(words("button-cancel"), "ac"),), *rows_of(more, 1))
    return Screen(words.rich("people-ask"), rows)


async def found(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Who fits, each a button; the person at once where only one does."""
    words = hall.words(args["language"])
    fitting = await finding.find(hall.db, args["text"], by=args["person_id"])
    if len(fitting) == 1:
        return await card(hall, {**args, "whose": fitting[0].person.id})
    again = (button(words("button-people-again"), "qs"),)
    if not fitting:
        return Screen(words.rich("people-none", text=args["text"][:100]), (again,))
    shown = fitting[: finding.MOST]
    buttons = [
        button(f"{one.person.name[:40]} · {one.pseudonym}", "qp", one.person.id) for one in shown
    ]
    more = words.rich("people-more") if len(fitting) > finding.MOST else None
    text = lines(words.rich("people-found", count=len(shown)), more)
    return Screen(text, (*rows_of(buttons, 1), again))


async def card(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """One person: who, standing, work, quality, money, history, and what can be done."""
    words, now = hall.words(args["language"]), hall.clock.now()
    whose, by = args["whose"], args["person_id"]
    seen = await finding.dossier(hall.db, whose, by=by)
    past = await standing.history(hall.db, whose, by=by, now=now)
    judges = await reviewing.of_person(hall.db, whose, by=by, now=now)
    measured = await tiers.of_person(hall.db, whose, by=by, now=now)
    barred: Text | None = None
    try:
        found = await standing.offers(hall.db, whose, by=by, now=now, rules=hall.rules.standing)
    except Refused as no:
        found = []
        barred = no_in_words(hall, words, no)
    text = lines(
        lines(_facts(hall, words, seen), _away(hall, words, past)),
        lines(_standing(words, past), barred),
        _work(hall, words, seen, past.viewer.zone),
        lines(_quality(words, seen), quality_of(words, measured)),
        _as_reviewer(hall, words, judges),
        _money(words, seen),
        _history(words, past),
        between="\n\n",
    )
    return Screen(text, _rows(words, past, found))


def _rows(words: Words, past: History, found: list[Offer]) -> tuple[Row, ...]:
    whose = past.person.id
    rows: list[Row] = []
    if found:
        following = [
            button(offer_label(words, one), "ja", whose, code_of(one.kind))
            for one in found[:1] if not one.egregious and one.no is None
        ]  # fmt: skip
        rows.append((*following, button(words("button-decisions"), "jm", whose)))
    journal = button(words("button-person-journal"), "hj", Narrowed(about=whose).code, 0)
    label = words("button-step-history", count=len(past.steps))
    rows.append((button(label, "jo", whose, 0), journal) if past.steps else (journal,))
    if whose != past.viewer.id:
        rows.append((
            button(words("button-bonus"), "qb", whose),
            button(words("button-adjustment"), "qj", whose),
        ))  # fmt: skip
    return (*rows, (button(words("button-people-again"), "qs"),))


def _facts(hall: Hall, words: Words, seen: Dossier) -> Text:
    person = seen.found.person
    return lines(
        words.rich("person-head", name=person.name, number=seen.found.pseudonym),
        words.rich(
            "person-facts",
            id=str(seen.found.telegram_id or "—"),
            language=hall.texts.name_of(hall.texts.closest(person.language)),
            zone=say.zone_label(words.language, person.zone, hall.clock.now()),
        ),
    )


def _away(hall: Hall, words: Words, past: History) -> Text | None:
    person, now = past.person, hall.clock.now()
    if person.unreachable_since is not None:
        return words.rich("person-away")
    if not is_paused(person, now):
        return None
    if person.paused_until is None:
        return words.rich("person-paused")
    until = say.moment(words.language, person.paused_until, past.viewer.zone)
    return words.rich("person-paused-until", until=until)


def _standing(words: Words, past: History) -> Text:
    """Where the person stands, with every step that counts now and its dates."""
    zone = past.viewer.zone
    live = [one for one, _ in past.steps if one.is_live]
    said = [_step(words, one, zone) for one in live]
    stands = words(f"standing-{past.person.standing}")
    return lines(words.rich("person-standing", standing=stands), *said)


def _step(words: Words, one: Step, zone: str) -> Text:
    kind = words(f"step-kind-{code_of(one.kind)}")
    if one.told_at is None:
        return words.rich("person-step-untold", kind=kind, number=one.number)
    since = say.date(words.language, one.told_at, zone)
    which, at = _next_date(one)
    if at is None:
        return words.rich("person-step-since", kind=kind, number=one.number, since=since)
    return words.rich(
        f"person-step-{which}", kind=kind, number=one.number, since=since,
        date=say.moment(words.language, at, zone),
    )  # fmt: skip


def _next_date(one: Step) -> tuple[str, datetime | None]:
    """What comes next of a step that counts, and when."""
    if one.kind in ENDINGS:
        waits = one.state is StepState.scheduled
        return ("stops", one.access_stops) if waits else ("ends", one.ends_at)
    if one.kind is StepKind.hold or one.due_at == one.access_returns:
        return "returns", one.access_returns
    return "counts", one.counts_until


def _work(hall: Hall, words: Words, seen: Dossier, zone: str) -> Text:
    done, last = seen.done.jobs, seen.done.last_active
    return lines(
        words.rich(
            "person-jobs",
            done=done.get("submitted", 0) + done.get("settled", 0),
            open=done.get("active", 0),
            expired=done.get("expired", 0),
            back=done.get("given back", 0),
        ),
        words.rich(
            "person-last", when=say.clock_time(words.language, last, zone, hall.clock.now())
        )
        if last
        else None,
    )


def _as_reviewer(hall: Hall, words: Words, found: ReviewerRecord) -> Text | None:
    if not found.verdicts:
        return None
    least = hall.rules.reviews.least_tier
    return lines(words.rich("person-reviewer"), figures(words, found, least))


def _quality(words: Words, seen: Dossier) -> Text:
    judged = seen.done.verdicts
    said = words.rich(
        "person-verdicts",
        accepted=judged.get("accepted", 0), reduced=judged.get("reduced", 0),
        rejected=judged.get("rejected", 0), waiting=judged.get("submitted", 0),
    )  # fmt: skip
    disputed = judged.get("disputed", 0)
    open_ = words.rich("person-verdicts-disputed", count=disputed) if disputed else None
    return lines(said, open_)


def _history(words: Words, past: History) -> Text | None:
    zone = past.viewer.zone
    over = [(one, appeal) for one, appeal in past.steps if not one.is_live or appeal][:_LATEST]
    if not over:
        return None
    said = [step_line(words, one, appeal, zone) for one, appeal in over]
    return lines(words.rich("person-history"), *said)


def _money(words: Words, seen: Dossier) -> Text:
    if not seen.earned:
        return lines(words.rich("person-money"), words.rich("person-no-money"))
    return lines(
        words.rich("person-money"),
        *(
            words.rich(
                f"person-{state.replace(' ', '-')}",
                money=say.money(words.language, Money(minor, currency)), count=count,
            )
            for (state, currency), (count, minor) in sorted(
                seen.earned.items(), key=lambda one: (one[0][1], one[0][0])
            )
        )
    )  # fmt: skip
