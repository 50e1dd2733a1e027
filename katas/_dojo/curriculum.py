"""Where katas live, and the order of the book.

The tree is the registry: a kata is a stem that stands in every tree.  Only its place in
the book is written down, here.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path, PureWindowsPath

ROOT = Path(__file__).parents[2]

BOOK_ORDER = {
    "ch02_pretrained": [
        "preprocess",
        "top_k_labels",
        "eval_mode",
        "load_weights",
        "torch_hub",
        "gan_step",
        "cycle_consistency",
        "resnet_generator",
    ],
    "ch03_tensors": [
        "constructors",
        "indexing",
        "in_place",
        "views_and_clones",
        "dtypes",
        "storage_and_strides",
        "transpose",
        "contiguous",
        "to_gray",
        "numpy_bridge",
        "devices",
        "serialization",
        "hdf5_slices",
    ],
    "ch04_real_data": [
        "image_layout",
        "channel_statistics",
        "volume_layout",
        "csv_to_tensor",
        "tabular_split",
        "one_hot",
        "categorical_columns",
        "category_embedding",
        "standardize_columns",
        "group_means",
        "threshold_classifier",
        "time_series",
        "text_one_hot",
    ],
    "ch05_mechanics": [
        "losses",
        "broadcasting",
        "broadcast_loss",
        "rate_of_change",
        "manual_gradient",
        "learning_rate",
        "input_normalization",
        "autograd_backward",
        "gradient_accumulation",
        "in_place_update",
        "grad_modes",
        "optimizer_step",
        "adam",
        "parameter_scale",
        "random_split",
        "validation_loss",
        "overfitting",
        "early_stopping",
        "regularization",
        "augmentation",
        "plot_fit",
    ],
    "ch06_networks": [
        "activations",
        "stable_activations",
        "composition",
        "linear_layer",
        "batch_dimension",
        "call_and_forward",
        "forward_hooks",
        "module_registration",
        "parameters_and_buffers",
        "sequential_names",
        "parameter_count",
        "capacity",
        "training_loop",
    ],
    "ch07_images": [
        "image_dataset",
        "to_tensor",
        "compose",
        "normalize",
        "image_view",
        "softmax",
        "likelihood",
        "cross_entropy",
        "logits",
        "loss_comparison",
        "class_prediction",
        "mini_batches",
        "data_loader",
        "epoch_loss",
        "accuracy",
        "fully_connected",
    ],
    "ch08_convolutions": [
        "convolution",
        "translation",
        "padding",
        "kernels",
        "max_pool",
        "downsampling",
        "receptive_field",
        "conv_net",
        "functional_api",
        "device_training",
        "save_and_load",
        "train_and_eval",
        "width",
        "l2_penalty",
        "l1_and_elastic_net",
        "dropout",
        "batch_norm",
        "batch_norm_bias",
        "skip_connection",
        "vanishing_gradient",
        "resnet_depth",
        "weight_init",
        "memorization",
        "design_comparison",
    ],
    "ch10_datasets": [
        "csv_peek",
        "present_series",
        "candidate_list",
        "disk_cache",
        "metaimage",
        "hounsfield",
        "patient_coordinates",
        "crop",
        "dataset_protocol",
        "sample_tuple",
        "scan_order",
        "representative_split",
        "density",
    ],
    "ch11_training": [
        "conv_block_3d",
        "classifier_head",
        "bias_init",
        "per_sample_loss",
        "metrics_buffer",
        "class_metrics",
        "majority_baseline",
        "epoch_loop",
        "progress_estimate",
        "command_line",
        "tensorboard_scalars",
        "model_parallel_batch",
        "module_prefix",
    ],
    "ch12_metrics": [
        "confusion_counts",
        "precision_recall",
        "f1_score",
        "score_choice",
        "best_score",
        "precision_recall_curve",
        "balanced_sampling",
        "epoch_reshuffle",
        "weighted_sampler",
        "class_weights",
        "affine_matrix",
        "grid_resample",
        "noise_augmentation",
        "worker_randomness",
    ],
    "ch13_segmentation": [
        "center_crop",
        "unet_block",
        "up_block",
        "unet",
        "pixel_head",
        "context_slices",
        "annotation_mask",
        "training_crop",
        "paired_augmentation",
        "dice_loss",
        "dice_gradient",
        "recall_weighted_loss",
        "pixel_counts",
        "checkpoint",
        "overlay_image",
        "validation_cadence",
        "window_to_rgb",
        "point_prompt",
        "mask_iou",
        "upsampled_logits",
        "background_trap",
        "jsonl_dataset",
    ],
    "ch14_detection": [
        "segment_volume",
        "erosion",
        "connected_components",
        "center_of_mass",
        "candidates",
        "match_nodules",
        "detection_confusion",
        "stage_recall",
        "malignancy_label",
        "roc_curve",
        "auc",
        "baseline_roc",
        "finetune_head",
        "finetune_depth",
        "malignant_sampling",
    ],
    "ch15_production": [
        "tensor_over_http",
        "request_batcher",
        "backpressure",
        "token_stream",
        "tracing",
        "export_program",
        "onnx_agreement",
        "graph_breaks",
        "compiled_checkpoint",
        "int8_quantize",
        "quantized_linear",
        "bfloat16",
        "profile",
    ],
}
# What the project's own dependencies do not bring for a kata: the group of pyproject.toml that
# does, and the modules that it is for.
GROUPS = {"ch15_production/onnx_agreement": ("onnx", ("onnx", "onnxruntime", "onnxscript"))}
# Where katas of earlier versions have gone, the earliest move first: to another chapter, to another
# name, or to several katas.  Whoever updates has their answers taken along.
MOVES: list[tuple[str, tuple[str, ...]]] = []
_learners = ROOT  # the tree that a learner has filled in
START = "ch03_tensors"  # for whoever has never used torch; chapter 2 shows where it leads


@dataclass(frozen=True)
class Kata:
    """One kata: a chapter and a stem, the same in every tree."""

    chapter: str
    stem: str

    def __str__(self) -> str:
        return f"{self.chapter}/{self.stem}"

    @property
    def module(self) -> str:
        return f"katas.{self.chapter}.{self.stem}"

    @property
    def stub(self) -> Path:
        """What a learner edits."""
        return _learners.joinpath("katas", self.chapter, f"{self.stem}.py")

    @property
    def missing(self) -> str:
        """What is not installed without which nobody can run it, and how to; "" if all is there."""
        group, modules = GROUPS.get(str(self), ("", ()))
        if all(map(find_spec, modules)):
            return ""
        return f"it needs {group}: uv sync --group {group}, or pip install --group {group}"

    @cached_property
    def spec(self) -> Path:
        return ROOT.joinpath("katas", self.chapter, f"test_{self.stem}.py")

    @cached_property
    def solution(self) -> Path:
        return ROOT.joinpath("solutions", "katas", self.chapter, f"{self.stem}.py")

    @cached_property
    def mistakes(self) -> Path:
        return ROOT.joinpath("solutions", "mistakes", self.chapter, f"{self.stem}.py")

    @cached_property
    def hints(self) -> Path:
        return ROOT.joinpath("solutions", "hints", self.chapter, f"{self.stem}.md")

    @cached_property
    def picture(self) -> Path:
        """Only where looking beats reading: a kata may do without."""
        return ROOT.joinpath("solutions", "pictures", self.chapter, f"{self.stem}.py")


def move_learners_tree(root: Path) -> None:
    """From here on what learners write is found in ``root``; all else stays where it is."""
    global _learners
    _learners = root


def within_its_tree(path: Path) -> Path:
    """``path`` as seen from the tree that it belongs to, or as it is."""
    root = next((it for it in (_learners, ROOT) if path.is_relative_to(it)), None)
    return path.relative_to(root) if root else path


CURRICULUM = [Kata(chapter, stem) for chapter, stems in BOOK_ORDER.items() for stem in stems]
_PLACE = {path: n for n, kata in enumerate(CURRICULUM) for path in (kata.spec, kata.stub)}


def joint_pictures(chapter: str) -> list[Path]:
    """The pictures of a chapter that are no kata's: several katas draw each of them together."""
    drawn = (ROOT / "solutions" / "pictures" / chapter).glob("*.py")
    return sorted(set(drawn) - {kata.picture for kata in CURRICULUM})


def kata_of(path: Path) -> Kata | None:
    """The kata whose spec or stub ``path`` is, or None for any other file."""
    place = _PLACE.get(path)
    return None if place is None else CURRICULUM[place]


def place_in_book(path: Path) -> int:
    """A sort key: katas in the order of the book, everything else after them."""
    return _PLACE.get(path, len(CURRICULUM))


def in_turn(katas: Sequence[Kata], begun: Collection[Kata] = ()) -> list[Kata]:
    """``katas``, in the order of the book, as a learner comes to them.

    From the chapter ``START`` on, and what stands before it last, unless some of that is begun.
    """
    if any(kata.chapter < START for kata in begun):
        return list(katas)
    return sorted(katas, key=lambda kata: kata.chapter < START)


def kata_named(name: str) -> Kata | None:
    """The kata that ``name`` means: a stem, chapter/stem, or the path of any of its files."""
    path = PureWindowsPath(name.partition("::")[0])  # it knows both kinds of slash
    stem, chapter = _stem(path), path.parent.name
    return next((k for k in CURRICULUM if k.stem == stem and chapter in ("", k.chapter)), None)


def nearest_kata(name: str) -> Kata | None:
    """The kata whose stem is spelled most like that of ``name``, if one comes close."""
    stems = {kata.stem: kata for kata in CURRICULUM}
    close = difflib.get_close_matches(_stem(PureWindowsPath(name)), stems, n=1)
    return stems[close[0]] if close else None


def _stem(path: PureWindowsPath) -> str:
    return path.stem.removeprefix("test_")
