"""`python opened_exports.py CONSUMER FOLDER`: run in the consumer's environment, not in ours."""

import csv
import importlib
import json
import os
import sys
from collections.abc import Callable, Iterator
from importlib import metadata
from pathlib import Path


def datasets(folder: Path) -> Iterator[tuple[Path, Callable[[], object]]]:
    """Every file of rows, as `datasets` loads it without a script; nothing is lost."""
    load = importlib.import_module("datasets").load_dataset
    for path in sorted(folder.glob("*.jsonl")) + sorted(folder.glob("*.csv")):
        kind = "csv" if path.suffix == ".csv" else "json"

        def opened(path: Path = path, kind: str = kind) -> None:
            rows = load(kind, data_files=str(path), split="train", cache_dir=str(folder / "cache"))
            lines = len(path.read_bytes().splitlines())
            if kind == "csv":
                with path.open(encoding="utf-8", newline="") as file:
                    lines = sum(1 for _ in csv.reader(file)) - 1
            if len(rows) != lines:
                raise ValueError(f"{len(rows)} rows of {lines}")

        yield path, opened


def label_studio(folder: Path) -> Iterator[tuple[Path, Callable[[], object]]]:
    """Each list of tasks against the labeling configuration that goes with it."""
    interface = importlib.import_module("label_studio_sdk.label_interface").LabelInterface
    for path in sorted(folder.glob("*-label-studio.json")):

        def opened(path: Path = path) -> None:
            made = interface(path.with_suffix(".xml").read_text("utf-8"))
            for task in json.loads(path.read_bytes()):
                # The SDK's own check of a task does not come through with annotations in it.
                if not made.validate_task({"data": task["data"]}):
                    raise ValueError(f"refused: {task['data']}")
                for annotation in task["annotations"]:
                    # The SDK knows a ranker with buckets only, not the plain list of the docs.
                    if any(one["type"] == "ranker" for one in annotation["result"]):
                        continue
                    if not made.validate_annotation(annotation):
                        raise ValueError(f"refused: {annotation}")

        yield path, opened


def trl(folder: Path) -> Iterator[tuple[Path, Callable[[], object]]]:
    """What TRL's trainers do first: rows told apart by kind, prompts found, pairs unpaired."""
    utils = importlib.import_module("trl.data_utils")
    load = importlib.import_module("datasets").load_dataset
    for path in sorted(folder.glob("*-trl-*.jsonl")):

        def opened(path: Path = path) -> None:
            rows = load(
                "json", data_files=str(path), split="train", cache_dir=str(folder / "cache")
            )
            talks = "_talks" in path.name
            if not len(rows):
                raise ValueError("empty")
            for row in rows:
                if utils.is_conversational(row) != talks:
                    raise ValueError("strings and messages are taken for one another")
                if utils.maybe_extract_prompt(dict(row)) != row:
                    raise ValueError("the prompt is looked for elsewhere")
                if not talks and utils.maybe_apply_chat_template(dict(row), None) != row:
                    raise ValueError("a text was changed")
            if "chosen" in rows.column_names:
                single = utils.unpair_preference_dataset(rows)
                if sorted(single["label"]) != [False] * len(rows) + [True] * len(rows):
                    raise ValueError(f"{len(single)} rows of {len(rows)} pairs")

        yield path, opened


def crowd_kit(folder: Path) -> Iterator[tuple[Path, Callable[[], object]]]:
    """Every aggregation that fits, of each table as pandas reads it; no label is invented."""
    pandas = importlib.import_module("pandas")
    kit = importlib.import_module("crowdkit.aggregation")
    alpha = importlib.import_module("crowdkit.metrics.data").alpha_krippendorff
    for path in sorted(folder.glob("*-crowd-kit*.csv")):

        def opened(path: Path = path) -> None:
            table = pandas.read_csv(path, dtype=str, keep_default_na=False)
            if path.stem.endswith("pairwise"):
                found = {*kit.BradleyTerry(10).fit_predict(table).index,
                         *kit.NoisyBradleyTerry(10).fit_predict(table).index}  # fmt: skip
                known = {*table["left"], *table["right"]}
            else:
                said = [one.fit_predict(table) for one in (kit.MajorityVote(), kit.DawidSkene(9))]
                if table["label"].nunique() > 1:
                    alpha(table)
                found = {label for one in said for label in one}
                known = set(table["label"])
                if any(set(one.index) != set(table["task"]) for one in said):
                    raise ValueError("other tasks")
            if not found <= known:
                raise ValueError(f"unknown: {found - known}")

        yield path, opened


CONSUMERS = {"datasets": datasets, "label_studio": label_studio, "trl": trl,
             "crowd_kit": crowd_kit}  # fmt: skip

PACKAGES = {"datasets": ("datasets",), "label_studio": ("label-studio-sdk",),
            "trl": ("trl", "transformers"), "crowd_kit": ("crowd-kit", "pandas")}  # fmt: skip


def main() -> None:
    """Open everything; the last line says how many files opened, and which did not."""
    os.environ["HF_DATASETS_DISABLE_PROGRESS_BARS"] = "1"
    name, folder = sys.argv[1:]
    opened, failures = 0, []
    for path, open_it in CONSUMERS[name](Path(folder)):
        try:
            open_it()
            opened += 1
        except Exception as error:  # noqa: BLE001 - whatever a consumer has against a file
            failures.append(f"{name}: {path.name}: {type(error).__name__}: {error}"[:300])
    versions = {one: metadata.version(one) for one in PACKAGES[name]}
    print(json.dumps({"opened": opened, "failures": failures, "versions": versions}))


if __name__ == "__main__":
    main()
