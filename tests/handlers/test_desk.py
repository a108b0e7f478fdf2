"""The buttons of the desk lead somewhere, whatever waits."""

from bot.domain.desk import BY_PROJECT, Matter
from handlers.coordinator.desk import LISTS, OPENS


def test_every_matter_opens_something_and_what_waits_by_project_a_list_of_all() -> None:
    assert set(OPENS) == set(Matter)
    assert set(LISTS) == set(BY_PROJECT)
