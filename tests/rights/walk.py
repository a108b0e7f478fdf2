"""Everybody tries everything on what is not theirs; whatever comes of it is written down."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from handlers.routes import BUTTONS, COMMANDS, Button
from sandbox.chats import Chat
from sandbox.people import Person
from tests.rights.desk import Desk
from tests.rights.doubted import HIDDEN
from tests.rights.scene import CANARY, SECRET, Scene

# The taps with which somebody without a right may change what is not theirs alone: claims.
CLAIMS = ("c", "n")
# The tap with which somebody ends the own account, and nobody's else: there would be nobody left.
LAST = "vg"
WORKING = ("contractor", "reviewer", "coordinator", "client", "arbiter")
WORDS = ("pairs", "accepted", "careless", "open", "reviewer", "-", "raw", "fraud", "USD", "paid")


def may_change(verb: str, role: str) -> bool:
    """Whether a tap of that person may change rows of others; by default it may not."""
    return verb in CLAIMS and role in WORKING


@dataclass
class Walk:
    """What was tried, and what went wrong."""

    desk: Desk
    scene: Scene
    random: Random
    tried: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    async def buttons(self, offset: int, each: int) -> None:
        """Every button by everybody, with so many arguments each, others for each person."""
        for at, (role, person) in enumerate(self.scene.who.items()):
            self._begin(role)
            for button in (one for one in BUTTONS if one.verb != LAST):
                for data in self._data(button, offset + at * each, each):
                    before = self.desk.version()
                    reason = await self.desk.tap(person, data)
                    self._look(f"{role} taps {data}", button.verb, role, before, reason)

    async def forged(self, role: str, chat: Chat, data: str) -> None:
        """One tap with any data in any chat."""
        if role != self._acting:
            self._begin(role)
        before = self.desk.version()
        reason = await self.desk.tap(self.scene.who[role], data, chat)
        what = f"{role} taps {data!r} in {chat.kind}"
        self._look(what, data.partition(":")[0], role, before, reason)

    async def commands(self, chat: Chat | None = None) -> None:
        """Every command by everybody, bare and about somebody, in private or in that chat."""
        for role, person in self.scene.who.items():
            self._begin(role)
            for command in COMMANDS:
                for words in self._words(command.name):
                    before = self.desk.version()
                    where = chat or person.chat
                    text = f"/{command.name} {words}".strip()
                    reason = await self.desk.write(person.wire(), text, where)
                    what = f"{role} writes {text} in {where.kind}"
                    self._look(what, command.name, role, before, reason)

    def _begin(self, role: str) -> None:
        """From here on only this person acts."""
        self._acting, self._known = role, self.desk.census(self._own(role))

    def _own(self, role: str) -> int:
        return self.desk.person_id(self.scene.who[role].id)

    def _look(self, what: str, verb: str, role: str, before: int, reason: str) -> None:
        self.tried += 1
        self.refused[reason] += 1
        if self.desk.version() == before:
            return
        now, was = self.desk.census(self._own(role)), self._known
        self._known = now
        if now != was and not may_change(verb, role):
            rows = {name: sorted(now[name] ^ was[name])[:2] for name in now}
            changed = {name: found for name, found in rows.items() if found}
            self.faults.append(f"{what} (refused: {reason}): {changed}")

    _acting: str = ""
    _known: dict[str, set[str]] = field(default_factory=dict)

    def _candidates(self) -> list[str]:
        """One of everything that has a number, and what else can be named."""
        numbers = [self.random.choice(them) for them in self.scene.numbers.values()]
        return [*numbers, *self.scene.keys, *WORDS[:1]]

    def _data(self, button: Button, offset: int, each: int) -> Iterator[str]:
        if not button.args:
            yield button.verb
            return
        known = self._candidates()
        for turn in range(each):
            first = known[(offset + turn) % len(known)]
            if button.args[0] == "n":
                first = str((offset + turn) % 7 + 1)
            rest = [
                str(self.random.randrange(3)) if kind == "n" else self.random.choice(WORDS)
                for kind in button.args[1:]
            ]
            yield ":".join((button.verb, first, *rest))

    def _words(self, name: str) -> Sequence[str]:
        victim = str(self.scene.victim)
        given = {
            "roles": f"grant {victim} admin", "people": victim, "call": "pairs",
            "start": "g" + "A" * 22, "verify": self.scene.numbers["lines"][0],
        }  # fmt: skip
        return ("", given.get(name, victim))

    async def told(self) -> list[str]:
        """What those who tried, and all others in groups, were told about somebody else."""
        await self.desk.deliver()
        # Numbers that were typed may be said back; the name and the id were typed by nobody.
        private = (CANARY, SECRET, HIDDEN, str(self.scene.victim_telegram_id))
        found = []
        for chat in self.desk.town.chats.values():
            for message in chat.messages.values():
                leaked = [one for one in private if one in message.content]
                # Who decides an appeal sees whose it is.
                decides = chat is self.scene.who["arbiter"].chat and "ppeal" in message.content
                # Who coordinates any project looks after the courses of the hall.
                teaches = chat is self.scene.who["coordinator"].chat and leaked == [SECRET]
                if leaked and message.from_bot and not (decides or teaches):
                    found.append(f"{chat.title} was told {leaked}: {message.content[:80]!r}")
        return found


def group_of(desk: Desk, people: Sequence[Person], kind: str = "supergroup") -> Chat:
    """A place with these people and the bot in it."""
    first, *others = people
    if kind == "channel":
        made = desk.town.channel("Channel", creator=first, members=others)
    else:
        made = desk.town.group("Group", creator=first, members=others, forum=kind == "forum")
    desk.town.add_bot(made, by=first)
    return made
