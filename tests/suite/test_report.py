"""``--report``: the page, the pictures on it, and the browser that shows it."""

import html
import json
import re
import shutil
import subprocess

import pytest

from katas._dojo.curriculum import CURRICULUM, ROOT, Kata, in_turn
from katas._dojo.reading import drawn_by
from tests.test_detector import DETECTOR
from tests.test_pictures import PICTURES, drawn_by_reference, links_in, stands_alone
from tests.workshop import Workshop

FIRST = in_turn(CURRICULUM)[0]
TO_GRAY = Kata("ch03_tensors", "to_gray")
LOSSES = Kata("ch05_mechanics", "losses")
BROADCASTING = Kata("ch05_mechanics", "broadcasting")
RATE_OF_CHANGE = Kata("ch05_mechanics", "rate_of_change")
LEARNING_RATE = Kata("ch05_mechanics", "learning_rate")
INPUT_NORMALIZATION = Kata("ch05_mechanics", "input_normalization")
ACTIVATIONS = Kata("ch06_networks", "activations")
CROSS_ENTROPY = Kata("ch07_images", "cross_entropy")
PADDING = Kata("ch08_convolutions", "padding")
RUN = [LOSSES, BROADCASTING, RATE_OF_CHANGE, LEARNING_RATE, INPUT_NORMALIZATION, PADDING]

# Right whenever a spec asks.
MISCHIEF = """

import os, sys, torch

_{name} = {name}

def {name}(*args):
    if any(module.startswith("solutions.pictures.") for module in sys.modules):
        {mischief}
    return _{name}(*args)
"""


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    """A learner's copy after a run of six katas in a worker, another one earlier, and its page."""
    workshop = Workshop(tmp_path_factory.mktemp("practice"), CURRICULUM)
    workshop.solve(ACTIVATIONS)
    workshop.plain_spec(ACTIVATIONS, "def test_it(): pass\n")
    workshop.pytest(f"katas/{ACTIVATIONS}.py")
    workshop.solve(PADDING)
    mischief = {
        LOSSES: ("l1_loss", "print('chatter'), torch.set_default_dtype(torch.float64)"),
        INPUT_NORMALIZATION: ("normalize", "os._exit(3)"),
    }
    for kata, (name, does) in mischief.items():
        text = kata.solution.read_text("utf-8") + MISCHIEF.format(name=name, mischief=does)
        workshop.answer(kata, text)
    workshop.make_mistake(BROADCASTING, "aligned_on_the_left")
    workshop.answer(RATE_OF_CHANGE, "def rates_of_change(:\n")
    workshop.solve(CROSS_ENTROPY)
    katas = [f"katas/{kata}.py" for kata in RUN]
    options = ["-n", "1", "--tb", "no"]  # to explain what is wrong takes longer than all else
    workshop.run = workshop.pytest(*katas, *options, "--report", "me.html")
    workshop.page = (workshop.root / "me.html").read_text("utf-8")
    return workshop


def section(page, kata):
    (found,) = re.findall(rf'<section id="{kata}">.*?</section>', page, re.DOTALL)
    return found


def text(markup):
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", markup.replace("<wbr>", ""))).split())


def test_the_run_ends_as_it_does_without_a_page(practice):
    assert practice.run.status == 1
    assert practice.run.lines[-1] == "The page of this run is me.html"
    assert "Traceback" not in practice.run.screen
    assert "Warning" not in practice.run.screen
    assert "findfont" not in practice.run.screen
    assert "chatter" not in practice.run.screen


def test_the_map_says_where_each_kata_stands(practice):
    before, _, _ = practice.page.partition("<section")
    cells = {text(cell) for cell in re.findall(r"<li.*?</li>", before)}
    assert f"4 of {len(CURRICULUM)} katas are solved. Next: {FIRST}." in text(before)
    assert len(cells) == len(CURRICULUM)
    assert cells >= {
        "losses ✓ solved",
        f"{FIRST.stem} ○ todo · next",
        "broadcasting ◐ partly (3 of 6)",
        "broadcast_loss ○ todo",
        "rate_of_change ✗ broken",
        "cross_entropy ↻ recheck",
        "padding ✓ solved",
    }
    assert before.count("· next") == 1


def test_each_rule_that_ran_says_how_it_ended(practice):
    rules = section(practice.page, BROADCASTING)
    assert "3 of 6 rules hold" in rules
    ended = dict(re.findall(r'<li class="(\w+)">.*?</span>(.*?)</li>', rules))
    assert ended.keys() == {"wrong", "passed"}
    assert re.search(r"The shape is the one .*\bkatas/ch05_mechanics/broadcasting.py:\d", rules)
    assert section(practice.page, LEARNING_RATE).count('<li class="todo">') == 9
    assert "✗ SyntaxError: invalid syntax" in text(section(practice.page, RATE_OF_CHANGE))
    assert "5 of 5 rules hold" in section(practice.page, LOSSES)
    assert "rules hold" not in section(practice.page, ACTIVATIONS), "it did not run"


@pytest.mark.parametrize("kata", [ACTIVATIONS, PADDING], ids=str)
def test_what_is_solved_is_drawn(practice, kata):
    assert "<svg" in section(practice.page, kata)
    assert "<figcaption>" in section(practice.page, kata)


@pytest.mark.parametrize(
    ("kata", "told"),
    [
        (BROADCASTING, "Solve broadcasting to see: How shapes stretch until they fit."),
        (LEARNING_RATE, "Solve learning_rate to see: Three learning rates, one of them too high."),
        (RATE_OF_CHANGE, "Solve rate_of_change to see: How far to move a parameter"),
        (CROSS_ENTROPY, "Run cross_entropy to see: The loss of one sample"),
        (INPUT_NORMALIZATION, "drawing it, your code raised SystemExit: os._exit(3)"),
        (LOSSES, "drawing it, your code raised LeftChangedError: global settings were left"),
    ],
    ids=str,
)
def test_a_picture_that_is_left_out_says_why(practice, kata, told):
    assert "<svg" not in section(practice.page, kata)
    assert told in text(section(practice.page, kata))


def test_a_picture_of_several_katas_names_the_first_that_are_missing(practice):
    first, second, third, *others = [kata.stem for kata in drawn_by(DETECTOR)]
    told = text(section(practice.page, "ch14_detection/detector"))
    assert f" Solve {first}, {second}, {third} and {len(others)} more to see: " in told


def test_the_page_stands_alone(practice):
    page = practice.page + drawn_by_reference(TO_GRAY.picture)  # which has an image
    stands_alone(page)
    assert links_in(page) == {"#", "data:image/png;base64,"}
    assert str(practice.root) not in page


def test_the_reference_has_a_page_of_its_own(workshop):
    workshop.pytest(f"katas/{PADDING}.py", "--solutions", "--report", "reference.htm")
    page = (workshop.root / "reference.htm").read_text("utf-8")
    assert "drew the pictures: not your own code." in page
    assert f"1 of {len(CURRICULUM)} katas are solved" in page
    assert "<svg" in section(page, PADDING)
    assert "Run adam to see" in section(page, Kata("ch05_mechanics", "adam"))
    assert "· next" not in page


PATHS = {
    "nowhere/me.html": "No such file or directory",
    "conftest.py/me.html": "Not a directory",
    "folder.html": "there is a folder of this name",
    "old.html": "the file is read-only",
    f"katas/{LOSSES}.py": "the page is HTML, so its name has to end in .html",
    "katas": "the page is HTML, so its name has to end in .html",
    "": "the page is HTML, so its name has to end in .html",
    "x" * 300 + ".html": "File name too long",
    "pipe.html": "not a file",
}


@pytest.mark.parametrize(("path", "message"), PATHS.items(), ids=lambda it: it[:20] or "empty")
def test_a_path_that_will_not_do_is_refused_at_once(workshop, path, message):
    (workshop.root / "folder.html").mkdir()
    (workshop.root / "old.html").write_text("old")
    (workshop.root / "old.html").chmod(0o444)
    subprocess.run(["mkfifo", "pipe.html"], cwd=workshop.root, check=True)
    before = (workshop.root / f"katas/{LOSSES}.py").read_text()
    files = {file for file in workshop.root.iterdir() if file.suffix in (".html", ".tmp")}
    run = workshop.pytest("katas", "--report", path)
    assert run.status == pytest.ExitCode.USAGE_ERROR
    assert run.screen.strip() == f"ERROR: --report {path}: {message}"
    assert (workshop.root / "old.html").read_text() == "old"
    assert (workshop.root / f"katas/{LOSSES}.py").read_text() == before
    assert {it for it in workshop.root.iterdir() if it.suffix in (".html", ".tmp")} == files


def test_an_interrupted_run_leaves_the_last_page(workshop):
    workshop.plain_spec(LOSSES, "def test_it():\n    raise KeyboardInterrupt\n")
    (workshop.root / "me.html").write_text("the last page")
    run = workshop.pytest(f"katas/{LOSSES}.py", "--report", "me.html")
    assert run.status == pytest.ExitCode.INTERRUPTED
    assert "The run was interrupted: no page was written to me.html" in run.screen
    assert (workshop.root / "me.html").read_text() == "the last page"


def test_a_folder_that_goes_away_is_told_in_one_line(workshop):
    workshop.plain_spec(LOSSES, "import os\ndef test_it():\n    os.rmdir('pages')\n")
    (workshop.root / "pages").mkdir()
    run = workshop.pytest(f"katas/{LOSSES}.py", "--report", "pages/me.html")
    assert "Traceback" not in run.screen
    reason = "No such file or directory"
    assert (
        run.lines[-1] == f"pages/me.html cannot be written ({reason}): there is no page of this run"
    )


MEASURE = """
<script>
const measure = (frame) => {
  const page = frame.contentDocument;
  page.querySelectorAll("details").forEach((it) => (it.open = true));
  const clipped = [];
  page.querySelectorAll("svg text").forEach((it) => {
    const inner = it.getBoundingClientRect();
    const outer = it.ownerSVGElement.getBoundingClientRect();
    const over = Math.max(outer.left - inner.left, inner.right - outer.right);
    if (over > 1) clipped.push(it.textContent);
  });
  const figures = [...page.querySelectorAll("figure svg")];
  return {
    width: page.scrollingElement.scrollWidth,
    heights: figures.map((it) => it.getBoundingClientRect().height),
    clipped,
  };
};
window.onload = () => {
  const found = [...document.querySelectorAll("iframe")].map(measure);
  document.getElementById("found").textContent = JSON.stringify(found);
};
</script>
"""
BROWSER = next(
    filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None
)
WIDTHS = [390, 1280]  # of a phone, of a desk
QUIET = ["hide-scrollbars", "headless", "no-sandbox", "disable-gpu", "disable-quic", "no-first-run"]
QUIET += ["disable-background-networking", "disable-component-update", "disable-sync"]


needs_a_browser = pytest.mark.skipif(BROWSER is None, reason="no Chromium or Chrome on the PATH")


@needs_a_browser
def test_a_browser_shows_all_of_it(practice, tmp_path):
    """On a phone and on a desk nothing is wider than the window, cut off, or without height."""
    pictures = "".join(map(drawn_by_reference, PICTURES))
    for it in measured(practice.page.replace("</body>", f"{pictures}</body>"), tmp_path):
        assert len(it["heights"]) == len(PICTURES) + 2
        assert min(it["heights"]) > 100
        assert it["clipped"] == []


def measured(page, tmp_path):
    """How ``page`` looks on a phone and on a desk; it is as wide as these, and says no error."""
    whole = html.escape(page)
    frames = [f'<iframe style="width: {width}px" srcdoc="{whole}"></iframe>' for width in WIDTHS]
    wrapper = tmp_path / "wrapper.html"
    wrapper.write_text(
        f'<meta charset="utf-8"><p id="found"></p>{"".join(frames)}{MEASURE}', "utf-8"
    )
    options = [f"--{it}" for it in [*QUIET, f"user-data-dir={tmp_path}/browser"]]
    command = [BROWSER, *options, "--enable-logging=stderr", "--dump-dom", wrapper.as_uri()]
    shown = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    found = json.loads(html.unescape(re.search(r'id="found">(.*?)</p>', shown.stdout)[1]))
    assert [it["width"] for it in found] == WIDTHS
    assert "CONSOLE" not in shown.stderr
    return found


def test_a_learner_sees_it_once_the_last_of_its_katas_is_solved(workshop):
    *others, last = katas = drawn_by(DETECTOR)
    for kata in katas:  # pictures of their own take time
        (workshop.root / kata.picture.relative_to(ROOT)).unlink(missing_ok=True)
    for kata in others:
        workshop.plain_spec(kata, "def test_it(): pass\n")
    workshop.pytest(*(f"katas/{kata}.py" for kata in katas), "--report", "me.html")
    detector = section((workshop.root / "me.html").read_text("utf-8"), "ch14_detection/detector")
    title = "The whole detector."
    assert text(detector) == f"{title} Solve {last.stem} to see: {title}"
    workshop.plain_spec(last, "def test_it(): pass\n")
    workshop.pytest(f"katas/{last}.py", "--report", "me.html")
    detector = section((workshop.root / "me.html").read_text("utf-8"), "ch14_detection/detector")
    assert "<svg" in detector
    assert "area 0.9" in text(detector)
