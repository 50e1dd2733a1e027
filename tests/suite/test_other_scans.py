"""The detector is not made for the scans that it is shown with: it finds nodules in others, too."""

import pytest

from tests.test_detector import (  # noqa: F401  run here, with another seed
    test_all_that_is_dense_would_not_do,
    test_the_classifier_tells_nodules_from_what_else_was_proposed,
    test_the_stages_count_every_nodule_and_every_proposal,
    test_what_was_planted_is_found,
)


@pytest.fixture(scope="module")
def seed():
    return 1
