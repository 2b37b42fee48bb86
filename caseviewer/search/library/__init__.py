"""The library: an index of the cases below the reader's folders."""
