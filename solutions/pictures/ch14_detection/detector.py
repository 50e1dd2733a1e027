"""The whole detector.

Nothing but your own katas of chapters 10 to 14, one after the other, on scans that their networks
have not learned from.  One of them is seen through from the front: dots are what the segmentation
proposes, crosses what the classifier keeps, and rings are the nodules that were planted.  The bars
count nodules, green, and false alarms, grey, of all these scans.  The curve judges one proposal at
a time, though to keep one of those that lie on a nodule is enough: at the ring the threshold is one
half, and on the dashed line are classifiers that guess.
"""

from collections import namedtuple
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader

from katas._dojo.showing.page import BLUE, GREEN, GREY, ORANGE
from katas._dojo.writing.scans import draw_scan, write_scan, write_tables
from katas.ch10_datasets.candidate_list import Candidate, candidate_list
from katas.ch10_datasets.crop import crop
from katas.ch10_datasets.hounsfield import hounsfield
from katas.ch10_datasets.metaimage import read_ct
from katas.ch10_datasets.patient_coordinates import xyz_to_irc
from katas.ch10_datasets.present_series import rows_on_disk
from katas.ch10_datasets.representative_split import representative_split
from katas.ch10_datasets.sample_tuple import sample_tuple
from katas.ch11_training.bias_init import init_weights
from katas.ch11_training.classifier_head import Classifier
from katas.ch11_training.conv_block_3d import ConvBlock3d
from katas.ch11_training.epoch_loop import run_epoch
from katas.ch11_training.per_sample_loss import batch_loss
from katas.ch12_metrics.affine_matrix import affine_matrix
from katas.ch12_metrics.balanced_sampling import BalancedDataset
from katas.ch12_metrics.grid_resample import resample
from katas.ch12_metrics.noise_augmentation import augment
from katas.ch13_segmentation.annotation_mask import annotation_mask
from katas.ch13_segmentation.context_slices import context_slices
from katas.ch13_segmentation.pixel_head import PixelClassifier, pixel_loss
from katas.ch13_segmentation.recall_weighted_loss import recall_weighted_loss
from katas.ch13_segmentation.training_crop import training_crop
from katas.ch13_segmentation.unet import UNet
from katas.ch13_segmentation.unet_block import UNetBlock
from katas.ch13_segmentation.up_block import UpJoin
from katas.ch14_detection.auc import area_under
from katas.ch14_detection.candidates import candidates
from katas.ch14_detection.center_of_mass import centers_of_mass
from katas.ch14_detection.connected_components import connected_components
from katas.ch14_detection.detection_confusion import detection_confusion
from katas.ch14_detection.erosion import erode
from katas.ch14_detection.match_nodules import match_nodules
from katas.ch14_detection.roc_curve import roc_curve
from katas.ch14_detection.segment_volume import segment_volume
from katas.ch14_detection.stage_recall import stage_recall

N_SCANS, SHAPE = 24, (32, 48, 56)
K, WINDOW = 1, 32  # the segmentation sees a slice and K on either side, and learns from windows
CROP = 8, 16, 16  # what the classifier sees

# What became of one scan: D proposals, their places [D, 3] and their chances [D] of being a nodule,
# and the T nodules that are listed.
Found = namedtuple("Found", "series_uid, ct, places_xyz, chances, nodules")


def draw(figure):
    figure.set_size_inches(6, 6)
    proposed, kept, bars, curve = figure.subplots(2, 2).flatten()
    found = detect()
    shown = max(found, key=lambda it: len(it.nodules))
    _show(proposed, shown, shown.chances >= 0, ".", "proposed")
    _show(kept, shown, shown.chances >= 0.5, "x", "kept")
    stages = stage_recall(confusion(found))
    n_nodules = sum(len(it.nodules) for it in found)
    for place, stage in enumerate(["segmentation", "both"]):
        _, lost, alarms = stages[stage]
        for offset, n, color in ((-0.2, n_nodules - lost, GREEN), (0.2, alarms, GREY)):
            bars.bar(place + offset, n, width=0.4, color=color)
            bars.text(place + offset, n, f"{n}", ha="center", va="bottom", fontsize=9)
    bars.set_xticks([0, 1], ["proposed", "kept"])
    bars.set_title(f"{n_nodules} nodules, and false alarms", fontsize=10)
    scores, labels = judged(found)
    fpr, tpr = roc_curve(scores, labels)
    half = (scores.unique() >= 0.5).sum()
    curve.plot(fpr, tpr, color=BLUE)
    curve.plot(fpr[half], tpr[half], "o", fillstyle="none", markersize=10, color=ORANGE)
    curve.plot([0, 1], [0, 1], "--", color=GREY)
    curve.set_title(f"area {area_under(fpr, tpr):.3f}", fontsize=10)
    curve.set(xlabel="false positive rate", ylabel="true positive rate")


def _show(ax, found, chosen, marker, title):
    """The densest voxel behind each pixel, and what is ``chosen`` of what was found."""
    where = found.ct[1:]
    ax.imshow(found.ct.hu[4:-4].amax(dim=0).numpy(), cmap="gray", vmin=-1000, vmax=300)
    for place in found.places_xyz[chosen]:
        _, row, column = xyz_to_irc(tuple(place), *where)
        ax.plot(column, row, marker, color=ORANGE)
    for nodule in found.nodules:
        _, row, column = xyz_to_irc(nodule.center_xyz, *where)
        ax.plot(column, row, "o", fillstyle="none", markersize=22, color=GREEN)
    ax.set_title(title, fontsize=10)
    ax.axis("off")


def detect(seed=0):
    """From scans on disk to what is found in those for validation."""
    with TemporaryDirectory() as folder:
        write(draw_scans(seed), Path(folder))
        cts, training, validation = read(Path(folder))
    generator = torch.Generator().manual_seed(seed)
    segmentation = trained_segmentation(cts, training, generator)
    classifier = trained_classifier(cts, training, validation, generator)
    found = []
    for series_uid in _series(validation):
        ct = cts[series_uid]
        proposed = proposals(series_uid, ct, erode(segmented(segmentation, ct)))
        chances = chances_of(classifier, proposed, ct)
        nodules = _nodules(validation, series_uid)
        found.append(Found(series_uid, ct, places(proposed), chances, nodules))
    return found


# From the disk to samples


def draw_scans(seed):
    return [draw_scan(100 * seed + n, shape=SHAPE, n_nodules=1 + n % 2) for n in range(N_SCANS)]


def write(scans, folder):
    write_tables(scans, folder)
    (folder / "subset0").mkdir()
    for scan in scans[1:]:  # more is listed than anybody has on disk
        write_scan(scan, folder / "subset0")


def read(folder):
    """Return scans by series, then the candidates for training, and those for validation."""
    listed = candidate_list(folder)
    present = {uid for (uid,) in rows_on_disk([[it.series_uid] for it in listed], folder)}
    listed = [it for it in listed if it.series_uid in present]
    cts = {}
    for series_uid in present:
        ct = read_ct(folder / "subset0" / f"{series_uid}.mhd")
        cts[series_uid] = ct._replace(hu=hounsfield(ct.hu))
    sides = representative_split([(it.series_uid, it.is_nodule) for it in listed], 3)
    return cts, *([it for it in listed if it.series_uid in dict(side)] for side in sides)


def sample(candidate, ct):
    center_irc = xyz_to_irc(candidate.center_xyz, *ct[1:])
    return sample_tuple(candidate, crop(ct.hu, center_irc, CROP).numpy(), center_irc)


def _series(listed):
    return sorted({it.series_uid for it in listed})


def _nodules(listed, series_uid):
    return [it for it in listed if it.is_nodule and it.series_uid == series_uid]


# Which voxels belong to a nodule?


class _UpBlock(nn.Module):
    def __init__(self, n_in, n_out):
        super().__init__()
        self.join = UpJoin(n_in, n_out, "upconv")
        self.block = UNetBlock(2 * n_out, n_out, padding=True, batch_norm=True)

    def forward(self, x, bridge):
        return self.block(self.join(x, bridge))


def trained_segmentation(cts, training, generator, n_epochs=6):
    slices = []
    for series_uid in _series(training):
        ct = cts[series_uid]
        nodules = _nodules(training, series_uid)
        mask = annotation_mask(ct.hu, [xyz_to_irc(it.center_xyz, *ct[1:]) for it in nodules])
        slices += [context_slices(ct.hu, mask, index, K) for index in range(len(mask))]
    marked, others = ([it for it in slices if it[1].any() == kind] for kind in (True, False))
    balanced = BalancedDataset(marked, others, ratio=1, length=2 * len(marked))

    block = partial(UNetBlock, padding=True, batch_norm=True)
    unet = UNet(2 * K + 1, 1, depth=2, wf=3, block=block, up_block=_UpBlock)
    model = PixelClassifier(2 * K + 1, unet)
    init_weights(model)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    for _ in range(n_epochs):
        windows = [training_crop(*it, WINDOW, generator) for it in balanced]
        batches = DataLoader(windows, batch_size=16)
        run_epoch(model, _segmentation_loss, optimizer, batches, [next(iter(batches))])
    return model


def _segmentation_loss(probabilities, labels):
    # The second by itself marks all that is dense, and takes many epochs to unlearn that.
    return pixel_loss(probabilities, labels) + recall_weighted_loss(probabilities, labels)


def segmented(model, ct):
    batches = []
    for index in range(len(ct.hu)):
        inputs, _ = context_slices(ct.hu, ct.hu, index, K)
        batches.append((inputs[None], [index]))
    return segment_volume(model, batches, tuple(ct.hu.shape))


def proposals(series_uid, ct, mask):
    """Return a candidate for each component of ``mask``; whether it is a nodule nobody knows."""
    labels, _ = connected_components(mask)
    centers = centers_of_mass(ct.hu.numpy(), labels)
    return [Candidate(False, 0.0, *it) for it in candidates(series_uid, centers, *ct[1:])]


def places(listed):
    return np.array([it.center_xyz for it in listed]).reshape(-1, 3)


# Which proposals are nodules?


def trained_classifier(cts, training, validation, generator, n_epochs=5):
    learned, measured = (
        BalancedDataset(*_kinds(cts, listed), ratio, length=2 * len(listed))
        for listed, ratio in ((training, 1), (validation, 0))
    )
    body = nn.Sequential(ConvBlock3d(1, 8), ConvBlock3d(8, 16))
    model = Classifier(body, n_features=16 * 2 * 4 * 4)
    init_weights(model)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.001)
    for _ in range(n_epochs):
        varied = [(_varied(crop, generator), label) for crop, label in learned]
        loaders = (DataLoader(it, batch_size=16) for it in (varied, measured))
        run_epoch(model, _classification_loss, optimizer, *loaders)
    return model


def _kinds(cts, listed):
    """Crops with their labels, of nodules and of others."""
    samples = [(it.is_nodule, sample(it, cts[it.series_uid])[:2]) for it in listed]
    return [[it for is_nodule, it in samples if is_nodule == kind] for kind in (True, False)]


def _varied(crop, generator):
    flips, offset, scale, angle = torch.rand(4, 3, generator=generator)
    matrix = affine_matrix(
        tuple((flips < 0.5).tolist()),
        tuple((0.5 * offset - 0.25).tolist()),
        tuple((0.85 + 0.3 * scale).tolist()),
        2 * np.pi * angle[0].item(),
    )
    return augment(crop, lambda it: resample(it[None], matrix)[0], 25.0, generator, training=True)


def _classification_loss(outputs, labels):
    logits, _ = outputs
    mean, _ = batch_loss(logits, labels)
    return mean


def chances_of(classifier, proposed, ct):
    crops = torch.empty(len(proposed), 1, *CROP)
    for place, candidate in enumerate(proposed):
        crops[place], *_ = sample(candidate, ct)
    classifier.eval()
    with torch.no_grad():
        _, probabilities = classifier(crops)
    return probabilities[:, 1]


# How good is that?


def matched(found):
    """Return whether each proposal belongs to each nodule, bools [T, D]."""
    classes = np.where(found.chances < 0.5, 1, 2)
    belongs = np.zeros((len(found.nodules), len(classes)), dtype=bool)
    for row, nodule in zip(belongs, found.nodules, strict=True):
        diameters_mm = np.array([nodule.diameter_mm])
        _, others = match_nodules(found.places_xyz, classes, places([nodule]), diameters_mm)
        row[:] = ~others
    return belongs


def confusion(found):
    nodules, others = [], []
    for it in found:
        detections = [(chance, 0.0) for chance in it.chances.tolist()]  # nobody asks: malignant?
        belongs = matched(it)
        nodules += [(False, _chosen(detections, row)) for row in belongs]
        others += _chosen(detections, ~belongs.any(axis=0))
    return detection_confusion(nodules, others)


def _chosen(detections, chosen):
    return [it for it, is_chosen in zip(detections, chosen, strict=True) if is_chosen]


def judged(found):
    """Return the chances of all proposals, and whether each belongs to a nodule."""
    chances = torch.cat([it.chances for it in found])
    belongs = np.concatenate([matched(it).any(axis=0) for it in found])
    return chances, torch.from_numpy(belongs)
