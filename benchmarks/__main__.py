"""`python -m benchmarks soak NAME` and `bench NAME`: the last line is one JSON object."""

import argparse
import asyncio
import importlib
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

# Each name with the module and function that does it, imported when it is wanted.
SOAKS = {
    "kill": "benchmarks.kill:kill",
    "crashpoints": "benchmarks.crash:crashpoints",
    "model": "benchmarks.model:model",
    "claims": "benchmarks.claims:claims",
    "syncs": "benchmarks.syncs:syncs",
    "workers": "benchmarks.workers:workers",
    "ledger": "benchmarks.ledger_model:ledger",
    "payyear": "benchmarks.payyear:payyear",
    "standing": "benchmarks.standing:standing",
    "access": "benchmarks.access:access",
    "forged": "benchmarks.forged:forged",
    "schemes": "benchmarks.schemes:schemes",
    "reading": "benchmarks.reading:reading",
    "imports": "benchmarks.hostile:imports",
    "exports": "benchmarks.consumers:exports",
    "oracle": "benchmarks.oracle:oracle",
}
BENCHES = {
    "taps": "benchmarks.taps:taps",
    "traffic": "benchmarks.traffic:traffic",
    "claim_scale": "benchmarks.scale:claim_scale",
    "payrun": "benchmarks.payrun:payrun",
    "import": "benchmarks.imports:import_",
    "export": "benchmarks.export:export",
    "broadcast": "benchmarks.broadcast:broadcast",
    "dispatch_sim": "benchmarks.dispatch_sim:dispatch_sim",
    "quality": "benchmarks.quality:quality",
}


def main() -> None:
    """Run what is asked for; exit 1 when a soak found failures."""
    asked = _arguments()
    if asked.kind == "bench":
        wanted = {"short": asked.short, "pictures": asked.pictures}
        figures = _run(
            BENCHES[asked.name], {name: value for name, value in wanted.items() if value}
        )
        _print({"name": asked.name, **figures})
        return
    given = {"rounds": asked.rounds, "seed": asked.seed, "plant": asked.plant}
    figures = _run(SOAKS[asked.name], given)
    _print({"name": asked.name, "rounds": asked.rounds, "seed": asked.seed, "plant": asked.plant,
            **figures})  # fmt: skip
    sys.exit(1 if figures["failures"] else 0)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    kinds = parser.add_subparsers(dest="kind", required=True)
    bench = kinds.add_parser("bench", help="measure something")
    bench.add_argument("name", choices=BENCHES)
    bench.add_argument("--short", action="store_true", help="only whether it runs")
    bench.add_argument("--pictures", type=Path, metavar="FOLDER", help="of dispatch_sim only")
    soak = kinds.add_parser("soak", help="try to break something")
    soak.add_argument("name", choices=SOAKS)
    soak.add_argument("--rounds", type=int, default=50)
    soak.add_argument("--seed", type=int, default=1)
    soak.add_argument("--plant", default=None, metavar="FAULT")
    return parser.parse_args()


def _run(where: str, given: dict[str, Any]) -> dict[str, Any]:
    module, function = where.split(":")
    work = getattr(importlib.import_module(module), function)
    with tempfile.TemporaryDirectory(prefix="hall-") as folder:
        figures: dict[str, Any] = asyncio.run(work(Path(folder), **given))
    return figures


def _print(figures: dict[str, Any]) -> None:
    print(json.dumps(figures), flush=True)


if __name__ == "__main__":
    main()
