"""What a scheme asks, in words: each question with how it is answered and when it is asked."""

from collections.abc import Mapping
from typing import Any

from bot import say
from bot.domain.scheme_drafts import Body, Shows, taken_up
from bot.domain.scheme_parts import values_of
from bot.domain.schemes import in_language
from bot.typeset import Text
from handlers.context import Words
from handlers.messages.screen import lines

# Signs of a question and of its answers; half as many where all questions share one message.
MOST_ASK = 120
MOST_ANSWERS = 160
_MANY = 6


def title(words: Words, body: Body) -> str:
    """What people call the scheme: its title, else its name in files."""
    said = body.get("title")
    if said:
        return in_language(said, words.language)
    # The first scheme there was; those that use it have it as it is, without a title.
    return words("scheme-title-pairwise") if body["name"] == "pairwise" else str(body["name"])


def shown(words: Words, body: Body) -> Text:
    """What people look at when they answer."""
    draft = body if "shows" in body else taken_up(body)
    if draft["shows"] == Shows.several:
        least, most = draft["responses"]
        return words.rich("scheme-shown-several", least=least, most=most)
    return words.rich(f"scheme-shown-{draft['shows']}")


def asked(words: Words, body: Body) -> Text:
    """All questions, numbered."""
    return lines(
        *(question(words, body, one, nth) for nth, one in enumerate(body["questions"], 1)),
        between="\n\n",
    )


def question(words: Words, body: Body, one: Body, nth: int) -> Text:
    """One question: its words, its answers, and what else is to know."""
    share = 1 if len(body["questions"]) <= _MANY else 2
    said = say.short(in_language(one["ask"], words.language), MOST_ASK // share)
    listed = say.short(answers(words, one), MOST_ANSWERS // share)
    return lines(
        words.rich("scheme-question", nth=say.number(words.language, nth), question=said),
        words.rich("scheme-answers", kind=part(words, one), answers=listed)
        if listed else words.rich("scheme-answer-kind", kind=part(words, one)),
        *facts(words, body, one),
    )  # fmt: skip


def part(words: Words, one: Body) -> str:
    """How the question is answered."""
    kind = "compare" if one.get("mirror") else one["kind"]
    return words(f"scheme-part-{kind}")


def answers(words: Words, one: Body) -> str:
    """What can be answered, in one line; empty where it is written or tapped from the shown."""
    if one["kind"] == "scale":
        return f"{one['from']} – {one['to']}"
    labels = [in_language(label, words.language) for _, label in values_of(one)]
    return " / ".join(labels)


def facts(words: Words, body: Body, one: Body) -> list[Text]:
    """What is not as with most questions."""
    found = []
    if not one.get("required", True):
        found.append(words.rich("scheme-optional"))
    if one.get("each"):
        found.append(words.rich(f"scheme-each-{one['each']}"))
    if one.get("of"):
        found.append(words.rich("scheme-works"))
    if one.get("min_words"):
        found.append(words.rich("scheme-words-least", words=one["min_words"]))
    if one.get("links"):
        found.append(words.rich("scheme-links-least", count=one["links"]))
    if one.get("long"):
        found.append(words.rich("scheme-long"))
    if one.get("when"):
        found.append(condition(words, body, one["when"]))
    return found


def condition(words: Words, body: Body, when: Mapping[str, Any]) -> Text:
    """After which answers to which question it is asked."""
    ids = [one["id"] for one in body["questions"]]
    place = ids.index(when["question"]) if when["question"] in ids else 0
    labels = dict(values_of(body["questions"][place]))
    said = [in_language(labels[one], words.language) for one in when["values"] if one in labels]
    nth = say.number(words.language, place + 1)
    if not said:
        return words.rich("scheme-only-if-none", nth=nth)
    return words.rich(
        "scheme-only-if", nth=nth, answers=say.short(" / ".join(said), MOST_ASK // 2)
    )
