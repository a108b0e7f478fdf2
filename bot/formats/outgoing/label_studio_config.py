"""The labeling configuration that the annotations of an export go with."""

from typing import Final
from xml.sax.saxutils import quoteattr

from bot.domain.schemes import Each, Question, QuestionKind, Scheme
from bot.formats.outgoing.asked import preference_of, ranking_of

PROMPT: Final = "prompt"
_MOST_TURNS: Final = 20


def name_of(question: Question, number: int | str | None = None) -> str:
    """What the control is called, of the answer or turn with that number."""
    return question.id if number is None else f"{question.id}_{number}"


def shown_as(question: Question) -> str:
    """The type of the results of a question."""
    if question.kind == QuestionKind.rank:
        return "ranker"
    if question.kind == QuestionKind.text:
        return "textarea"
    numbers = question.options and all(type(one.value) is int for one in question.options)
    return "rating" if question.kind == QuestionKind.choice and numbers else "choices"


def config(scheme: Scheme) -> str:
    """The configuration for a project of Label Studio, with a control for each question."""
    ranked = ranking_of(scheme) is not None
    lines = ["<View>", f'  <Text name="{PROMPT}" value="${PROMPT}"/>']
    if ranked:
        lines.append('  <List name="responses" value="$responses"/>')
    else:
        lines += [f'  <Text name="answer_{number}" value="$answer_{number}"/>'
                  for number in range(1, scheme.responses[1] + 1)]  # fmt: skip
    for question in scheme.questions:
        lines += [f"  {control}" for control in _controls(question, scheme)]
    return "\n".join([*lines, "</View>"])


def _controls(question: Question, scheme: Scheme) -> list[str]:
    name = question.id
    if question is preference_of(scheme):
        return [
            f'<Pairwise name="{name}" toName="answer_1,answer_2"/>',
            f'<Rating name="{name}_strength" toName="{PROMPT}" maxRating="3"/>',
            *_choices(f"{name}_tie", PROMPT, ["tie", "both_bad", "undecided"], several=False),
        ]
    if question.each is None:
        return _control(question, name, PROMPT)
    count = scheme.responses[1] if question.each is Each.response else _MOST_TURNS
    made = []
    for number in range(1, count + 1):
        to = f"answer_{number}" if question.each is Each.response else PROMPT
        made += _control(question, name_of(question, number), to)
    return made


def _control(question: Question, name: str, to: str) -> list[str]:
    kind = shown_as(question)
    if kind == "ranker":
        return [f'<Ranker name="{name}" toName="responses"/>']
    if kind == "textarea":
        return [f'<TextArea name="{name}" toName="{to}"/>']
    if kind == "rating":
        most = max(int(one.value) for one in question.options)
        return [f'<Rating name="{name}" toName="{to}" maxRating="{most}"/>']
    values = [str(one.value) for one in question.options] or list("abcde")
    return _choices(name, to, values, several=question.kind == QuestionKind.many)


def _choices(name: str, to: str, values: list[str], *, several: bool) -> list[str]:
    how = "multiple" if several else "single"
    inner = "".join(f"<Choice value={quoteattr(one)}/>" for one in values)
    return [f'<Choices name="{name}" toName="{to}" choice="{how}">{inner}</Choices>']
