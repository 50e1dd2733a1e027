"""Two measures of the same masks.

On the left a disc is moved over another one: both measures fall from 1 to 0, the IoU faster.  On
the right each place of the disc is a dot, its IoU to the right and its Dice upwards: all lie on one
curve, so that whichever is the higher in one is so in the other.
"""

import torch

from katas._dojo.showing.page import BLUE, GREY, ORANGE
from katas.ch13_segmentation.mask_iou import dice_of_iou, mask_iou

SIZE, RADIUS = 96, 16


def draw(figure):
    figure.set_size_inches(6, 2.8)
    rows, columns = torch.meshgrid(torch.arange(SIZE), torch.arange(SIZE), indexing="ij")
    shifts = torch.arange(0, 2 * RADIUS + 9)
    away = (rows - SIZE // 2) ** 2 + (columns - 24 - shifts[:, None, None]) ** 2
    discs = away < RADIUS**2
    iou = mask_iou(discs, discs[:1].expand_as(discs))
    dice = dice_of_iou(iou)
    moved, compared = figure.subplots(1, 2)
    moved.plot(shifts.numpy(), iou.numpy(), color=BLUE)
    moved.plot(shifts.numpy(), dice.numpy(), color=ORANGE)
    moved.text(2, 0.45, "IoU", color=BLUE)
    moved.text(15, 0.6, "Dice", color=ORANGE)
    moved.set(xlabel="pixels between the centres")
    compared.plot([0, 1], [0, 1], color=GREY, linewidth=1)
    compared.plot(iou.numpy(), dice.numpy(), ".", color=BLUE)
    compared.set(xlabel="IoU", ylabel="Dice")
