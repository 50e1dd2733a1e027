import pytest

from katas._dojo.curriculum import CURRICULUM
from tests.workshop import Workshop


@pytest.fixture
def workshop(tmp_path) -> Workshop:
    """A learner's copy of the project in which nothing is solved."""
    return Workshop(tmp_path, CURRICULUM)
