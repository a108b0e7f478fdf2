"""What the rows of each format are made of: the fields in order, with type and meaning."""

from typing import Final, NamedTuple


class Field(NamedTuple):
    """A field of a row; `kinds` are JSON's types, "messages" a list of role and content."""

    name: str
    kinds: tuple[str, ...]
    says: str


_PROMPT: Final = "prompt | string, messages | what was asked"
_PAIR: Final = f"""
{_PROMPT}
chosen | string, messages | the better answer
rejected | string, messages | the other one
"""
_BOTH_BAD: Final = "metadata | object | both_bad: whether both answers were found bad"
_SIDES: Final = """
model_a | string | the model of the first answer, or unknown
model_b | string | of the second one
"""
_TALKS: Final = """
conversation_a | messages | the prompt with the first answer
conversation_b | messages | the prompt with the second one
"""
_SCORE: Final = "integer | 0 to 4, the median of the ratings"
_TABLES: Final = {
    "raw": """
vote_id | string | number of the rating
task_id | string | number of the task in the hall
external_id | string | id of the task in the file that it came in
rater | string | pseudonym, the same in every export
tier | integer, null | level of the rater in the project's skill when the export was made, 0 to 100
scheme | string | name of the rating scheme
shown_order | list | places of the answers in the import, in the order in which they were shown
values | object | the answer to each question, as if shown in the order of the import
reason | string, null | the rater's words, where they were asked for
claimed_at | string | ISO 8601, UTC
submitted_at | string | ISO 8601, UTC
active_seconds | integer | time counted for this task
guideline_version | integer | version of the guidelines that it was rated under
gold | boolean | whether the right answer was known beforehand
verdict | string | submitted, accepted, returned or rejected
reviewer | string, null | pseudonym of who judged it; null where nobody did
pay_minor | integer, null | what it earns by the last verdict, in minor units; null for a client
currency | string, null | ISO 4217
batch | string | number of the import
fix | object, null | the reviewer's answer, which counts in place of values
""",
    "trl-preference": _PAIR,
    "trl-unpaired": f"""
{_PROMPT}
completion | string, messages | the answer
label | boolean | whether it is good
""",
    "trl-completion": f"""
{_PROMPT}
completion | string, messages | the written answer
""",
    "openai-dpo": """
input | object | messages: what was asked
preferred_output | messages | the better answer
non_preferred_output | messages | the other one
""",
    "ultrafeedback-binarized": """
prompt | string | the last turn of what was asked
prompt_id | string | id of the task in the file that it came in
chosen | messages | the whole conversation with the better answer
rejected | messages | with the other one
messages | messages | as chosen
score_chosen | number | part of the votes, or score, of the better answer
score_rejected | number | of the other one
""",
    "helpsteer2": f"""
prompt | string | what was asked; more turns are set off by `<extra_id_1>`
response | string | the answer
helpfulness | {_SCORE}
correctness | {_SCORE}
coherence | {_SCORE}
complexity | {_SCORE}
verbosity | {_SCORE}
""",
    "helpsteer2-preference": f"""
prompt | string | what was asked; more turns are set off by `<extra_id_1>`
response_1 | string | the first answer
response_2 | string | the second one
preference_strength | integer | -3 (the first is much better) to 3
{_BOTH_BAD}
""",
    "helpsteer3-preference": f"""
domain | string | always general
language | string | name of the language, or its tag
context | messages | what was asked
response1 | string | the first answer
response2 | string | the second one
overall_preference | integer | -3 (the first is much better) to 3
individual_preference | list | up to three votes: score and reasoning
{_BOTH_BAD}
""",
    "arena-33k": f"""
question_id | string | id of the task with that of the vote
{_SIDES}
winner | string | model_a, model_b, tie or tie (bothbad)
judge | string | pseudonym of the rater
{_TALKS}
turn | integer | how many turns of a user there are
language | string | name of the language, its tag, or unknown
tstamp | number | when the vote was cast, in seconds since 1970
""",
    "arena-140k": f"""
id | string | id of the task with that of the vote
evaluation_session_id | string | pseudonym of the rater with the id of the vote
evaluation_order | integer | always 1
{_SIDES}
winner | string | model_a, model_b, tie or both_bad
{_TALKS}
language | string | tag of the language, or und
is_code | boolean | whether a fenced block of code is in it
""",
    "label-studio": """
id | integer | a number made of the task's id
data | object | id, prompt, answer_1, answer_2 and so on; ranked ones are listed in responses
annotations | list | one for each vote; the configuration below names its controls
predictions | list | always empty
""",
    "crowd-kit": """
task | string | id of the task in the file that it came in
worker | string | pseudonym of the rater
label | string | the answer to the main question
""",
    "crowd-kit-pairwise": """
worker | string | pseudonym of the rater
left | string | what was compared
right | string | with what
label | string | the better one of the two
""",
}


def fields_of(form: str) -> tuple[Field, ...]:
    """The fields of the format's rows; a field `metadata` may follow where scores were given."""
    found = []
    for line in filter(None, _TABLES[form].splitlines()):
        name, kinds, says = line.split(" | ", 2)
        found.append(Field(name, tuple(kinds.split(", ")), says))
    return tuple(found)
