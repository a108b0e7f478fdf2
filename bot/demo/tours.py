"""The guided tours that the page of the demo offers, one for each role."""

import json
from importlib.resources import files
from typing import Any

from bot.demo.world import World, sample
from sandbox import Person

# The page puts something new here at each use, since ids are taken only once.
ANEW = "RUN"
SAMPLE_TASKS = 10


def offer_tours(world: World, visitor: Person) -> None:
    """Let the page offer the tours, with the people of this demo."""
    who = {"contractor": visitor, "coordinator": world.coordinator, "admin": world.admin}
    words = {
        "{group}": world.group.title,
        "{visitor}": str(visitor.id),
        "{tasks}": _more_tasks(),
    }
    tours = json.loads((files("bot") / "demo" / "tours.json").read_text("utf-8"))
    world.sandbox.tours = [
        {**_filled(tour, words), "person_id": who[tour["name"]].id} for tour in tours
    ]


def _filled(value: Any, words: dict[str, str]) -> Any:
    """The value with the words of this demo in all its texts."""
    if isinstance(value, str):
        for name, word in words.items():
            value = value.replace(name, word)
        return value
    if isinstance(value, list):
        return [_filled(each, words) for each in value]
    if isinstance(value, dict):
        return {name: _filled(each, words) for name, each in value.items()}
    return value


def _more_tasks() -> str:
    """Some sample tasks under ids that the page makes new."""
    lines = []
    for line in sample("tasks.jsonl").decode().splitlines()[:SAMPLE_TASKS]:
        task = json.loads(line)
        task["id"] = f"{task['id']}-{ANEW}"
        lines.append(json.dumps(task, ensure_ascii=False))
    return "\n".join(lines)
