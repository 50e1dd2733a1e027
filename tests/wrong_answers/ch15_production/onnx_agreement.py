"""Wrong answers to ch15_production/onnx_agreement, as people write them."""

import copy

import onnxruntime as ort
import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("export_onnx")
def typed_in(model, example, path):
    """The book's own lines.

    Known: all_as_in_the_book.
    """
    model.eval()
    torch.onnx.export(
        model,
        example,
        path,
        dynamo=True,
    )


@instead_of("export_onnx")
def two_files_for_one_size(model, example, path):
    """The names are thought of, and not that the batch is free, nor where the weights go.

    Known: static_by_default, weights_in_a_second_file.
    """
    frozen = copy.deepcopy(model)
    frozen.eval()
    names = {"input_names": ["batch"], "output_names": ["scores"]}
    torch.onnx.export(frozen, (example,), path, verbose=False, **names)


@instead_of("export_onnx")
def nothing_but_train_forgotten(model, example, path):
    """The mode is what it was.

    Known: exported_in_train_mode.
    """
    n = torch.export.Dim("n")
    program = torch.onnx.export(
        model,
        (example,),
        input_names=["batch"],
        output_names=["scores"],
        dynamic_shapes=[{0: n}],
        verbose=False,
    )
    program.save(path)


@instead_of("export_onnx")
def back_to_train(model, example, path):
    """Afterwards everything trains.

    Known: one_mode_for_all_parts.
    """
    model.eval()
    shapes = ({0: torch.export.Dim.AUTO},)
    names = (["batch"], ["scores"])
    program = torch.onnx.export(
        model, (example,), dynamic_shapes=shapes, input_names=names[0], output_names=names[1]
    )
    program.save(str(path))
    model.train()


@instead_of("run_onnx")
def batch_for_batch(path, batch):
    """Its own export is the only one it thinks of, and an array is as good as a tensor.

    Known: the_name_taken_for_granted, an_array_returned.
    """
    session = ort.InferenceSession(str(path), providers=ort.get_available_providers())
    return session.run(["scores"], {"batch": batch.detach().numpy()})[0]


@instead_of("run_onnx")
def straight_to_numpy(path, batch):
    """A gradient is not thought of.

    Known: numpy_with_a_gradient.
    """
    session = ort.InferenceSession(path)
    feed = {session.get_inputs()[0].name: batch.numpy()}
    return torch.tensor(session.run(None, feed)[0])
