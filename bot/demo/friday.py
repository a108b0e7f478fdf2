"""Pay day as people live it: payout methods, the run, the payer's file, what each is told."""

from dataclasses import dataclass
from datetime import timedelta

from bot.demo.phone import buttons_of
from bot.demo.world import DemoError, World
from bot.domain.pay_periods import period_at
from bot.services import audit
from sandbox import Message, Person

_LONG = 60.0
# After which also those are told who sleep at noon of the pay zone.
_NIGHT = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Friday:
    """What came of pay day: as people saw it in their chats, and as the audit found the books."""

    statements: int
    paid_notices: int
    breaches: list[str]
    payout_file: bytes


async def pay_day(world: World, people: list[Person]) -> Friday:
    """Everybody names an account, the week ends, and the admin pays whom the run found."""
    for number, person in enumerate(people, 1):
        await _name_account(person, f"person{number}@example.org")
    rules = world.bot.hall.rules.pay
    now = world.sandbox.clock.now()
    ends = period_at(rules.zones[0], rules.day, now).end
    await world.pass_time(ends - now + timedelta(minutes=1))
    file = await _pay(world)
    await world.pass_time(_NIGHT)
    broken = await audit.breaches(world.bot.db)
    return Friday(
        statements=sum(_counted(person, "ep", "") for person in people),
        paid_notices=sum(_counted(person, "ew", "💰") for person in people),
        breaches=[str(one) for one in broken],
        payout_file=file,
    )


async def _name_account(person: Person, address: str) -> None:
    """From /pay to a confirmed account: three taps and one message, which is deleted.

    Who never got a job was never asked anything, and is welcomed instead.
    """
    asked = await person.send("/pay")
    pay = await _screen(person, asked, "mb", "k")
    if buttons_of(pay, "k"):
        return
    await _tap(person, pay, "mb")
    kinds = await _screen(person, asked, "mk")
    await person.tap_data(kinds, "mk:paypal", wait=_LONG)
    await _screen(person, asked, "mc")
    await person.send(address)
    await _tap(person, await _screen(person, asked, "my"), "my")


async def _pay(world: World) -> bytes:
    """The admin's part: the file for the payer, then all marked as paid; five taps at most."""
    admin = world.admin
    card = await admin.expect(lambda message: bool(buttons_of(message, "if")), timeout=_LONG)
    await _tap(admin, card, "if")
    sent = await admin.expect(lambda message: message.document is not None, timeout=_LONG)
    for state in ("sent", "paid"):
        await _tap_state(admin, card, "im", state)
        await _tap_state(admin, card, "iy", state)
    if sent.document is None:
        raise DemoError("a payout file without a file")
    return sent.document.content


async def _tap_state(admin: Person, card: Message, verb: str, state: str) -> None:
    def ready(message: Message) -> bool:
        wanted = [one for one in buttons_of(message, verb) if (one.data or "").endswith(state)]
        return message.id == card.id and bool(wanted)

    now = await admin.expect(ready, timeout=_LONG)
    button = next(one for one in buttons_of(now, verb) if (one.data or "").endswith(state))
    await admin.tap_data(now, button.data or "", wait=_LONG)


async def _screen(person: Person, after: Message, *verbs: str) -> Message:
    def is_it(message: Message) -> bool:
        return message.id > after.id and any(buttons_of(message, verb) for verb in verbs)

    return await person.expect(is_it, timeout=_LONG)


async def _tap(person: Person, message: Message, verb: str) -> None:
    await person.tap_data(message, buttons_of(message, verb)[0].data or "", wait=_LONG)


def _counted(person: Person, verb: str, beginning: str) -> int:
    """How many messages of the chat have such a button and begin so."""
    return sum(
        1
        for message in person.chat.newest_first()
        if message.from_bot and buttons_of(message, verb) and message.content.startswith(beginning)
    )
