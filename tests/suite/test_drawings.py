"""A picture is the same each time that it is drawn."""

import re

import pytest

from tests.test_pictures import draw_by_reference, drawn_by_reference, each_picture

NUMBER = re.compile(r"\d+(?:\.\d+)?")


@each_picture
def test_the_reference_draws_the_same_picture_each_time(path):
    drawn, again = drawn_by_reference(path), draw_by_reference(path)
    assert NUMBER.split(again) == NUMBER.split(drawn)
    # Not to the last digit: where tensors lie in memory decides in which order they are summed.
    assert numbers(again) == pytest.approx(numbers(drawn), abs=0.01)


def numbers(drawn):
    return list(map(float, NUMBER.findall(drawn)))
