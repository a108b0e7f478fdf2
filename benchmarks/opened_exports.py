"""`python opened_exports.py CONSUMER FOLDER`: run in the consumer's environment, not in ours."""

import importlib
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any


def datasets(folder: Path) -> Iterator[tuple[Path, Callable[[], object]]]:
    """Every file of rows, as `datasets` loads it without a script; nothing is lost."""
    load = importlib.import_module("datasets").load_dataset
    for path in sorted(folder.glob("*.jsonl")) + sorted(folder.glob("*.csv")):
        kind = "csv" if path.suffix == ".csv" else "json"

        def opened(path: Path = path, kind: str = kind) -> None:
            rows = load(kind, data_files=str(path), split="train", cache_dir=str(folder / "cache"))
            lines = len(path.read_bytes().splitlines()) - (kind == "csv")
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
    """The format checks of TRL on the first row."""
    utils = importlib.import_module("trl.data_utils")
    for path in sorted(folder.glob("*-trl-*.jsonl")):

        def opened(path: Path = path) -> None:
            row = json.loads(path.read_bytes().splitlines()[0])
            if utils.is_conversational(row):
                raise ValueError("taken for messages")
            utils.maybe_apply_chat_template(row, None)

        yield path, opened


def crowd_kit(folder: Path) -> Iterator[tuple[Path, Callable[[], object]]]:
    """Majority of labels, and Bradley-Terry of pairs."""
    pandas = importlib.import_module("pandas")
    aggregation = importlib.import_module("crowdkit.aggregation")
    for path in sorted(folder.glob("*-crowd-kit*.csv")):
        pairs = path.stem.endswith("pairwise")
        method: Any = aggregation.BradleyTerry(10) if pairs else aggregation.MajorityVote()

        def opened(path: Path = path, method: Any = method) -> object:
            return method.fit_predict(pandas.read_csv(path))

        yield path, opened


CONSUMERS = {"datasets": datasets, "label_studio": label_studio, "trl": trl,
             "crowd_kit": crowd_kit}  # fmt: skip


def main() -> None:
    """Open everything; the last line says how many files opened, and which did not."""
    name, folder = sys.argv[1:]
    opened, failures = 0, []
    for path, open_it in CONSUMERS[name](Path(folder)):
        try:
            open_it()
            opened += 1
        except Exception as error:  # noqa: BLE001 - whatever a consumer has against a file
            failures.append(f"{name}: {path.name}: {type(error).__name__}: {error}"[:300])
    print(json.dumps({"opened": opened, "failures": failures}))


if __name__ == "__main__":
    main()
