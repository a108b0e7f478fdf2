"""Tasks and schemes fit one another: at the import, and when a project takes another scheme."""

from dataclasses import replace

import pytest

from bot.domain.projects import NewProject
from bot.domain.refusal import Refused
from bot.formats.schemes import packaged
from bot.services import imports, projects
from bot.services.imports import Report
from tests.services.builders import NOW, Hall, item, lines_of, new_project

TALK = [{"role": "user", "content": "Hello"}, {"role": "assistant", "content": "Good day."}]


def asking(name: str) -> NewProject:
    """A project of that packaged scheme."""
    scheme = packaged(name)
    assert scheme is not None
    return replace(new_project(), scheme=scheme)


async def make(hall: Hall, name: str) -> None:
    await projects.create(hall.db, asking(name), by=None, cause=None, now=NOW)


async def faults(hall: Hall, **more: object) -> list[tuple[str, str]]:
    report = await hall.inspect("pairs", item("t1", **more))
    return [(fault.field, fault.code) for fault in report.faults]


@pytest.mark.parametrize(
    ("scheme", "more", "expected"),
    [
        ("pairwise", {}, []),
        ("thumbs", {}, [("responses", "too-many-responses")]),
        ("ideal", {}, [("responses", "too-many-responses")]),
        ("ideal", {"responses": []}, []),
        ("ranking", {"responses": [{"text": "one"}]}, [("responses", "too-few-responses")]),
        ("conversation", {"responses": []}, [("prompt", "no-conversation")]),
        ("conversation", {"responses": [], "prompt": TALK[:1]}, [("prompt", "no-conversation")]),
        ("conversation", {"responses": [], "prompt": TALK}, []),
        ("pairwise", {"gold": {"preferenc": 1}}, [("gold.preferenc", "gold-question")]),
        ("conversation", {"responses": [], "prompt": TALK * 20}, []),
        ("conversation", {"responses": [], "prompt": TALK * 21}, [("prompt", "too-many-replies")]),
    ],
)
@pytest.mark.engines("sqlite")
async def test_a_task_has_what_its_scheme_is_about(
    hall: Hall, scheme: str, more: dict[str, object], expected: list[tuple[str, str]]
) -> None:
    await make(hall, scheme)
    assert await faults(hall, **more) == expected


async def test_a_scheme_that_the_tasks_do_not_fit_is_refused(hall: Hall) -> None:
    await hall.project("pairs", tasks=1)
    for name, reason in (("thumbs", "scheme-shape"), ("conversation", "scheme-turns")):
        with pytest.raises(Refused) as no:
            await make(hall, name)
        assert no.value.reason == reason
        assert no.value.facts["made_for"] == "pairwise"
    assert (await projects.by_key(hall.db, "pairs", by=None)).scheme.name == "pairwise"


async def test_a_scheme_that_takes_all_tasks_is_taken(hall: Hall) -> None:
    await hall.project("pairs", tasks=1)
    await make(hall, "ranking")
    assert (await projects.by_key(hall.db, "pairs", by=None)).scheme.name == "ranking"


async def test_without_tasks_any_scheme_is_taken(hall: Hall) -> None:
    await hall.project("pairs", tasks=0)
    await make(hall, "ideal")
    assert (await projects.by_key(hall.db, "pairs", by=None)).scheme.name == "ideal"


async def test_a_scheme_that_changes_between_report_and_publishing_is_met(hall: Hall) -> None:
    await hall.project("pairs", tasks=0)
    report: Report = await imports.inspect(
        hall.db, project_key="pairs", name="t.jsonl", data=lines_of(item("t1")), by=None
    )
    await make(hall, "ideal")
    with pytest.raises(Refused, match="scheme-shape"):
        await imports.publish(hall.db, report, skip_refused=False, by=None, cause=None, now=NOW)
