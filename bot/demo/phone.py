"""A person's phone as the scripted people of the demo read it: which screen asks for a tap."""

import asyncio
import re

from sandbox import Answer, Button, Message, Person

# What a screen asks for, by the verb of its buttons; the first that is there names the screen.
SCREENS = ("k", "l", "z", "sr", "fr", "ga", "x", "a", "u", "d", "n")
_PATIENCE = 30.0
_ANSWERS = re.compile("(🅰️|🅱️|👉)")

Sign = tuple[int, tuple[str | None, ...]]


class StuckError(Exception):
    """Nothing to tap came, not even after /work."""


def verb_of(button: Button) -> str:
    """The verb in the button's data."""
    return (button.data or "").partition(":")[0]


def arguments(button: Button) -> list[str]:
    """What follows the verb in the button's data."""
    return (button.data or "").split(":")[1:]


def buttons_of(message: Message, verb: str) -> list[Button]:
    """The buttons of the message that have the verb, in reading order."""
    return [button for button in message.buttons if verb_of(button) == verb]


def screen_of(message: Message) -> str | None:
    """What the message asks for, or none when it asks for nothing."""
    verbs = {verb_of(button) for button in message.buttons}
    return next((verb for verb in SCREENS if verb in verbs), None)


def _sign(message: Message) -> Sign:
    return message.id, tuple(button.data for button in message.buttons)


class Phone:
    """One person's private chat, with a memory of what was tapped already."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self._done: set[Sign] = set()

    async def next(self) -> tuple[str, Message]:
        """The newest screen that asks for a tap and had none; /work is asked when none comes."""

        def is_new(message: Message) -> bool:
            return screen_of(message) is not None and _sign(message) not in self._done

        for tries in (1, 2):
            try:
                message = await self.person.expect(is_new, timeout=_PATIENCE)
            except TimeoutError as nothing:
                if tries == 2:
                    raise StuckError(str(nothing)) from None
                await self.person.send("/work")
            else:
                return screen_of(message) or "", message
        raise StuckError(self.person.first_name)

    async def tap(self, message: Message, button: Button) -> Answer:
        """Tap that button; the screen as it was is done with.

        Who is refused looks at /work, except after asking for a job: then there is none.
        """
        self._done.add(_sign(message))
        answer = await self.person.tap_data(message, button.data or "", wait=_PATIENCE)
        if answer.show_alert and verb_of(button) != "n":
            await self.person.send("/work")
        return answer

    def leave(self, message: Message) -> None:
        """Pass over the screen as it is."""
        self._done.add(_sign(message))

    async def tap_first(self, message: Message, verb: str) -> Answer:
        """Tap the first button with that verb."""
        return await self.tap(message, buttons_of(message, verb)[0])

    def answer_lengths(self, card: Message) -> list[int]:
        """How long the answers of the task on the card are, as they can be read in the chat."""
        lengths = {"🅰️": 0, "🅱️": 0}
        letter = ""
        for text in self._texts(card):
            for piece in _ANSWERS.split(text):
                if _ANSWERS.fullmatch(piece):
                    letter = piece
                elif letter in lengths:
                    lengths[letter] += len(piece)
        return list(lengths.values())

    def _texts(self, card: Message) -> list[str]:
        """The card, and before it the parts that stand above, in the order of the chat."""
        texts = [card.content]
        for message in self.person.chat.newest_first():
            if message.id >= card.id:
                continue
            if message.buttons or not message.from_bot:
                break
            texts.append(message.content)
        return texts[::-1]


async def arrive(person: Person) -> None:
    """Press START and answer the three questions."""
    phone = Phone(person)
    await person.start()
    while True:
        screen, message = await phone.next()
        await phone.tap_first(message, screen)
        if screen == "z":
            return
        await asyncio.sleep(0)
