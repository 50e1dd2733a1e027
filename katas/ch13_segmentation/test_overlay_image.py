"""A prediction over its slice (§13.6.4): what was found, missed, made up, in colour."""

import threading
from io import BytesIO

import numpy as np
import pytest
import torch
from PIL import Image
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

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


@pytest.mark.parametrize("size", [(2, 4), (3, 3), (5, 2)], ids=str)
def test_an_image_is_written_upright(tmp_path, device, size):
    """What TensorBoard shows has the height, the width and the colours of the image."""
    values = torch.arange(size[0] * size[1] * 3, dtype=torch.float64).reshape(*size, 3) * 5
    image = (values / 255).to(device, torch.float32)
    with assert_untouched(image):
        _log(tmp_path, image)
    images = _written(tmp_path)
    assert_equal(len(images), 1, what="how many images stand in the folder")
    _, _, written = images[0]
    assert_close(written, values, rtol=0, atol=1, what="the bytes, as [H, W, 3]")


def test_an_image_has_its_name_and_its_place(tmp_path, device):
    """It stands under its tag, at the samples seen, where the losses of that time stand."""
    _log(tmp_path, torch.rand(2, 4, 3, device=device))
    found = [(tag, step) for tag, step, _ in _written(tmp_path)]
    assert_equal(found, [("val/3_prediction_0", 4200)], what="tags and steps of the images")


def _log(log_dir, image):
    """Log, and require that all writers are closed: each has a thread until then."""
    __tracebackhide__ = True
    before = threading.enumerate()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(log_dir.parent)  # a writer that is given no folder makes one there
        log_overlay(log_dir, "val/3_prediction_0", image, 4200)
    left = [thread for thread in threading.enumerate() if thread not in before]
    assert_equal(len(left), 0, what="how many writers are still open")


def _written(log_dir):
    """What the event files hold: tag, step and bytes [H, W, 3] of each image."""
    events = EventAccumulator(str(log_dir)).Reload()
    found = []
    for tag in events.Tags()["images"]:
        for event in events.Images(tag):
            image = Image.open(BytesIO(event.encoded_image_string))
            found.append((tag, event.step, torch.from_numpy(np.array(image, np.float64))))
    return found


def _assert_pixel(pixel, hu, expected, device, dtype):
    __tracebackhide__ = True
    predicted, label = (torch.tensor([[it]], device=device) for it in pixel)
    image = overlay(torch.tensor([[hu]], device=device, dtype=dtype), predicted, label)
    assert_close(image, torch.tensor([[expected]], device=device, dtype=dtype))
