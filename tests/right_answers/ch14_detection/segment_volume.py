"""Right answers to ch14_detection/segment_volume, written differently."""

import numpy as np
import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Neither keeps anything for a backward, and no gradient is ever asked for.": [
        ("torch.no_grad()", "torch.inference_mode()"),
    ],
    "There is one channel.": [("[:, 0]", "[:, -1]")],
    "Seen on CUDA only: the mask lies on the CPU.": [(".cpu()", "")],
}


@instead_of("segment_volume")
def as_in_the_book(model, batches, shape):
    with torch.no_grad():
        output_a = np.zeros(shape, dtype=np.float64)
        model.eval()
        for input_g, slice_ndx_list in batches:
            prediction_g = model(input_g)
            for i, slice_ndx in enumerate(slice_ndx_list):
                output_a[slice_ndx] = prediction_g[i].cpu().numpy()
    return output_a > 0.5


@instead_of("segment_volume")
@torch.inference_mode()
def by_number(model, batches, shape):
    modes = {module: module.training for module in model.modules()}
    model.eval()
    found = {}
    for inputs, slices in batches:
        found.update(zip(slices, model(inputs).squeeze(1), strict=True))
    for module, mode in modes.items():
        module.training = mode
    nothing = np.zeros(shape[1:], dtype=bool)
    return np.stack(
        [(found[n] > 0.5).cpu().numpy() if n in found else nothing for n in range(shape[0])]
    )
