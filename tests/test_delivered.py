"""What is delivered is what the source says, whatever stands in it."""

from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.reading import written
from tests.delivered import faults_of
from tests.markdown_writer import Writer, Written

CASES = 2_000
# Any seed will do; the soak begins with others.
SEED = 20_301


def test_two_thousand_documents_arrive_as_they_are_written() -> None:
    """A soak run tries a hundred thousand: `make soak ONLY=reading ROUNDS=100000`."""
    for number in range(CASES):
        made = written(SEED, number)
        faults = faults_of(made)
        assert not faults, (number, faults, made.source)


@given(st.randoms(use_true_random=False), st.booleans())
@settings(
    derandomize=True, deadline=None, max_examples=25,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip
def test_any_document_arrives_as_it_is_written(random: Random, noise: bool) -> None:
    """Few, but what fails here is made as small as it can be."""
    writer = Writer(random)
    made = writer.noise() if noise else writer.document()
    assert not faults_of(made)


def test_a_text_that_is_not_the_source_is_seen() -> None:
    made = Written("**one** [two](https://a.io)", "onetwo", [], ["https://a.io"])
    assert not faults_of(made)
    for wrong in (
        Written(made.source, "onetw", [], made.links),
        Written(made.source, made.seen, [], []),
        Written(made.source, made.seen, ["x"], made.links),
    ):
        assert faults_of(wrong)
