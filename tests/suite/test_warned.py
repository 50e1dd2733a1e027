"""What an answer is warned of is told and is no failure; every other warning is one."""

import pytest

from katas._dojo.curriculum import Kata

LOSSES = Kata("ch05_mechanics", "losses")

ANSWER = """\
import torch


def l1_loss(scale, start):
    return torch.tensor(scale * start, requires_grad=True)
"""
SPEC = '''\
"""Warnings."""

import warnings

import pytest
import torch

from katas.ch05_mechanics.losses import l1_loss


@pytest.mark.parametrize("scale", [1, 2, 3])
def test_it(scale):
    """It is twice as much."""
    {}assert l1_loss(scale, torch.ones(1)) == scale
'''
WARNED = "A warning, no failure, at katas/ch05_mechanics/losses.py:5: UserWarning: To copy"


@pytest.fixture
def run(workshop):
    def run(*options, answer=ANSWER, before=""):
        workshop.answer(LOSSES, answer)
        workshop.plain_spec(LOSSES, SPEC.format(before))
        return workshop.pytest(f"katas/{LOSSES}.py", *options)

    return run


@pytest.mark.parametrize("options", [[], ["-n", "1"], ["--setup-show"]], ids=" ".join)
def test_an_answer_is_told_once_and_passes(run, options):
    shown = run(*options)
    assert shown.status == 0
    assert shown.screen.count(WARNED) == 1


def test_a_failure_is_about_its_rule_and_the_warning_stands_below(run):
    shown = run(answer=ANSWER.replace("scale * start", "0 * start"))
    assert "    expected  1\n" in shown.screen
    assert shown.screen.index("expected") < shown.screen.index(WARNED)
    assert "raised" not in shown.screen


@pytest.mark.parametrize(
    "before",
    ["warnings.warn('of the spec'); ", "warnings.simplefilter('error'); "],
    ids=["the spec's own", "one that the spec asks for"],
)
def test_a_warning_of_the_spec_is_a_failure(run, before):
    shown = run(before=before)
    assert shown.status == 1
    assert "    raised    UserWarning: " in shown.screen


@pytest.mark.parametrize(
    "above", ["import warnings\nwarnings.warn('x')\n", 'd = "\\d"\n'], ids=["run", "compiled"]
)
def test_what_is_warned_of_at_import_is_told_too(run, above):
    shown = run(answer=above + ANSWER)
    assert shown.status == 0
    assert "A warning, no failure, at katas/ch05_mechanics/losses.py:" in shown.screen


def test_the_reference_is_not_to_be_warned(workshop):
    solution = workshop.root / "solutions" / "katas" / f"{LOSSES}.py"
    solution.write_text(ANSWER)
    workshop.plain_spec(LOSSES, SPEC.format(""))
    shown = workshop.pytest(f"katas/{LOSSES}.py", "--solutions")
    assert shown.status == 1
    assert "    raised    UserWarning: To copy construct" in shown.screen
