"""The suite is a pytest plugin; each of its abilities is one module of katas/_dojo/."""

from pathlib import Path
from runpy import run_path

ABILITIES = (
    "katas._dojo.system.streams",
    "katas._dojo.judging.implementation",
    "katas._dojo.writing.devices",
    "katas._dojo.judging.clean_torch",
    "katas._dojo.judging.warned",
    "katas._dojo.writing.examples",
    "katas._dojo.writing.cifar10",
    "katas._dojo.writing.folder",
    "katas._dojo.judging.unbegun",
    "katas._dojo.judging.spec",
    "katas._dojo.judging.panel",
    "katas._dojo.watching.messenger",
    "katas._dojo.showing.progress",
    "katas._dojo.showing.reset",
    "katas._dojo.showing.map",
    "katas._dojo.showing.hint",
    "katas._dojo.showing.contracts",
    "katas._dojo.showing.report",
    "katas._dojo.grading.grade",
    "katas._dojo.grading.command",
    "katas._dojo.watching.watch",
    "katas._dojo.notebook.chapters",
    "katas._dojo.notebook.server",
    "katas._dojo.updating.command",
)


def pytest_addoption(pluginmanager):
    for module in ABILITIES:
        # pytest_plugins would look for each of them among all that is installed.
        pluginmanager.import_plugin(module)


# Whatever cuts an update off leaves files of two versions, and beside them what finishes it.
unfinished = Path(__file__).parent / ".katas/update/unfinished/finish.py"
if unfinished.exists():
    run_path(str(unfinished), run_name="__main__")
    del pytest_addoption
    exec(Path(__file__).read_bytes())  # which may be another version's now
