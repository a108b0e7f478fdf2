"""Words of the data card: what was asked, how many of what, and who, without naming the few."""

from collections.abc import Iterator, Mapping
from typing import Final

from bot.amounts import write_amount
from bot.domain.money import Money
from bot.domain.pay_terms import PayTerms
from bot.domain.schemes import Each, Question, QuestionKind, Scheme, in_language

# Of fewer people than that it is not said where they are: a client might know who it is.
_LEAST: Final = 3
_MOST_NAMED: Final = 20
_ABOUT: Final = {Each.response: " of each answer", Each.turn: " of each turn", None: ""}
_ANSWERS: Final = {
    QuestionKind.pick: "one of the answers",
    QuestionKind.rank: "all answers, the best first",
    QuestionKind.text: "in own words",
}


def inline(text: str) -> str:
    """Return the text on one line, without signs that would format it."""
    return "".join(
        f"\\{char}" if char in "\\`*_[]<>#|" else char for char in " ".join(text.split())
    )


def by_key(counts: Mapping[int, int] | Mapping[str, int], word: str = "") -> str:
    """How many of each, by name; the most frequent ones where there are many."""
    if not counts:
        return "none"
    named = sorted((str(key), number) for key, number in counts.items())
    if len(named) > _MOST_NAMED:
        named = sorted(named, key=lambda one: -one[1])[:_MOST_NAMED]
    said = [f"{word} {inline(key)}: {number}".strip() for key, number in named]
    rest = len(counts) - len(said)
    return ", ".join([*said, f"and {rest} others"] if rest else said)


def part(some: int, of: int, what: str) -> str:
    """So many of so many, and that in percent."""
    share = f" ({100 * some / of:.1f} %)" if of else ""
    return f"{some} of {of} {what}{share}"


def people(counts: Mapping[str, int], one: str, several: str) -> str:
    """How many people there are in each of some groups; groups of few are put together."""
    if not counts:
        return f"unknown {several}"
    told = {name: number for name, number in counts.items() if number >= _LEAST}
    few = len(counts) - len(told)
    said = [f"{len(counts)} {one if len(counts) == 1 else several}"]
    said += [by_key(told)] if told else []
    return "; ".join([*said, f"{few} with fewer than {_LEAST} each"] if few else said)


def asked(scheme: Scheme) -> Iterator[str]:
    """Each question as it is read in English, and the answers that it takes."""
    for question in scheme.questions:
        ask = inline(in_language(question.ask, "en"))
        yield f"- {inline(question.id)}{_ABOUT[question.each]}: {ask} {_taken(question)}"


def _taken(question: Question) -> str:
    fixed = _ANSWERS.get(QuestionKind(question.kind))
    if fixed is not None:
        return f"({fixed})"
    several = "any of " if question.kind == QuestionKind.many else ""
    return f"({several}{', '.join(inline(str(one.value)) for one in question.options)})"


def paid(price: Money, terms: PayTerms) -> tuple[str, ...]:
    """The rules of pay in short."""
    worth = f"{write_amount(price)} {price.currency}"
    rates = f"with a fix {terms.fixed_percent} %, rejected {terms.rejected_percent} %"
    return (
        f"{worth} for a rating, on that day; each job keeps the terms that it was claimed under.",
        f"Accepted 100 % of it, {rates}; a task that was rightly flagged {terms.flag_percent} %.",
    )
