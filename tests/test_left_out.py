from pathlib import Path

import pytest

from tests import left_out

SKIPPING = """
import pytest

@pytest.mark.skip(reason="there is no browser")
def test_page(): ...

@pytest.mark.skip(reason="there is no browser")
def test_phone(): ...

@pytest.mark.xfail(reason="known")
def test_known(): assert False

def test_all_is_well(): ...
"""


@pytest.fixture
def inside(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A project of its own with two skipped tests; the shared data stand beside it."""
    pytester.makepyfile(SKIPPING)
    monkeypatch.setattr(left_out, "SHARED", pytester.path)
    monkeypatch.delenv(left_out.VARIABLE, raising=False)
    return pytester


def run(inside: pytest.Pytester) -> pytest.RunResult:
    return inside.runpytest_inprocess("-p", "tests.left_out", "-p", "no:xdist", "-p", "no:asyncio")


def test_what_was_left_out_is_said_with_its_reason(inside: pytest.Pytester) -> None:
    result = run(inside)
    result.assert_outcomes(passed=1, skipped=2, xfailed=1)
    result.stdout.fnmatch_lines(["*left out*", "*2 × there is no browser"])


def test_a_skip_fails_where_nothing_may_be_left_out(
    inside: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(left_out.VARIABLE, "1")
    result = run(inside)
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.assert_outcomes(passed=1, errors=2, xfailed=1)
    result.stdout.fnmatch_lines(["*left out, where nothing may be: there is no browser*"])


def test_a_whole_file_that_is_skipped_fails_as_well(
    inside: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(left_out.VARIABLE, "1")
    inside.makepyfile(
        test_whole="import pytest\npytest.skip('no data', allow_module_level=True)\n"
    )
    result = run(inside)
    assert result.ret != pytest.ExitCode.OK
    result.stdout.fnmatch_lines(["*left out, where nothing may be: no data*"])


def test_without_the_shared_data_a_skip_stays_a_skip(
    inside: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(left_out.VARIABLE, "1")
    monkeypatch.setattr(left_out, "SHARED", Path(inside.path, "not-there"))
    run(inside).assert_outcomes(passed=1, skipped=2, xfailed=1)
