"""A random window for training (§13.5.6): where it may lie, in image and mask alike."""

from collections import Counter

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch13_segmentation.training_crop import training_crop


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.int16])
@pytest.mark.parametrize(("shape", "size"), [((7, 12, 9), 6), ((2, 5, 8), 4), ((1, 9, 9), 2)])
def test_a_window_is_cut_out(device, dtype, shape, size):
    """What comes back is a piece of the chunk, as it is, with all its channels."""
    chunk, mask = _chunk(shape, device, dtype), _mask(shape, device)
    generator = _generator(1)
    for _ in range(5):
        with assert_untouched(chunk, mask):
            window, _ = training_crop(chunk, mask, size, generator)
        assert_equal(list(window.shape), [shape[0], size, size], what="the shape of the window")
        row, column = _place(window, shape)
        expected = chunk[:, row : row + size, column : column + size]
        assert_close(window, expected, what="the window")


def test_image_and_mask_are_cut_alike(device):
    """Masks that say where each pixel comes from tell the same places as the image."""
    chunk = _chunk((3, 11, 8), device, torch.float32)
    mask = chunk[1:].to(torch.int64)
    generator = _generator(2)
    for _ in range(20):
        window, label = training_crop(chunk, mask, 4, generator)
        assert_close(label, window[1:].to(torch.int64), what="the label")


@pytest.mark.parametrize(("height", "width"), [(6, 5), (5, 6)])
def test_every_place_has_its_turn(device, height, width):
    """Of 6 rows a window of 4 begins at 0, 1 or 2, and of 5 at 0 or 1: each place as often."""
    chunk, generator = _chunk((1, height, width), device, torch.float32), _generator(3)
    places = []
    for _ in range(400):
        window, _ = training_crop(chunk, chunk, 4, generator)
        assert_equal(list(window.shape), [1, 4, 4], what="the shape of the window")
        places.append(_place(window, chunk.shape))
    expected = [(row, column) for row in range(height - 3) for column in range(width - 3)]
    assert_equal(sorted(set(places)), expected, what="the places of 400 windows")
    for name, starts in zip(("row", "column"), zip(*places, strict=True), strict=True):
        counts, even = sorted(Counter(starts).items()), 400 / len(set(starts))
        often = {start: _how_often(count / even) for start, count in counts}
        expected = dict.fromkeys(often, "about as often")
        assert_equal(often, expected, what=f"how often a window begins in which {name}")


@pytest.mark.parametrize(("height", "width"), [(5, 5), (5, 8), (7, 5)])
def test_a_window_may_just_fit(device, height, width):
    """If the window is as high as the chunk, there is one row for it to begin in, and so on."""
    chunk, mask = _chunk((2, height, width), device, torch.float32), _mask((1, 9, 9), device)
    mask = mask[:, :height, :width].clone()
    window, label = training_crop(chunk, mask, 5, _generator(4))
    row, column = _place(window, chunk.shape)
    expected = chunk[:, row : row + 5, column : column + 5]
    assert_close(window, expected, what="the window")
    assert_close(label, mask[:, row : row + 5, column : column + 5], what="the label")


@pytest.mark.parametrize("size", [3, 5])
def test_the_chunk_is_kept(device, size):
    """Clipped in place, as the book does it, the window changes, and the chunk does not."""
    chunk, mask = _chunk((2, 5, 5), device, torch.float32), _mask((1, 5, 5), device)
    with assert_untouched(chunk, mask):
        window, label = training_crop(chunk, mask, size, _generator(5))
        window.clamp_(-1, 1)
        label.logical_not_()


@pytest.mark.parametrize("dtype", [torch.bool, torch.uint8, torch.float64])
def test_the_mask_stays_what_it_is(device, dtype):
    """A mask of bool stays one: ~ of it is the background, while ~0 is -1 and ~1 is -2."""
    mask = _mask((1, 4, 4), device).to(dtype)
    _, label = training_crop(_chunk((2, 4, 4), device, torch.float32), mask, 4, _generator(6))
    assert_close(label, mask, what="the label")


def test_the_generator_decides(device):
    """Seeded alike, windows repeat; drawn on, there are others; torch's own is left alone."""
    chunk = _chunk((1, 40, 50), device, torch.float32)

    def places(seed):
        generator = _generator(seed)
        windows = [training_crop(chunk, chunk, 3, generator)[0] for _ in range(6)]
        return [_place(window, chunk.shape) for window in windows]

    with assert_untouched(chunk):
        first, other = places(7), places(8)
    torch.manual_seed(99)
    assert_equal(places(7), first, what="the places, drawn again from the same seed")
    differ = len(set(first)) > 3, first != other
    assert_equal(differ, (True, True), what="whether places differ within a seed, between seeds")


def _how_often(share):
    if 0.75 < share < 1.28:
        return "about as often"
    return "more often" if share > 1 else "less often"


def _generator(seed):
    return torch.Generator().manual_seed(seed)


def _chunk(shape, device, dtype):
    """Each pixel holds its place, row by row, and 4000 more for each channel before its own."""
    channels, height, width = shape
    places = torch.arange(height * width, device=device).reshape(1, height, width)
    before = 4000 * torch.arange(channels, device=device).reshape(-1, 1, 1)
    return (places + before).to(dtype)


def _mask(shape, device):
    numbers = torch.arange(shape[1] * shape[2], device=device)
    return (numbers % 3 == 1).reshape(1, *shape[1:])


def _place(window, shape):
    """Row and column of its first pixel."""
    return divmod(int(window[0, 0, 0]), shape[2])
