"""What is thin vanishes.

On the left two nodules in one slice of a mask, with a bridge between them and specks around; on the
right what erosion leaves.  The bridge is gone, so the nodules are two, and so are the specks.
"""

import numpy as np

from katas.ch14_detection.erosion import erode


def draw(figure):
    figure.set_size_inches(6, 2.6)
    rows, columns = np.mgrid[:40, :64]
    ball = (rows - 18) ** 2 + (columns - 18) ** 2 < 110
    ball |= (rows - 22) ** 2 + (columns - 46) ** 2 < 70
    ball[19:21, 18:46] = True
    ball |= np.random.default_rng(3).random(ball.shape) < 0.02
    mask = np.stack([ball] * 3)  # as thick as it needs to be
    names = {"the mask": mask, "eroded": erode(mask)}
    for ax, (name, it) in zip(figure.subplots(1, 2), names.items(), strict=True):
        ax.imshow(it[1], cmap="gray")
        ax.set_title(name, fontsize=10)
        ax.axis("off")
