"""A folder of its own for each test: empty, and without a number that an error may have to name."""

import re

import pytest

seen = set()


@pytest.mark.parametrize("time", ["once", "again"])
def test_it_is_new_each_time_and_has_no_digit(tmp_path, time):
    assert list(tmp_path.iterdir()) == []
    assert tmp_path not in seen
    seen.add(tmp_path)
    assert not re.search(r"\d", tmp_path.name)
