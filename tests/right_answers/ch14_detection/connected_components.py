"""Right answers to ch14_detection/connected_components, written differently."""

from collections import deque

import numpy as np
from scipy import ndimage

from katas._dojo.writing.mistakes import instead_of

SIX = [(-1, 0, 0), (1, 0, 0), (0, -1, 0), (0, 1, 0), (0, 0, -1), (0, 0, 1)]


@instead_of("connected_components")
def as_in_the_book(mask):
    candidate_label_a, candidate_count = ndimage.label(mask)
    sizes = [int((candidate_label_a == n).sum()) for n in range(1, candidate_count + 1)]
    return candidate_label_a, sizes


@instead_of("connected_components")
def flooded(mask):
    labels, sizes = np.zeros(mask.shape, dtype=np.int64), []
    for start in reversed(list(zip(*np.nonzero(mask), strict=True))):
        if labels[start]:
            continue
        sizes.append(1)
        labels[start] = len(sizes)
        queue = deque([start])
        while queue:
            here = queue.popleft()
            for step in SIX:
                there = tuple(a + b for a, b in zip(here, step, strict=True))
                inside = all(0 <= a < n for a, n in zip(there, mask.shape, strict=True))
                if inside and mask[there] and not labels[there]:
                    labels[there] = len(sizes)
                    sizes[-1] += 1
                    queue.append(there)
    return labels, sizes
