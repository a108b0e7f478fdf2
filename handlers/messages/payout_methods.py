"""Where a contractor is paid: what is shown, asked and told; never more than the last four."""

from typing import Any

from bot import say
from bot.domain.payout_methods import (
    DetailsFault,
    Method,
    MethodKind,
    MethodState,
    Part,
    WrongDetailsError,
)
from bot.domain.people import Person
from bot.formats.payout_details import read_part
from bot.services import payout_methods, people
from handlers.context import Hall, Words
from handlers.messages.screen import Button, Screen, button, lines, rows_of


def name_of(words: Words, method: Method) -> str:
    """How a method is called for its person: the kind and the end of its number."""
    return words(f"method-is-{method.kind}", end=method.last_four)


async def _person(hall: Hall, args: dict[str, Any]) -> tuple[Person, Words]:
    person = await people.by_id(hall.db, args["person_id"])
    return person, hall.words(person.language)


async def screen(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Where the person is paid now, and what can be done about it."""
    person, words = await _person(hall, args)
    now = hall.clock.now()
    found = await payout_methods.chosen(hall.db, person_id=person.id, now=now)
    if hall.vault is None and found.now is None and found.waiting is None:
        return Screen(lines(words.rich("method-head"), words.rich("method-closed")))
    if found.now is None and found.waiting is None:
        return Screen(lines(words.rich("method-head"), words.rich("method-none")),
                      _kinds(hall, words))  # fmt: skip
    text = lines(
        words.rich("method-head"),
        words.rich("method-now", method=name_of(words, found.now))
        if found.now
        else words.rich("method-now-none"),
        words.rich(
            "method-waiting", method=name_of(words, found.waiting),
            **{"from": _from(hall, person, found.waiting)},
        )
        if found.waiting
        else None,
    )  # fmt: skip
    return Screen(text, _choices(words, found))


def _choices(words: Words, found: payout_methods.Chosen) -> tuple[tuple[Button, ...], ...]:
    first = [button(words("button-method-change"), "ml")]
    if found.now is not None:
        first.append(button(words("button-method-remove"), "mx", found.now.number))
    rows = [tuple(first)]
    if found.waiting is not None:
        rows.append((button(words("button-method-take-back"), "mr", found.waiting.number),))
    return tuple(rows)


def _from(hall: Hall, person: Person, method: Method) -> str:
    assert method.effective_at is not None  # noqa: S101 - it is confirmed
    return say.clock_time(person.language, method.effective_at, person.zone, hall.clock.now())


def _kinds(hall: Hall, words: Words) -> tuple[tuple[Button, ...], ...]:
    offered = [
        button(words(f"button-method-{kind}"), "mk", kind.value) for kind in hall.rules.pay.methods
    ]
    return rows_of(offered, 1)


async def kinds(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The ways to be paid."""
    _, words = await _person(hall, args)
    text = words.rich("method-choose", hours=hall.rules.pay.method_hours)
    back = (button(words("button-back"), "m"),)
    return Screen(text, (*_kinds(hall, words), back))


async def ask(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What is to be written, after what was wrong with the last message."""
    person, words = await _person(hall, args)
    awaited = await payout_methods.asked(hall.db, person.id)
    if awaited is None:
        return Screen(
            words.rich("method-ask-nothing"), ((button(words("button-payout-method"), "m"),),)
        )
    until = say.clock_time(person.language, awaited.until, person.zone, hall.clock.now())
    fault = args.get("fault")
    text = lines(
        words.rich(f"method-fault-{DetailsFault(fault)}") if fault else None,
        words.rich(f"method-ask-{awaited.part}"),
        words.rich("method-ask-until", until=until),
        between="\n\n",
    )
    rows = [(button(words("button-cancel"), "mc"),)]
    if awaited.part is Part.holder and _is_name(person.name):
        shown = person.name if len(person.name) <= 20 else f"{person.name[:19]}…"
        rows.insert(0, (button(words("button-method-name", name=shown), "mh"),))
    return Screen(text, tuple(rows))


def _is_name(text: str) -> bool:
    try:
        read_part(Part.holder, text)
    except WrongDetailsError:
        return False
    return True


def _below(words: Words) -> tuple[Button, ...]:
    # What was told stays; the rest comes below it.
    return (button(words("button-payout-method"), "mb"),)


async def confirm(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What was understood, to be confirmed with a tap."""
    person, words = await _person(hall, args)
    method = await payout_methods.by_number(hall.db, args["number"], person_id=person.id)
    if method.state is not MethodState.pending:
        return await screen(hall, args)
    is_first = not await payout_methods.had_one(hall.db, person_id=person.id)
    text = lines(
        words.rich("method-right", method=name_of(words, method)),
        words.rich("method-right-first")
        if is_first
        else words.rich("method-right-change", hours=hall.rules.pay.method_hours),
        between="\n\n",
    )
    rows = (
        (button(words("button-method-yes"), "my", method.number, style="success"),),
        (
            button(words("button-method-again"), "mk", MethodKind(method.kind).value),
            button(words("button-cancel"), "mc"),
        ),
    )
    return Screen(text, rows)


async def changed(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The method is another one from some day on; a stranger's change can be stopped."""
    person, words = await _person(hall, args)
    method = await payout_methods.by_number(hall.db, args["number"], person_id=person.id)
    if method.state is not MethodState.confirmed:
        return Screen(words.rich("method-gone"), (_below(words),))
    when = {"from": _from(hall, person, method)}
    text = lines(
        words.rich("method-changed", method=name_of(words, method), **when),
        words.rich("method-changed-hint"),
        between="\n\n",
    )
    return Screen(
        text, ((button(words("button-method-not-me"), "mw", method.number, style="danger"),),)
    )


async def effective(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The changed method is used from now on; none where it was stopped or replaced."""
    person, words = await _person(hall, args)
    method = await payout_methods.by_number(hall.db, args["number"], person_id=person.id)
    if method.state is not MethodState.confirmed:
        return None
    return Screen(words.rich("method-effective", method=name_of(words, method)), (_below(words),))


async def dropped(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """A method is not used any more."""
    person, words = await _person(hall, args)
    method = await payout_methods.by_number(hall.db, args["number"], person_id=person.id)
    text = lines(
        words.rich("method-dropped", method=name_of(words, method)),
        words.rich("method-dropped-hint"),
        between="\n\n",
    )
    return Screen(text, (_below(words),))


async def disowned(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """For the person who stopped a stranger's change."""
    _, words = await _person(hall, args)
    return Screen(words.rich("method-disowned"), (_below(words),))


async def disowned_admin(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """For admins: somebody stopped a change that was not their own."""
    _, words = await _person(hall, args)
    whose = await people.by_id(hall.db, args["whose"])
    pseudonym = await people.pseudonym(hall.db, whose.id)
    return Screen(words.rich("method-disowned-admin", name=whose.name, pseudonym=pseudonym))


async def ask_remove(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Ask once more before a method is removed."""
    person, words = await _person(hall, args)
    method = await payout_methods.by_number(hall.db, args["number"], person_id=person.id)
    asked = words.rich(
        "method-remove-ask", method=name_of(words, method), hours=hall.rules.pay.method_hours
    )
    remove = button(words("button-method-remove"), "mr", method.number, style="danger")
    return Screen(asked, ((remove, button(words("button-back"), "m")),))


async def not_deleted(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """A message that should be gone stands in the chat, and only its reader can delete it."""
    _, words = await _person(hall, args)
    return Screen(words.rich("delete-failed"))
