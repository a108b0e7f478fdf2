"""Says at the end what was left out and why; where nothing may be, leaving out is failing.

With `LEAVE_NOTHING_OUT=1`, and the shared data beside the checkout, a machine has all
that the tests can ask for: a skipped test is then a test that nobody ran, and counts as failed.
"""

import os
from collections import Counter
from collections.abc import Generator
from pathlib import Path

import pytest

VARIABLE = "LEAVE_NOTHING_OUT"
SHARED = Path(__file__).parents[2] / "shared"

Wrapped = Generator[None, pytest.TestReport, pytest.TestReport]
WrappedCollecting = Generator[None, pytest.CollectReport, pytest.CollectReport]


def nothing_may_be() -> bool:
    """Whether this run has to try everything."""
    return os.environ.get(VARIABLE) == "1" and SHARED.is_dir()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Wrapped:
    """Let a skipped test fail where nothing may be left out; what is expected to fail may."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and nothing_may_be():
        report.longrepr = f"left out, where nothing may be: {reason_of(report)}"
        report.outcome = "failed"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> WrappedCollecting:
    """The same for a whole file that is left out."""
    report = yield
    if report.skipped and nothing_may_be():
        report.longrepr = f"left out, where nothing may be: {reason_of(report)}"
        report.outcome = "failed"
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what was left out, each reason once with its number of tests."""
    skipped = terminalreporter.stats.get("skipped", [])
    if not skipped:
        return
    terminalreporter.section("left out")
    for reason, times in Counter(map(reason_of, skipped)).most_common():
        terminalreporter.write_line(f"{times:5} × {reason}")


def reason_of(report: pytest.TestReport | pytest.CollectReport) -> str:
    """Why it was skipped, in the words of its author."""
    where = report.longrepr
    text = where[2] if isinstance(where, tuple) else str(where)
    return text.removeprefix("Skipped: ")
