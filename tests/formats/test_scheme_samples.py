"""Each packaged scheme has sample tasks that can be imported for it, in several languages."""

import pytest

from bot.domain.scheme_body import scheme_from
from bot.formats.reading import read
from bot.formats.schemes import NAMES, packaged, samples_of


@pytest.mark.parametrize("name", NAMES)
def test_the_samples_of_a_scheme_fit_it(name: str) -> None:
    body = packaged(name)
    assert body is not None
    scheme = scheme_from(body)
    reading = read("t.jsonl", samples_of(name), responses=scheme.responses, turns=scheme.turns)
    assert reading.faults == []
    assert [item.id for item in reading.items] == [f"{name}-{n}" for n in (1, 2, 3)]
    first, second, third = (item.language for item in reading.items)
    assert (first, second) == ("en", "ar")
    assert third in ("th", "zh", "es")
    for item in reading.items:
        texts = [*(turn.text for turn in item.prompt), *(one.text for one in item.responses)]
        assert not any(one.model in text for one in item.responses for text in texts if one.model)
