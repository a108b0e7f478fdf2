"""The screens of notices; where nobody reviewed the language, with the English below."""

from dataclasses import dataclass, replace
from typing import Any

from bot.domain.notices import IN_ENGLISH
from bot.texts import ENGLISH
from bot.typeset import Text, quote
from handlers.context import Hall, Words
from handlers.messages.screen import MOST_CAPTION, MOST_ENTITIES, MOST_TEXT, Screen, lines
from handlers.screens import NUMBERED, SCREENS
from handlers.ways_on import leading_on

# What somebody may have to prove, or to act on in time: a wrong word in it costs money or work.
CARRIED = frozenset({
    "statement", "pay_carried", "payout_sent", "payout_paid", "payout_failed", "payout_changed",
    "payout_effective", "payout_dropped", "payout_disowned", "earned_digest", "gift", "verdict",
    "returned", "return_over", "job_accepted", "dispute_opened", "dispute_decided",
    "client_confirmed", "client_refused", "step", "step_again", "step_effective",
    "step_withdrawn", "step_expired", "access_returned", "appeal_decided", "rights",
    "job_released", "absence_paused", "skips_paused",
})  # fmt: skip

# What is said above a notice that may be a repetition comes later.
_ROOM = 160
_QUOTES = ("blockquote", "expandable_blockquote")


@dataclass(frozen=True, slots=True)
class Made:
    """A screen; where its English has to follow in a second message, the arguments of that."""

    screen: Screen | None
    english: dict[str, Any] | None = None


async def made(hall: Hall, kind: str, args: dict[str, Any]) -> Made:
    """The screen of that kind; the English below it where nobody reviewed the language.

    Buttons stand once, below all of it.
    """
    if kind == IN_ENGLISH:
        return Made(await _alone(hall, args["of"], args["told"]))
    language = args.get("language", hall.rules.language)
    own = await _whole(hall, kind, args, hall.words(language))
    if own is None or kind not in CARRIED or hall.texts.is_reviewed(hall.texts.closest(language)):
        return Made(own)
    english = await _in_english(hall, kind, args)
    if english is None:
        return Made(own)
    words = hall.words(language)
    if (folded := _below(words, own, english.text)) is not None:
        return Made(folded)
    noted = replace(own, text=_noted(own, words.rich("english-follows")))
    return Made(noted, {"of": kind, "told": args})


async def _whole(hall: Hall, kind: str, args: dict[str, Any], words: Words) -> Screen | None:
    bare = await SCREENS[kind](hall, args)
    screen = bare and leading_on(words, kind, args, bare)
    if screen is None or kind not in NUMBERED or "notice" not in args:
        return screen
    ours = words.rich("pay-is-ours", command=f"/verify {args['notice']}")
    return replace(screen, text=lines(screen.text, ours, between="\n\n"))


async def _in_english(hall: Hall, kind: str, args: dict[str, Any]) -> Screen | None:
    speaking = replace(hall, speaks=ENGLISH)
    return await _whole(speaking, kind, {**args, "language": ENGLISH}, speaking.words(ENGLISH))


async def _alone(hall: Hall, kind: str, args: dict[str, Any]) -> Screen | None:
    """The English of a message that went out before; the buttons stand there."""
    found = await _in_english(hall, kind, args)
    if found is None:
        return None
    whole = lines(hall.words(ENGLISH).rich("english-alone"), found.text, between="\n\n")
    return Screen(whole if whole.units <= MOST_TEXT else found.text)


def _below(words: Words, own: Screen, english: Text) -> Screen | None:
    """The screen with the English folded below its text; none where that is more than fits."""
    # One quote holds no other.
    plain = Text(english.text, tuple(e for e in english.entities if e.type not in _QUOTES))
    folded = lines(words.rich("english-below"), quote(plain, expandable=True))
    text = lines(own.text, folded, between="\n\n")
    fits = text.units + _ROOM <= _most(own) and len(text.entities) <= MOST_ENTITIES
    return replace(own, text=text) if fits else None


def _noted(own: Screen, note: Text) -> Text:
    noted = lines(own.text, note, between="\n\n")
    return noted if noted.units + _ROOM <= _most(own) else own.text


def _most(screen: Screen) -> int:
    return MOST_CAPTION if screen.file else MOST_TEXT
