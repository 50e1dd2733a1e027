"""The suite is a pytest plugin; each of its abilities is one module of katas/_dojo/."""

pytest_plugins = (
    "katas._dojo.implementation",
    "katas._dojo.devices",
    "katas._dojo.clean_torch",
    "katas._dojo.examples",
    "katas._dojo.messenger",
    "katas._dojo.spec",
    "katas._dojo.progress",
    "katas._dojo.reset",
    "katas._dojo.map",
    "katas._dojo.hint",
    "katas._dojo.report",
    "katas._dojo.watch",
)
