import json
import re
from collections import Counter
from decimal import Decimal
from importlib.resources import files
from statistics import median
from typing import Any

import pytest
import yaml

from bot.domain.scheme_body import scheme_from
from bot.formats.reading import Reader
from bot.formats.schemes import packaged

SAMPLES = files("bot") / "samples"
LINES = (SAMPLES / "tasks.jsonl").read_text("utf-8").splitlines()
TASKS: list[dict[str, Any]] = [json.loads(line) for line in LINES]
TEXTS: list[str] = [answer["text"] for task in TASKS for answer in task["responses"]]
MODELS = {answer["model"] for task in TASKS for answer in task["responses"]}
MESSAGE_LIMIT = 4096  # characters in one Telegram message
LANGUAGES = {"en": 28, "ar": 3, "zh": 3, "es": 2, "he": 1, "ru": 1, "de": 1, "ja": 1}
SCRIPTS = {
    "ar": r"[\u0600-\u06ff]",
    "he": r"[\u0590-\u05ff]",
    "ru": r"[\u0400-\u04ff]",
    "zh": r"[\u4e00-\u9fff]",
    "ja": r"[\u3040-\u30ff]",
}


def having(pattern: str) -> int:
    """How many answers hold the pattern on some line."""
    return sum(bool(re.search(pattern, text, re.MULTILINE)) for text in TEXTS)


def prompt_texts(task: dict[str, Any]) -> list[str]:
    prompt = task["prompt"]
    return [prompt] if isinstance(prompt, str) else [turn["content"] for turn in prompt]


def test_forty_tasks_with_unique_ids_in_order() -> None:
    assert [task["id"] for task in TASKS] == [f"s-{n:03d}" for n in range(1, 41)]


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task["id"])
def test_a_task_has_the_import_layout(task: dict[str, Any]) -> None:
    assert set(task) == {"id", "prompt", "responses", "language", "priority"}
    assert task["priority"] == 0
    assert [answer["id"] for answer in task["responses"]] == ["a", "b"]
    assert all(set(answer) == {"id", "text", "model"} for answer in task["responses"])
    first, second = task["responses"]
    assert first["model"] != second["model"]
    assert first["text"] != second["text"]


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task["id"])
def test_nothing_is_empty_and_no_model_is_named(task: dict[str, Any]) -> None:
    for text in [*prompt_texts(task), *(answer["text"] for answer in task["responses"])]:
        assert text.strip() == text != ""
        assert not any(model in text.lower() for model in MODELS)


def test_three_prompts_are_conversations_that_end_with_the_user() -> None:
    talks = [task["prompt"] for task in TASKS if not isinstance(task["prompt"], str)]
    assert len(talks) == 3
    for turns in talks:
        assert [turn["role"] for turn in turns] == ["user", "assistant", "user"]


def test_languages_are_as_stated_and_written_in_their_scripts() -> None:
    assert Counter(task["language"] for task in TASKS) == LANGUAGES
    for task in TASKS:
        script = SCRIPTS.get(task["language"], r"[A-Za-z]")
        for answer in task["responses"]:
            prose = re.sub(r"```.*?```", "", answer["text"], flags=re.DOTALL)
            assert len(re.findall(script, prose)) > len(prose) / 4, task["id"]


def test_answers_are_of_full_length() -> None:
    lengths = sorted(map(len, TEXTS))
    assert 700 <= median(lengths) <= 1000
    assert sum(length > MESSAGE_LIMIT for length in lengths) >= 6
    assert 8500 <= lengths[-1] <= 9500


def test_the_long_answers_do_not_repeat_themselves() -> None:
    for text in TEXTS:
        paragraphs = [part for part in text.split("\n\n") if len(part) > 40]
        assert len(paragraphs) == len(set(paragraphs))
    assert len(TEXTS) == len(set(TEXTS))


def test_the_markdown_is_varied() -> None:
    assert having(r"^```[a-z]+$") >= 6
    assert having(r"^\|[ :|-]+\|$") >= 4
    assert having(r"^ {2,}- ") >= 3
    assert having(r"^> ") >= 4
    assert having(r"^\$\$.+\$\$$") >= 2
    assert having(r"^[ -]*https://\S+") >= 1


def test_every_code_block_is_closed_and_names_its_language() -> None:
    for text in TEXTS:
        fences = re.findall(r"^```.*$", text, re.MULTILINE)
        assert len(fences) % 2 == 0
        assert all(len(fence) > 3 for fence in fences[::2])
        assert all(fence == "```" for fence in fences[1::2])


def test_an_arabic_answer_holds_code() -> None:
    arabic = [task for task in TASKS if task["language"] == "ar"]
    assert any("```python" in answer["text"] for task in arabic for answer in task["responses"])


def test_the_project_file_states_its_terms() -> None:
    project = yaml.safe_load((SAMPLES / "project.yaml").read_text("utf-8"))
    guidelines = project.pop("guidelines")
    assert project == {
        "key": "sample-pairs",
        "name": "Everyday questions",
        "scheme": "pairwise",
        "pay": {"per_task": "0.40", "currency": "USD"},
        "minutes_per_task": 2,
        "overlap": 3,
        "tasks_per_job": 5,
        "review_days": 3,
    }
    assert Decimal(project["pay"]["per_task"]) > 0
    for word in ("Safe", "True", "instruction", "Helpful", "language", "Tie", "Both bad", "Flag"):
        assert word in guidelines


def test_the_gold_has_an_obvious_answer_which_is_the_longer_one() -> None:
    lines = (SAMPLES / "gold.jsonl").read_text("utf-8").splitlines()
    gold: list[dict[str, Any]] = [json.loads(line) for line in lines]
    # Named on from the other tasks, and of the same models: nothing tells them apart.
    assert [task["id"] for task in gold] == [f"s-{n:03d}" for n in range(41, 47)]
    assert {answer["model"] for task in gold for answer in task["responses"]} <= MODELS
    assert {task["gold"]["preference"] for task in gold} == {-2, 2}
    for task in gold:
        first, second = (len(answer["text"]) for answer in task["responses"])
        good, bad = (first, second) if task["gold"]["preference"] < 0 else (second, first)
        assert good > 2 * bad
    scheme = scheme_from(packaged("pairwise") or {})
    page = Reader("gold.jsonl", "\n".join(lines).encode(), scheme=scheme)
    assert [taken.faults for taken in page] == [[]] * len(gold)
