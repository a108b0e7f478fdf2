from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.flows.hall import Stage, stage


@pytest.fixture
async def hall(tmp_path: Path) -> AsyncIterator[Stage]:
    """A running hall with an admin and a work group; no call of the bot may be at fault."""
    async with stage(tmp_path) as running:
        yield running
        assert running.sandbox.refused_calls() == []
