"""Stands in until the file moves here."""

from caseviewer.bundle.problems import BundleError, Place, Problem, Severity, stop  # noqa: F401
