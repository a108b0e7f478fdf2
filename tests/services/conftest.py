import pytest

from storage.database import Database
from tests.services.builders import Hall


@pytest.fixture
def hall(db: Database) -> Hall:
    """The use cases on an empty hall."""
    return Hall(db)
