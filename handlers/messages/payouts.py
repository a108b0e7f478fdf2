"""Payouts as an admin sees them: those of a run, one of them, and what the payer's file says."""

from typing import Any

from bot import say
from bot.domain.payouts import PayoutState
from bot.formats.records import Fault
from bot.services import pay_desk, payouts, people
from bot.services.pay_desk import PAGE, PayoutSight
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.faults import SHOWN, first_faults
from handlers.messages.payruns import MOST_NAME, sums
from handlers.messages.screen import File, Row, Screen, button, lines, rows_of, turning

# Why a payout fails most often; stored as these words of ours, told in each language.
REASONS = ("account-closed", "details-wrong", "bank-refused", "name-differs")
MOST_NAME_SHOWN = 12
_OPEN = (PayoutState.due, PayoutState.sent)


def reason_in_words(words: Words, reason: str | None) -> str:
    """Why a payout failed: one of our reasons in the language, else what was written."""
    return words(f"payout-reason-{reason}") if reason in REASONS else reason or ""


async def listing(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The payouts of a run, some at a time, each a button."""
    words, number, page = hall.words(args["language"]), args["number"], args["page"]
    count, found = await pay_desk.payouts_of(hall.db, number, page, by=args["person_id"])
    buttons = [button(_label(words, one), "ip", one.payout.number) for one in found]
    turn = turning(count, page, lambda label, to: button(label, "il", number, to), PAGE)
    back = (button(words("button-back-to-run"), "ir", number),)
    text = words.rich("payouts-head", number=number, count=count)
    return Screen(text, (*rows_of(buttons, 1), *turn, back))


def _label(words: Words, one: PayoutSight) -> str:
    state = words(f"payout-is-{one.payout.state}")
    money = say.money(words.language, one.payout.money)
    return words("button-payout", name=one.name[:MOST_NAME_SHOWN], state=state, money=money)


async def one(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """One payout, and what the payer may say of it."""
    person = await people.by_id(hall.db, args["person_id"])
    words, now = hall.words(person.language), hall.clock.now()
    sight = await pay_desk.payout(hall.db, args["number"], by=person.id)
    payout = sight.payout
    at = payout.settled_at or payout.sent_at or payout.created_at
    said: list[Text | None] = [
        words.rich("payout-head", number=payout.number, name=sight.name[:MOST_NAME],
                   money=say.money(words.language, payout.money)),
        words.rich("payout-stands", state=words(f"payout-is-{payout.state}"),
                   when=say.clock_time(words.language, at, person.zone, now)),
        words.rich("payout-of", statement=sight.statement, run=sight.run),
        _method(words, sight),
        words.rich("payout-reference", reference=payout.reference) if payout.reference else None,
        words.rich("payout-reason", reason=reason_in_words(words, payout.reason))
        if payout.reason else None,
    ]  # fmt: skip
    rows = _marks(words, payout.number, payout.state)
    back = (button(words("button-back-to-run"), "ir", sight.run),)
    return Screen(lines(*said), (*rows, back))


def _method(words: Words, sight: PayoutSight) -> Text | None:
    if sight.method is None:
        return None
    name = words(f"method-is-{sight.method}", end=sight.last_four or "")
    return words.rich("payout-by", method=name)


def _marks(words: Words, number: str, state: PayoutState) -> tuple[Row, ...]:
    if state not in _OPEN:
        return ()
    to = (PayoutState.sent, PayoutState.paid) if state is PayoutState.due else (PayoutState.paid,)
    plain = tuple(button(words(f"button-payout-{one}"), "is", number, one) for one in to)
    named = tuple(button(words(f"button-payout-{one}-as"), "iw", number, one) for one in to)
    return plain, named, (button(words("button-payout-failed"), "ix", number),)


async def why(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Why the payout failed."""
    words, number = hall.words(args["language"]), args["number"]
    buttons = [button(words(f"payout-reason-{one}"), "ie", number, one) for one in REASONS]
    other = button(words("button-payout-other"), "iw", number, PayoutState.failed)
    back = button(words("button-back"), "ip", number)
    return Screen(
        words.rich("payout-why", number=number), (*rows_of([*buttons, other], 1), (back,))
    )


async def write(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Please write the reference, or the reason."""
    words, failed = hall.words(args["language"]), args["state"] == PayoutState.failed
    text = words.rich("payout-write-reason" if failed else "payout-write-reference",
                      number=args["number"])  # fmt: skip
    return Screen(text, ((button(words("button-cancel"), "ac"),),))


async def file(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The file for the payer, with the time until it leaves the chat."""
    person = await people.by_id(hall.db, args["person_id"])
    words = hall.words(person.language)
    handed = await payouts.file_contents(
        hall.db, args["number"], by=person.id, vault=hall.vault, layout=hall.rules.pay.layout
    )
    if handed is None:
        return None
    until = say.clock_time(words.language, handed.until, person.zone, hall.clock.now())
    text = words.rich("payout-file-caption", run=handed.run, count=handed.rows, until=until)
    return Screen(text, file=File(handed.name, handed.body))


async def report(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What a payer's report would change, what stands so already, and what it leaves out."""
    words, number = hall.words(args["language"]), args["number"]
    name, found = await payouts.staged_report(
        hall.db, number, by=args["person_id"], layout=hall.rules.pay.layout
    )
    said: list[Text | str | None] = [
        words.rich("payout-report-head", file=name, count=found.count)
    ]
    for state in (PayoutState.sent, PayoutState.paid, PayoutState.failed):
        count, by = found.sums(state)
        if count:
            money = sums(words.language, by)
            said.append(words.rich(f"payout-report-{state}", count=count, money=money))
    if found.standing:
        said.append(words.rich("payout-report-standing", count=found.standing))
    if found.missing:
        some = ", ".join(sorted(found.missing)[:SHOWN])
        more = "…" if len(found.missing) > SHOWN else ""
        said.append(
            words.rich("payout-report-missing", count=len(found.missing), numbers=some + more)
        )
    if found.faults:
        said += [words.rich("payout-report-faults"), *first_faults(words, found.faults)]
    drop = (button(words("button-drop-report"), "iz", number),)
    if found.faults or not found.changes:
        return Screen(lines(*said), (drop,))
    label = words("button-apply-report", count=len(found.changes))
    return Screen(lines(*said), ((button(label, "ia", number, style="success"),), drop))


async def report_faults(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What is wrong in a payer's report; nothing of it was taken."""
    words = hall.words(args["language"])
    faults = [Fault(**fault) for fault in args["faults"]]
    head = words.rich("payout-report-refused", file=args["file"])
    return Screen(lines(head, *first_faults(words, faults, count=args["count"])))


async def dropped(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The report was dropped."""
    return Screen(hall.words(args["language"]).rich("payout-report-dropped"))


async def applied(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The report was applied."""
    words = hall.words(args["language"])
    row = (button(words("button-payruns"), "i"),)
    return Screen(words.rich("payout-report-applied", count=args["count"]), (row,))
