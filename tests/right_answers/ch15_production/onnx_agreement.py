"""Right answers to ch15_production/onnx_agreement, written differently."""

import copy

import onnxruntime
import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Whether torch tells of its steps is its own affair.": [
        ("verbose=False,", "verbose=True,", ""),
    ],
    "There is one input.": [("get_inputs()[0]", "get_inputs()[-1]")],
    "Both ask for every output.": [("run(None", "run(0")],
}


@instead_of("export_onnx")
def a_program_first(model, example, path):
    batch = torch.cat([example, example])
    program = torch.export.export(
        copy.deepcopy(model).eval(), (batch,), dynamic_shapes=({0: torch.export.Dim("n")},)
    )
    names = {"input_names": ["batch"], "output_names": ["scores"]}
    torch.onnx.export(program, f=path, external_data=False, **names)


@instead_of("export_onnx")
def modes_put_back(model, example, path):
    modes = [(part, part.training) for part in model.modules()]
    try:
        names = {"input_names": ["batch"], "output_names": ["scores"]}
        free = [{0: "samples"}]
        exported = torch.onnx.export(model.eval(), (example,), dynamic_shapes=free, **names)
    finally:
        for part, training in modes:
            part.training = training
    exported.save(str(path))


@instead_of("run_onnx")
def by_the_name_of_the_output(path, batch):
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    (given,), (asked,) = session.get_inputs(), session.get_outputs()
    with torch.no_grad():
        found = session.run([asked.name], {given.name: batch.detach().cpu().numpy()})
    return torch.tensor(found[0])


@instead_of("run_onnx")
def from_bytes(path, batch):
    session = onnxruntime.InferenceSession(path.read_bytes())
    names = [it.name for it in session.get_inputs()]
    values = dict.fromkeys(names, batch.numpy(force=True))
    return torch.as_tensor(session.run(None, values)[-1])
