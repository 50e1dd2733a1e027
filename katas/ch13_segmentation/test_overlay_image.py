"""A prediction over its slice (§13.6.4): what was found, missed, made up, in colour."""

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch13_segmentation.overlay_image import log_overlay, overlay

NOTHING, FALSE_ALARM, MISSED, FOUND = (False, False), (True, False), (False, True), (True, True)


def test_grey_goes_from_air_to_bone(device, dtype):
    """Where there is nothing, red, green, blue are the grey alone, halved."""
    hu = torch.tensor([[-1000.0, -800.0, -200.0], [0.0, 500.0, 1000.0]], device=device, dtype=dtype)
    grey = torch.tensor([[0.0, 0.05, 0.2], [0.25, 0.375, 0.5]], device=device, dtype=dtype)
    nothing = torch.zeros(2, 3, dtype=torch.bool, device=device)
    assert_close(overlay(hu, nothing, nothing), torch.stack([grey, grey, grey], dim=-1))


@pytest.mark.parametrize(
    ("pixel", "expected"),
    [
        (FOUND, [0.2, 0.7, 0.2]),
        (FALSE_ALARM, [0.7, 0.2, 0.2]),
        (MISSED, [0.7, 0.45, 0.2]),
    ],
    ids=["found", "a false alarm", "missed"],
)
def test_each_case_has_its_colour(device, dtype, pixel, expected):
    """Green was found, red is a false alarm, orange was missed; grey shines through."""
    _assert_pixel(pixel, -200.0, expected, device, dtype)


@pytest.mark.parametrize(
    ("pixel", "hu", "expected"),
    [
        (NOTHING, -3000.0, [0.0, 0.0, 0.0]),
        (NOTHING, 4000.0, [1.0, 1.0, 1.0]),
        (FALSE_ALARM, -1800.0, [0.3, 0.0, 0.0]),
        (FOUND, 1600.0, [0.65, 1.0, 0.65]),
        (MISSED, 1800.0, [1.0, 0.95, 0.7]),
    ],
    ids=["out of view", "metal", "a false alarm", "found", "missed"],
)
def test_the_image_lies_between_0_and_1(device, dtype, pixel, hu, expected):
    """Scans go below -1000 and above 1000: once all is added and halved, it is cut off."""
    _assert_pixel(pixel, hu, expected, device, dtype)


def test_each_pixel_is_where_it_was(device, dtype):
    """Rows, columns, colours: the image is [H, W, 3], and what is given stays as it was."""
    hu = torch.tensor([[-900.0, -600.0, -300.0], [0.0, 300.0, 600.0]], device=device, dtype=dtype)
    predicted = torch.tensor([[True, True, False], [False, False, True]], device=device)
    label = torch.tensor([[False, True, True], [False, True, False]], device=device)
    with assert_untouched(hu, predicted, label):
        image = overlay(hu, predicted, label)
    expected = [
        [[0.525, 0.025, 0.025], [0.1, 0.6, 0.1], [0.675, 0.425, 0.175]],
        [[0.25, 0.25, 0.25], [0.825, 0.575, 0.325], [0.9, 0.4, 0.4]],
    ]
    assert_close(image, torch.tensor(expected, device=device, dtype=dtype))


class _Writer:
    """Takes images as torch's SummaryWriter does, and remembers them as [H, W, 3]."""

    def __init__(self):
        self.images = []
        self.n_flushed = 0

    def add_image(self, tag, img_tensor, global_step=None, walltime=None, dataformats="CHW"):
        image = torch.as_tensor(img_tensor).cpu()
        axes = dict(zip(dataformats.upper(), range(image.ndim), strict=True))
        self.images.append((tag, global_step, image.permute(*(axes[axis] for axis in "HWC"))))

    def flush(self):
        self.n_flushed = len(self.images)


@pytest.mark.parametrize("size", [(2, 4), (3, 3), (5, 2)], ids=str)
def test_an_image_is_written_upright(device, size):
    """What is seen has the height, the width and the colours of the image."""
    image = torch.linspace(0, 1, size[0] * size[1] * 3, device=device).reshape(*size, 3)
    (_, _, written), _ = _logged(image)
    assert_close(written, image.cpu(), what="what is written, as [H, W, 3]")


def test_an_image_has_its_name_and_its_place(device):
    """It stands under its tag, at the samples seen, as the losses do, and is on disk at once."""
    (tag, step, _), n_flushed = _logged(torch.rand(2, 4, 3, device=device))
    assert_equal((tag, step), ("val/3_prediction_0", 4200), what="the tag and the samples seen")
    assert_equal(n_flushed, 1, what="how many images are flushed")


def _logged(image):
    writer = _Writer()
    log_overlay(writer, "val/3_prediction_0", image, 4200)
    assert_equal(len(writer.images), 1, what="how many images are written")
    return writer.images[0], writer.n_flushed


def _assert_pixel(pixel, hu, expected, device, dtype):
    __tracebackhide__ = True
    predicted, label = (torch.tensor([[it]], device=device) for it in pixel)
    image = overlay(torch.tensor([[hu]], device=device, dtype=dtype), predicted, label)
    assert_close(image, torch.tensor([[expected]], device=device, dtype=dtype))
