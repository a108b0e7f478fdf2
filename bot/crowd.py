"""The commands that measure votes of any crowd: agreement, and one answer for each task."""

import json
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from bot.analysis.aggregation import Answers, majority, peer_weights, weighted
from bot.analysis.agreement import Votes, agreement
from bot.analysis.bradley_terry import TooManyItemsError, bradley_terry
from bot.analysis.coincidences import Ints
from bot.analysis.dawid_skene import Found, dawid_skene
from bot.console import fail, print_faults, stdout
from bot.domain.measuring import Level, Method, Undefined
from bot.formats.crowd_file import LIMITS, PAIRS, VOTES, Crowd, read_crowd
from bot.formats.crowd_out import answers_csv, strengths_csv
from bot.formats.records import Fault
from bot.whole_file import write_whole

_PIPED: Final = Path("-")
WHY: Final = {
    Undefined.nothing: "no ratings",
    Undefined.no_pairs: "no unit with two",
    Undefined.all_equal: "all equal",
}


def tell_agreement(file: Path, level: Level) -> None:
    """Print alpha of the file's votes as one JSON object; its faults, and exit code 1."""
    crowd = _read(file)
    if crowd.is_pairs and level is not Level.nominal:
        fail(f"{file}: which of two is better is no number; take --level nominal.")
    votes, faults = _votes(crowd, level)
    _stop_at(file, [*faults, *_twice(crowd, votes)])
    found = agreement(votes, level)
    _print({
        "alpha": found.alpha, "level": level.value, "n": found.units,
        "interval": found.interval and list(found.interval),
        "why": found.why and WHY[found.why],
        "ratings": found.ratings, "workers": len(crowd.names[1]),
    })  # fmt: skip


def write_answers(file: Path, method: Method, out: Path) -> None:
    """Write one answer for each task, or a ranking of what was compared; print what was done."""
    _can_be_written(file, out)
    crowd = _read(file)
    ranks = method is Method.bradley_terry
    if crowd.is_pairs != ranks:
        wanted = ", ".join(PAIRS if ranks else VOTES)
        fail(f"{file}: {method.value} needs the columns {wanted}.")
    body, told = _ranked(file, crowd) if ranks else _answered(file, crowd, method)
    try:
        write_whole({out: body})
    except OSError as error:
        fail(f"{out} cannot be written ({error.strerror}).")
    _print({"method": method.value, **told, "out": str(out)})


def _answered(file: Path, crowd: Crowd, method: Method) -> tuple[bytes, dict[str, Any]]:
    votes, _ = _votes(crowd, Level.nominal)
    _stop_at(file, _twice(crowd, votes))
    made: Answers | Found
    match method:
        case Method.weighted:
            made = weighted(votes, peer_weights(votes))
        case Method.dawid_skene:
            made = dawid_skene(votes)
        case _:
            made = majority(votes)
    answers = made.answers if isinstance(made, Found) else made
    told: dict[str, Any] = {"tasks": len(answers.units), "ties": answers.ties}
    if isinstance(made, Found):
        told |= {"rounds": made.rounds, "converged": made.converged, "fallback": made.fallback}
    body = answers_csv(
        list(crowd.items), votes.domain, answers.units.tolist(), answers.unit.tolist(),
        answers.label.tolist(), answers.share.tolist(), answers.lead.tolist(),
    )  # fmt: skip
    return body, {**told, "votes": len(votes.units), "workers": len(crowd.names[1])}


def _ranked(file: Path, crowd: Crowd) -> tuple[bytes, dict[str, Any]]:
    left, right, outcome = (_ints(one) for one in (crowd.tasks, crowd.rights, crowd.labels))
    try:
        found = bradley_terry(left, right, outcome, len(crowd.items))
    except TooManyItemsError:
        fail(f"{file}: more things are compared than can be ranked at once.")
    body = strengths_csv(
        list(crowd.items), found.strength.tolist(), found.place.tolist(), found.group.tolist()
    )
    told = {"items": len(crowd.items), "votes": len(crowd.labels), "groups": found.groups}
    return body, {**told, "smoothed": len(found.smoothed)}


def _can_be_written(file: Path, out: Path) -> None:
    """End where the answers would replace the votes, or what is no file."""
    if out == _PIPED or out.is_dir():
        fail(f"{out} is no file that can be written; name one with --out.")
    if out.exists() and file.exists() and out.samefile(file):
        fail(f"{out} is the file that is read; name another one with --out.")


def _read(file: Path) -> Crowd:
    try:
        with _on_disk(file) as there:
            crowd = read_crowd(there)
    except OSError as error:
        fail(f"{file} cannot be read ({error.strerror}).")
    _stop_at(file, crowd.faults)
    return crowd


@contextmanager
def _on_disk(file: Path) -> Iterator[Path]:
    """The file, or a copy of what is piped in, which can be read once only."""
    if file != _PIPED and (file.is_file() or file.is_dir() or not file.exists()):
        yield file
        return
    with tempfile.NamedTemporaryFile() as copy:
        with sys.stdin.buffer if file == _PIPED else file.open("rb") as piped:
            shutil.copyfileobj(piped, copy)
        copy.flush()
        yield Path(copy.name)


def _stop_at(file: Path, faults: Sequence[Fault]) -> None:
    if faults:
        print_faults(sorted(faults, key=lambda one: one.line)[: LIMITS.faults])
        fail(f"{file}: nothing was computed.")


def _ints(column: Any) -> Ints:
    return np.frombuffer(column, dtype=np.int64) if len(column) else np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class _Domain:
    """What the labels mean, in order, and for each label as it was read its place there."""

    meant: list[Any]
    places: Ints
    bad: dict[int, str]


def _votes(crowd: Crowd, level: Level) -> tuple[Votes, list[Fault]]:
    """The votes with their labels in order; on a pair, which of the two in order of names won."""
    if crowd.is_pairs:
        return _pair_votes(crowd), []
    domain = _domain(list(crowd.label_names), level)
    labels = _ints(crowd.labels)
    faults = []
    if domain.bad:
        wrong = np.flatnonzero(np.isin(labels, list(domain.bad)))[: LIMITS.faults]
        for place in wrong.tolist():
            code = domain.bad[crowd.labels[place]]
            facts: dict[str, str | int] = {"least": 0} if code == "out-of-range" else {}
            faults.append(Fault(crowd.lines[place], "label", code, facts))
    values = domain.places[labels] if len(labels) else labels
    return Votes(_ints(crowd.tasks), _ints(crowd.workers), values, domain.meant), faults


def _domain(labels: list[str], level: Level) -> _Domain:
    if level is Level.nominal:
        meant: list[Any] = sorted(labels)
        read: list[Any] = list(labels)
        bad: dict[int, str] = {}
    else:
        read = [_number(label) for label in labels]
        bad = {n: "not-finite" for n, one in enumerate(read) if one is None}
        if level is Level.ratio:
            bad |= {n: "out-of-range" for n, one in enumerate(read) if one is not None and one < 0}
        meant = sorted({one for one in read if one is not None})
    place = {one: nth for nth, one in enumerate(meant)}
    return _Domain(meant, np.array([place.get(one, 0) for one in read], dtype=np.int64), bad)


def _number(label: str) -> float | None:
    try:
        number = float(label)
    except ValueError:
        return None
    return number if np.isfinite(number) and "_" not in label else None


def _pair_votes(crowd: Crowd) -> Votes:
    order = {name: nth for nth, name in enumerate(sorted(crowd.items))}
    places = np.array([order[name] for name in crowd.items], dtype=np.int64)
    if not crowd.labels:
        none = np.zeros(0, dtype=np.int64)
        return Votes(none, none, none, ("tie", "first", "second"))
    left, right = places[_ints(crowd.tasks)], places[_ints(crowd.rights)]
    outcome = _ints(crowd.labels)
    turned = np.where((left > right) & (outcome > 0), 3 - outcome, outcome)
    units = np.minimum(left, right) * len(places) + np.maximum(left, right)
    return Votes(units, _ints(crowd.workers), turned, ("tie", "first", "second"))


def _twice(crowd: Crowd, votes: Votes) -> list[Fault]:
    """A fault for each vote of a worker who has one on that task already."""
    _, unit = np.unique(votes.units, return_inverse=True)
    keys = unit * (len(crowd.names[1]) + 1) + votes.raters
    order = np.argsort(keys, kind="stable")
    again = order[1:][keys[order[1:]] == keys[order[:-1]]] if len(order) else order
    places = np.sort(again)[: LIMITS.faults]
    _, first = np.unique(keys, return_index=True)
    earlier = first[np.searchsorted(keys[first], keys[places])] if len(places) else places
    return [
        Fault(crowd.lines[int(n)], "worker", "duplicate-vote", {"first": crowd.lines[int(one)]})
        for n, one in zip(places, earlier, strict=True)
    ]


def _print(told: dict[str, Any]) -> None:
    stdout.print(json.dumps(told, ensure_ascii=False), markup=False, soft_wrap=True)
