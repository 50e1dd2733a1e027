"""Right answers to ch08_convolutions/translation, written differently."""

import torch
from torch import nn
from torch.nn.functional import conv2d

from katas._dojo.writing.mistakes import instead_of
from solutions.katas.ch08_convolutions.translation import shift

EQUIVALENT = {
    "A distance is the same from either end.": [
        ("moved_first - moved_last", "moved_last - moved_first"),
    ],
    "A maximum over two dimensions asks for no order.": [("dim=(2, 3)", "dim=(3, 2)")],
}


@instead_of("shift")
def by_slices(images, down, right):
    height, width = images.shape[2:]
    moved = torch.zeros_like(images)
    rows = slice(max(down, 0), height + min(down, 0))
    columns = slice(max(right, 0), width + min(right, 0))
    from_rows = slice(max(-down, 0), height - max(down, 0))
    from_columns = slice(max(-right, 0), width - max(right, 0))
    moved[:, :, rows, columns] = images[:, :, from_rows, from_columns]
    return moved


@instead_of("shift")
def rolled_and_wiped(images, down, right):
    height, width = images.shape[2:]
    rows = torch.arange(height, device=images.device).view(-1, 1) - down
    columns = torch.arange(width, device=images.device) - right
    inside = (rows >= 0) & (rows < height) & (columns >= 0) & (columns < width)
    return torch.roll(images, (down, right), (2, 3)).masked_fill(~inside, 0)


@instead_of("shift")
def by_matrices(images, down, right):
    height, width = images.shape[2:]
    like = {"dtype": images.dtype, "device": images.device}
    left = torch.ones(height, **like).diag().roll(down, 0) if abs(down) < height else 0
    left = torch.zeros(height, height, **like)
    for row in range(height):
        if 0 <= row + down < height:
            left[row + down, row] = 1
    over = torch.zeros(width, width, **like)
    for column in range(width):
        if 0 <= column + right < width:
            over[column, column + right] = 1
    return left @ images @ over


@instead_of("shift_error")
def by_subtraction(layer, images, down, right):
    with torch.no_grad():
        images_moved = shift(images, down, right)
        difference = shift(layer(images), down, right) - layer(images_moved)
    return torch.linalg.vector_norm(difference, ord=torch.inf)


@instead_of("shift_error")
def the_farther_of_both_sides(layer, images, down, right):
    first = layer(shift(images, down, right))
    last = shift(layer(images), down, right)
    return torch.max((first - last).max(), (last - first).max())


@instead_of("Detector")
class IsAConvolution(nn.Conv2d):
    def __init__(self, n_channels, n_features):
        super().__init__(n_channels, n_features, (3, 3))

    def forward(self, x):
        padded = nn.functional.pad(x, (2, 2, 2, 2))
        return super().forward(padded).flatten(2).max(dim=2)[0]


@instead_of("Detector")
class Pooled(nn.Module):
    def __init__(self, n_channels, n_features):
        super().__init__()
        self.layers = nn.Sequential(
            nn.Conv2d(n_channels, n_features, 3, 1, 2),
            nn.AdaptiveMaxPool2d(1),
            nn.Flatten(),
        )

    def forward(self, images):
        return self.layers(images)


@instead_of("Detector")
class WithParametersOfItsOwn(nn.Module):
    def __init__(self, n_channels, n_features):
        super().__init__()
        self.bias = nn.Parameter(torch.zeros(n_features))
        self.weight = nn.Parameter(torch.randn(n_features, n_channels, 3, 3))

    def forward(self, x):
        answers = conv2d(x, self.weight, padding=2)
        return answers.max(3).values.max(2).values + self.bias
