"""A property that is put to many answers has its examples drawn once, as Hypothesis draws them."""

import random
from types import SimpleNamespace

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from katas._dojo.writing.examples import pytest_pyfunc_call, pytest_runtest_setup, unshrunk

seen = []


@given(st.lists(st.integers(0, 9)), st.floats(0, 1))
def remembers(numbers, fraction):
    seen.append((list(numbers), fraction, random.random(), torch.rand(()).item()))
    numbers.append(-1)


@given(st.integers())
def fails(number):
    assert number < 100


def _put(test):
    item = SimpleNamespace(
        obj=test, nodeid=test.__name__, funcargs={}, _fixtureinfo=SimpleNamespace(argnames=())
    )
    with unshrunk(item):
        return pytest_pyfunc_call(item)


@pytest.fixture(autouse=True)
def seeded():
    """As before each test that is a property: Hypothesis seeds torch, too."""
    pytest_runtest_setup(SimpleNamespace(obj=remembers))


def test_the_examples_are_hypothesis_own_each_time_anew():
    seen.clear()
    remembers()
    own = list(seen)
    python, of_torch = random.getstate(), torch.get_rng_state()
    for _ in range(2):
        seen.clear()
        assert _put(remembers)
        assert seen == own
    assert random.getstate() == python
    assert torch.equal(torch.get_rng_state(), of_torch)


def test_the_first_example_that_fails_ends_it():
    with pytest.raises(AssertionError, match="assert 100 < 100"):
        fails()
    with pytest.raises(AssertionError) as raised:
        _put(fails)
    assert "assert 100 < 100" not in str(raised.value)


def test_what_is_no_property_and_what_is_to_be_shrunk_is_left_to_others():
    assert _put(lambda: None) is None
    item = SimpleNamespace(obj=fails, nodeid="fails")
    assert pytest_pyfunc_call(item) is None
