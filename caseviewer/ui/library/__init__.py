"""The window of the library: all cases below the reader's folders."""
