"""Right answers to ch13_segmentation/overlay_image, written differently."""

import numpy as np
import torch
from torch.utils.tensorboard import SummaryWriter

from katas._dojo.writing.mistakes import instead_of


@instead_of("overlay")
def as_the_book_on_a_copy(hu, predicted, label):
    prediction_a, label_a = predicted.cpu().numpy(), label.cpu().numpy()
    ct_slice = hu.cpu().numpy() / 2000 + 0.5
    image_a = np.zeros((*ct_slice.shape, 3), dtype=ct_slice.dtype)
    image_a[:, :, :] = ct_slice[:, :, None]
    image_a[:, :, 0] += prediction_a & (1 - label_a)
    image_a[:, :, 0] += (1 - prediction_a) & label_a
    image_a[:, :, 1] += ((1 - prediction_a) & label_a) * 0.5
    image_a[:, :, 1] += prediction_a & label_a
    image_a *= 0.5
    image_a.clip(0, 1, image_a)
    return torch.from_numpy(image_a).to(hu.device)


@instead_of("overlay")
def by_a_palette(hu, predicted, label):
    colours = [[0, 0, 0], [1, 0.5, 0], [1, 0, 0], [0, 1, 0]]
    palette = torch.tensor(colours, dtype=hu.dtype, device=hu.device)
    image = (hu + 1000)[..., None] / 2000 + palette[2 * predicted.long() + label.long()]
    return torch.minimum(torch.relu(image / 2), torch.ones_like(image))


@instead_of("log_overlay")
def permuted(log_dir, tag, image, n_seen):
    with SummaryWriter(str(log_dir)) as writer:
        writer.add_image(tag, image.permute(2, 0, 1), global_step=n_seen)


@instead_of("log_overlay")
def as_bytes(log_dir, tag, image, n_seen):
    array = (255 * image.detach().cpu().numpy()).round().astype(np.uint8)
    writer = SummaryWriter(log_dir=log_dir)
    writer.add_image(tag=tag, img_tensor=array, global_step=n_seen, dataformats="HWC")
    writer.flush()
    writer.close()
