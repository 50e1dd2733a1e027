"""What learners are told of their mistakes is true: of answers that people wrote, of known mistakes
beside right answers written in other ways, and of two mistakes in one file.

``--diagnoses`` judges all of these and prints how many are told what; without it, a sample.
"""

import random

import pytest

from tests.diagnoses import FALSELY, judged, of_people, of_two, with_other_rights
from tests.matrix import TO_RUN

SAMPLE = 1  # of the answers of each kind, for a kata: to judge one takes half a second


@pytest.mark.parametrize("kata", TO_RUN)
def test_no_diagnosis_is_false(kata, request, record_property):
    everything = request.config.option.diagnoses
    by_chance = random.Random(str(kata))
    wrong = []
    for kind in (of_people(kata), with_other_rights(kata), of_two(kata)):
        wrong += kind if everything else by_chance.sample(kind, min(SAMPLE, len(kind)))
    told = judged(kata, wrong)
    record_property("diagnoses", [(it.kind, told[it.name].how) for it in wrong])
    false = {it.name: told[it.name] for it in wrong if told[it.name].how == FALSELY}
    assert not false
