"""What a wrong answer has to do with the right one: a fact of arithmetic, or nothing.

A relation is told only if it holds in every element of every failing call, up to rounding, and
only if the data could have spoken against it.  Nothing is said of causes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial

import torch

from katas._dojo.judging.relations import arithmetic, forms, functions, in_part, parts, places
from katas._dojo.judging.relations.case import Case, Evidence, distinct_cases
from katas._dojo.judging.relations.claims import Relation
from katas._dojo.judging.relations.parts import under


def relation(evidence: Iterable[Evidence]) -> str | None:
    """The simplest relation that holds in all evidence, as a sentence; None if there is none."""
    evidence = list(evidence)
    with torch.no_grad(), _one_thread():
        sentence = told(evidence) if evidence else None
    headings = {_ASPECT.sub("", it.what) for it in evidence}
    if sentence is None or len(headings) > 1:
        return None
    heading = headings.pop()
    return under(heading, sentence) if heading else sentence


_ASPECT = re.compile(r"^(shape|dtype|device)( of |$)")  # what assert_close puts before the value


@contextmanager
def _one_thread() -> Iterator[None]:
    """Hundreds of small tensors: on a busy machine, threads would wait for each other."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(threads)


def told(evidence: list[Evidence]) -> str | None:
    cases = distinct_cases([Case(it.got, it.expected, it.arguments) for it in evidence])
    found = (find(cases) for find in RELATIONS)
    sentence = next((sentence for sentence in found if sentence), None)
    if sentence and all(case.numeric and case.got.numel() == 1 for case in cases):
        return re.sub(",? everywhere", "", sentence)
    return sentence


RELATIONS: list[Relation] = [  # the simplest first
    forms.rounding,
    forms.another_kind,
    forms.lower_precision,
    forms.another_shape,
    forms.another_shape_of_many,
    forms.the_same_everywhere,
    arithmetic.sign,
    arithmetic.opposite,
    arithmetic.an_argument,
    arithmetic.factor,
    arithmetic.offset,
    parts.keys,
    partial(parts.parts, told=told),
    places.transposed,
    places.exchanged,
    places.flipped,
    places.one_step,
    places.fewer_or_more,
    places.repeated,
    places.another_order,
    functions.reduction,
    functions.running_sum,
    functions.function,
    functions.whole_numbers,
    functions.of_an_argument,
    in_part.limited,
    in_part.wrong_in_places,
]
