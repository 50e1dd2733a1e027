"""A model in a file that runs without torch (§15.2.1): the same numbers, for any batch."""

import functools
import shutil

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from torch import nn
from torch._export import utils as export_utils
from torch.onnx._internal.exporter._registration import ONNXRegistry

from katas._dojo.writing.assertions import assert_close, assert_equal
from katas._dojo.writing.seeds import seeded
from katas.ch15_production.onnx_agreement import export_onnx, run_onnx


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """A model, and the file that an answer has exported it to: once for all rules."""

    @functools.cache
    def by(export):
        model, path = _model(), tmp_path_factory.mktemp("exported") / "model.onnx"
        export(model, _batch(1), path)
        return model, path

    # torch reads its tables of operators anew for each export, which takes longer than the rest.
    table = functools.cache(ONNXRegistry.from_torchlib)
    of_namespace = functools.cache(export_utils._collect_all_valid_cia_ops_for_namespace)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ONNXRegistry, "from_torchlib", staticmethod(table))
        patch.setattr(export_utils, of_namespace.__name__, of_namespace)
        yield by


def test_the_batch_is_free(exported):
    """Exported on one sample, the file takes 2 or 100."""
    _, path = exported(export_onnx)
    for n in (1, 2, 7, 100):
        assert_equal(_scores(path, n).shape, (n, 2), what=f"the shape for {n} samples")


def test_the_numbers_are_those_of_eval_mode(exported):
    """A model in train mode is exported as in eval mode: the file gives the same numbers."""
    _, path = exported(export_onnx)
    with torch.no_grad():
        expected = _model().eval()(_batch(1))
    assert_close(torch.tensor(_scores(path, 1)), expected)


def test_the_model_stays_as_it_is(exported):
    """Its training goes on: each part is in its own mode, and has its own numbers."""
    model, _ = exported(export_onnx)
    modes = {name: part.training for name, part in _model().named_modules()}
    assert_equal({name: part.training for name, part in model.named_modules()}, modes)
    for name, value in _model().state_dict().items():
        assert_close(model.state_dict()[name], value, what=name)


def test_input_and_output_have_names(exported):
    """Who runs the file hands in "batch", and asks for "scores"."""
    _, path = exported(export_onnx)
    session = onnxruntime.InferenceSession(path)
    named = [it.name for it in [*session.get_inputs(), *session.get_outputs()]]
    assert_equal(named, ["batch", "scores"])


def test_the_file_needs_no_other(exported, tmp_path):
    """The weights are in the file: moved by itself, it still runs."""
    _, path = exported(export_onnx)
    shutil.copy(path, tmp_path)
    written = sorted(it.name for it in path.parent.iterdir())
    assert_equal(written, ["model.onnx"], what="files written")
    assert_equal(_scores(tmp_path / "model.onnx", 1).shape, (1, 2))


@pytest.mark.parametrize("names", [("pixels", "label"), ("label", "pixels")], ids="-".join)
@pytest.mark.parametrize("dtype", [torch.float32, torch.float64], ids=str)
def test_what_the_file_says(tmp_path, names, dtype):
    """Input and output are called as the file says, and numbers are in its dtype."""
    path = _relu(tmp_path, *names, dtype)
    batch = torch.tensor([[1.5, -2.0, 3.0], [-4.0, 0.25, 1 / 3]], dtype=dtype)
    assert_close(run_onnx(path, batch), batch.clamp(min=0))
    assert_close(run_onnx(path, batch[:1].T), batch[:1].T.clamp(min=0))


def test_a_batch_that_requires_a_gradient(tmp_path):
    """A batch that requires a gradient is taken too; there is none beyond torch."""
    path = _relu(tmp_path, "pixels", "label", torch.float32)
    batch = torch.tensor([[1.0, -2.0]], requires_grad=True)
    output = run_onnx(path, batch)
    assert_close(output, torch.tensor([[1.0, 0.0]]))
    assert_equal(output.requires_grad, False, what="whether the output requires a gradient")


class _Model(nn.Sequential):
    """Gives logits to train with, and probabilities in eval mode."""

    def forward(self, x):
        logits = super().forward(x)
        return logits if self.training else logits.softmax(1)


def _model():
    with seeded(1):
        model = _Model(nn.Dropout(0.5), nn.Linear(10, 2, bias=False))
    model[1].eval()
    return model


def _batch(n):
    return torch.randn(n, 10, generator=torch.Generator().manual_seed(n))


def _scores(path, n):
    session = onnxruntime.InferenceSession(path)
    (batch,) = session.get_inputs()
    (scores,) = session.run(None, {batch.name: _batch(n).numpy()})
    return scores


def _relu(folder, name, output, dtype):
    """A file that gives a batch without what is below zero."""
    kind = onnx.helper.np_dtype_to_tensor_dtype(np.dtype(str(dtype).removeprefix("torch.")))
    ends = [onnx.helper.make_tensor_value_info(it, kind, [None, None]) for it in (name, output)]
    relu = onnx.helper.make_node("Relu", [name], [output])
    graph = onnx.helper.make_graph([relu], "relu", ends[:1], ends[1:])
    operators = [onnx.helper.make_opsetid("", 18)]
    model = onnx.helper.make_model(graph, opset_imports=operators, ir_version=10)
    onnx.save(model, folder / "relu.onnx")
    return folder / "relu.onnx"
