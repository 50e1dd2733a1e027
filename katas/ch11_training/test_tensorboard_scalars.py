"""Numbers that a browser draws (§11.9.2): two runs, the same tags, steps in samples."""

import threading
from contextlib import nullcontext

import pytest
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

from katas._dojo.writing.assertions import assert_equal, assert_raises
from katas.ch11_training.tensorboard_scalars import log_history

HISTORY = [
    (600, {"loss/all": 0.75, "correct/pos": 12.5}, {"loss/all": 1.0, "correct/pos": 0.0}),
    (1100, {"loss/all": 0.5, "correct/pos": 50.0}, {"loss/all": 0.875, "correct/pos": 25.0}),
    (1700, {"loss/all": 0.25, "correct/pos": 62.5}, {"loss/all": 0.75, "correct/pos": 37.5}),
]


def test_training_and_validation_are_two_runs(tmp_path):
    """Each has a folder with event files of its own, and there are no others."""
    _log(tmp_path / "logs", HISTORY)
    expected = ["logs/trn", "logs/val"]
    assert_equal(sorted(_runs(tmp_path)), expected, what="the folders with events")


def test_both_have_the_same_tags(tmp_path):
    """A tag is the name of a number, the same in both runs: then it is one chart."""
    _log(tmp_path, HISTORY)
    tags = {run: sorted(found) for run, found in _runs(tmp_path).items()}
    expected = ["correct/pos", "loss/all"]
    assert_equal(tags, {"trn": expected, "val": expected}, what="the tags, by run")


@pytest.mark.parametrize("n_epochs", [1, 3])
def test_every_number_is_in_its_place(tmp_path, n_epochs):
    """Each number stands in its run, under its tag, at the step of its epoch; none is missing."""
    history = HISTORY[:n_epochs]
    _log(tmp_path, iter(history))
    _assert_written(tmp_path, history)


def test_each_run_has_the_tags_that_it_is_given(tmp_path):
    """Training may have a number that validation has not, and the other way round."""
    _log(tmp_path, [(600, {"lr": 0.5, "loss/all": 0.75}, {"loss/all": 1.0, "f1": 0.25})])
    expected = {
        "trn": {"loss/all": [(600, 0.75)], "lr": [(600, 0.5)]},
        "val": {"f1": [(600, 0.25)], "loss/all": [(600, 1.0)]},
    }
    assert_equal(_runs(tmp_path), expected, what="steps and numbers, by run and by tag")


def test_steps_are_training_samples(tmp_path):
    """Training and validation are at the same steps: the samples that were seen so far."""
    _log(tmp_path, HISTORY)
    found = _runs(tmp_path)
    steps = {
        run: [step for step, _ in found.get(run, {}).get("loss/all", [])] for run in ("trn", "val")
    }
    assert_equal(steps, {"trn": [600, 1100, 1700], "val": [600, 1100, 1700]}, what="the steps")


def test_after_an_error_nothing_is_missing(tmp_path):
    """Whoever has trained for hours wants to see what came before the error."""

    def history():
        yield from HISTORY[:2]
        raise ArithmeticError

    _log(tmp_path, history(), raising=ArithmeticError)
    _assert_written(tmp_path, HISTORY[:2])


def _log(log_dir, history, raising=None):
    """Log, and require that all writers are closed: each has a thread until then."""
    __tracebackhide__ = True
    before = threading.enumerate()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(log_dir.parent)  # a writer that is given no folder makes one there
        with assert_raises(raising) if raising else nullcontext():
            log_history(log_dir, history)
    left = [thread for thread in threading.enumerate() if thread not in before]
    assert_equal(len(left), 0, what="how many writers are still open")


def _assert_written(log_dir, history):
    __tracebackhide__ = True
    found = _runs(log_dir)
    for place, run in enumerate(["trn", "val"], 1):
        for tag in ("loss/all", "correct/pos"):
            expected = [(epoch[0], epoch[place][tag]) for epoch in history]
            got = found.get(run, {}).get(tag, [])
            assert_equal(got, expected, what=f"steps and numbers of {tag} in {run}")


def _runs(log_dir):
    """What the event files hold: {run: {tag: [(step, number)]}}."""
    found = {}
    for folder in sorted({file.parent for file in log_dir.rglob("*tfevents*")}):
        events = EventAccumulator(str(folder)).Reload()
        found[folder.relative_to(log_dir).as_posix()] = {
            tag: [(event.step, event.value) for event in events.Scalars(tag)]
            for tag in events.Tags()["scalars"]
        }
    return found
