"""What all tests of the library stand on: none leaves an index open."""

from tests.search.library.kit import closed_libraries

__all__ = ["closed_libraries"]
