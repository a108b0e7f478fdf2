"""Files of coordinators cannot keep everybody else waiting, whatever they hold."""

import time

import pytest

from bot.formats.course_file import is_course_file, read_course
from bot.formats.new_project import new_project
from bot.formats.records import Fault
from bot.formats.scheme_file import is_scheme_file
from bot.formats.strict_yaml import read_yaml

LARGE = b"key: a\n" + b" b\n" * 400_000


@pytest.mark.parametrize(
    ("body", "code"),
    [(b"[" * 20_000, "too-deep"), (b"{a: " * 20_000, "too-deep"), (LARGE, "too-large")],
    ids=["lists", "mappings", "lines"],
)
def test_what_would_take_long_is_refused_at_once(body: bytes, code: str) -> None:
    """As a dropped file is read: as a course, as a scheme, as a project."""
    began = time.process_time()
    assert not is_course_file(body)
    assert not is_scheme_file(body)
    found = new_project(body)
    assert time.process_time() - began < 1
    assert isinstance(found, list)
    assert [fault.code for fault in found] == [code]


def test_nothing_larger_than_a_file_of_ours_is_read() -> None:
    size = 256 * 1024
    assert read_yaml(b"#" * size) == Fault(0, "", "empty")
    assert read_yaml(b"#" * (size + 1)) == Fault(
        0, "", "too-large", {"limit": size, "size": size + 1}
    )


def test_a_file_that_is_read_twice_has_its_faults_once() -> None:
    body = b"course: x\ncourse: .nan\ncourse: 1e999\n"
    first, second = read_course(body), read_course(body)
    assert isinstance(first, list)
    assert first == second
