"""Every picture is drawn by its katas, and says what there is to see."""

import ast
import functools
import importlib
import re
import sys

import pytest

from katas._dojo.curriculum import BOOK_ORDER, CURRICULUM, ROOT, joint_pictures
from katas._dojo.reading import drawn_by
from katas._dojo.showing import report
from tests.matrix import stub_of
from tests.test_layout import public

JOINT = [path for chapter in BOOK_ORDER for path in joint_pictures(chapter)]
PICTURES = [*(kata.picture for kata in CURRICULUM if kata.picture.exists()), *JOINT]


def named(path):
    return f"{path.parent.name}/{path.stem}"


each_picture = pytest.mark.parametrize("path", PICTURES, ids=named)


def test_every_picture_belongs_to_a_kata_or_to_several():
    files = (ROOT / "solutions" / "pictures").rglob("*.py")
    assert sorted(files) == sorted(PICTURES)
    assert len(PICTURES) >= 8
    for path in JOINT:
        *_, last = drawn_by(path)
        assert last.chapter == path.parent.name, "it stands where the last of its katas does"


@each_picture
def test_the_picture_has_a_title_and_says_what_there_is_to_see(path):
    tree = ast.parse(path.read_text("utf-8"))
    title, blank, *seen = ast.get_docstring(tree).splitlines()
    assert title.endswith(".")
    assert not blank
    assert " ".join(seen).endswith(".")
    offered = {it.name: ast.unparse(it.args) for it in public(tree)}
    assert offered["draw"] == "figure"
    assert len(offered) == 1 or path in JOINT


@each_picture
def test_the_picture_draws_into_the_figure_that_it_is_given(path):
    text = path.read_text("utf-8")
    assert "matplotlib" not in text
    assert "torch.manual_seed" not in text


def imported(path, implementations):
    """The picture ``path``, imported anew, with ``implementations`` in the place of its katas."""
    name = f"solutions.pictures.{path.parent.name}.{path.stem}"
    with pytest.MonkeyPatch.context() as patch:
        for kata, implementation in zip(drawn_by(path), implementations, strict=True):
            patch.setitem(sys.modules, kata.module, implementation)
        sys.modules.pop(name, None)
        return importlib.import_module(name)


def solutions(path):
    return [importlib.import_module(f"solutions.{kata.module}") for kata in drawn_by(path)]


def draw(path, implementations):
    imported(path, implementations)
    return as_imported(path)


def as_imported(path):
    return report.draw(path, f"The picture {named(path)}.")


def draw_by_reference(path):
    import torch

    torch.default_generator.manual_seed(0)
    return draw(path, solutions(path))


drawn_by_reference = functools.cache(draw_by_reference)


@pytest.mark.parametrize("path", sorted({*PICTURES} - {*JOINT}), ids=named)
def test_the_reference_draws_a_picture(path):
    is_a_picture(drawn_by_reference(path))


def is_a_picture(drawn):
    assert drawn.count("<path") + drawn.count("<image") > 2
    assert "<text" in drawn
    stands_alone(drawn)


def stands_alone(page):
    assert links_in(page) <= {"#", "data:image/png;base64,"}
    assert set(re.findall(r"url\((.)", page)) == {"#"}
    assert not re.search(r"<script|<link|<iframe|@import", page)
    assert str(ROOT) not in page


def links_in(page):
    return set(re.findall(r"\b(?:href|src|srcset|data)=\"(#|data:image/png;base64,|.)", page))


@each_picture
def test_it_is_the_katas_that_draw(path):
    with pytest.raises(NotImplementedError):
        draw(path, map(stub_of, drawn_by(path)))
