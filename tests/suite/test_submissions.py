"""What is taken in of a folder or a zip, and what is refused."""

import os
import re
import stat
import sys
import zipfile
from pathlib import Path

import pytest

from katas._dojo.curriculum import Kata
from katas._dojo.grading import submissions
from katas._dojo.grading.submissions import submissions_in, take_in

if sys.platform == "win32":
    pytest.skip("what is handed in is graded on Linux alone", allow_module_level=True)

LOSSES, ADAM = Kata("ch05_mechanics", "losses"), Kata("ch05_mechanics", "adam")
PATH = f"katas/{LOSSES}.py"
CODE = b"def l1_loss(): ...\n"


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def foldered(path: Path, members: dict[str, bytes]) -> Path:
    for name, content in members.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_bytes(content)
    return path


def taken(path: Path) -> tuple[dict[str, bytes], list[str], str]:
    it = take_in(path, path.name)
    return {str(kata): content for kata, content in it.files.items()}, it.refused, it.bad


PLACES = {
    "katas": PATH,
    "a clone": f"alice/torch-katas/{PATH}",
    "chapters": f"{LOSSES}.py",
    "a chapter in a folder": f"Alice_123/work/{LOSSES}.py",
    "a file": "losses.py",
    "a file in a folder": "Alice 123/losses.py",
}


@pytest.mark.parametrize("packed", [zipped, foldered])
@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_a_kata_is_found_wherever_its_tree_lies(tmp_path, packed, place):
    path = packed(tmp_path / "alice.zip", {place: CODE, "notes.py": b"", "README.md": b""})
    assert taken(path) == ({str(LOSSES): CODE}, [], "")


@pytest.mark.parametrize("packed", [zipped, foldered])
def test_of_a_clone_only_what_a_learner_writes_is_taken(tmp_path, packed):
    others = [
        "solutions/katas/{}",
        "tests/katas/{}",
        ".old/katas/{}",
        "__MACOSX/katas/{}",
        "old/{}",
    ]
    members = {it.format(f"{LOSSES}.py"): b"other" for it in others}
    spec = {PATH.replace("losses", "test_losses"): b"other", "conftest.py": b"other"}
    path = packed(tmp_path / "alice.zip", {PATH: CODE, **members, **spec})
    assert taken(path) == ({str(LOSSES): CODE}, [], "")


def test_a_zip_in_a_folder_is_opened(tmp_path):
    (tmp_path / "alice").mkdir()
    zipped(tmp_path / "alice" / "homework.zip", {PATH: CODE})
    assert taken(tmp_path / "alice") == ({str(LOSSES): CODE}, [], "")


def test_paths_of_windows_are_paths(tmp_path):
    path = zipped(tmp_path / "alice.zip", {PATH.replace("/", "\\"): CODE})
    assert taken(path)[0] == {str(LOSSES): CODE}


def link(name: str) -> zipfile.ZipInfo:
    it = zipfile.ZipInfo(name)
    it.external_attr = (stat.S_IFLNK | 0o777) << 16
    return it


GOOD = f"katas/{ADAM}.py"
TOO_LARGE = os.urandom(submissions.LARGEST_FILE + 1)
REFUSED = {
    "climbs out": ({f"../../{PATH}": CODE}, rf"\.\./\.\./{PATH}: leads out"),
    "climbs out of Windows": ({rf"..\..\{PATH}": CODE}, r"leads out"),
    "absolute": ({f"/{PATH}": CODE}, rf"/{PATH}: leads out"),
    "a drive": ({f"C:/{PATH}": CODE}, r"leads out"),
    "link": ({link(PATH): b"/etc/passwd"}, rf"{PATH}: a link"),
    "bomb": ({PATH: b"\0" * 200_000}, rf"{PATH}: packed more than 100 times"),
    "too large": ({PATH: TOO_LARGE}, rf"{PATH}: larger than 256 KiB"),
    "which of two": ({"a/losses.py": CODE, "b/losses.py": CODE}, r"a/losses.py and b/losses.py"),
}


@pytest.mark.parametrize(("members", "said"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused_is_named_and_the_rest_is_taken(tmp_path, members, said):
    files, refused, bad = taken(zipped(tmp_path / "alice.zip", {**members, GOOD: CODE}))
    assert (files, bad) == ({str(ADAM): CODE}, "")
    (only,) = refused
    assert re.search(said, only)


def test_a_name_that_a_zip_has_twice_is_refused(tmp_path):
    path = zipped(tmp_path / "alice.zip", {GOOD: CODE})
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(PATH, CODE)
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr(PATH, b"other")
    files, (refused,), _ = taken(path)
    assert list(files) == [str(ADAM)]
    assert refused.count(PATH) == 2


def changed(path: Path, old: bytes, new: bytes) -> Path:
    content = path.read_bytes()
    assert old in content
    path.write_bytes(content.replace(old, new))
    return path


def test_what_is_encrypted_or_damaged_is_refused(tmp_path):
    path = zipped(tmp_path / "alice.zip", {PATH: CODE, GOOD: CODE})
    with zipfile.ZipFile(path) as archive:
        first, second = archive.infolist()
    content = bytearray(path.read_bytes())
    content[content.rindex(b"PK\1\2", 0, content.rindex(b"PK\1\2")) + 8] |= 1  # its flags
    content[second.header_offset + 30 + len(GOOD)] ^= 0xFF  # its first byte
    path.write_bytes(content)
    assert first.filename == PATH
    files, refused, _ = taken(path)
    assert files == {}
    assert f"{PATH}: encrypted" in refused
    assert any(it.startswith(f"{GOOD}: it cannot be unpacked") for it in refused)


def test_links_and_pipes_in_a_folder_are_refused(tmp_path):
    folder = foldered(tmp_path / "alice", {GOOD: CODE})
    (tmp_path / "secret").mkdir()
    (folder / "losses.py").symlink_to("/etc/passwd")
    (folder / "elsewhere").symlink_to(tmp_path / "secret")
    os.mkfifo(folder / "dropout.py")
    files, refused, bad = taken(folder)
    assert (list(files), bad) == ([str(ADAM)], "")
    assert sorted(refused) == [
        "dropout.py: not a file",
        "elsewhere: a link",
        "losses.py: a link",
    ]


def empty(path):
    path.touch()


def many_entries(path):
    zipped(path, {f"{n}.txt": b"" for n in range(submissions.MOST_FILES + 1)})


def a_long_list(path):
    zipped(path, {f"{n:0200}.txt": b"" for n in range(submissions.MOST_FILES + 1)})


def many_files(path):
    path.mkdir()
    for n in range(submissions.MOST_FILES + 1):
        (path / f"{n}.txt").touch()


def not_utf8(path):
    zipped(path, {"é.txt": b"", PATH: CODE})
    changed(path, "é".encode(), b"\xff\xff")


def half(path):
    zipped(path, {PATH: os.urandom(1000)})
    path.write_bytes(path.read_bytes()[:600])


CONTAINERS = {
    "empty": (empty, "an empty file"),
    "no zip": (lambda path: path.write_bytes(b"Rar!" * 99), "no zip that can be read"),
    "half a zip": (half, "no zip that can be read"),
    "a zip of nothing": (lambda path: zipped(path, {}), "there is no kata in it"),
    "a folder of nothing": (lambda path: path.mkdir(), "there is no kata in it"),
    "many entries": (many_entries, "more than 10000 files"),
    "a long list": (a_long_list, "more than 10000 files"),
    "many files": (many_files, "more than 10000 files"),
    "names of no encoding": (not_utf8, "no zip that can be read"),
    "a link": (lambda path: path.symlink_to("/etc"), "it is a link"),
}


@pytest.mark.parametrize(("make", "said"), CONTAINERS.values(), ids=CONTAINERS)
def test_what_cannot_be_taken_in_says_why(tmp_path, make, said):
    make(tmp_path / "alice.zip")
    files, _, bad = taken(tmp_path / "alice.zip")
    assert files == {}
    assert said in bad


def test_many_refusals_are_counted(tmp_path):
    path = zipped(tmp_path / "alice.zip", {f"../{n}.py": b"" for n in range(50)})
    refused = taken(path)[1]
    assert len(refused) == submissions.NAMED + 1
    assert refused[-1] == "and 30 more"


def test_each_folder_and_zip_is_a_submission(tmp_path):
    foldered(tmp_path, {"alice/losses.py": CODE, ".hidden/losses.py": CODE, "out/old.json": b""})
    zipped(tmp_path / "alice.zip", {PATH: CODE})
    zipped(tmp_path / "Bob.ZIP", {PATH: CODE})
    (tmp_path / "notes.txt").touch()
    found, left_alone = submissions_in(tmp_path, tmp_path / "out")
    assert [it.name for it in found] == ["Bob", "alice", "alice.zip"]
    assert found[2].refused == ["there is another submission called alice"]
    assert left_alone == ["notes.txt"]
