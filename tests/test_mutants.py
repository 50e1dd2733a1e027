"""Every small change of a reference is noticed by its spec, or known to change nothing."""

import ast

import pytest

from katas._dojo.judging.spec import deadline
from katas._dojo.system.process import FORKS
from tests.matrix import TO_RUN
from tests.mutants import DEADLINE, equivalent, survival
from tests.mutations import OPERATORS, compiled, mutations

needs_fork = pytest.mark.skipif(not FORKS, reason="a mutant needs a process of its own")


def pytest_generate_tests(metafunc):
    if "mutated" in metafunc.fixturenames:
        skipped = pytest.param(None, marks=pytest.mark.skip("takes minutes: add --mutants"))
        katas = TO_RUN if metafunc.config.option.mutants else [skipped]
        metafunc.parametrize("mutated", katas, ids=str)


@needs_fork
def test_no_mutant_survives(mutated, pytestconfig, record_property):
    found = survival(mutated, deadline(pytestconfig, DEADLINE))
    record_property("mutants", {"told": list(found.told()), "counts": found.counts})
    if found.survivors or found.in_vain:
        counts = f"{len(found.survivors)} survive, {len(found.in_vain)} are listed in vain"
        pytest.fail(f"{counts}: the end of the run tells which", pytrace=False)


@pytest.mark.parametrize("kata", TO_RUN)
def test_what_is_listed_as_equivalent_is_a_mutant(kata):
    reference = kata.solution.read_text("utf-8")
    if listed := list(equivalent(kata)):
        # Found by its text, not by what it compiles to: nobody needs the code of all the others.
        mutants = {it.text for it in mutations(reference, OPERATORS)}
        for text in (it.applied_to(reference) for it in listed):
            assert ast.unparse(ast.parse(text)) in mutants
            assert compiled(text) != compiled(reference)
