"""Widgets that know pages and lists, but no case in particular."""
