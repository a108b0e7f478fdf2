"""Button data that no button has, and guessed links to roles: nothing comes of either."""

import secrets
import time
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.access import walking
from benchmarks.planted import plant as plant_fault
from bot.domain.people import Role
from bot.domain.refusal import Refused
from bot.services import roles
from bot.services.roles import MadeLink
from handlers.callbacks import MOST_BYTES
from handlers.routes import BUTTONS
from tests.rights.scene import Scene
from tests.rights.walk import CLAIMS, LAST, WORDS, Walk, group_of
from tests.services.builders import NOW, RULES

TAPS, GUESSES = 500, 5_000
SIGNS = "ABCDEFGHJKMNPQRSTVWXYabcxyz0123456789:-_. /\\'%<>{}\u0600\u00e9\u0416\x00\n\U0001f44d"
TOKEN_SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"  # noqa: S105


async def forged(folder: Path, *, rounds: int, seed: int, plant: str | None) -> dict[str, Any]:
    """For each round 500 taps and 5,000 guesses, by everybody in turn."""
    began, hits = time.monotonic(), list[str]()
    async with walking(folder, seed) as walk:
        links = await _links(walk)
        plant_fault(plant)
        if plant == "short-token":
            links = await _links(walk)
        await roles.open_link(
            walk.desk.hall.db, token=links[0].token, person_id=walk.scene.victim, now=NOW
        )
        place = group_of(walk.desk, list(walk.scene.who.values()))
        for number in range(rounds):
            await _tap(walk, place)
            hits += await _guess(walk, links)
            print(f"round {number + 1}: {len(walk.faults) + len(hits)} faults", flush=True)
            if walk.faults or hits:
                break
        faults = [*walk.faults, *hits, *await walk.told(), *walk.desk.failed]
    for fault in faults[:20]:
        print(f"  FAULT {fault[:400]}", flush=True)
    seconds = round(time.monotonic() - began, 1)
    return {"taps": walk.tried, "guesses": rounds * GUESSES, "seconds": seconds,
            "failures": len(faults)}  # fmt: skip


async def _links(walk: Walk) -> list[MadeLink]:
    """Links that are open all the time, so that there is something to hit."""
    hall = walk.desk.builder
    boss = await hall.person("Maker", roles=(Role.admin,))
    return [
        await roles.make_link(
            hall.db, role=Role.admin, project_key=None, by=boss, cause=hall.cause(), now=NOW,
            rules=RULES,
        )
        for _ in range(20)
    ]  # fmt: skip


async def _tap(walk: Walk, place: Any) -> None:
    """Taps with data that was made up or changed, in private and in a group."""
    who = list(walk.scene.who)
    for number in range(TAPS):
        role = who[number * len(who) // TAPS]
        chat = place if walk.random.random() < 0.1 else walk.scene.who[role].chat
        data = made_up(walk.random, walk.scene)
        if data.partition(":")[0] not in (*CLAIMS, LAST):
            await walk.forged(role, chat, data)


def made_up(random: Random, scene: Scene) -> str:
    """Button data: real with a fault in it, real parts that do not go together, or noise."""
    if random.random() < 0.1:
        return _noise(random)
    button = random.choice(BUTTONS)
    numbers = [one for them in scene.numbers.values() for one in them]
    parts = [button.verb]
    for kind in button.args:
        if kind == "t":
            parts.append(random.choice(random.choice((numbers, WORDS, scene.keys))))
        else:
            parts.append(str(random.choice((0, 1, 2, 3, -1, 7, 999, 10**14, -(10**14)))))
    chance = random.random()
    if chance < 0.2:
        parts.append(random.choice(numbers))
    elif chance < 0.4:
        parts = parts[: random.randrange(len(parts)) + 1]
    data = ":".join(parts)
    if chance > 0.7:
        at = random.randrange(len(data))
        data = data[:at] + random.choice(SIGNS) + data[at + random.randrange(2) :]
    return _fitting(data)


def _noise(random: Random) -> str:
    return _fitting("".join(random.choice(SIGNS) for _ in range(random.randrange(1, 64))))


def _fitting(data: str) -> str:
    return data.encode()[:MOST_BYTES].decode(errors="ignore") or "x"


async def _guess(walk: Walk, links: list[MadeLink]) -> list[str]:
    """Tokens at random, and real ones with one sign changed, lost, added or of another case."""
    db, hits = walk.desk.hall.db, []
    real = {link.token for link in links[1:]}
    before = walk.desk.census()
    ids = list(walk.scene.ids.values())
    for number in range(GUESSES):
        token = _token(walk.random, walk.random.choice(links).token)
        if token in real:
            continue
        try:
            await roles.open_link(db, token=token, person_id=ids[number % len(ids)], now=NOW)
            hits.append(f"{token} opened a link")
        except Refused as no:
            if (no.reason, no.facts) != ("role-link", {}):
                hits.append(f"{token} was told {no.reason} {no.facts}")
    for link_id in range(1, 40):
        hits += await _accept(walk, link_id)
    return hits if walk.desk.census() == before else [*hits, "something changed"]


async def _accept(walk: Walk, link_id: int) -> list[str]:
    """Nobody can take what somebody else has opened, or nobody has."""
    try:
        await roles.accept(
            walk.desk.hall.db, link_id=link_id, person_id=walk.scene.ids["contractor"],
            cause=walk.desk.builder.cause(), now=NOW,
        )  # fmt: skip
    except Refused:
        return []
    return [f"link {link_id} gave its role to a stranger"]


def _token(random: Random, real: str) -> str:
    """One guess; in half of the cases close to a token that there is."""
    kind = random.randrange(8)
    at = random.randrange(len(real))
    if kind > 4:
        return secrets.token_urlsafe(16)
    if kind == 0:
        return real[:at]
    if kind == 1:
        return real + random.choice(TOKEN_SIGNS)
    if kind == 2:
        return (
            real[:at] + real[at:].swapcase() + ("" if real[at:].swapcase() != real[at:] else "_")
        )
    if kind == 3:
        return real[:at] + real[at + 1 :]
    other = random.choice([sign for sign in TOKEN_SIGNS if sign != real[at]])
    return real[:at] + other + real[at + 1 :]
