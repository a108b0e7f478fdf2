"""The tests that take longest begin, so that no process is left alone with one of them."""

import pytest

# Those of a minute and more; all others together fill up what is left.
LONGEST = ("tests/test_soak.py", "tests/services/test_ledger_model.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put them first, and leave everything else in its order."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONGEST))
