"""Which version of the program this is."""


def program_version() -> str:
    """The version that is installed; empty where the program runs without being installed."""
    from importlib.metadata import PackageNotFoundError, version  # slow to load

    try:
        return version("caseviewer")
    except PackageNotFoundError:
        return ""
